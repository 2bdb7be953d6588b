package uk

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"github.com/aloud-audio/aloud/internal/lang/grammar"
	"github.com/aloud-audio/aloud/internal/lang/pack"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

var say = rewrite.New(func() []rewrite.Rule {
	p, err := pack.Load(os.DirFS(".."), "uk")
	if err != nil {
		panic(err)
	}
	g, err := grammar.New("uk", p)
	if err != nil {
		panic(err)
	}
	return Rules(g)
}, nil).Say

// TestHoldsForAnyText checks, for any text, that the edits fit the text and the spoken form is as
// well-formed as the written one.
func TestHoldsForAnyText(t *testing.T) {
	parts := rapid.SliceOf(rapid.SampledFrom([]string{
		"24", "лютого", "2022", "р.", "рр.", "-", "–", "—", " ", " ", " ", "\u00A0", "1,5", "млн", "тис.", "грн", "$", "%", "м.", "Київ", "о", "15:30", "до", "з",
		"№", "ст.", "ч.", "XIV", "ХІХ", "F", "16", "Су", "155", "мм", "km", "СБУ", "@a", "#б", "/", ".", ",", "(", ")", "000", "°C", "ім.", "а", "ʼ", "ген.", "🔥", "-го", "\xff",
	}))
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(parts.Draw(t, "parts"), "")
		form := say(text)
		if utf8.ValidString(text) && !utf8.ValidString(form.Text) {
			t.Fatalf("%q became invalid UTF-8: %q", text, form.Text)
		}
		written, said := 0, 0
		for _, e := range form.Edits {
			if e.Written.Start < written || e.Said.Start < said || e.Written.End > len(text) || e.Said.End > len(form.Text) ||
				text[written:e.Written.Start] != form.Text[said:e.Said.Start] {
				t.Fatalf("edits of %q do not fit: %+v", text, form)
			}
			written, said = e.Written.End, e.Said.End
		}
		if text[written:] != form.Text[said:] {
			t.Fatalf("the text after the last edit differs: %q and %q", text, form.Text)
		}
	})
}
