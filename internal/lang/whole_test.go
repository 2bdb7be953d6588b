package lang

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/aloud-audio/aloud/internal/lang/cldr"
)

// figured are how numbers, dates, times, fractions and sums are written, with figures in the place
// of #.
var figured = []string{
	"#", "#,#", "#.#", "#–#", "#-#", "# %", "#–# %", "#,# %", "#/#", "# 1/2", "# 3/4", "#.#.19##", "1#.0#.20##", "1#/0#/20##", "20##-0#-1#", "##:##", "##.##",
	"1###–2###", "201#/2#", "# km", "#–# km", "#,# km/h", "# m²", "#×# mm", "€#", "# €", "#,## €", "$#,#", "# kg", "-# °C", "+#", "#:#", "#.", "#°", "№ #",
}

// No rule says one part of a number, date, fraction or sum and leaves another in figures.
func TestNothingIsHalfSaid(t *testing.T) {
	all := append(cldr.Languages(), tags()...)
	rapid.Check(t, func(t *rapid.T) {
		language := rapid.SampledFrom(all).Draw(t, "language")
		written := rapid.SampledFrom(figured).Draw(t, "written")
		for strings.Contains(written, "#") {
			written = strings.Replace(written, "#", fmt.Sprint(rapid.IntRange(0, 9).Draw(t, "figure")), 1)
		}
		form := Say(language, written)
		if len(form.Edits) > 0 && strings.ContainsAny(form.Text, "0123456789") {
			t.Fatalf("in %s %q is said %q", language, written, form.Text)
		}
	})
}
