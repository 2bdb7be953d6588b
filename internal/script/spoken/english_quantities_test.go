package spoken

import "testing"

func TestEnglishMoney(t *testing.T) {
	englishCases{"money": {
		{"$1.2 billion", "one point two billion dollars"},
		{"$1", "one dollar"},
		{"$3.50", "three dollars and fifty cents"},
		{"$5.01", "five dollars and one cent"},
		{"$0.99", "ninety-nine cents"},
		{"$100.00.", "one hundred dollars."},
		{"£3.2bn", "three point two billion pounds"},
		{"€5m", "five million euros"},
		{"$20k", "twenty thousand dollars"},
		{"US$40 million", "forty million U S dollars"},
		{"C$500 million", "five hundred million Canadian dollars"},
		{"20 million USD", "twenty million U S dollars"},
		{"Hr 500 ", "five hundred hryvnias "},
		{"₴1,000", "one thousand hryvnias"},
		{"1,200 zł", "one thousand two hundred zlotys"},
		{"$60–70 billion", "sixty to seventy billion dollars"},
		{"$3 billion–$5 billion", "three to five billion dollars"},
		{"$900 million–$1.1 billion", "nine hundred million to one point one billion dollars"},
		{"~$5 million", "about five million dollars"},
		{"-$5 million", "minus five million dollars"},
		{"$50,000+ a year", "fifty thousand dollars plus a year"},
		{"€50/MWh", "fifty euros per megawatt-hour"},
		{"$75/barrel", "seventy-five dollars per barrel"},
		{"a $61bn package", "a sixty-one billion dollar package"},
		{"the $61 billion aid package", "the sixty-one billion dollar aid package"},
		{"Russia’s $300 billion frozen reserves", "Russia’s three hundred billion dollar frozen reserves"},
		{"the $61 billion was approved", "the sixty-one billion dollars was approved"},
		{"its $5 million in aid", "its five million dollars in aid"},
		{"$2,500-a-month", "twenty-five hundred dollar a month"},
		{"$61 billion-worth", "sixty-one billion dollars worth"},
	}}.check(t)
}

func TestEnglishPercent(t *testing.T) {
	englishCases{"percent": {
		{"12.5%", "twelve point five percent"},
		{"5–7%", "five to seven percent"},
		{"5%–7%", "five to seven percent"},
		{"−3%", "minus three percent"},
		{"+2.4%", "plus two point four percent"},
		{"0.5 pp", "zero point five percentage points"},
		{"1 pp", "one percentage point"},
		{"a 10% tariff", "a ten percent tariff"},
	}}.check(t)
}

func TestEnglishUnits(t *testing.T) {
	englishCases{"unit": {
		{"12 in. of rain", "twelve inches of rain"},
		{"5 ft 10 in tall", "five feet ten inches tall"},
		{"760 mmHg", "seven hundred sixty millimeters of mercury"},
		{"1 km", "one kilometer"},
		{"20 km.", "twenty kilometers."},
		{"10 m²", "ten square meters"},
		{"5 sq. km", "five square kilometers"},
		{"603,628 km²", "six hundred three thousand six hundred twenty-eight square kilometers"},
		{"2 million m³", "two million cubic meters"},
		{"750 kV", "seven hundred fifty kilovolts"},
		{"330-kV line", "three hundred thirty kilovolt line"},
		{"the 1 GW unit", "the one gigawatt unit"},
		{"100 km/h", "one hundred kilometers per hour"},
		{"5 mg/L", "five milligrams per liter"},
		{"50 mph", "fifty miles per hour"},
		{"36.6°C", "thirty-six point six degrees Celsius"},
		{"-15 °C", "minus fifteen degrees Celsius"},
		{"5° west", "five degrees west"},
		{"48.5°N", "forty-eight point five degrees north"},
		{"155-mm shells", "one hundred fifty-five millimeter shells"},
		{"152mm artillery", "one hundred fifty-two millimeter artillery"},
		{"7.62×39 mm", "seven point six two by thirty-nine millimeters"},
		{"30–40 km", "thirty to forty kilometers"},
		{"a 20 km march", "a twenty kilometer march"},
		{"a 10 km wide zone", "a ten kilometer wide zone"},
		{"the 5 km of road", "the five kilometers of road"},
		{"1 hr. 40 min. later", "one hour forty minutes later"},
		{"15 bcm of gas", "fifteen billion cubic meters of gas"},
		{"per km²", "per square kilometer"},
		{"4 people/km²", "four people per square kilometer"},
		{"2h 30m", "two hours thirty minutes"},
		{`5'11"`, "five foot eleven"},
		{"10,000 bpd", "ten thousand barrels per day"},
	}}.check(t)
}

func TestEnglishNumbers(t *testing.T) {
	englishCases{
		"number": {
			{"1,234", "one thousand two hundred thirty-four"},
			{"0.25", "zero point two five"},
			{"−15", "minus fifteen"},
			{"30-40 drones", "thirty to forty drones"},
			{"5,000–7,000 people", "five thousand to seven thousand people"},
			{"~200", "about two hundred"},
			{">100", "more than one hundred"},
			{"≥18", "at least eighteen"},
			{"10x", "ten times"},
			{"10-fold", "tenfold"},
			{"4×4", "four by four"},
			{"100+", "one hundred plus"},
			{"1.5M views", "one point five million views"},
			{"5m people", "five million people"},
			{"1/2", "one half"},
			{"2/3", "two thirds"},
			{"3½", "three and a half"},
			{"2¾", "two and three quarters"},
			{"64/2022", "sixty-four slash twenty twenty-two"},
			{"1 000 000", "one million"},
			{"10 000 people", "ten thousand people"},
			{"1.000.000", "one million"},
			{"100K+", "one hundred thousand plus"},
			{"19th–20th centuries", "nineteenth to twentieth centuries"},
			{".50-caliber", "fifty-caliber"},
			{"3.5.1", "three point five point one"},
			{"4-4-2", "four four two"},
			{"a 16-year-old", "a sixteen-year-old"},
			{"In 2022, 300 people", "In twenty twenty-two, three hundred people"},
			{"1) First", "one, First"},
			{"007", "zero zero seven"},
			{"99999999999999999999", "nine nine nine nine nine nine nine nine nine nine nine nine nine nine nine nine nine nine nine nine"},
		},
		"ordinal": {
			{"1st", "first"},
			{"101st", "one hundred first"},
			{"22nd", "twenty-second"},
			{"the 95th Brigade", "the ninety-fifth Brigade"},
			{"20th-century", "twentieth-century"},
		},
		"score": {
			{"51–48", "fifty-one to forty-eight"},
			{"a 2-2 draw", "a two to two draw"},
			{"3:1", "three to one"},
		},
		"phone": {
			{"(202) 555-0147", "two zero two, five five five, zero one four seven"},
			{"+380 44 123 45 67", "plus three eight zero, four four, one two three, four five, six seven"},
			{"1-800-555-0147", "one, eight zero zero, five five five, zero one four seven"},
			{"call 112", "call one one two"},
			{"911", "nine one one"},
		},
	}.check(t)
}

func TestEnglishCountsThatLookLikeSomethingElse(t *testing.T) {
	for written, said := range map[string]string{
		"911 people":            "nine hundred eleven people",
		"112 people":            "one hundred twelve people",
		"In May 20 people died": "In May twenty people died",
		"1999 people":           "one thousand nine hundred ninety-nine people",
		"resolution No. 2202":   "resolution Number two thousand two hundred two",
		"abc123":                "abc123",
		"KAB5x7y":               "KAB5x7y",
		"v2.0":                  "v2.0",
		"500 soldiers":          "five hundred soldiers",
		"Article 5":             "Article five",
		"555-2000 drones":       "five hundred fifty-five to two thousand drones",
		"two-thirds":            "two-thirds",
		"12,345.67":             "twelve thousand three hundred forty-five point six seven",
	} {
		if got := Say("en", written).Text; got != said {
			t.Errorf("%q: got %q, want %q", written, got, said)
		}
	}
}
