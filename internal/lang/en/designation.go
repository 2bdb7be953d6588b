package en

import (
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/rewrite"
	"github.com/aloud-audio/aloud/internal/lazyregexp"
)

// designationRules expand names of letters and digits. Letters are said like initialisms, digits
// like codes: "Kh-101" is "K H one oh one". Names in lower case stay: Su, Mi, Shahed.
var designationRules = []rewrite.Rule{
	{Name: "designation", Pattern: `\b((?:[A-Z][a-z]?\d*)*[A-Z][a-z]?[₀-₉]+[A-Z\d₀-₉]*|CO2|H2O|NO2|SO2|CH4|PM2\.5|PM10)`, Say: alone(func(m rewrite.Match) (string, bool) {
		return formula(m.Groups[1]), true
	})},
	{Name: "designation", Pattern: `\b([A-Z]{1,2}\d{2,4})([a-z]{3,})\b`, Say: alone(func(m rewrite.Match) (string, bool) { // A320neo
		return runs(m.Groups[1]) + " " + m.Groups[2], true
	})},
	{Name: "designation", Pattern: `\b([A-Z][A-Za-z]{0,13})[-‑–](\d{1,5})([A-Za-z][A-Z\d]{0,4})?((?:[’']?s)?)(?:/(\d{1,3})((?:[’']?s)?))?\b`, Say: alone(sayHyphenated)},
	{Name: "designation", Pattern: `\b(\d[A-Z])-(\d{2,3})([A-Z]?)\b`, Say: alone(func(m rewrite.Match) (string, bool) { // 3M-54
		return strings.TrimSpace(runs(m.Groups[1]) + " " + code(m.Groups[2]) + " " + spelled(m.Groups[3])), true
	})},
	{Name: "designation", Pattern: `\b(7\d7)-(\d{1,3})([A-Z]{1,3})\b`, Say: alone(func(m rewrite.Match) (string, bool) { // 777-200ER
		name, ok := list("boeing")[m.Groups[1]]
		return name + " " + code(m.Groups[2]) + " " + spelled(m.Groups[3]), ok
	})},
	{Name: "designation", Pattern: `[-‑–](\d{1,5})\b`, Say: alone(func(m rewrite.Match) (string, bool) { // after a name from the site's lexicon
		return " " + code(m.Groups[1]), isUpper(wordBefore(m.Before)) && isWord(lastRune(m.Before)) && !strings.HasPrefix(m.After, "-")
	})},
	{Name: "designation", Pattern: `\b([A-Z]{1,4}\d[A-Z\d]{0,6}|\d{1,3}[A-Z][A-Z\d]{0,6}|[A-Z][a-z]\d{1,3}[A-Z]?)((?:[’']?s)?)\b`, Say: alone(sayMixed)},
	{Name: "designation", Pattern: `\b(\d\d)(s|ers)\b`, Say: alone(sayNicknamed)},
	{Name: "designation", Pattern: `\b([A-Z]+)\+`, Say: alone(func(m rewrite.Match) (string, bool) {
		return initials(m.Groups[1]) + " plus", len(m.Groups[1]) > 1 && (m.After == "" || !isWord(rune(m.After[0])))
	})},
}

// sayNicknamed says the under-21s and the 49ers.
func sayNicknamed(m rewrite.Match) (string, bool) {
	said := cardinal(atoi(m.Groups[1]))
	if m.Groups[2] == "ers" {
		return strings.TrimSuffix(said, "e") + "ers", true
	}
	return plural(said), strings.HasSuffix(m.Before, "-")
}

// sayHyphenated says F-16s, Kh-101, COVID-19, Tu-22M3, T-90M.
func sayHyphenated(m rewrite.Match) (string, bool) {
	name, figures, model, plural := m.Groups[1], m.Groups[2], m.Groups[3], m.Groups[4]
	if model == "s" && plural == "" {
		model, plural = "", "s"
	}
	said := initials(name) + " " + code(figures)
	if model != "" {
		said += " " + runs(model)
	}
	said = withEnding(said, plural, model == "")
	if m.Groups[5] != "" {
		said += " " + withEnding(code(m.Groups[5]), m.Groups[6], true)
	}
	return said, true
}

// sayMixed says G7, M1A2, 2S19, TB2s, 5G and H5N1.
func sayMixed(m rewrite.Match) (string, bool) {
	written, plural := m.Groups[1], m.Groups[2]
	said, ok := list("set_designations")[written]
	if !ok {
		said = runs(written)
	}
	figure := written[len(written)-1] <= '9'
	return withEnding(said, plural, figure), !hasMagnitude(written) || isPlace(m)
}

// hasMagnitude reports true for 200K and 5M, but not for the screen formats 4K and 8K.
func hasMagnitude(written string) bool {
	n := strings.TrimRight(written, "KMB")
	return figures(n) && len(written) == len(n)+1 && written != "4K" && written != "8K"
}

// isPlace reports whether a code of digits and a letter is a location: Apt. 4B, Section 3B, 10B Oak
// St.
func isPlace(m rewrite.Match) bool {
	return placeBefore(m.Before) || streetAhead().MatchString(m.After)
}

func placeBefore(before string) bool {
	return is("places", strings.ToLower(wordBefore(strings.TrimRight(before, "."+spaces))))
}

var (
	streetAhead = lazyregexp.New(pattern(`^ (?:[A-Z][a-z]+ ){1,3}(?:St|Ave|Rd|Blvd|Ln|Dr|Sq|Street|Avenue|Road|Boulevard|Lane|Drive|Square|Way|Court|Place|Terrace)\b`))
)

// withEnding adds an s: digits get a plural (F sixteens), letters an s that sounds like one (A P
// C's).
func withEnding(said, ending string, figures bool) string {
	switch {
	case ending == "s" && figures:
		return plural(said)
	case ending == "s":
		return said + "'s"
	}
	return said + ending
}

var run = lazyregexp.New(`\d+|[A-Z][a-z]|[A-Z]+|[a-z]+`)

// runs says alternating letters and digits.
func runs(written string) string {
	runs := run().FindAllString(written, -1)
	for i, run := range runs {
		switch {
		case figures(run):
			runs[i] = code(run)
		default:
			runs[i] = initials(strings.ToUpper(run[:1]) + run[1:])
		}
	}
	return strings.Join(runs, " ")
}

// formula says a chemical formula: C O two.
func formula(written string) string {
	plain := strings.Map(func(r rune) rune {
		if '₀' <= r && r <= '₉' {
			return r - '₀' + '0'
		}
		return r
	}, written)
	letters := strings.TrimRight(plain, "0123456789.")
	if figures := plain[len(letters):]; strings.Contains(figures, ".") {
		return spelled(letters) + " " + number(figures)
	}
	var said []string
	for _, run := range run().FindAllString(plain, -1) {
		if figures(run) {
			said = append(said, cardinal(atoi(run)))
		} else {
			said = append(said, spelled(run))
		}
	}
	return strings.Join(said, " ")
}

func figures(text string) bool { return text != "" && strings.Trim(text, "0123456789") == "" }

func startsFigure(text string) bool { return text != "" && '0' <= text[0] && text[0] <= '9' }
