package spoken

import "strings"

// enState is the name of an American state by its postal code, its abbreviation in news (Associated Press) or itself.
func enState(written string) (string, bool) {
	plain := enPlainState.Replace(written)
	if name, ok := enStates[plain]; ok {
		return name, true
	}
	for _, name := range enStates {
		if name == written {
			return name, true
		}
	}
	return "", false
}

var enPlainState = strings.NewReplacer(".", "", " ", "")

var enStates = map[string]string{
	"AL": "Alabama", "Ala": "Alabama", "AK": "Alaska", "AZ": "Arizona", "Ariz": "Arizona", "AR": "Arkansas", "Ark": "Arkansas",
	"CA": "California", "Calif": "California", "CO": "Colorado", "Colo": "Colorado", "CT": "Connecticut", "Conn": "Connecticut",
	"DE": "Delaware", "Del": "Delaware", "FL": "Florida", "Fla": "Florida", "GA": "Georgia", "Ga": "Georgia", "HI": "Hawaii", "ID": "Idaho",
	"IL": "Illinois", "Ill": "Illinois", "IN": "Indiana", "Ind": "Indiana", "IA": "Iowa", "KS": "Kansas", "Kan": "Kansas", "KY": "Kentucky",
	"Ky": "Kentucky", "LA": "Louisiana", "La": "Louisiana", "ME": "Maine", "MD": "Maryland", "Md": "Maryland", "MA": "Massachusetts",
	"Mass": "Massachusetts", "MI": "Michigan", "Mich": "Michigan", "MN": "Minnesota", "Minn": "Minnesota", "MS": "Mississippi",
	"Miss": "Mississippi", "MO": "Missouri", "Mo": "Missouri", "MT": "Montana", "Mont": "Montana", "NE": "Nebraska", "Neb": "Nebraska",
	"NV": "Nevada", "Nev": "Nevada", "NH": "New Hampshire", "NJ": "New Jersey", "NM": "New Mexico", "NY": "New York", "NC": "North Carolina",
	"ND": "North Dakota", "OH": "Ohio", "OK": "Oklahoma", "Okla": "Oklahoma", "OR": "Oregon", "Ore": "Oregon", "PA": "Pennsylvania",
	"Pa": "Pennsylvania", "RI": "Rhode Island", "SC": "South Carolina", "SD": "South Dakota", "TN": "Tennessee", "Tenn": "Tennessee",
	"TX": "Texas", "Tex": "Texas", "UT": "Utah", "VT": "Vermont", "Vt": "Vermont", "VA": "Virginia", "Va": "Virginia", "WA": "Washington",
	"Wash": "Washington", "WV": "West Virginia", "WVa": "West Virginia", "WI": "Wisconsin", "Wis": "Wisconsin", "WY": "Wyoming", "Wyo": "Wyoming",
}

// sayState is for "Scranton, Pa." Only a comma in front tells it from a word.
func sayState(m match) (string, bool) {
	name, ok := enState(m.groups[1])
	city := enWordBefore(m.before)
	return ", " + name + enStop(m.after), ok && enIsUpper(city) && !enAddressing[city]
}

// sayLoneState is for a state without a city: "in Calif., Ill. and Kan.". Some are words or names as well.
func sayLoneState(m match) (string, bool) {
	name := enStates[m.groups[1]]
	another := false
	if listed := enStateBefore().FindStringSubmatch(ending(m.before)); listed != nil {
		_, another = enStates[listed[1]]
	}
	stop := enStop(m.after)
	inState := enInState[strings.ToLower(enWordBefore(m.before))] && (stop == "" || m.after == "")
	told := inState || another || strings.HasPrefix(m.after, " state")
	return name + stop, told || enOnlyStates[m.groups[1]]
}

// enStateBefore ends text in which another state is before: "Calif., Ill. and ".
var enStateBefore = lazy(enPattern(`\b([A-Z][a-z]+)\.(?:,|,? and|,? or) $`))

var (
	enInState    = enSet("in from of across throughout to near eastern western northern southern central rural")
	enOnlyStates = enSet("Ariz Calif Colo Conn Fla Kan Mich Minn Neb Nev Okla Tenn Wis Wyo")
)

// enAddressing are words before a comma and a person: "Yes, Miss."
var enAddressing = enSet("Yes No Oh Well Please Sorry Hello Goodbye Thanks Dear")
