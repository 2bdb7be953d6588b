package lang

import (
	"testing"

	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

func TestNamesAreSaidAsGivenAndRulesLookAround(t *testing.T) {
	const text = "Gen. Syrskyi was in Kyiv on Dec. 2."
	form := SayNames("en", text, []rewrite.Name{{Written: rewrite.Span{Start: 5, End: 12}, Said: "Seerskee"}, {Written: rewrite.Span{Start: 20, End: 24}, Said: "Keev"}})
	if want := "General Seerskee was in Keev on December second."; form.Text != want {
		t.Errorf("%q, want %q", form.Text, want)
	}
	for _, e := range form.Edits {
		if e.Rule == rewrite.NameRule && text[e.Written.Start:e.Written.End] == form.Text[e.Said.Start:e.Said.End] {
			t.Errorf("%+v changes nothing", e)
		}
	}
}
