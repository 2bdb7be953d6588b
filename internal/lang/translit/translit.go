// Package translit respells a text in letters that a voice reads: a Greek name in an English
// article becomes Latin. Tables in the languages' folders define the spelling for each script and
// each language of the voice. What no table has is spelled as Unidecode does.
//
// It finds runs of letters in scripts that the voice lacks, and respells them. It does not decide
// what is read, and does not change text in scripts that the voice has. Package lang calls it.
package translit

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/lang/letters"
)

// Span is a run of a text (End is exclusive) with its respelling.
type Span struct {
	Start, End int // bytes
	Spelled    string
}

// Reader describes a voice: the scripts that it reads, and the tables of its language, which are
// tried in order.
type Reader struct {
	Scripts []*unicode.RangeTable
	Tables  []*Table
}

// Spell returns the runs of text in scripts that the reader lacks, in order. language (the base of
// a BCP 47 tag) is that of the text, or "" if it is unknown.
func (r Reader) Spell(text, language string) []Span {
	var spans []Span
	for from := 0; ; {
		group := r.nextGroup(text, from)
		if len(group) == 0 {
			return spans
		}
		around := text[group[0].Start:group[len(group)-1].End]
		for _, run := range group {
			run.Spelled = r.spellRun(text[run.Start:run.End], around, language)
			if run.Spelled != text[run.Start:run.End] {
				spans = append(spans, run)
			}
		}
		from = group[len(group)-1].End
	}
}

// nextGroup returns the next runs that are separated only by spaces and hyphens: the parts of a
// name.
func (r Reader) nextGroup(text string, from int) (group []Span) {
	for {
		run := r.nextRun(text, from)
		if run.End == 0 || len(group) > 0 && strings.Trim(text[from:run.Start], " -\u00A0") != "" {
			return group
		}
		group = append(group, run)
		from = run.End
	}
}

// nextRun returns the next letters in a script that the reader lacks, with the marks, digits and
// apostrophes between them.
func (r Reader) nextRun(text string, from int) Span {
	i := from
	for i < len(text) {
		c, size := utf8.DecodeRuneInString(text[i:])
		if r.lacks(c) {
			break
		}
		i += size
	}
	if i == len(text) {
		return Span{}
	}
	run := Span{Start: i}
	for i < len(text) {
		c, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case r.lacks(c) || unicode.IsMark(c):
			run.End = i + size
		case !isApostrophe(c) && !unicode.Is(unicode.Lm, c):
			return run
		}
		i += size
	}
	return run
}

// lacks reports whether the reader cannot read a letter or digit.
func (r Reader) lacks(c rune) bool {
	if !unicode.IsLetter(c) && (c < utf8.RuneSelf || !unicode.IsDigit(c)) || unicode.In(c, r.Scripts...) {
		return false
	}
	return unicode.IsDigit(c) || !unicode.In(c, unicode.Common, unicode.Inherited)
}

func isApostrophe(c rune) bool { return c == '\'' || c == '\u2019' || c == '\u02BC' }

// rounds is how often a run is respelled: Chinese characters become Latin letters, and these
// Cyrillic.
const rounds = 2

func (r Reader) spellRun(run, around, language string) string {
	for range rounds {
		spelled := cased(run, r.small(run, around, language))
		if spelled == run || !strings.ContainsFunc(spelled, r.lacks) {
			return spelled
		}
		run, around, language = spelled, spelled, ""
	}
	return run
}

// small respells a run in lower case. Capitals that are not a word are spelled letter by letter.
func (r Reader) small(run, around, language string) string {
	if words := separate(run); len(words) > 1 {
		for i, word := range words {
			words[i] = r.small(strings.ToLower(word), around, language)
		}
		return strings.Join(words, " ")
	}
	first, _ := utf8.DecodeRuneInString(run)
	for _, table := range r.Tables {
		if s := table.choose(first, strings.ToLower(around), language); s != nil {
			return s.spell(strings.ToLower(run))
		}
	}
	if unicode.Is(unicode.Latin, first) {
		return run
	}
	return plain(run)
}

// separate splits a run into what is spelled separately: words, or the letters of an all-caps run
// without a vowel.
func separate(run string) []string {
	if isCapitals(run) && !letters.HaveVowel(run) {
		return strings.Split(run, "")
	}
	return strings.Fields(run)
}

// cased applies the capitals of the run to its respelling. A name in a script without capitals gets
// an initial capital.
func cased(run, spelled string) string {
	if isCapitals(run) {
		return strings.ToUpper(spelled)
	}
	words := strings.Split(spelled, " ")
	for i, word := range words {
		letter, size := utf8.DecodeRuneInString(word)
		if first, _ := utf8.DecodeRuneInString(run); unicode.IsUpper(first) || !unicode.IsLower(first) && i == 0 {
			words[i] = strings.ToUpper(string(letter)) + word[size:]
		}
	}
	return strings.Join(words, " ")
}

// isCapitals reports whether a run consists of capitals only, and of more than one.
func isCapitals(run string) bool {
	return utf8.RuneCountInString(run) > 1 && strings.ToUpper(run) == run && strings.ToLower(run) != run
}

// Scripts returns the scripts with the given Unicode names, which are separated by spaces.
func Scripts(names string) []*unicode.RangeTable {
	var scripts []*unicode.RangeTable
	for name := range strings.FieldsSeq(names) {
		if script := unicode.Scripts[name]; script != nil && !slices.Contains(scripts, script) {
			scripts = append(scripts, script)
		}
	}
	return scripts
}
