package script

import (
	"encoding/xml"
	"io"
	"testing"
)

func TestSpoken(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"folds space", " a\u00A0 b\n\tc\u2028", "a b c"},
		{"drops control characters", "a\x00b\x07c\u0085", "abc"},
		{"drops direction marks", "\u200Fa\u202Eb\u2066c\u061C", "abc"},
		{"drops soft hyphens", "nar\u00ADra\uFEFFtor", "narrator"},
		{"keeps joiners", "می\u200Cخواهم", "می\u200Cخواهم"},
		{"spells out what voices get wrong", "On Dec. 2, 5 & 6 km", "On December second, five and six kilometers"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := Spoken("en", c.text)
			if got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
			if err := xml.EscapeText(io.Discard, []byte(got)); err != nil {
				t.Error(err)
			}
		})
	}
}
