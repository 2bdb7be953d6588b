package en

import (
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// sayPartOfUnit says "½ km", half a kilometer, and "1½ miles".
func sayPartOfUnit(m rewrite.Match) (string, bool) {
	unit, ok := unitOf(m.Groups[3])
	switch sign := m.Groups[2]; {
	case m.Groups[1] != "":
		return number(m.Groups[1]) + " and " + list("mixed")[sign] + " " + unit.plural(), ok
	case sign == "½":
		return "half a " + unit.one, ok
	default:
		return list("fraction")[sign] + " of a " + unit.one, ok
	}
}

// sayUnitTwice says "100m x 50m" and "6km-7km", with the unit once.
func sayUnitTwice(m rewrite.Match) (string, bool) {
	unit, ok := unitOf(m.Groups[2])
	if m.Groups[2] == "m" && counts(m.After) {
		unit = unitName{"million", "million"}
	}
	joiner := to(m.Before)
	if between := m.Groups[0]; !dashInside().MatchString(between) {
		joiner = " by "
	}
	return number(m.Groups[1]) + joiner + number(m.Groups[3]) + " " + unit.plural(), ok && m.Groups[2] == m.Groups[4] && len(m.Groups[2]) > 0
}

var dashInside = rewrite.Lazy(pattern(`[a-z] ?<dash> ?[\d.]`))

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
