package spoken

import (
	"maps"
	"slices"
)

// AllRules lists the names of the rules of all languages, sorted. It makes none of them ready, which takes a while.
func AllRules() []string {
	names := map[string]bool{}
	for language := range languages {
		for _, name := range Rules(language) {
			names[name] = true
		}
	}
	return slices.Sorted(maps.Keys(names))
}
