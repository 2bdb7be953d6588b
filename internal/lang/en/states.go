package en

import (
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/rewrite"
	"github.com/aloud-audio/aloud/internal/lazyregexp"
)

// stateName returns the name of an American state from its postal code, its news abbreviation
// (Associated Press) or its name.
func stateName(written string) (string, bool) {
	plain := plainState.Replace(written)
	if name, ok := list("states")[plain]; ok {
		return name, true
	}
	for _, name := range list("states") {
		if name == written {
			return name, true
		}
	}
	return "", false
}

var plainState = strings.NewReplacer(".", "", " ", "")

// sayState says "Scranton, Pa." Only the comma before tells it from a word.
func sayState(m rewrite.Match) (string, bool) {
	name, ok := stateName(m.Groups[1])
	city := wordBefore(m.Before)
	return ", " + name + sentenceStop(m.After), ok && isUpper(city) && !is("addressing", city)
}

// sayLoneState says a state without a city: "in Calif., Ill. and Kan.". Some abbreviations are
// words or names as well.
func sayLoneState(m rewrite.Match) (string, bool) {
	name := list("states")[m.Groups[1]]
	another := false
	if listed := stateBefore().FindStringSubmatch(rewrite.Tail(m.Before)); listed != nil {
		_, another = list("states")[listed[1]]
	}
	stop := sentenceStop(m.After)
	inState := is("in_state", strings.ToLower(wordBefore(m.Before))) && (stop == "" || m.After == "")
	told := inState || another || strings.HasPrefix(m.After, " state")
	return name + stop, told || is("only_states", m.Groups[1])
}

// stateBefore matches the end of text with another state before: "Calif., Ill. and ".
var stateBefore = lazyregexp.New(pattern(`\b([A-Z][a-z]+)\.(?:,|,? and|,? or) $`))
