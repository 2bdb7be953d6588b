package speech

import (
	"context"
	"html"
	"regexp"
	"strconv"
	"strings"
	"unicode"
)

// Discreet is a Synthesizer whose errors do not quote the text. Errors go to logs, outcomes and
// notices, which must not contain an article that is not public yet, or only for members.
type Discreet struct{ Synthesizer }

// Synthesize removes from an error what the provider quotes of the text.
func (d Discreet) Synthesize(ctx context.Context, call Call) (Speech, error) {
	speech, err := d.Synthesizer.Synthesize(ctx, call)
	if err == nil {
		return speech, nil
	}
	if says := withoutQuotes(err.Error(), call.Input); says != err.Error() {
		err = discreet{err, says}
	}
	return Speech{}, err
}

// discreet is an error with another text.
type discreet struct {
	error
	says string
}

func (d discreet) Error() string { return d.says }
func (d discreet) Unwrap() error { return d.error }

// quoted is the number of consecutive words that make a quotation; two may be chance.
const quoted = 3

const omitted = "(…)"

// withoutQuotes replaces the parts of message that quote text: three words in a row, or all of a
// shorter text. The last word of a quotation may be truncated.
func withoutQuotes(message, text string) string {
	plain := unescape(message)
	said, words := wordsIn(plain), wordsIn(unescape(text))
	index := rowsOf(words)
	var b strings.Builder
	end := 0
	for i := 0; i < len(said); {
		n := quotation(said[i:], words, index)
		if n == 0 {
			i++
			continue
		}
		b.WriteString(plain[end:said[i].start] + omitted)
		end = said[i+n-1].end
		i += n
	}
	if end == 0 {
		return message
	}
	return b.String() + plain[end:]
}

// word is a word in small letters, and where it stands.
type word struct {
	text       string
	start, end int
}

// wordsIn splits a text at everything that is not a letter, mark or digit. A character of a script
// without spaces is a word.
func wordsIn(text string) (words []word) {
	start := -1
	end := func(at int) {
		if start >= 0 {
			words = append(words, word{strings.ToLower(text[start:at]), start, at})
		}
		start = -1
	}
	for at, r := range text {
		switch {
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar):
			end(at)
			start = at
			end(at + len(string(r)))
		case unicode.In(r, unicode.L, unicode.M, unicode.N):
			if start < 0 {
				start = at
			}
		default:
			end(at)
		}
	}
	end(len(text))
	return words
}

// rowsOf finds where in words each row of them that makes a quotation begins.
func rowsOf(words []word) map[string][]int {
	index := map[string][]int{}
	length := min(quoted, len(words))
	for i := 0; length > 0 && i+length <= len(words); i++ {
		index[row(words[i:i+length])] = append(index[row(words[i:i+length])], i)
	}
	return index
}

func row(words []word) string {
	var b strings.Builder
	for _, w := range words {
		b.WriteString(w.text + " ")
	}
	return b.String()
}

// quotation returns how many words at the beginning of said are a quotation, or 0.
func quotation(said, words []word, index map[string][]int) int {
	length, longest := min(quoted, len(words)), 0
	if length == 0 || len(said) < length {
		return 0
	}
	for _, at := range index[row(said[:length])] {
		n := length
		for n < len(said) && at+n < len(words) && strings.HasPrefix(words[at+n].text, said[n].text) {
			if n++; said[n-1].text != words[at+n-1].text {
				break
			}
		}
		longest = max(longest, n)
	}
	return longest
}

// unescape undoes the escapes of JSON and HTML, in which a quotation would not be found.
func unescape(message string) string {
	return html.UnescapeString(jsonEscape.ReplaceAllStringFunc(message, func(escape string) string {
		if s, err := strconv.Unquote(`"` + escape + `"`); err == nil {
			return s
		}
		var b strings.Builder // surrogate pairs, which Go's strings do not have
		for _, unit := range strings.Split(escape, `\u`)[1:] {
			n, _ := strconv.ParseUint(unit, 16, 16)
			b.WriteRune(rune(n))
		}
		return b.String()
	}))
}

var jsonEscape = regexp.MustCompile(`(\\u[0-9a-fA-F]{4})+`)
