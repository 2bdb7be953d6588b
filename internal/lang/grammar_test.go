package lang

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"github.com/aloud-audio/aloud/internal/lang/es"
	"github.com/aloud-audio/aloud/internal/lang/european"
	"github.com/aloud-audio/aloud/internal/lang/fr"
	"github.com/aloud-audio/aloud/internal/lang/pl"
)

var europeans = map[string]*european.Grammar{"fr": fr.Grammar, "es": es.Grammar, "pl": pl.Grammar}

// What the rules look for, and what may stand around it.
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
				t.Errorf("in %s %q is said %q", language, text, form.Text)
			}
			for _, edit := range form.Edits {
				if said := form.Text[edit.Said.Start:edit.Said.End]; strings.Contains(said, "  ") {
					t.Errorf("in %s %q is said %q by %s", language, text[edit.Written.Start:edit.Written.End], said, edit.Rule)
				}
			}
		}
	})
}

func TestNumbersDiffer(t *testing.T) {
	const trillion = 1_000_000_000_000
	cardinals := map[string]func(int64) string{
		"es": es.Alone, "pl": pl.Alone,
		"fr": func(n int64) string { return fr.Cardinal(n, european.Masculine) },
	}
	rapid.Check(t, func(t *rapid.T) {
		n, other := rapid.Int64Range(0, trillion).Draw(t, "n"), rapid.Int64Range(0, trillion).Draw(t, "other")
		for language, cardinal := range cardinals {
			if n != other && cardinal(n) == cardinal(other) {
				t.Errorf("in %s %d and %d are both %s", language, n, other, cardinal(n))
			}
			if said := cardinal(n); strings.Contains(said, "  ") || strings.TrimSpace(said) != said || strings.ContainsAny(said, "0123456789") {
				t.Errorf("in %s %d is %q", language, n, said)
			}
		}
	})
}

func TestEveryCurrencySignIsKnown(t *testing.T) {
	for language, g := range europeans {
		for sign := range strings.SplitSeq(`US$ € $ £ ¥ ₴ ₽ EUR USD GBP UAH CHF PLN`, " ") {
			if len(g.Currencies[sign].Forms) == 0 {
				t.Errorf("%s has no %s", language, sign)
			}
		}
	}
}
