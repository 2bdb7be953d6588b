package en

import (
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// Titles and ranks before a name, and what American politicians have behind theirs: R-S.C. is "Republican of South
// Carolina".
var titleRules = []rewrite.Rule{
	{Name: "title", Pattern: `\b([RDI])[-–‑]([A-Z][A-Za-z.]*(?: (?:Dakota|Carolina|Hampshire|Jersey|Mexico|York|Island|Virginia)\b)?)`, Say: alone(sayParty)},
	{Name: "title", Pattern: `\b[Ss]ts?\.`, Say: sayEnglishSaint},
	{Name: "title", Pattern: `\bSt\b`, Say: alone(sayStreet)},
	{Name: "title", Pattern: `\b([A-Z][a-z]{1,6})\.(-elect\b)?`, Say: alone(func(m rewrite.Match) (string, bool) {
		title, ok := titles[m.Groups[1]]
		if m.Groups[1] == "Dr" && isDrive(m) {
			return "Drive" + sentenceStop(m.After), true
		}
		if !ok || needsName[m.Groups[1]] && !isUpper(wordAfter(m.After)) {
			return "", false
		}
		return title + m.Groups[2] + stopBehindTitle(m), ok
	})},
	{Name: "title", Pattern: `\b(Mr|Mrs|Ms|Dr|Jr|Sr|Prof|Messrs|Lt|Col|Gen|Maj|Capt|Adm|Brig|Cmdr|Cdr|Sgt|[MST]Sgt|GySgt|Cpl|LCpl|Pvt|Pfc|Rev|Sen|Rep|Gov)\b`, Say: alone(func(m rewrite.Match) (string, bool) {
		next := wordAfter(m.After)
		behind := m.Groups[1] == "Jr" || m.Groups[1] == "Sr"
		return titles[m.Groups[1]], behind || isUpper(next) && strings.ToUpper(next) != next
	})},
}

var titles = map[string]string{
	"Mr": "Mister", "Mrs": "Missus", "Ms": "Miz", "Messrs": "Messieurs", "Mx": "Mix", "Dr": "Doctor", "Drs": "Doctors", "Prof": "Professor",
	"Profs": "Professors", "Jr": "Junior", "Sr": "Senior", "Esq": "Esquire", "Rev": "Reverend", "Fr": "Father", "Msgr": "Monsignor", "Hon": "Honorable",
	"Pres": "President", "Amb": "Ambassador", "Atty": "Attorney", "Supt": "Superintendent", "Det": "Detective", "Insp": "Inspector",
	"Sen": "Senator", "Sens": "Senators", "Rep": "Representative", "Reps": "Representatives", "Gov": "Governor", "Govs": "Governors",
	"Gen": "General", "Gens": "Generals", "Lt": "Lieutenant", "Col": "Colonel", "Cols": "Colonels", "Capt": "Captain", "Maj": "Major", "Brig": "Brigadier",
	"Sgt": "Sergeant", "Sgts": "Sergeants", "Cpl": "Corporal", "Pvt": "Private", "Pfc": "Private First Class", "Spc": "Specialist", "Adm": "Admiral",
	"MSgt": "Master Sergeant", "SSgt": "Staff Sergeant", "TSgt": "Technical Sergeant", "GySgt": "Gunnery Sergeant", "LCpl": "Lance Corporal",
	"Cmdr": "Commander", "Cdr": "Commander", "Comdr": "Commander", "Ens": "Ensign", "Secy": "Secretary", "Sec": "Secretary", "Asst": "Assistant", "Dep": "Deputy",
}

// isDrive: Dr. is a street behind a name of one, and where no name follows.
func isDrive(m rewrite.Match) bool {
	before := wordBefore(m.Before)
	return isUpper(before) && !starters[before] && (!isUpper(wordAfter(m.After)) || strings.HasPrefix(m.After, ","))
}

// needsName are titles that mean something else where no name follows.
var needsName = set("Fr Hon Sec Dep Det Ens Insp Pres")

// stopBehindTitle: a name follows a title, so that only Junior and its like end a sentence.
func stopBehindTitle(m rewrite.Match) string {
	if m.After == "" || !isUpper(wordAfter(m.After)) || m.Groups[1] == "Jr" || m.Groups[1] == "Sr" || m.Groups[1] == "Esq" {
		return sentenceStop(m.After)
	}
	return ""
}

// sayEnglishSaint: St. is a saint before a name, but a street behind one.
func sayEnglishSaint(m rewrite.Match) (string, bool) {
	next, before := wordAfter(m.After), wordBefore(m.Before)
	street := isUpper(before) && !starters[before] && !beforeSaint[before]
	switch {
	case m.Groups[0][0] == 's':
		return "street" + sentenceStop(m.After), len(m.Groups[0]) == 3 && (street || ordinalBefore().MatchString(m.Before))
	case m.Groups[0] == "Sts.":
		return "Saints", isUpper(next)
	case isUpper(next) && (!street || sentenceStop(m.After) == ""):
		return "Saint", true
	case street:
		return "Street" + sentenceStop(m.After), true
	}
	return "Saint", m.After == ""
}

// sayStreet is for British "Downing St" and "St Ives".
func sayStreet(m rewrite.Match) (string, bool) {
	before, named := wordBefore(m.Before), isUpper(wordAfter(m.After))
	if isUpper(before) && !starters[before] && !beforeSaint[before] && !named {
		return "Street", true
	}
	return "Saint", named && !strings.HasPrefix(m.After, "-")
}

var ordinalBefore = rewrite.Lazy(pattern(`\d(?:st|nd|rd|th) $`))

var beforeSaint = set("In At From To Near Patriarch Basilica Cathedral Church Monastery Order")

var parties = map[string]string{"R": "Republican", "D": "Democrat", "I": "Independent"}

// sayParty is for R-S.C., D-Conn., R-TX and I-Vermont.
func sayParty(m rewrite.Match) (string, bool) {
	state, stop := m.Groups[2], ""
	name, ok := stateName(state)
	if !ok {
		return "", false
	}
	if strings.HasSuffix(state, ".") {
		stop = sentenceStop(m.After)
	}
	return parties[m.Groups[1]] + " of " + name + stop, true
}
