package en

import (
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// Numbers that no other rule claims. A range is said with "to", which suits scores too.
var (
	scoreRules = []rewrite.Rule{
		{Name: "score", Pattern: `\b(\d{1,3})[-–—‑−](\d{1,3})\b`, Say: alone(func(m rewrite.Match) (string, bool) {
			first, last := atoi(m.Groups[1]), atoi(m.Groups[2])
			return cardinal(first) + " to " + cardinal(last), first >= last && apartDash(m)
		})},
	}
	numberRules = []rewrite.Rule{
		{Name: "number", Pattern: `\b\d+(?:[.‑–-]\d+){2,5}\b`, Say: alone(sayParts)},
		{Name: "number", Pattern: `\b\d+(?:\.\d+)?(?:/\d+(?:\.\d+)?)+\b`, Say: alone(func(m rewrite.Match) (string, bool) { return sayJoined(m.Groups[0], "/", " slash ") })},
		{Name: "number", Pattern: `<sign><number>(?:([-–—‑−]| ?[×x] ?)<number>)?(?:(x\b|×|-fold\b)|(\+)| ?(hundred|thousand|[mbt]r?illion|ml?n|bl?n|tr?n|[kKmMB])\b\.?(\+)?)?`, Say: alone(sayNumber)},
	}
)

var european = rewrite.Lazy(pattern(`^[1-9]\d{0,2}(?:\.\d{3})+$`))

func apartDash(m rewrite.Match) bool {
	return !strings.HasPrefix(m.After, "-") && !strings.HasSuffix(m.Before, "-") && !strings.HasPrefix(m.After, "–")
}

// sayNumber says 1,234.5, −15, ~200, 30–40, 4×4, 10x, 100+ and 1.5M.
func sayNumber(m rewrite.Match) (string, bool) {
	sign, first, joiner, last, times, plus, magnitude := m.Groups[1], m.Groups[2], m.Groups[3], m.Groups[4], m.Groups[5], m.Groups[6], m.Groups[7]
	if magnitude == "m" && !counts(m.After) || strings.HasPrefix(first, ".") && !apart(m.Before) {
		return "", false
	}
	said := signed(sign, m.Before) + number(first)
	if last != "" {
		said += sayJoiner(joiner, m.Before) + number(last)
	}
	switch {
	case times == "-fold":
		said += "fold"
	case times != "":
		said += " times"
	case plus != "":
		said += " plus"
	case magnitude != "":
		said += " " + magnitudeWord(magnitude) + dot(m)
		if m.Groups[8] != "" {
			said += " plus"
		}
	}
	return said, true
}

// sayParts says versions (3.5.1), formations (4-4-2) and numbers grouped as in Europe (1.000.000).
func sayParts(m rewrite.Match) (string, bool) {
	if european().MatchString(m.Groups[0]) {
		return number(strings.ReplaceAll(m.Groups[0], ".", "")), true
	}
	if strings.ContainsAny(m.Groups[0], "-–‑") {
		return sayJoined(strings.NewReplacer("–", "-", "‑", "-").Replace(m.Groups[0]), "-", " ")
	}
	return sayJoined(m.Groups[0], ".", " point ")
}

func sayJoined(written, separator, said string) (string, bool) {
	parts := strings.Split(written, separator)
	for i, part := range parts {
		switch {
		case strings.Contains(part, "."):
			parts[i] = number(part)
		case separator == "/" && len(part) == 4 && part[0] <= '2':
			parts[i] = code(part)
		default:
			parts[i] = wholeNumber(part)
		}
	}
	return strings.Join(parts, said), true
}

// of returns a count of a noun.
func of(words, figures, noun string) string {
	if strings.TrimLeft(figures, "0") == "1" {
		return words + " " + noun
	}
	return words + " " + plural(noun)
}
