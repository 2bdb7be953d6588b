package config

import (
	"fmt"
	"slices"
	"strings"

	"github.com/aloud-audio/aloud/internal/speech"
)

const namePrefix = "ALOUD_"

// UnknownVariables reports each unknown ALOUD_ variable, with the nearest known name. A mistyped
// name would otherwise go unnoticed, and its default would apply.
func UnknownVariables(environ []string, providers speech.Registry) (problems []string) {
	var known []string
	for _, v := range Variables(providers) {
		known = append(known, v.Name, v.Name+fileSuffix)
	}
	for _, pair := range environ {
		name, _, _ := strings.Cut(pair, "=")
		if strings.HasPrefix(name, namePrefix) && !slices.Contains(known, name) {
			problems = append(problems, fmt.Sprintf("%s is not a variable of aloud: %s is the nearest", name, nearest(name, known)))
		}
	}
	slices.Sort(problems)
	return problems
}

func nearest(name string, known []string) string {
	return slices.MinFunc(known, func(a, b string) int { return distance(name, a) - distance(name, b) })
}

// distance is how many letters must be added, left out or replaced to make b of a (Levenshtein).
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
