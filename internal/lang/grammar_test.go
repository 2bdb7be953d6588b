package lang

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"github.com/aloud-audio/aloud/internal/lang/cldr"
)

// fragments are texts that the rules match, and texts that may surround them.
var fragments = []string{
	"1", "0", "2", "31", "10 000", "1.234.567", "3,50", "1900", "2022", "999999999999999", "99999999999999999999", " ", " ", " ", "\u00A0", "-", "–", ".", ",", ":", "/",
	"€", "$", "%", "‰", "°C", "km", "m²", "t", "Mio.", "Mrd", "M", "Md", "millones", "mln", "tys.", "Uhr", "h", "godz.", "o", "w", "do", "am",
	"der", "Mai", "mai", "de mayo", "maja", "r.", "roku", "lat", "90.", "XX", "w.", "er", "e", "º", "ª", "siglo", "Dr.", "M.", "Sr.", "prof.", "Nowak",
	"usw.", "etc.", "§", "&", "×", "zł", "\xff", "́", "bis", "à", "a. m.", "-mm-", "-jährig", "str.", "tzw.", "ul.",
}

func TestAnyTextIsSaid(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(fragments), 0, 12).Draw(t, "fragments"), "")
		for _, language := range tags() {
			form := Say(language, text)
			if utf8.ValidString(text) && !utf8.ValidString(form.Text) {
				t.Errorf("%s: %q is said %q", language, text, form.Text)
			}
			for _, edit := range form.Edits {
				if said := form.Text[edit.Said.Start:edit.Said.End]; strings.Contains(said, "  ") {
					t.Errorf("%s: %q is said %q by %s", language, text[edit.Written.Start:edit.Written.End], said, edit.Rule)
				}
			}
		}
	})
}

// TestNumbersDiffer checks that no two numbers of a language share their words. If they do, one of
// them is wrong.
func TestNumbersDiffer(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, other := rapid.Int64Range(2, 999_999_999_999).Draw(t, "n"), rapid.Int64Range(2, 999_999_999_999).Draw(t, "other")
		language := rapid.SampledFrom(cldr.Languages()).Draw(t, "language")
		if n != other && percent(language, n) == percent(language, other) {
			t.Errorf("%s: %d and %d are both %s", language, n, other, percent(language, n))
		}
	})
}

func percent(language string, n int64) string { return Say(language, fmt.Sprintf("%d %%", n)).Text }

// TestEveryCurrencySignIsKnown checks that each language expands the currencies that news uses
// most.
func TestEveryCurrencySignIsKnown(t *testing.T) {
	for _, language := range []string{"de", "es", "fr", "pl"} {
		for sign := range strings.SplitSeq(`US$ € $ £ ¥ ₴ ₽ EUR USD GBP UAH CHF PLN`, " ") {
			if said := Say(language, "5 "+sign).Text; strings.ContainsAny(said, "5"+sign) && strings.Contains(said, sign) {
				t.Errorf("%s: 5 %s is said %q", language, sign, said)
			}
		}
	}
}
