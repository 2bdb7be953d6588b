package spoken

import "strings"

// Abbreviations are said in full. Their full stop stays where it ends the sentence too.
var englishAbbreviations = []rule{
	{"abbreviation", `, ([A-Z][a-z]{1,4}|N\. ?[YJCDHM]|S\. ?[CD]|R\. ?I|W\. ?Va)\.`, sayState},
	{"abbreviation", `\b(Ala|Ariz|Ark|Calif|Colo|Conn|Fla|Ill|Ind|Kan|Ky|Mass|Md|Mich|Minn|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo)\.`, enAlone(sayLoneState)},
	{"abbreviation", `\b(No|Nos|no|nos|Art|Arts|art|Fig|Figs|fig|Ch|ch|Vol|vol|Sec|sec|Para|Paras|para|paras|pp|p|Pt|ver|Res)\. ?(#?\d[\d,.]*\d|\d|[IVXL]+)(?:([a-zA-Z])|<dash>(\d+))?\b`, enAlone(sayNumberedAbbreviation)},
	{"abbreviation", `\b(No|Nos) (\d{1,3})\b`, enAlone(sayNumberWithoutStop)},
	{"abbreviation", `№ ?`, func(m match) (string, bool) { return "number ", true }},
	{"abbreviation", `\b[A-Za-z]\.(?:[A-Z]\b\.?|[a-z]\.)+`, enAlone(sayDotted)},
	{"abbreviation", `\b(Ph\.D|M\.Sc|B\.Sc|B\.A|U\.S\.A|J\.D|M\.D)\.(s?)`, enAlone(func(m match) (string, bool) {
		return enSpelled(strings.ReplaceAll(m.groups[1], ".", "")) + m.groups[2] + enStop(m.after), true
	})},
	{"abbreviation", `\b([A-Z])\.`, sayInitial},
	{"abbreviation", `\b([A-Za-z]{1,7})\.`, enAlone(sayAbbreviation)},
	{"abbreviation", `\b(vs|aka|etc|govt|dept)\b`, enAlone(func(m match) (string, bool) {
		return enWords[m.groups[1]], true
	})},
	{"abbreviation", `\bet al\.`, enAlone(func(m match) (string, bool) { return "and others" + enStop(m.after), true })},
	{"abbreviation", `\bw/(o\b)?`, func(m match) (string, bool) {
		said := "with"
		if m.groups[1] != "" {
			said = "without"
		}
		if enIsWord(enFirstRune(m.after)) {
			said += " "
		}
		return said, !enJoinedBefore(m)
	}},
}

// enNumberedNames are said before a number only: No. 10, Art. 5, p. 12.
var enNumberedNames = map[string]string{
	"no": "number", "nos": "numbers", "art": "article", "arts": "articles", "fig": "figure", "figs": "figures", "ch": "chapter",
	"vol": "volume", "sec": "section", "pp": "pages", "p": "page", "pt": "part", "para": "paragraph", "paras": "paragraphs", "ver": "version", "res": "resolution",
}

func sayNumberedAbbreviation(m match) (string, bool) {
	if enEndsWithWord(m) {
		return "", false
	}
	name := enNumberedNames[strings.ToLower(m.groups[1])]
	if enIsUpper(m.groups[1]) {
		name = enTitled(name)
	}
	if n, ok := enRoman(m.groups[2]); ok {
		return name + " " + enCardinal(n), m.groups[3]+m.groups[4] == ""
	}
	figures := strings.TrimPrefix(m.groups[2], "#")
	if strings.Count(figures, ".") > 1 || strings.HasSuffix(m.after, "/") {
		return "", false
	}
	said := name + " " + enNumber(figures)
	switch last := m.groups[4]; {
	case m.groups[3] != "":
		said += " " + strings.ToUpper(m.groups[3])
	case last == "":
	case name == "number" || name == "Number" || enInt(last) < enInt(figures): // no range
		said = name + " " + enCode(figures) + " " + enCode(last)
	default:
		said += " to " + enNumber(last)
	}
	return said, true
}

// enEndsWithWord tells whether no, art, sec and the like are words at the end of a sentence and what looks like their number
// begins the next: "He said no. I left. She loves art. Did they win? No. 12 others lost."
func enEndsWithWord(m match) bool {
	written, numeral := m.groups[1], m.groups[2]
	small, answer := enIsLower(written), strings.EqualFold(written, "no")
	answer = answer && (small && enAnswered[enWordBefore(m.before)] || enOpensSentence(m.before))
	switch {
	case numeral == "I":
		return small || answer || enSpeaks(m.after)
	case answer && !isDigit(numeral[0]), answer && small:
		return true
	}
	return (small || answer) && enWordsToo[strings.ToLower(written)] && enCounts(m.after)
}

// sayNumberWithoutStop is for British "No 10". "No 12 villages are alike" is a count.
func sayNumberWithoutStop(m match) (string, bool) {
	next := enWordAfter(m.after)
	counts := enCounts(m.after) || enOpensSentence(m.before) && enIsLower(next) && strings.HasSuffix(next, "s")
	return enTitled(enNumberedNames[strings.ToLower(m.groups[1])]) + " " + enNumber(m.groups[2]), !counts
}

// enAnswered are the words before an answer.
var enAnswered = enSet("said say says saying vote votes voted voting answer answers answered reply replies replied meant means")

// enOpensSentence tells whether nothing of the sentence is before.
func enOpensSentence(before string) bool {
	before = strings.TrimRight(before, enSpaces+"\"“‘'([")
	return before == "" || strings.ContainsRune(".!?…:\n", enLastRune(before))
}

// sayDotted is for U.S., U.K., e.g. and J.D. in front of Vance.
func sayDotted(m match) (string, bool) {
	written := m.groups[0]
	letters := strings.ToLower(strings.ReplaceAll(written, ".", ""))
	said, ok := enDottedWords[letters]
	if !ok {
		said = enSpelled(letters)
	}
	return said + enDot(m), true
}

// enDottedWords are letters with full stops that stand for words.
var enDottedWords = map[string]string{"ie": "that is", "eg": "for example", "ps": "P S", "nb": "note"}

// sayInitial is for the W. of George W. Bush.
func sayInitial(m match) (string, bool) {
	next, before := enWordAfter(m.after), enWordBefore(m.before)
	return m.groups[1], enIsUpper(next) && !enStarters[next] && !enLettered[strings.ToLower(before)]
}

// enLettered are words that a letter follows, which may end the sentence.
var enLettered = enSet(`plan vitamin hepatitis influenza type class group article appendix annex section phase part option letter grade point
	schedule exhibit team generation gen level category malcolm series variant block gate terminal zone and or`)

// sayAbbreviation is for what the tables have, most of it in either case: etc., vs., Corp.
func sayAbbreviation(m match) (string, bool) {
	written := m.groups[1]
	if said, ok := enNames[written]; ok {
		before := enWordBefore(strings.TrimSuffix(m.before, ". ") + " ") // 4th Inf. Div.
		named := enIsUpper(before) || enNames[strings.TrimSuffix(before, ".")] != "" || enOrdinalBefore().MatchString(m.before)
		return said + enStop(m.after), !enWordsToo[written] || named || strings.HasSuffix(m.before, "& ")
	}
	said, ok := enWords[strings.ToLower(written)]
	if !ok || enIsUpper(written) && len(written) == 1 {
		return "", false
	}
	if enIsUpper(written) {
		said = enTitled(said)
	}
	if said == "estimated" && enFounded().MatchString(m.after) {
		said = "established"
	}
	if enBeforeFigure[strings.ToLower(written)] && !startsFigure(strings.TrimLeft(m.after, enSpaces+"$€£₴~")) {
		return "", false
	}
	return said + enStop(m.after), ok
}

var enFounded = lazy(enPattern(`^ (?:1[5-9]|20)\d\d\b`))

// enNames are parts of names. enWordsToo are words as well, and abbreviations only behind a name.
var (
	enNames = map[string]string{
		"Corp": "Corporation", "Inc": "Incorporated", "Ltd": "Limited", "Co": "Company", "Cos": "Companies", "Bros": "Brothers", "Assn": "Association",
		"Dept": "Department", "Univ": "University", "Inst": "Institute", "Intl": "International", "Natl": "National", "Govt": "Government",
		"Ave": "Avenue", "Blvd": "Boulevard", "Rd": "Road", "Hwy": "Highway", "Pkwy": "Parkway", "Mt": "Mount", "Mts": "Mountains", "Ft": "Fort",
		"Bldg": "Building", "Div": "Division", "Bn": "Battalion", "Regt": "Regiment", "Bde": "Brigade", "Sq": "Square", "Apt": "Apartment",
		"Inf": "Infantry", "Abn": "Airborne", "Armd": "Armored", "Mech": "Mechanized", "Cav": "Cavalry", "Arty": "Artillery",
	}
	enWordsToo = enSet("Inst Sq Co Div Inf Abn Armd Mech Cav Arty no nos art arts sec fig figs")
	enWords    = map[string]string{
		"etc": "et cetera", "vs": "versus", "v": "versus", "approx": "approximately", "est": "estimated", "incl": "including", "misc": "miscellaneous",
		"cf": "compare", "viz": "namely", "ca": "circa", "c": "circa", "dept": "department", "govt": "government", "max": "maximum",
		"aka": "also known as", "resp": "respectively", "ibid": "ibidem", "abbr": "abbreviated", "avg": "average", "tel": "telephone", "ext": "extension", "ret": "retired",
		"hrs": "hours", "mins": "minutes", "secs": "seconds", "yrs": "years", "wks": "weeks", "pct": "percent",
	}
	enBeforeFigure = enSet("ca c est max avg ext")
)
