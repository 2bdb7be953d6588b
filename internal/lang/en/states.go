package en

import (
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/rewrite"
	"github.com/aloud-audio/aloud/internal/lazyregexp"
)

// stateName returns the name of an American state, given its postal code, its Associated Press
// abbreviation or its name.
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

// sayState expands "Scranton, Pa." Only the comma distinguishes it from a word.
func sayState(m rewrite.Match) (string, bool) {
	name, ok := stateName(m.Groups[1])
	city := wordBefore(m.Before)
	return ", " + name + sentenceStop(m.After), ok && isUpper(city) && !is("addressing", city)
}

// sayLoneState expands a state without a city: "in Calif., Ill. and Kan.". Some abbreviations are
// also words or names.
func sayLoneState(m rewrite.Match) (string, bool) {
	name := list("states")[m.Groups[1]]
	another := false
	if listed := stateBefore().FindStringSubmatch(rewrite.Tail(m.Before)); listed != nil {
		_, another = list("states")[listed[1]]
	}
	stop := sentenceStop(m.After)
	inState := is("in_state", strings.ToLower(wordBefore(m.Before))) && (stop == "" || m.After == "")
	certain := inState || another || strings.HasPrefix(m.After, " state")
	return name + stop, certain || is("only_states", m.Groups[1])
}

// stateBefore matches text that ends with another state: "Calif., Ill. and ".
var stateBefore = lazyregexp.New(pattern(`\b([A-Z][a-z]+)\.(?:,|,? and|,? or) $`))
