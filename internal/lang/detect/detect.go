// Package detect finds the language of a text from its script and its trigrams. It never reads
// markup or metadata, and has no rules for single languages: only a table of frequencies per
// language. The article stage calls it when neither the CMS nor the page states the language.
package detect

import (
	"slices"
	"strings"
	"unicode"
)

const (
	// enough is how many letters are read. More would not change the result.
	enough = 2000
	// fewest is how many letters outside quotations are enough to decide for the whole text.
	fewest = 20
)

// Differences of log probabilities (natural logarithm). A text of 60 characters usually favours its
// language by 20 or more.
const (
	// certain is how much more probable a language must be than the expected one to overrule it.
	certain = 10
	// distinct is how much more probable a language must be than the second best.
	distinct = 5
)

// Language returns the language of a text as a tag without a region, or "" if the text does not
// decide. expected is the probable language, or "". A short text overrules it only if it is clearly
// in another language. A text in a script that the expected language does not use always gets a
// language.
func Language(text, expected string) string {
	letters := scan(Unquoted(text))
	if letters.read < fewest {
		letters = scan(text)
	}
	if only := letters.soleLanguage(); only != "" {
		return only
	}
	m := models()[letters.script]
	if m == nil {
		return ""
	}
	return m.decide(m.score(letters.words), expected)
}

// decide returns the most probable language, or "" if another one is nearly as probable.
func (m *model) decide(scores []float64, expected string) string {
	best, second := bestTwo(scores)
	column := m.index(expected)
	switch {
	case column == best:
	case column >= 0 && scores[best]-scores[column] < certain:
		return ""
	case column != second && scores[best]-scores[second] < distinct && (column >= 0 || m.script == unicode.Latin):
		return ""
	}
	return m.languages[best]
}

func bestTwo(scores []float64) (best, second int) {
	best, second = 0, 1
	if scores[second] > scores[best] {
		best, second = second, best
	}
	for i := 2; i < len(scores); i++ {
		switch {
		case scores[i] > scores[best]:
			best, second = i, best
		case scores[i] > scores[second]:
			second = i
		}
	}
	return best, second
}

// score returns the log probability of the text in each language.
func (m *model) score(words []string) []float64 {
	levels, unknown := slices.Clone(m.priors), 0 // trigrams
	for _, word := range words {
		letters := []rune(word)
		for i := range max(0, len(letters)-2) {
			row, known := m.rows[trigram(letters[i:i+3])]
			if !known {
				unknown++
				continue
			}
			for l, level := range m.levels[row : row+len(levels)] {
				levels[l] += int(level)
			}
		}
	}
	scores := make([]float64, len(levels))
	for l, level := range levels {
		scores[l] = -float64(level+unknown*rare) / stepsPerNat
	}
	return scores
}

// words are the words in the text's most frequent script, in lower case.
type words struct {
	script *unicode.RangeTable
	words  []string
	small  []string                    // the words that had no capital
	counts map[*unicode.RangeTable]int // letters by script
	read   int                         // number of letters
}

// count counts the letters of a word, most of which share a script.
func (w *words) count(word string) {
	var script *unicode.RangeTable
	letters := 0
	for _, r := range word {
		if s := scriptOf(r); s != script {
			w.counts[script] += letters
			script, letters = s, 0
		}
		letters++
		w.read++
	}
	w.counts[script] += letters
}

// scan splits the first letters of a text into words.
func scan(text string) words {
	w := words{counts: make(map[*unicode.RangeTable]int)}
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		w.count(word)
		lower := strings.ToLower(word)
		w.words = append(w.words, lower)
		if lower == word {
			w.small = append(w.small, word)
		}
		if w.read > enough {
			break
		}
	}
	for script, n := range w.counts {
		if script != nil && (w.script == nil || n > w.counts[w.script]) {
			w.script = script
		}
	}
	return w
}
