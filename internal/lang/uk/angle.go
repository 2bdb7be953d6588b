package uk

import (
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// sayAngle says positions on a map: "48°27′N", "50°27′1″".
func sayAngle(m rewrite.Match) (string, bool) {
	var said []string
	for i, noun := range []string{"градус", "мінута", "секунда"} {
		if m.Groups[i+1] == "" {
			continue
		}
		n, ok := parse(strings.ReplaceAll(m.Groups[i+1], ".", ","))
		if !ok {
			return "", false
		}
		said = append(said, n.of(nouns()[noun], nominative))
	}
	if wind := vocab().Winds[m.Groups[4]]; wind != "" {
		said = append(said, wind)
	}
	return strings.Join(said, " "), freeDigits(m.Before)
}
