package spoken

import "strings"

// ukSayAngle is the rule for places on a map: "48°27′N", "50°27′1″".
func ukSayAngle(m match) (string, bool) {
	var said []string
	for i, noun := range []string{"градус", "мінута", "секунда"} {
		if m.groups[i+1] == "" {
			continue
		}
		n, ok := ukParse(strings.ReplaceAll(m.groups[i+1], ".", ","))
		if !ok {
			return "", false
		}
		said = append(said, n.of(ukNouns[noun], ukNominative))
	}
	if wind := ukWinds[m.groups[4]]; wind != "" {
		said = append(said, wind)
	}
	return strings.Join(said, " "), ukFreeDigits(m.before)
}

var ukWinds = map[string]string{"N": "північної широти", "S": "південної широти", "E": "східної довготи", "W": "західної довготи"}
