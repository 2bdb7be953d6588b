package spoken

import "strings"

// Titles and ranks before a name, and what American politicians have behind theirs: R-S.C. is "Republican of South
// Carolina".
var englishTitles = []rule{
	{"title", `\b([RDI])[-–‑]([A-Z][A-Za-z.]*(?: (?:Dakota|Carolina|Hampshire|Jersey|Mexico|York|Island|Virginia)\b)?)`, enAlone(sayParty)},
	{"title", `\b[Ss]ts?\.`, sayEnglishSaint},
	{"title", `\bSt\b`, enAlone(sayStreet)},
	{"title", `\b([A-Z][a-z]{1,6})\.(-elect\b)?`, enAlone(func(m match) (string, bool) {
		title, ok := enTitles[m.groups[1]]
		if m.groups[1] == "Dr" && enIsDrive(m) {
			return "Drive" + enStop(m.after), true
		}
		if !ok || enNeedsName[m.groups[1]] && !enIsUpper(enWordAfter(m.after)) {
			return "", false
		}
		return title + m.groups[2] + enStopBehindTitle(m), ok
	})},
	{"title", `\b(Mr|Mrs|Ms|Dr|Jr|Sr|Prof|Messrs|Lt|Col|Gen|Maj|Capt|Adm|Brig|Cmdr|Cdr|Sgt|[MST]Sgt|GySgt|Cpl|LCpl|Pvt|Pfc|Rev|Sen|Rep|Gov)\b`, enAlone(func(m match) (string, bool) {
		next := enWordAfter(m.after)
		behind := m.groups[1] == "Jr" || m.groups[1] == "Sr"
		return enTitles[m.groups[1]], behind || enIsUpper(next) && strings.ToUpper(next) != next
	})},
}

var enTitles = map[string]string{
	"Mr": "Mister", "Mrs": "Missus", "Ms": "Miz", "Messrs": "Messieurs", "Mx": "Mix", "Dr": "Doctor", "Drs": "Doctors", "Prof": "Professor",
	"Profs": "Professors", "Jr": "Junior", "Sr": "Senior", "Esq": "Esquire", "Rev": "Reverend", "Fr": "Father", "Msgr": "Monsignor", "Hon": "Honorable",
	"Pres": "President", "Amb": "Ambassador", "Atty": "Attorney", "Supt": "Superintendent", "Det": "Detective", "Insp": "Inspector",
	"Sen": "Senator", "Sens": "Senators", "Rep": "Representative", "Reps": "Representatives", "Gov": "Governor", "Govs": "Governors",
	"Gen": "General", "Gens": "Generals", "Lt": "Lieutenant", "Col": "Colonel", "Cols": "Colonels", "Capt": "Captain", "Maj": "Major", "Brig": "Brigadier",
	"Sgt": "Sergeant", "Sgts": "Sergeants", "Cpl": "Corporal", "Pvt": "Private", "Pfc": "Private First Class", "Spc": "Specialist", "Adm": "Admiral",
	"MSgt": "Master Sergeant", "SSgt": "Staff Sergeant", "TSgt": "Technical Sergeant", "GySgt": "Gunnery Sergeant", "LCpl": "Lance Corporal",
	"Cmdr": "Commander", "Cdr": "Commander", "Comdr": "Commander", "Ens": "Ensign", "Secy": "Secretary", "Sec": "Secretary", "Asst": "Assistant", "Dep": "Deputy",
}

// enIsDrive: Dr. is a street behind a name of one, and where no name follows.
func enIsDrive(m match) bool {
	before := enWordBefore(m.before)
	return enIsUpper(before) && !enStarters[before] && (!enIsUpper(enWordAfter(m.after)) || strings.HasPrefix(m.after, ","))
}

// enNeedsName are titles that mean something else where no name follows.
var enNeedsName = enSet("Fr Hon Sec Dep Det Ens Insp Pres")

// enStopBehindTitle: a name follows a title, so that only Junior and its like end a sentence.
func enStopBehindTitle(m match) string {
	if m.after == "" || !enIsUpper(enWordAfter(m.after)) || m.groups[1] == "Jr" || m.groups[1] == "Sr" || m.groups[1] == "Esq" {
		return enStop(m.after)
	}
	return ""
}

// sayEnglishSaint: St. is a saint before a name, but a street behind one.
func sayEnglishSaint(m match) (string, bool) {
	next, before := enWordAfter(m.after), enWordBefore(m.before)
	street := enIsUpper(before) && !enStarters[before] && !enBeforeSaint[before]
	switch {
	case m.groups[0][0] == 's':
		return "street" + enStop(m.after), len(m.groups[0]) == 3 && (street || enOrdinalBefore().MatchString(m.before))
	case m.groups[0] == "Sts.":
		return "Saints", enIsUpper(next)
	case enIsUpper(next) && (!street || enStop(m.after) == ""):
		return "Saint", true
	case street:
		return "Street" + enStop(m.after), true
	}
	return "Saint", m.after == ""
}

// sayStreet is for British "Downing St" and "St Ives".
func sayStreet(m match) (string, bool) {
	before, named := enWordBefore(m.before), enIsUpper(enWordAfter(m.after))
	if enIsUpper(before) && !enStarters[before] && !enBeforeSaint[before] && !named {
		return "Street", true
	}
	return "Saint", named && !strings.HasPrefix(m.after, "-")
}

var enOrdinalBefore = lazy(enPattern(`\d(?:st|nd|rd|th) $`))

var enBeforeSaint = enSet("In At From To Near Patriarch Basilica Cathedral Church Monastery Order")

var enParties = map[string]string{"R": "Republican", "D": "Democrat", "I": "Independent"}

// sayParty is for R-S.C., D-Conn., R-TX and I-Vermont.
func sayParty(m match) (string, bool) {
	state, stop := m.groups[2], ""
	name, ok := enState(state)
	if !ok {
		return "", false
	}
	if strings.HasSuffix(state, ".") {
		stop = enStop(m.after)
	}
	return enParties[m.groups[1]] + " of " + name + stop, true
}
