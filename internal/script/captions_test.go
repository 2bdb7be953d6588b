package script

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestCaptions(t *testing.T) {
	for _, test := range []struct {
		name, language, text string
		want                 []string
	}{
		{"sentences", "en", "The pier is shut. Nobody knows why.", []string{"The pier is shut. ", "Nobody knows why."}},
		{"the statements of a quotation", "en", "She said: “The pier is shut for the winter. We do not know why. Ask the harbour master about it.”",
			[]string{"She said: “The pier is shut for the winter. We do not know why. ", "Ask the harbour master about it.”"}},
		{"short statements stay together", "en", "He said: “No. Never. Go away.”", []string{"He said: “No. Never. Go away.”"}},
		{"clauses", "uk", "Паром, який ходив через річку сорок років, зупинили восени, бо його двигун, як з'ясувала перевірка, ніхто не ремонтував від часу купівлі.",
			[]string{"Паром, який ходив через річку сорок років, зупинили восени, бо його двигун, ", "як з'ясувала перевірка, ніхто не ремонтував від часу купівлі."}},
		{"words", "en", strings.Repeat("winter ferry ", 10) + "stops.",
			[]string{strings.Repeat("winter ferry ", 5), strings.Repeat("winter ferry ", 5) + "stops."}},
		{"nothing", "en", "", nil},
	} {
		if got := Captions(test.language, test.text); !slices.Equal(got, test.want) {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

// TestALongQuotationHasShortCaptions checks that a quotation of twelve sentences is not one
// caption.
func TestALongQuotationHasShortCaptions(t *testing.T) {
	text := "The harbour master said: “" + strings.Repeat("Nobody has mended the north pier since the flood of that year. ", 12) + "We wait.”"
	captions := Captions("en", text)
	if len(captions) < 12 || strings.Join(captions, "") != text {
		t.Errorf("%d captions: %q", len(captions), captions)
	}
}

func TestCaptionsKeepTheText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOf(rapid.SampledFrom([]string{"ferry", "“Go.", "it is”,", "(so", "U.S.", "3.5", "end.)", "—", "порт…", "“", "?!", "\n"})).Draw(t, "words")
		text := strings.Join(words, " ")
		captions := Captions("en", text)
		if strings.Join(captions, "") != text {
			t.Fatalf("%q became %q", text, captions)
		}
		for _, c := range captions {
			if n := utf8.RuneCountInString(strings.TrimSpace(c)); n > longestCaption && strings.Count(c, "ferry") > 3 {
				t.Errorf("%d characters: %q", n, c)
			}
		}
	})
}
