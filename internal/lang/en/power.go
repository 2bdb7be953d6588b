package en

import (
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// sayPower says 10^6 and 10⁶. After four digits, which may be a year, a small superscript figure
// marks a note.
func sayPower(m rewrite.Match) (string, bool) {
	base, power := m.Groups[1], m.Groups[2]+lowered.Replace(m.Groups[3])
	switch {
	case m.Groups[3] != "" && len(base) > 3:
		return "", false
	case power == "2":
		return number(base) + " squared", true
	case power == "3":
		return number(base) + " cubed", true
	}
	figures := strings.TrimLeft(power, "-−")
	return number(base) + " to the power of " + list("signs")[power[:len(power)-len(figures)]] + number(figures), true
}

var lowered = strings.NewReplacer("⁻", "-", "⁰", "0", "¹", "1", "²", "2", "³", "3", "⁴", "4", "⁵", "5", "⁶", "6", "⁷", "7", "⁸", "8", "⁹", "9")

// sayAngle says 40°26′46″N, a position on a map.
func sayAngle(m rewrite.Match) (string, bool) {
	said := of(number(m.Groups[1]), m.Groups[1], "degree")
	for i, part := range []string{"minute", "second"} {
		if figures := m.Groups[i+2]; figures != "" {
			said += " " + of(number(figures), figures, part)
		}
	}
	return strings.TrimSpace(said + " " + list("winds")[m.Groups[4]]), true
}
