package cldr

import (
	"fmt"
	"strings"
	"testing"
)

func TestPlural(t *testing.T) {
	for _, c := range []struct {
		tag, number string
		want        Category
	}{
		{"en", "1", One}, {"en", "1.0", Other}, {"en", "0", Other}, {"fr", "0", One}, {"fr", "1.5", One},
		{"fr", "1000000", Many}, {"fr", "1.5c6", Many}, {"fr", "1.5", One}, {"pl", "22", Few}, {"pl", "12", Many}, {"pl", "1.5", Other},
		{"ru", "21", One}, {"ru", "-21", One}, {"cs", "2", Few}, {"cs", "2.5", Many}, {"pt", "0", One}, {"pt-PT", "0", Other},
		{"lt", "10", Other}, {"ar", "3", Few}, {"ar", "0", Zero}, {"ja", "1", Other}, {"xx", "1", Other}, {"en", "one", Other},
		{"pl", "1234567890123456789022", Few}, {"ru", "1000000000000000000001", One}, {"lv", "0.1", One}, {"en", "1c99999", Other},
	} {
		if got := Plural(c.tag, c.number); got != c.want {
			t.Errorf("%s %s is in category %s, want %s", c.tag, c.number, got, c.want)
		}
	}
}

func TestNames(t *testing.T) {
	yes := func(text string, ok bool) string { return fmt.Sprint(text, ok) }
	for _, c := range []struct{ got, want string }{
		{yes(Unit("pl", "kilometer", One, "instrumental")), "{0} kilometremtrue"},
		{yes(Unit("pl", "kilometer", Few, "vocative")), "{0} kilometrytrue"},
		{yes(Unit("de", "day", Other, "dative")), "{0} Tagentrue"},
		{yes(Unit("en-AU", "kilometer-per-hour", Other, "")), "{0} kilometres per hourtrue"},
		{yes(Unit("de", "percent", Few, "nominative")), "{0} Prozenttrue"},
		{yes(Unit("de", "elephant", One, "")), "false"},
		{yes(Unit("de", "terawatt-hour", Other, "")), "{0} Terawattstundentrue"},
		{yes(Unit("pl", "gigawatt-hour", Few, "instrumental")), "{0} gigawatogodzinamitrue"},
		{yes(Unit("pl", "megawatt", One, "instrumental")), "{0} megawatemtrue"},
		{yes(Unit("pl", "decimeter", Many, "genitive")), "{0} decymetrówtrue"},
		{yes(Unit("pl", "gigawatt-hour", Many, "genitive")), "{0} gigawatogodzintrue"},
		{yes(Unit("cs", "gigawatt-hour", Other, "")), "{0} gigawatthodintrue"},
		{yes(Unit("uk", "megatonne", Many, "")), "{0} мегатоннtrue"},
		{yes(Unit("fr", "terawatt-hour", Other, "")), "{0} térawatt-heurestrue"},
		{yes(Unit("pt", "terawatt-hour", Other, "")), "{0} terawatts-horatrue"},
		{yes(Unit("it", "kiloelephant", Other, "")), "false"},
		{Gender("pl", "terawatt-hour"), "feminine"},
		{yes(Unit("xx", "day", One, "")), "false"},
		{Gender("fr", "hour"), "feminine"},
		{Gender("en", "hour"), ""},
		{yes(Per("de", "kilometer")), "{0} pro Kilometertrue"},
		{yes(Per("pl", "megawatt")), "{0} na megawattrue"},
		{strings.Join(Months("de-AT"), " "), "Jänner Februar März April Mai Juni Juli August September Oktober November Dezember"},
		{Months("pl")[0], "stycznia"},
		{Weekdays("it")[1], "lunedì"},
		{fmt.Sprint(Months("xx") == nil), "true"},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
	if decimal, group := Marks("de-CH"); decimal != "." || group != "'" {
		t.Errorf("Swiss marks are %q and %q", decimal, group)
	}
}

// TestNamesOfAllLanguages checks that every language has the data that the generic rules for
// numbers, percentages and units need.
func TestNamesOfAllLanguages(t *testing.T) {
	for _, language := range Languages() {
		for _, unit := range []string{"percent", "kilometer", "kilogram", "celsius", "kilometer-per-hour"} {
			if pattern, ok := Unit(language, unit, Other, ""); !ok || !strings.Contains(pattern, "{0}") {
				t.Errorf("%s has no %s: %q", language, unit, pattern)
			}
		}
		if len(Months(language)) != 12 || len(Weekdays(language)) != 7 {
			t.Errorf("%s has no months or weekdays", language)
		}
		if decimal, _ := Marks(language); decimal == "" {
			t.Errorf("%s has no decimal mark", language)
		}
	}
}
