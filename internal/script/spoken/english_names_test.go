package spoken

import "testing"

func TestEnglishDesignations(t *testing.T) {
	englishCases{"designation": {
		{"F-16s", "F sixteens"},
		{"T-72", "T seventy-two"},
		{"S-300", "S three hundred"},
		{"Su-34", "Su thirty-four"},
		{"Kh-101", "K H one oh one"},
		{"Kh-59/69", "K H fifty-nine sixty-nine"},
		{"Shahed-136", "Shahed one thirty-six"},
		{"KAB-500", "K A B five hundred"},
		{"FAB-1500", "F A B fifteen hundred"},
		{"Tu-22M3", "Tu twenty-two M three"},
		{"T-90M", "T ninety M"},
		{"COVID-19", "COVID nineteen"},
		{"G7", "G seven"},
		{"MH17", "M H seventeen"},
		{"M777 howitzers", "M triple seven howitzers"},
		{"M1A2", "M one A two"},
		{"2S19", "two S nineteen"},
		{"TB2s", "T B twos"},
		{"5G", "five G"},
		{"3D", "three D"},
		{"CO₂", "C O two"},
		{"PM2.5", "P M two point five"},
		{"24/7", "twenty-four seven"},
		{"9/11", "nine eleven"},
		{"Boeing 737-800", "Boeing seven thirty-seven eight hundred"},
		{"WW2", "World War Two"},
		{"OPEC+", "OPEC plus"},
	}}.check(t)
}

func TestEnglishAcronyms(t *testing.T) {
	englishCases{"acronym": {
		{"the UN", "the U N"},
		{"GDP", "G D P"},
		{"the SBU's", "the S B U's"},
		{"POWs", "P O W's"},
		{"OSCE and NATO", "O S C E and NATO"},
		{"US-led", "U S-led"},
		{"WHO said so; who?", "W H O said so; who?"},
		{"USAID", "U S aid"},
		{"a PhD", "a P H D"},
		{"R&D", "R and D"},
		{"AT&T", "A T and T"},
	}}.check(t)
	for _, word := range []string{"NATO", "HIMARS", "NAFO", "KYIV", "TO BE OR NOT TO BE", "RUSSIA ATTACKS US AGAIN", "STAY", "UkrOboronProm", "ДСНС"} {
		if got := Say("en", word).Text; got != word {
			t.Errorf("%q is said %q", word, got)
		}
	}
}

func TestEnglishRomans(t *testing.T) {
	englishCases{"roman": {
		{"World War II", "World War Two"},
		{"WWII", "World War Two"},
		{"Article V", "Article Five"},
		{"Article I, Section 8", "Article One, Section eight"},
		{"Chapters II–IV", "Chapters Two to Four"},
		{"Pope Leo XIV", "Pope Leo the Fourteenth"},
		{"Elizabeth II's reign", "Elizabeth the Second's reign"},
		{"Peter I of Russia", "Peter the First of Russia"},
		{"Robert Downey III", "Robert Downey the Third"},
		{"Apollo XI", "Apollo Eleven"},
		{"the XIX century", "the nineteenth century"},
	}}.check(t)
	for _, text := range []string{"I am", "Malcolm X", "vitamin C", "President Xi", "Ukraine I love", "the Article I wrote", "Charles I’m sure of"} {
		if got := Say("en", text).Text; got != text {
			t.Errorf("%q is said %q", text, got)
		}
	}
}

func TestEnglishTitles(t *testing.T) {
	englishCases{"title": {
		{"Gen. Syrskyi", "General Syrskyi"},
		{"Lt. Col. Ivan Bohun", "Lieutenant Colonel Ivan Bohun"},
		{"Mr. Smith", "Mister Smith"},
		{"Mrs Smith", "Missus Smith"},
		{"Sen. Graham, R-S.C.", "Senator Graham, Republican of South Carolina."},
		{"Murphy (D-Conn.) left", "Murphy, Democrat of Connecticut, left"},
		{"Turner, R-Ohio, said", "Turner, Republican of Ohio, said"},
		{"St. Sophia's", "Saint Sophia's"},
		{"10 Downing St. was", "ten Downing Street was"},
		{"on 5th st. near", "on fifth street near"},
		{"King Jr. said", "King Junior said"},
	}}.check(t)
}

func TestEnglishAbbreviations(t *testing.T) {
	englishCases{"abbreviation": {
		{"the U.S. Senate", "the U S Senate"},
		{"in the U.S. He left", "in the U S. He left"},
		{"in the U.S.", "in the U S."},
		{"U.S.-led", "U S-led"},
		{"H.R. 815", "H R eight hundred fifteen"},
		{"J. D. Vance", "J D Vance"},
		{"George W. Bush", "George W Bush"},
		{"i.e., this", "that is, this"},
		{"e.g. that", "for example that"},
		{"etc. and", "et cetera and"},
		{"Kyiv vs. Lviv", "Kyiv versus Lviv"},
		{"approx. 50", "approximately fifty"},
		{"c. 1905", "circa nineteen oh five"},
		{"Naftogaz Ltd. said", "Naftogaz Limited said"},
		{"Smith & Co. said", "Smith and Company said"},
		{"No. 10", "Number ten"},
		{"Vol. II", "Volume two"},
		{"pp. 10–12", "pages ten to twelve"},
		{"Scranton, Pa., and", "Scranton, Pennsylvania, and"},
		{"Albany, N.Y.", "Albany, New York."},
		{"a Ph.D. in law", "a P H D in law"},
	}}.check(t)
}
