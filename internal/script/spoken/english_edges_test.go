package spoken

import "testing"

// A word at the end of a sentence is no abbreviation of what the next begins with.
func TestEnglishWordsThatAreNoAbbreviations(t *testing.T) {
	for _, text := range []string{
		"They voted no. I abstained.", "Was it fair? No. I think it was theft.", "“No. I refuse,” said the clerk.", "The council said no. V stands for five.",
		"We studied art. I paint.", "It took a sec. I blinked.", "She filled one vol. I filled three.", "He ate the fig. I watched.",
	} {
		if got := Say("en", text).Text; got != text {
			t.Errorf("%q is said %q", text, got)
		}
	}
	for written, said := range map[string]string{
		"He replied no. 7 colleagues signed.":   "He replied no. seven colleagues signed.",
		"Did it help? No. 30 villages flooded.": "Did it help? No. thirty villages flooded.",
		"ranked no. 3 in Europe":                "ranked number three in Europe",
		"No. 4 was out":                         "Number four was out",
		"Vol. I of the diary":                   "Volume one of the diary",
		"see sec. IV, art. 9":                   "see section four, article nine",
	} {
		if got := Say("en", written).Text; got != said {
			t.Errorf("%q: got %q, want %q", written, got, said)
		}
	}
}

// Behind what has a number and a letter, K, M and B are letters.
func TestEnglishLettersAreNoMagnitudes(t *testing.T) {
	englishCases{
		"designation": {
			{"Suite 12K", "Suite twelve K"},
			{"flat 3B", "flat three B"},
			{"Platform 9M", "Platform nine M"},
			{"rows 4 to seat 6B", "rows four to seat six B"},
			{"17B River Road", "seventeen B River Road"},
		},
		"number": {{"sold 3B shares", "sold three billion shares"}, {"a 250K crowd", "a two hundred fifty thousand crowd"}},
		"unit":   {{"cooled to 77 K", "cooled to seventy-seven kelvins"}},
	}.check(t)
}

func TestEnglishCurrenciesOfOtherCountries(t *testing.T) {
	englishCases{"money": {
		{"S$7", "seven Singapore dollars"},
		{"NT$20 billion", "twenty billion New Taiwan dollars"},
		{"MX$1", "one Mexican peso"},
		{"BZ$9", "nine B Z dollars"},
		{"a US$3 million grant", "a three million U S dollar grant"},
	}}.check(t)
}

func TestEnglishCalculations(t *testing.T) {
	englishCases{
		"number": {
			{"2^8", "two to the power of eight"},
			{"10⁻³ of it", "ten to the power of minus three of it"},
			{"a 3.5/5 rating", "a three point five out of five rating"},
			{"7/10", "seven out of ten"},
			{"6/10 of the crop", "six tenths of the crop"},
			{"45+3'", "forty-five plus three"},
		},
		"unit": {
			{"12°30′N", "twelve degrees thirty minutes north"},
			{"1°5′2″ W", "one degree five minutes two seconds west"},
			{"3 m/s²", "three meters per second squared"},
			{"7 L/100 km", "seven liters per one hundred kilometers"},
			{"2 kg/m2", "two kilograms per square meter"},
			{"90 mg/dl", "ninety milligrams per deciliter"},
		},
		"date": {{"2023/06/30", "June thirtieth, twenty twenty-three"}},
	}.check(t)
}

func TestEnglishPausesBehindAbbreviations(t *testing.T) {
	englishCases{"pause": {
		{"The U.K. — an island — left.", "The U K, an island, left."},
		{"It sank at 2 a.m. — nobody saw it.", "It sank at two A M, nobody saw it."},
		{"Adams Sr. — his father — wept.", "Adams Senior, his father, wept."},
		{"At 3 p.m. (1200 GMT) it ended", "At three P M, twelve hundred G M T, it ended"},
		{"It sank. — A witness", "It sank. A witness"},
	}}.check(t)
}

func TestEnglishTelephones(t *testing.T) {
	englishCases{"phone": {
		{"Call 555-0199", "Call five five five, zero one nine nine"},
		{"Tel: 234-5678", "Tel: two three four, five six seven eight"},
		{"0808 808 1677", "zero eight zero eight, eight zero eight, one six seven seven"},
		{"0131 496 0000", "zero one three one, four nine six, zero zero zero zero"},
		{"+33 1 40 20 50 50", "plus three three, one, four zero, two zero, five zero, five zero"},
		{"+44 (0)131 496 0000", "plus four four, zero, one three one, four nine six, zero zero zero zero"},
		{"0-800-300-155", "zero, eight zero zero, three zero zero, one five five"},
		{"the hotline 15-80", "the hotline fifteen, eighty"},
	}}.check(t)
}

func TestEnglishCodes(t *testing.T) {
	englishCases{"number": {
		{"bill 9054-1", "bill ninety fifty-four one"},
		{"decree 31-778", "decree thirty-one seven seventy-eight"},
		{"Washington, D.C. 20001", "Washington, D C two zero zero zero one"},
		{"Article 6(2)(b)", "Article six two B"},
		{"Luke 2:7-14", "Luke two seven to fourteen"},
		{"a 70/30 mix", "a seventy thirty mix"},
		{"the 8/8 protests", "the eight eight protests"},
		{"between 20-30 boats", "between twenty and thirty boats"},
		{"3/4ths", "three quarters"},
		{"10-100 boats", "ten to one hundred boats"},
	}, "abbreviation": {
		{"case No. 21-1234", "case Number twenty-one twelve thirty-four"},
		{"Nos. 5-10", "Numbers five to ten"},
	}}.check(t)
}
