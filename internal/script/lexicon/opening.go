package lexicon

import (
	"strings"

	"github.com/aloud-audio/aloud/internal/lang"
)

// opening distinguishes names from ordinary words at the beginning of a sentence, where every word
// has a capital. It uses the sections "names: …" of a language's text file.
type opening struct {
	endings  []string // endings that only names have
	ordinary []string // endings that names seldom have
	before   []string // words that follow a name, or their endings after a hyphen: verbs
	apposed  []string // words that follow a name and a comma: who
}

func openingOf(language string) opening {
	return opening{
		endings:  lang.WordsOnly(language, "names: endings"),
		ordinary: lang.WordsOnly(language, "names: ordinary"),
		before:   lang.WordsOnly(language, "names: before"),
		apposed:  lang.WordsOnly(language, "names: apposed"),
	}
}

// isName reports whether the tokens from i to end, at the beginning of a sentence, are a name,
// judging by their own ending, or by another name, a verb, or a comma with a relative or an age
// that follows.
func (o opening) isName(r reading, i, end int) bool {
	_, name := r.keys(i, end)
	if endsIn(name, o.endings) {
		return true
	}
	if len(o.before) == 0 || endsIn(name, o.ordinary) || end+1 >= r.len() {
		return false
	}
	if mark, _ := r.keys(end, end+1); mark == "," {
		return o.isApposed(r, end+1)
	} else if mark != " " {
		return false
	}
	_, next := r.keys(end+1, end+2)
	return nameAt(r, end+1) > 0 || follows(next, o.before)
}

// isApposed reports whether the words after a name's comma describe a person: ", who", ", 34,".
func (o opening) isApposed(r reading, i int) bool {
	if i+2 >= r.len() {
		return false
	}
	_, word := r.keys(i+1, i+2)
	mark, _ := r.keys(i+2, i+3)
	age := len(word) == 2 && strings.Trim(word, "0123456789") == "" && mark == ","
	return age || follows(word, o.apposed)
}

func endsIn(word string, endings []string) bool {
	for _, ending := range endings {
		if strings.HasSuffix(word, ending) {
			return true
		}
	}
	return false
}

// follows reports whether a word, or its ending, is in a list.
func follows(word string, listed []string) bool {
	for _, one := range listed {
		ending, isEnding := strings.CutPrefix(one, "-")
		if word == one || isEnding && strings.HasSuffix(word, ending) {
			return true
		}
	}
	return false
}
