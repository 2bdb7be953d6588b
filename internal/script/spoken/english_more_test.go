package spoken

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

func TestEnglishTimesWithAZone(t *testing.T) {
	englishCases{"time": {
		{"at 19.05 GMT", "at nineteen oh five G M T"},
		{"7.15 CEST", "seven fifteen C E S T"},
		{"1430 BST", "fourteen thirty B S T"},
	}}.check(t)
}

func TestEnglishShortDates(t *testing.T) {
	englishCases{
		"date": {
			{"from 4 to 6 Feb", "from the fourth to the sixth of February"},
			{"on 9 and 10 May", "on the ninth and the tenth of May"},
			{"in Nov ’21", "in November twenty twenty-one"},
			{"dated 7.6.21", "dated June seventh, twenty twenty-one"},
			{"late-Mar. storms", "late-March storms"},
		},
		"year": {{"Q3’25", "Q three twenty twenty-five"}, {"the ’09 crash", "the oh nine crash"}, {"since the 00s", "since the two thousands"}},
	}.check(t)
}

func TestEnglishShortUnits(t *testing.T) {
	englishCases{
		"unit": {
			{"½ mi", "half a mile"},
			{"¾ km", "three quarters of a kilometer"},
			{"2½ kg", "two and a half kilograms"},
			{"-3 to -7C", "minus three to minus seven degrees Celsius"},
			{"the 2C target", "the two degree Celsius target"},
			{"95F", "ninety-five degrees Fahrenheit"},
			{"40cm x 60cm", "forty by sixty centimeters"},
			{"3km-4km", "three to four kilometers"},
			{"8m-9m people", "eight to nine million people"},
			{"3m b/d", "three million barrels per day"},
			{"a 500-plus-km range", "a five hundred-plus kilometer range"},
			{"10.5s", "ten point five seconds"},
			{"50bps", "fifty basis points"},
			{"30fps", "thirty frames per second"},
			{"20p", "twenty pence"},
			{"85c", "eighty-five cents"},
			{"5 ㎞", "five kilometers"},
		},
		"designation": {{"720p", "seven twenty P"}, {"seat 16C", "seat sixteen C"}},
		"money":       {{"Rs 30 lakh", "thirty lakh rupees"}, {"£1=€1.15", "one pound equals one euro and fifteen cents"}},
		"number":      {{"EUR/USD 1.09", "E U R U S D one point zero nine"}},
	}.check(t)
}

func TestEnglishShortNames(t *testing.T) {
	englishCases{
		"abbreviation": {
			{"Fig. 4c", "Figure four C"},
			{"paras. 2–4", "paragraphs two to four"},
			{"at No 11", "at Number eleven"},
			{"the 1st Armd. Div. left", "the first Armored Division left"},
			{"in Ariz. and Mass. they", "in Arizona and Massachusetts they"},
			{"Huntington, W. Va.", "Huntington, West Virginia."},
			{"Ore. state law", "Oregon state law"},
		},
		"title": {
			{"Adm Jane Roe", "Admiral Jane Roe"},
			{"TSgt Ann Cole", "Technical Sergeant Ann Cole"},
			{"Rev Dan Lee", "Reverend Dan Lee"},
			{"on Baker St today", "on Baker Street today"},
			{"St Ives", "Saint Ives"},
		},
		"designation": {{"a 747-400", "a seven forty-seven four hundred"}, {"A330neo", "A three thirty neo"}, {"over-65s", "over-sixty-fives"}, {"the 76ers", "the seventy-sixers"}},
		"acronym":     {{"LGBT rights", "L G B T rights"}, {"“mel-IT-op”", "“mel-it-op”"}, {"LED lamps", "L E D lamps"}},
		"roman":       {{"Part Ⅲ", "Part Three"}},
		"web":         {{"bit.ly/vote", "bit dot L Y slash vote"}},
	}.check(t)
	for _, text := range []string{"She was ill. They left.", "the noise of Mass. It rang", "the Ark. He built it"} {
		if got := Say("en", text).Text; got != text {
			t.Errorf("%q is said %q", text, got)
		}
	}
	if got, want := Say("en", "No 3 villages agree").Text, "No three villages agree"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// A word in two tables would be said as the one that is asked first has it, whatever was meant.
func TestEnglishAcronymsStandOnce(t *testing.T) {
	source, err := os.ReadFile("english_acronyms.go")
	if err != nil {
		t.Fatal(err)
	}
	in := map[string]bool{}
	for _, set := range regexp.MustCompile("enSet\\((?:`[^`]*`|\"[A-Z ]*\")\\)").FindAllString(string(source), -1) {
		for _, word := range strings.FieldsFunc(strings.TrimPrefix(set, "enSet"), func(r rune) bool { return strings.ContainsRune("()`\" \n\t", r) }) {
			if in[word] {
				t.Errorf("%s is in two tables, or twice in one", word)
			}
			in[word] = true
		}
	}
	if len(in) < 300 {
		t.Errorf("only %d words were found", len(in))
	}
}
