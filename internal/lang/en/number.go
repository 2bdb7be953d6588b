package en

import (
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// Numbers that no other rule claims. A range is said with "to", which suits scores too.
var (
	ordinalRules = []rewrite.Rule{
		{Name: "ordinal", Pattern: `\b(\d{1,3}(?:,\d{3})+|\d+)(?:st|nd|rd|th|ST|ND|RD|TH)\b`, Say: alone(func(m rewrite.Match) (string, bool) {
			figures := ungrouped(m.Groups[1])
			return ordinal(atoi(figures)), len(figures) <= mostFigures
		})},
	}
	scoreRules = []rewrite.Rule{
		{Name: "score", Pattern: `\b(\d{1,3})[-–—‑−](\d{1,3})\b`, Say: alone(func(m rewrite.Match) (string, bool) {
			first, last := atoi(m.Groups[1]), atoi(m.Groups[2])
			return cardinal(first) + " to " + cardinal(last), first >= last && apartDash(m)
		})},
		{Name: "score", Pattern: `\b(\d{1,3}):(\d{1,2})\b`, Say: alone(func(m rewrite.Match) (string, bool) {
			return number(m.Groups[1]) + " to " + number(m.Groups[2]), true
		})},
	}
	numberRules = []rewrite.Rule{
		{Name: "number", Pattern: `\b(\d{1,2}|[a-z])\.?\) `, Say: sayItem},
		{Name: "number", Pattern: `\.(\d\d)(<gap>cal)`, Say: func(m rewrite.Match) (string, bool) { // .50-caliber
			return number(m.Groups[1]) + m.Groups[2], apart(m.Before)
		}},
		{Name: "number", Pattern: `–`, Say: func(m rewrite.Match) (string, bool) {
			return " to ", ranked().MatchString(m.Before) && startsFigure(m.After)
		}},
		{Name: "number", Pattern: `<sign>(?:\b(\d+) ?)?([½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒])`, Say: sayFractionSign},
		{Name: "number", Pattern: `\b(?:(\d+) )?(\d{1,2})/(\d{1,3})(?:rds?|ths?|nds?)?\b`, Say: alone(sayFraction)},
		{Name: "number", Pattern: `\b\d+(?:[.‑–-]\d+){2,5}\b`, Say: alone(sayParts)},
		{Name: "number", Pattern: `\b\d+(?:\.\d+)?(?:/\d+(?:\.\d+)?)+\b`, Say: alone(func(m rewrite.Match) (string, bool) { return sayJoined(m.Groups[0], "/", " slash ") })},
		{Name: "number", Pattern: `<sign><number>(?:([-–—‑−]| ?[×x] ?)<number>)?(?:(x\b|×|-fold\b)|(\+)| ?(hundred|thousand|[mbt]r?illion|ml?n|bl?n|tr?n|[kKmMB])\b\.?(\+)?)?`, Say: alone(sayNumber)},
	}
)

var (
	ranked   = rewrite.Lazy(pattern(`\d(?:s|st|nd|rd|th)$`)) // 1960s–70s, 19th–20th
	european = rewrite.Lazy(pattern(`^[1-9]\d{0,2}(?:\.\d{3})+$`))
)

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

// sayItem says the number or letter of a list item, "1) " or "a) ".
func sayItem(m rewrite.Match) (string, bool) {
	first := m.Before == "" || strings.HasSuffix(m.Before, "\n")
	if rewrite.IsDigit(m.Groups[1][0]) {
		return number(m.Groups[1]) + ", ", first
	}
	return strings.ToUpper(m.Groups[1]) + ", ", first
}

var fractionSigns = map[string][2]int64{
	"½": {1, 2}, "⅓": {1, 3}, "⅔": {2, 3}, "¼": {1, 4}, "¾": {3, 4}, "⅕": {1, 5}, "⅖": {2, 5}, "⅗": {3, 5}, "⅘": {4, 5}, "⅙": {1, 6}, "⅚": {5, 6},
	"⅐": {1, 7}, "⅛": {1, 8}, "⅜": {3, 8}, "⅝": {5, 8}, "⅞": {7, 8}, "⅑": {1, 9}, "⅒": {1, 10},
}

func sayFractionSign(m rewrite.Match) (string, bool) {
	parts := fractionSigns[m.Groups[3]]
	return signed(m.Groups[1], m.Before) + mixedNumber(m.Groups[2], parts[0], parts[1]), true
}

// sayFraction says 1/2, 2 3/4 and 1/16. An improper fraction may be a date or a code.
func sayFraction(m rewrite.Match) (string, bool) {
	top, bottom := atoi(m.Groups[2]), atoi(m.Groups[3])
	usual := bottom >= 2 && (bottom <= 10 || bottom == 12 || bottom == 16 || bottom == 20 || bottom == 32 || bottom == 100)
	return mixedNumber(m.Groups[1], top, bottom), top >= 1 && top < bottom && usual && !strings.HasPrefix(m.After, "/")
}

func mixedNumber(whole string, top, bottom int64) string {
	said := fraction(top, bottom)
	if whole == "" {
		return said
	}
	if top == 1 {
		said = "a" + strings.TrimPrefix(said, "one")
	}
	return wholeNumber(whole) + " and " + said
}

// fraction says one half, three quarters, two thirds.
func fraction(top, bottom int64) string {
	part := ordinal(bottom)
	switch bottom {
	case 2:
		part = "half"
	case 4:
		part = "quarter"
	}
	if top != 1 {
		part = plural(part)
	}
	return cardinal(top) + " " + part
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
