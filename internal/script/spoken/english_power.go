package spoken

import "strings"

// sayPower is for 10^6 and 10⁶. Behind four figures, a year, a small raised figure is the mark of a note.
func sayPower(m match) (string, bool) {
	base, power := m.groups[1], m.groups[2]+enLowered.Replace(m.groups[3])
	switch {
	case m.groups[3] != "" && len(base) > 3:
		return "", false
	case power == "2":
		return enNumber(base) + " squared", true
	case power == "3":
		return enNumber(base) + " cubed", true
	}
	figures := strings.TrimLeft(power, "-−")
	return enNumber(base) + " to the power of " + enSigns[power[:len(power)-len(figures)]] + enNumber(figures), true
}

var enLowered = strings.NewReplacer("⁻", "-", "⁰", "0", "¹", "1", "²", "2", "³", "3", "⁴", "4", "⁵", "5", "⁶", "6", "⁷", "7", "⁸", "8", "⁹", "9")

// sayAngle is for 40°26′46″N, as of a place on a map.
func sayAngle(m match) (string, bool) {
	said := enOf(enNumber(m.groups[1]), m.groups[1], "degree")
	for i, part := range []string{"minute", "second"} {
		if figures := m.groups[i+2]; figures != "" {
			said += " " + enOf(enNumber(figures), figures, part)
		}
	}
	return strings.TrimSpace(said + " " + enWinds[m.groups[4]]), true
}

var enWinds = map[string]string{"N": "north", "S": "south", "E": "east", "W": "west"}
