package spoken

// sayPartOfUnit is for "½ km", half a kilometer, and "1½ miles".
func sayPartOfUnit(m match) (string, bool) {
	unit, ok := enUnitOf(m.groups[3])
	parts := enFractionSigns[m.groups[2]]
	switch {
	case m.groups[1] != "":
		return enMixedNumber(m.groups[1], parts[0], parts[1]) + " " + unit.plural(), ok
	case parts == [2]int64{1, 2}:
		return "half a " + unit.one, ok
	}
	return enFraction(parts[0], parts[1]) + " of a " + unit.one, ok
}

// sayUnitTwice is for "100m x 50m" and "6km-7km": the unit is said once.
func sayUnitTwice(m match) (string, bool) {
	unit, ok := enUnitOf(m.groups[2])
	if m.groups[2] == "m" && enCounts(m.after) {
		unit = enUnit{"million", "million"}
	}
	joiner := enTo(m.before)
	if between := m.groups[0]; !enDashInside().MatchString(between) {
		joiner = " by "
	}
	return enNumber(m.groups[1]) + joiner + enNumber(m.groups[3]) + " " + unit.plural(), ok && m.groups[2] == m.groups[4] && len(m.groups[2]) > 0
}

var enDashInside = lazy(enPattern(`[a-z] ?<dash> ?[\d.]`))
