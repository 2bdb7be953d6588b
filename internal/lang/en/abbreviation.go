package en

import (
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/rewrite"
	"github.com/aloud-audio/aloud/internal/lazyregexp"
)

// abbreviationRules expand abbreviations. The full stop stays if it also ends the sentence.
var abbreviationRules = []rewrite.Rule{
	{Name: "abbreviation", Pattern: `, ([A-Z][a-z]{1,4}|N\. ?[YJCDHM]|S\. ?[CD]|R\. ?I|W\. ?Va)\.`, Say: sayState},
	{Name: "abbreviation", Pattern: `\b(Ala|Ariz|Ark|Calif|Colo|Conn|Fla|Ga|Ill|Ind|Kan|Ky|Mass|Md|Mich|Minn|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo)\.`, Say: alone(sayLoneState)},
	{Name: "abbreviation", Pattern: `\b(No|Nos|no|nos|Art|Arts|art|Fig|Figs|fig|Ch|ch|Vol|vol|Sec|sec|Para|Paras|para|paras|pp|p|Pt|ver|Res)\. ?(#?\d[\d,.]*\d|\d|[IVXL]+)(?:([a-zA-Z])|<dash>(\d+))?\b`, Say: alone(sayNumberedAbbreviation)},
	{Name: "abbreviation", Pattern: `\b(No|Nos) (\d{1,3})\b`, Say: alone(sayNumberWithoutStop)},
	{Name: "abbreviation", Pattern: `№ ?`, Say: func(m rewrite.Match) (string, bool) { return "number ", true }},
	{Name: "abbreviation", Pattern: `\b[A-Za-z]\.(?:[A-Z]\b\.?|[a-z]\.)+`, Say: alone(sayDotted)},
	{Name: "abbreviation", Pattern: `\b([A-Z])\.`, Say: sayInitial},
	{Name: "abbreviation", Pattern: `\b([A-Za-z]{1,7})\.`, Say: alone(sayAbbreviation)},
	{Name: "abbreviation", Pattern: `\bw/(o\b)?`, Say: func(m rewrite.Match) (string, bool) {
		said := "with"
		if m.Groups[1] != "" {
			said = "without"
		}
		if isWord(firstRune(m.After)) {
			said += " "
		}
		return said, !joinedBefore(m)
	}},
}

func sayNumberedAbbreviation(m rewrite.Match) (string, bool) {
	if endsWithWord(m) {
		return "", false
	}
	name := list("numbered_names")[strings.ToLower(m.Groups[1])]
	if isUpper(m.Groups[1]) {
		name = titled(name)
	}
	if n, ok := roman(m.Groups[2]); ok {
		return name + " " + cardinal(n), m.Groups[3]+m.Groups[4] == ""
	}
	figures := strings.TrimPrefix(m.Groups[2], "#")
	if strings.Count(figures, ".") > 1 || strings.HasSuffix(m.After, "/") {
		return "", false
	}
	said := name + " " + number(figures)
	if name == "Resolution" && len(figures) == len("2728") { // of the Security Council
		said = name + " " + code(figures)
	}
	switch last := m.Groups[4]; {
	case m.Groups[3] != "":
		said += " " + strings.ToUpper(m.Groups[3])
	case last == "":
	case name == "number" || name == "Number" || atoi(last) < atoi(figures): // not a range
		said = name + " " + code(figures) + " " + code(last)
	default:
		said += " to " + number(last)
	}
	return said, true
}

// endsWithWord reports whether no, art, sec and the like are the last word of a sentence, and the
// apparent numeral begins the next one: "He said no. I left. She loves art. Did they win? No. 12
// others lost."
func endsWithWord(m rewrite.Match) bool {
	written, numeral := m.Groups[1], m.Groups[2]
	small, answer := isLower(written), strings.EqualFold(written, "no")
	answer = answer && (small && is("answered", wordBefore(m.Before)) || opensSentence(m.Before))
	switch {
	case numeral == "I":
		return small || answer || speaks(m.After)
	case answer && !rewrite.IsDigit(numeral[0]), answer && small:
		return true
	}
	return (small || answer) && is("words_too", strings.ToLower(written)) && counts(m.After)
}

// sayNumberWithoutStop expands British "No 10". "No 12 villages are alike" is a count.
func sayNumberWithoutStop(m rewrite.Match) (string, bool) {
	next := wordAfter(m.After)
	counts := counts(m.After) || opensSentence(m.Before) && isLower(next) && strings.HasSuffix(next, "s")
	return titled(list("numbered_names")[strings.ToLower(m.Groups[1])]) + " " + number(m.Groups[2]), !counts
}

// opensSentence reports whether the match begins its sentence.
func opensSentence(before string) bool {
	before = strings.TrimRight(before, spaces+"\"“‘'([")
	return before == "" || strings.ContainsRune(".!?…:\n", lastRune(before))
}

// sayDotted expands U.S., U.K., e.g., and J.D. before Vance.
func sayDotted(m rewrite.Match) (string, bool) {
	written := m.Groups[0]
	letters := strings.ToLower(strings.ReplaceAll(written, ".", ""))
	said, ok := list("dotted_words")[letters]
	if !ok {
		said = spelled(letters)
	}
	return said + dot(m), true
}

// sayInitial says the W. of George W. Bush.
func sayInitial(m rewrite.Match) (string, bool) {
	next, before := wordAfter(m.After), wordBefore(m.Before)
	return m.Groups[1], isUpper(next) && !is("starters", next) && !is("lettered", strings.ToLower(before))
}

// sayAbbreviation expands the abbreviations of the tables, most of them in either case: etc., vs.,
// Corp.
func sayAbbreviation(m rewrite.Match) (string, bool) {
	written := m.Groups[1]
	if said, ok := list("names")[written]; ok {
		before := wordBefore(strings.TrimSuffix(m.Before, ". ") + " ") // 4th Inf. Div.
		named := isUpper(before) || list("names")[strings.TrimSuffix(before, ".")] != "" || ordinalBefore.In(m.Before)
		return said + sentenceStop(m.After), !is("words_too", written) || named || strings.HasSuffix(m.Before, "& ")
	}
	said, ok := list("words")[strings.ToLower(written)]
	if !ok || isUpper(written) && len(written) == 1 {
		return "", false
	}
	if isUpper(written) {
		said = titled(said)
	}
	if said == "estimated" && founded().MatchString(m.After) {
		said = "established"
	}
	if is("before_figure", strings.ToLower(written)) && !startsFigure(strings.TrimLeft(m.After, spaces+"$€£₴~")) {
		return "", false
	}
	return said + sentenceStop(m.After), ok
}

var founded = lazyregexp.New(pattern(`^ (?:1[5-9]|20)\d\d\b`))
