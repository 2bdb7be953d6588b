package spoken

import "testing"

func TestNamesAreSaidAsGivenAndRulesLookAround(t *testing.T) {
	const text = "Gen. Syrskyi was in Kyiv on Dec. 2."
	form := SayNames("en", text, []Name{{Span{5, 12}, "Seerskee"}, {Span{20, 24}, "Keev"}})
	if want := "General Seerskee was in Keev on December second."; form.Text != want {
		t.Errorf("%q, want %q", form.Text, want)
	}
	for _, e := range form.Edits {
		if e.Rule == NameRule && text[e.Written.Start:e.Written.End] == form.Text[e.Said.Start:e.Said.End] {
			t.Errorf("%+v changes nothing", e)
		}
	}
}
