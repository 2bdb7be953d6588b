package spoken

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// ukSpace is the pattern of one space within a number or between it and its unit.
const ukSpace = `[ \x{A0}\x{2009}\x{202F}]`

// ukApart tells whether m begins and ends at the edges of words. Regexp's own \b knows ASCII letters only.
func ukApart(m match) bool {
	first, _ := utf8.DecodeLastRuneInString(m.before)
	last, _ := utf8.DecodeRuneInString(m.after)
	return !ukInWord(first) && !ukInWord(last)
}

func ukInWord(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_')
}

// ukLastWord is the word right before what a rule matched, in lower case, and what is before that.
func ukLastWord(before string) (word, rest string) {
	text := strings.TrimRight(before, " \u00A0\u2009\u202F")
	if len(text) == len(before) {
		return "", before
	}
	start := strings.LastIndexFunc(text, func(r rune) bool { return !ukLetter(r) })
	_, size := utf8.DecodeRuneInString(text[max(start, 0):])
	if start < 0 {
		size = 0
	}
	at := max(start, 0) + size
	return strings.ToLower(text[at:]), text[:at]
}

func ukLetter(r rune) bool {
	return unicode.IsLetter(r) || r == '\'' || r == '’' || r == 'ʼ'
}

// ukNextWords are up to n words right behind what a rule matched, with nothing but single spaces between them.
func ukNextWords(after string, n int) []string {
	var words []string
	for len(words) < n {
		r, size := utf8.DecodeRuneInString(after)
		if !strings.ContainsRune(" \u00A0\u2009\u202F", r) {
			break
		}
		after = after[size:]
		end := strings.IndexFunc(after, func(r rune) bool { return !ukLetter(r) })
		if end < 0 {
			end = len(after)
		}
		if end == 0 {
			break
		}
		words = append(words, after[:end])
		after = after[end:]
	}
	return words
}

// ukNext is the one word right behind, "" if there is none.
func ukNext(after string) string {
	if words := ukNextWords(after, 1); words != nil {
		return words[0]
	}
	return ""
}

func ukCapital(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

// Text behind the last word of a text, and of a sentence that another follows.
var (
	ukTextEnd = lazy(`^["»”’)\]]*\s*$`)
	// ukNumberStarts is a sentence that a calculation begins. Other numbers go on: 1 млн. 200 тис.
	ukNumberStarts = lazy(`^["»”’)\]]*\s+\d+(?:[,.]\d+)? ?[-+=×–—] ?\d`)
	ukSentenceEnd  = lazy(`^["»”’)\]]*\s+["«„“(—–]*\s?[A-ZА-ЯІЇЄҐ]`)
)

// ukStop is the full stop that a spelt out abbreviation still needs: "." where it ended the sentence as well.
func ukStop(m match) string {
	if !strings.HasSuffix(m.groups[0], ".") {
		return ""
	}
	if ukTextEnd().MatchString(m.after) || ukNumberStarts().MatchString(m.after) && !ukOpens(m.before) || ukSentenceEnd().MatchString(m.after) && !ukOpens(m.before) {
		return "."
	}
	return ""
}

// ukOpens tells whether only one word stands between the start of the sentence and the match, so that the sentence can
// hardly end here: "У 2022 р. Україна …".
func ukOpens(before string) bool {
	text := strings.TrimRight(before, " \u00A0")
	start := text[:strings.LastIndexAny(text, " \u00A0\n")+1]
	return text != "" && (strings.TrimSpace(start) == "" || ukSentenceStart().MatchString(start))
}

// ukSentenceStart matches text that ends right before a new sentence: the last word is no short abbreviation.
var ukSentenceStart = lazy(`(?:[\p{L}\d]{4}\.|[!?…]|[)»”"]\.)["»”)]*` + ukSpace + `+["«„(]*$`)

// ukCapitalised keeps a sentence recognisable that begins with what a rule has said.
func ukCapitalised(m match, said string) string {
	r, _ := utf8.DecodeRuneInString(m.groups[0])
	opens := unicode.IsDigit(r) || unicode.IsUpper(r)
	if m.before == "" || !opens || !ukSentenceStart().MatchString(m.before[max(0, len(m.before)-32):]) {
		return said
	}
	return ukTitled(said)
}

func ukTitled(said string) string {
	r, size := utf8.DecodeRuneInString(said)
	return string(unicode.ToUpper(r)) + said[size:]
}
