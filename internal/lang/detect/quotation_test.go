package detect

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// quotation is the reference: the scanner must find what this pattern finds.
var quotation = regexp.MustCompile(`«[^»]*»|„[^“”]*[“”]|“[^”]*”|"[^"]*"`)

func FuzzQuotations(f *testing.F) {
	for _, text := range []string{
		"", "no mark", `He said "no" and left`, `"a" b "c"`, `an inch is 1" long`, "„eins“ und „zwei”", "“one” and “two",
		"«раз «два» три»", "««« без кінця", "„a «b» c", strings.Repeat("“", 50) + "”", "\xff«\xff»",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var want [][2]int
		for _, at := range quotation.FindAllStringIndex(text, -1) {
			want = append(want, [2]int{at[0], at[1]})
		}
		if found := Quotations(text); !slices.Equal(found, want) {
			t.Errorf("%q: %v, want %v", text, found, want)
		}
		if got, want := Unquoted(text), quotation.ReplaceAllString(text, " "); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	})
}
