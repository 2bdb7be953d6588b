package spoken

import "testing"

// row is what is written and how it is said.
type row struct{ written, said string }

func checkRows(t *testing.T, language string, rows []row) {
	t.Helper()
	for _, row := range rows {
		t.Run(row.written, func(t *testing.T) {
			if said := Say(language, row.written).Text; said != row.said {
				t.Errorf("in %s is said\n%s, want\n%s", language, said, row.said)
			}
		})
	}
}

// checkUntouched is for prose that a voice reads as it is written.
func checkUntouched(t *testing.T, language string, texts []string) {
	t.Helper()
	for _, text := range texts {
		if form := Say(language, text); len(form.Edits) > 0 {
			t.Errorf("%s: is said %s", text, form.Text)
		}
	}
}
