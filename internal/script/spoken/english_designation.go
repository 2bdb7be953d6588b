package spoken

import "strings"

// Designations are names of letters and figures. Letters are said as an initialism is, figures as people say codes: "Kh-101"
// is "K H one oh one". Names in small letters stay: Su, Mi, Shahed.
var englishDesignations = []rule{
	{"designation", `\b(24/7|9/11|50-50|4x4|P5\+1)\b`, enAlone(func(m match) (string, bool) {
		return enSetNumbers[m.groups[1]], true
	})},
	{"designation", `\b((?:[A-Z][a-z]?\d*)*[A-Z][a-z]?[₀-₉]+[A-Z\d₀-₉]*|CO2|H2O|NO2|SO2|CH4|PM2\.5|PM10)`, enAlone(func(m match) (string, bool) {
		return enFormula(m.groups[1]), true
	})},
	{"designation", `\b(Boeing|Airbus|Flight|flight|Route|Highway|Interstate|Room|room|Resolution|resolution|Embraer|Antonov)<gap>(\d{2,4})(?:-(\d{1,4}))?\b`, enAlone(func(m match) (string, bool) {
		said := m.groups[1] + " " + enCode(m.groups[2])
		if m.groups[3] != "" {
			said += " " + enCode(m.groups[3])
		}
		return said, true
	})},
	{"designation", `\b(7[0-8]7)-(\d{1,4})\b`, enAlone(func(m match) (string, bool) { // the Boeing 737-800
		return enCode(m.groups[1]) + " " + enCode(m.groups[2]), !enCounts(m.after)
	})},
	{"designation", `\b([A-Z]{1,2}\d{2,4})([a-z]{3,})\b`, enAlone(func(m match) (string, bool) { // A320neo
		return enRuns(m.groups[1]) + " " + m.groups[2], true
	})},
	{"designation", `\b(\d{3,4})p\b`, enAlone(func(m match) (string, bool) { return enCode(m.groups[1]) + " P", true })}, // 1080p
	{"designation", `\b([A-Z][A-Za-z]{0,13})[-‑–](\d{1,5})([A-Za-z][A-Z\d]{0,4})?((?:[’']?s)?)(?:/(\d{1,3}))?\b`, enAlone(sayHyphenated)},
	{"designation", `[-‑–](\d{1,5})\b`, enAlone(func(m match) (string, bool) { // behind a name that the site says
		return " " + enCode(m.groups[1]), enIsUpper(enWordBefore(m.before)) && enIsWord(enLastRune(m.before)) && !strings.HasPrefix(m.after, "-")
	})},
	{"designation", `\b([A-Z]{1,4}\d[A-Z\d]{0,6}|\d{1,3}[A-Z][A-Z\d]{0,6}|[A-Z][a-z]\d{1,3}[A-Z]?)((?:[’']?s)?)\b`, enAlone(sayMixed)},
	{"designation", `\b(\d\d)(s|ers)\b`, enAlone(sayNicknamed)},
	{"designation", `\b([A-Z]+)\+`, enAlone(func(m match) (string, bool) {
		return enInitials(m.groups[1]) + " plus", len(m.groups[1]) > 1 && (m.after == "" || !enIsWord(rune(m.after[0])))
	})},
}

// sayNicknamed is for the under-21s and the 49ers.
func sayNicknamed(m match) (string, bool) {
	said := enCardinal(enInt(m.groups[1]))
	if m.groups[2] == "ers" {
		return strings.TrimSuffix(said, "e") + "ers", true
	}
	return enPlural(said), strings.HasSuffix(m.before, "-")
}

// enSetNumbers are names of figures that nothing in them tells how to say.
var enSetNumbers = map[string]string{
	"24/7": "twenty-four seven", "9/11": "nine eleven", "50-50": "fifty fifty", "4x4": "four by four",
	"P5+1": "P five plus one",
}

// enSetDesignations are said like no other.
var enSetDesignations = map[string]string{"M777": "M triple seven", "MI6": "M I six", "MI5": "M I five", "WW1": "World War One", "WW2": "World War Two", "B2B": "B to B", "B2C": "B to C"}

// sayHyphenated is for F-16s, Kh-101, COVID-19, Tu-22M3, T-90M.
func sayHyphenated(m match) (string, bool) {
	name, figures, model, plural := m.groups[1], m.groups[2], m.groups[3], m.groups[4]
	if model == "s" && plural == "" {
		model, plural = "", "s"
	}
	said := enInitials(name) + " " + enCode(figures)
	if model != "" {
		said += " " + enRuns(model)
	}
	said = enWithEnding(said, plural, model == "")
	if m.groups[5] != "" {
		said += " " + enCode(m.groups[5])
	}
	return said, true
}

// sayMixed is for G7, M1A2, 2S19, TB2s, 5G and H5N1.
func sayMixed(m match) (string, bool) {
	written, plural := m.groups[1], m.groups[2]
	said, ok := enSetDesignations[written]
	if !ok {
		said = enRuns(written)
	}
	figure := written[len(written)-1] <= '9'
	return enWithEnding(said, plural, figure), !enHasMagnitude(written) || enIsPlace(m)
}

// enHasMagnitude is true of 200K and 5M, but not of the screens 4K and 8K.
func enHasMagnitude(written string) bool {
	n := strings.TrimRight(written, "KMB")
	return enFigures(n) && len(written) == len(n)+1 && written != "4K" && written != "8K"
}

// enIsPlace tells whether a code of figures and a letter is where something is: Apt. 4B, Section 3B, 10B Oak St.
func enIsPlace(m match) bool {
	return enPlaceBefore(m.before) || enStreetAhead().MatchString(m.after)
}

func enPlaceBefore(before string) bool {
	return enPlaces[strings.ToLower(enWordBefore(strings.TrimRight(before, "."+enSpaces)))]
}

var (
	enPlaces = enSet(`apartment apt flat unit suite room seat row gate terminal platform pier dock berth bay hall block building bldg floor house lot
		plot box ward cell locker lane route bus tram line flight section sec article art paragraph para clause rule schedule annex
		appendix exhibit chapter ch part phase stage level class grade category type group form figure fig table item no number district
		zone sector`)
	enStreetAhead = lazy(enPattern(`^ (?:[A-Z][a-z]+ ){1,3}(?:St|Ave|Rd|Blvd|Ln|Dr|Sq|Street|Avenue|Road|Boulevard|Lane|Drive|Square|Way|Court|Place|Terrace)\b`))
)

// enWithEnding adds an s: figures have a plural (F sixteens), letters an s that is heard as such (A P C's).
func enWithEnding(said, ending string, figures bool) string {
	switch {
	case ending == "s" && figures:
		return enPlural(said)
	case ending == "s":
		return said + "'s"
	}
	return said + ending
}

var enRun = lazy(`\d+|[A-Z][a-z]|[A-Z]+|[a-z]+`)

// enRuns says letters and figures in turn.
func enRuns(written string) string {
	runs := enRun().FindAllString(written, -1)
	for i, run := range runs {
		switch {
		case enFigures(run):
			runs[i] = enCode(run)
		default:
			runs[i] = enInitials(strings.ToUpper(run[:1]) + run[1:])
		}
	}
	return strings.Join(runs, " ")
}

// enFormula says a chemical formula: C O two.
func enFormula(written string) string {
	plain := strings.Map(func(r rune) rune {
		if '₀' <= r && r <= '₉' {
			return r - '₀' + '0'
		}
		return r
	}, written)
	letters := strings.TrimRight(plain, "0123456789.")
	if figures := plain[len(letters):]; strings.Contains(figures, ".") {
		return enSpelled(letters) + " " + enNumber(figures)
	}
	var said []string
	for _, run := range enRun().FindAllString(plain, -1) {
		if enFigures(run) {
			said = append(said, enCardinal(enInt(run)))
		} else {
			said = append(said, enSpelled(run))
		}
	}
	return strings.Join(said, " ")
}

func enFigures(text string) bool { return text != "" && strings.Trim(text, "0123456789") == "" }

func startsFigure(text string) bool { return text != "" && '0' <= text[0] && text[0] <= '9' }
