package spoken

import "strings"

// Numbers that nothing else claimed. A range is said with "to", which serves scores too.
var (
	englishOrdinals = []rule{
		{"ordinal", `\b(\d{1,3}(?:,\d{3})+|\d+)(?:st|nd|rd|th|ST|ND|RD|TH)\b`, enAlone(func(m match) (string, bool) {
			figures := enUngrouped(m.groups[1])
			return enRank(enWhole(figures)), len(figures) <= enMostFigures
		})},
	}
	englishScores = []rule{
		{"score", `\b(\d{1,3})[-–—‑−](\d{1,3})\b`, enAlone(func(m match) (string, bool) {
			first, last := enInt(m.groups[1]), enInt(m.groups[2])
			return enCardinal(first) + " to " + enCardinal(last), first >= last && enApartDash(m)
		})},
		{"score", `\b(\d{1,3}):(\d{1,2})\b`, enAlone(func(m match) (string, bool) {
			return enNumber(m.groups[1]) + " to " + enNumber(m.groups[2]), true
		})},
	}
	englishNumbers = []rule{
		{"number", `[①-⑳]`, func(m match) (string, bool) { return enCardinal(int64(enFirstRune(m.groups[0]) - '①' + 1)), true }},
		{"number", `\b(\d+)(?:\^([−-]?\d+)|([⁻]?[⁰¹²³⁴-⁹]+))`, enAlone(sayPower)},
		{"number", `\b(\d{1,3})\+(\d{1,2})['’′]`, func(m match) (string, bool) { // the minute 45+2'
			return enNumber(m.groups[1]) + " plus " + enNumber(m.groups[2]), !enJoinedBefore(m)
		}},
		{"number", `\b(\d{1,2}|[a-z])\.?\) `, sayItem},
		{"number", `\.(\d\d)(<gap>cal)`, func(m match) (string, bool) { // .50-caliber
			return enNumber(m.groups[1]) + m.groups[2], enApart(m.before)
		}},
		{"number", `–`, func(m match) (string, bool) { return " to ", enRanked().MatchString(m.before) && startsFigure(m.after) }},
		{"number", `<sign>(?:\b(\d+) ?)?([½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒])`, sayFractionSign},
		{"number", `\b(?:(\d+) )?(\d{1,2})/(\d{1,3})(?:rds?|ths?|nds?)?\b`, enAlone(sayFraction)},
		{"number", `\b\d+(?:[.‑–-]\d+){2,5}\b`, enAlone(sayParts)},
		{"number", `\b\d+(?:/\d+)+\b`, enAlone(func(m match) (string, bool) { return sayJoined(m.groups[0], "/", " slash ") })},
		{"number", `<sign><number>(?:([-–—‑−]| ?[×x] ?)<number>)?(?:(x\b|×|-fold\b)|(\+)| ?(hundred|thousand|[mbt]r?illion|ml?n|bl?n|tr?n|[kKmMB])\b\.?(\+)?)?`, enAlone(sayNumber)},
	}
)

var (
	enRanked   = lazy(enPattern(`\d(?:s|st|nd|rd|th)$`)) // 1960s–70s, 19th–20th
	enEuropean = lazy(enPattern(`^[1-9]\d{0,2}(?:\.\d{3})+$`))
)

func enApartDash(m match) bool {
	return !strings.HasPrefix(m.after, "-") && !strings.HasSuffix(m.before, "-") && !strings.HasPrefix(m.after, "–")
}

// sayNumber is for 1,234.5, −15, ~200, 30–40, 4×4, 10x, 100+ and 1.5M.
func sayNumber(m match) (string, bool) {
	sign, first, joiner, last, times, plus, magnitude := m.groups[1], m.groups[2], m.groups[3], m.groups[4], m.groups[5], m.groups[6], m.groups[7]
	if magnitude == "m" && !enCounts(m.after) || strings.HasPrefix(first, ".") && !enApart(m.before) {
		return "", false
	}
	said := enSigned(sign, m.before) + enNumber(first)
	if last != "" {
		said += enJoiner(joiner, m.before) + enNumber(last)
	}
	switch {
	case times == "-fold":
		said += "fold"
	case times != "":
		said += " times"
	case plus != "":
		said += " plus"
	case magnitude != "":
		said += " " + enMagnitude(magnitude) + enDot(m)
		if m.groups[8] != "" {
			said += " plus"
		}
	}
	return said, true
}

// sayItem is for the number or letter of an item, "1) " or "a) ".
func sayItem(m match) (string, bool) {
	first := m.before == "" || strings.HasSuffix(m.before, "\n")
	if isDigit(m.groups[1][0]) {
		return enNumber(m.groups[1]) + ", ", first
	}
	return strings.ToUpper(m.groups[1]) + ", ", first
}

var enFractionSigns = map[string][2]int64{
	"½": {1, 2}, "⅓": {1, 3}, "⅔": {2, 3}, "¼": {1, 4}, "¾": {3, 4}, "⅕": {1, 5}, "⅖": {2, 5}, "⅗": {3, 5}, "⅘": {4, 5}, "⅙": {1, 6}, "⅚": {5, 6},
	"⅐": {1, 7}, "⅛": {1, 8}, "⅜": {3, 8}, "⅝": {5, 8}, "⅞": {7, 8}, "⅑": {1, 9}, "⅒": {1, 10},
}

func sayFractionSign(m match) (string, bool) {
	parts := enFractionSigns[m.groups[3]]
	return enSigned(m.groups[1], m.before) + enMixedNumber(m.groups[2], parts[0], parts[1]), true
}

// sayFraction is for 1/2, 2 3/4 and 1/16; what is no proper fraction may be a date or a code.
func sayFraction(m match) (string, bool) {
	top, bottom := enInt(m.groups[2]), enInt(m.groups[3])
	usual := bottom >= 2 && (bottom <= 10 || bottom == 12 || bottom == 16 || bottom == 20 || bottom == 32 || bottom == 100)
	return enMixedNumber(m.groups[1], top, bottom), top >= 1 && top < bottom && usual && !strings.HasPrefix(m.after, "/")
}

func enMixedNumber(whole string, top, bottom int64) string {
	said := enFraction(top, bottom)
	if whole == "" {
		return said
	}
	if top == 1 {
		said = "a" + strings.TrimPrefix(said, "one")
	}
	return enWhole(whole) + " and " + said
}

// enFraction says one half, three quarters, two thirds.
func enFraction(top, bottom int64) string {
	part := enOrdinal(bottom)
	switch bottom {
	case 2:
		part = "half"
	case 4:
		part = "quarter"
	}
	if top != 1 {
		part = enPlural(part)
	}
	return enCardinal(top) + " " + part
}

// sayParts is for versions (3.5.1), formations (4-4-2) and numbers that are grouped as in Europe (1.000.000).
func sayParts(m match) (string, bool) {
	if enEuropean().MatchString(m.groups[0]) {
		return enNumber(strings.ReplaceAll(m.groups[0], ".", "")), true
	}
	if strings.ContainsAny(m.groups[0], "-–‑") {
		return sayJoined(strings.NewReplacer("–", "-", "‑", "-").Replace(m.groups[0]), "-", " ")
	}
	return sayJoined(m.groups[0], ".", " point ")
}

func sayJoined(written, separator, said string) (string, bool) {
	parts := strings.Split(written, separator)
	for i, part := range parts {
		switch {
		case strings.Contains(part, "."):
			return "", false
		case separator == "/" && len(part) == 4 && part[0] <= '2':
			parts[i] = enYear(enInt(part))
		default:
			parts[i] = enWhole(part)
		}
	}
	return strings.Join(parts, said), true
}

// enOf is a count of a noun.
func enOf(words, figures, noun string) string {
	if strings.TrimLeft(figures, "0") == "1" {
		return words + " " + noun
	}
	return words + " " + enPlural(noun)
}
