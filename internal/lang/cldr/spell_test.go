package cldr

import (
	"testing"
)

func TestSpell(t *testing.T) {
	for _, c := range []struct{ tag, ruleset, number, words string }{
		{"de", "spellout-numbering", "1234567", "eine Million zweihundertvierunddreißigtausendfünfhundertsiebenundsechzig"},
		{"de", "spellout-numbering", "601000000", "sechshunderteine Millionen"},
		{"de", "spellout-numbering", "-3.0", "minus drei Komma null"},
		{"pl", "spellout-cardinal-masculine", "2.05", "dwa przecinek zero pięć"},
		{"pl", "spellout-ordinal-masculine", "2000", "dwutysięczny"},
		{"ru", "spellout-cardinal-masculine", "2.05", "две целых пять сотых"},
		{"ru", "spellout-cardinal-masculine", "21.21", "двадцать одна целая двадцать одна сотая"},
		{"fr", "spellout-numbering", "1999.5", "mille neuf cent quatre-vingt-dix-neuf virgule cinq"},
		{"fr-CH", "spellout-numbering", "95", "nonante-cinq"},
		{"es", "spellout-numbering", "2.5", "dos coma cinco"},
		{"es-MX", "spellout-numbering", "2.5", "dos punto cinco"},
		{"it", "spellout-ordinal-masculine", "1234", "milleduecentotrentaquattresimo"},
		{"pt", "spellout-cardinal-masculine", "16", "dezesseis"},
		{"pt-AO", "spellout-cardinal-masculine", "16", "dezasseis"},
		{"en_GB", "spellout-numbering-year", "1905", "nineteen oh-five"},
		{"zh-TW", "spellout-numbering", "12345.67", "一萬二千三百四十五點六七"},
		{"sr-ME", "spellout-numbering", "123", "sto dvadeset i tri"},
		{"nb", "spellout-numbering", "123", "hundre og tjuetre"},
	} {
		if words, ok := Spell(c.tag, c.ruleset, c.number); !ok || words != c.words {
			t.Errorf("%s %s %s: %q, %v; want %q", c.tag, c.ruleset, c.number, words, ok, c.words)
		}
	}
}

func TestSpellRefuses(t *testing.T) {
	for _, c := range []struct{ why, tag, ruleset, number string }{
		{"an unknown language", "xx", "spellout-numbering", "1"},
		{"no language", "", "spellout-numbering", "1"},
		{"a private ruleset", "de", "%spellout-fraction", "1"},
		{"a ruleset of other languages", "de", "spellout-cardinal-dual", "1"},
		{"digits of CLDR", "en", "spellout-numbering", "1000000000000000000"},
		{"a long number", "en", "spellout-numbering", "99999999999999999999999"},
		{"an ordinal of a fraction", "en", "spellout-ordinal", "2.5"},
		{"a year of a fraction", "en", "spellout-numbering-year", "2.5"},
		{"no digits", "en", "spellout-numbering", ""},
		{"a group mark", "en", "spellout-numbering", "1,000"},
		{"no whole part", "en", "spellout-numbering", ".5"},
		{"no fraction", "en", "spellout-numbering", "5."},
	} {
		if words, ok := Spell(c.tag, c.ruleset, c.number); ok || words != "" {
			t.Errorf("%s is spelled out as %q", c.why, words)
		}
	}
}

// TestRules checks that the rules of all locales parse, with the corrections, and find each other.
func TestRules(t *testing.T) {
	if len(Languages()) < 75 {
		t.Errorf("found %d languages", len(Languages()))
	}
	for _, language := range Languages() {
		for locale := range sectionsOf(language) {
			l := newLocale(sectionsOf(language), locale)
			if _, err := l.speller(); err != nil {
				t.Errorf("%s: %v", locale, err)
			}
			l.cardinals()
			l.ordinals()
		}
		if len(Rulesets(language)) == 0 {
			t.Errorf("%s has no rulesets", language)
		}
	}
}
