package en

import (
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// stateName is the name of an American state by its postal code, its abbreviation in news (Associated Press) or itself.
func stateName(written string) (string, bool) {
	plain := plainState.Replace(written)
	if name, ok := states[plain]; ok {
		return name, true
	}
	for _, name := range states {
		if name == written {
			return name, true
		}
	}
	return "", false
}

var plainState = strings.NewReplacer(".", "", " ", "")

var states = map[string]string{
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
func sayState(m rewrite.Match) (string, bool) {
	name, ok := stateName(m.Groups[1])
	city := wordBefore(m.Before)
	return ", " + name + sentenceStop(m.After), ok && isUpper(city) && !addressing[city]
}

// sayLoneState is for a state without a city: "in Calif., Ill. and Kan.". Some are words or names as well.
func sayLoneState(m rewrite.Match) (string, bool) {
	name := states[m.Groups[1]]
	another := false
	if listed := stateBefore().FindStringSubmatch(rewrite.Tail(m.Before)); listed != nil {
		_, another = states[listed[1]]
	}
	stop := sentenceStop(m.After)
	inState := inState[strings.ToLower(wordBefore(m.Before))] && (stop == "" || m.After == "")
	told := inState || another || strings.HasPrefix(m.After, " state")
	return name + stop, told || onlyStates[m.Groups[1]]
}

// stateBefore ends text in which another state is before: "Calif., Ill. and ".
var stateBefore = rewrite.Lazy(pattern(`\b([A-Z][a-z]+)\.(?:,|,? and|,? or) $`))

var (
	inState    = set("in from of across throughout to near eastern western northern southern central rural")
	onlyStates = set("Ariz Calif Colo Conn Fla Kan Mich Minn Neb Nev Okla Tenn Wis Wyo")
)

// addressing are words before a comma and a person: "Yes, Miss."
var addressing = set("Yes No Oh Well Please Sorry Hello Goodbye Thanks Dear")
