package en

import (
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// titleRules expand titles and ranks before a name, and party and state after an American
// politician's name: R-S.C. is "Republican of South Carolina".
var titleRules = []rewrite.Rule{
	{Name: "title", Pattern: `\b([RDI])[-–‑]([A-Z][A-Za-z.]*(?: (?:Dakota|Carolina|Hampshire|Jersey|Mexico|York|Island|Virginia)\b)?)`, Say: alone(sayParty)},
	{Name: "title", Pattern: `\b[Ss]ts?\.`, Say: sayEnglishSaint},
	{Name: "title", Pattern: `\bSt\b`, Say: alone(sayStreet)},
	{Name: "title", Pattern: `\b([A-Z][a-z]{1,6})\.(-elect\b)?`, Say: alone(func(m rewrite.Match) (string, bool) {
		title, ok := list("titles")[m.Groups[1]]
		if ok && isUpper(m.After) { // Mr.Smith
			return title + " ", true
		}
		if m.Groups[1] == "Dr" && isDrive(m) {
			return "Drive" + sentenceStop(m.After), true
		}
		if !ok || is("needs_name", m.Groups[1]) && !isUpper(wordAfter(m.After)) {
			return "", false
		}
		return title + m.Groups[2] + stopBehindTitle(m), ok
	})},
	{Name: "title", Pattern: `\b(Mr|Mrs|Ms|Dr|Jr|Sr|Prof|Messrs|Lt|Col|Gen|Maj|Capt|Adm|Brig|Cmdr|Cdr|Sgt|[MST]Sgt|GySgt|Cpl|LCpl|Pvt|Pfc|Rev|Sen|Rep|Gov)\b`, Say: alone(func(m rewrite.Match) (string, bool) {
		next := wordAfter(m.After)
		behind := m.Groups[1] == "Jr" || m.Groups[1] == "Sr"
		return list("titles")[m.Groups[1]], behind || isUpper(next) && strings.ToUpper(next) != next
	})},
}

// isDrive reports whether Dr. is a street: it is in an address, follows a street's name, or no name
// follows it.
func isDrive(m rewrite.Match) bool {
	before := wordBefore(m.Before)
	ends := !isUpper(wordAfter(m.After)) || strings.HasPrefix(m.After, ",") || sentenceStop(m.After) != ""
	return inAddress(m.Before) || isUpper(before) && !is("starters", before) && ends
}

// stopBehindTitle returns the full stop after a title that also ends a sentence. A name follows
// most titles, so only Junior and its like can end one.
func stopBehindTitle(m rewrite.Match) string {
	if m.After == "" || !isUpper(wordAfter(m.After)) || m.Groups[1] == "Jr" || m.Groups[1] == "Sr" || m.Groups[1] == "Esq" {
		return sentenceStop(m.After)
	}
	return ""
}

// sayEnglishSaint expands St.: a saint before a name, a street after one.
func sayEnglishSaint(m rewrite.Match) (string, bool) {
	next, before := wordAfter(m.After), wordBefore(m.Before)
	street := isUpper(before) && !is("starters", before) && !is("before_saint", before)
	switch {
	case m.Groups[0][0] == 's':
		return "street" + sentenceStop(m.After), len(m.Groups[0]) == 3 && (street || ordinalBefore.In(m.Before))
	case isUpper(m.After): // St.Petersburg
		return "Saint ", true
	case inAddress(m.Before), !isUpper(next) && ordinalBefore.In(m.Before), street && onStreet.In(rewrite.Tail(m.Before)):
		if isUpper(next) { // a sentence begins
			return "Street.", true
		}
		return "Street" + sentenceStop(m.After), true
	case m.Groups[0] == "Sts.":
		return "Saints", isUpper(next)
	case isUpper(next) && (!street || sentenceStop(m.After) == ""):
		return "Saint", true
	case street:
		return "Street" + sentenceStop(m.After), true
	}
	return "Saint", m.After == ""
}

// inAddress reports whether the preceding text ends in a house number and a name: 221B Baker, 15
// King Jr.
func inAddress(before string) bool { return address.In(rewrite.Tail(before)) }

var (
	address  = rewrite.AtEnd(pattern(`(?:^| |\()\d+[A-Z]? (?:(?:Jr|Sr|[A-Z])\. |[A-Z][\pL’'-]* ){1,4}`))
	onStreet = rewrite.AtEnd(pattern(`\b(?:on|along|off|down|across) [A-Z][a-z]+ `))
)

// sayStreet expands British "Downing St" and "St Ives".
func sayStreet(m rewrite.Match) (string, bool) {
	before, named := wordBefore(m.Before), isUpper(wordAfter(m.After))
	if isUpper(before) && !is("starters", before) && !is("before_saint", before) && !named {
		return "Street", true
	}
	return "Saint", named && !strings.HasPrefix(m.After, "-")
}

var ordinalBefore = rewrite.AtEnd(pattern(`\d(?:st|nd|rd|th) `))

// sayParty expands R-S.C., D-Conn., R-TX and I-Vermont.
func sayParty(m rewrite.Match) (string, bool) {
	state, stop := m.Groups[2], ""
	name, ok := stateName(state)
	if !ok {
		return "", false
	}
	if strings.HasSuffix(state, ".") {
		stop = sentenceStop(m.After)
	}
	return list("parties")[m.Groups[1]] + " of " + name + stop, true
}
