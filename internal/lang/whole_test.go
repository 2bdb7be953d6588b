package lang

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/lang/cldr"
)

// figured are formats of numbers, dates, times, fractions and sums. # stands for a digit.
var figured = []string{
	"#", "#,#", "#.#", "#–#", "#-#", "# %", "#–# %", "#,# %", "#/#", "# 1/2", "# 3/4", "#.#.19##", "1#.0#.20##", "1#/0#/20##", "20##-0#-1#", "##:##", "##.##",
	"1###–2###", "201#/2#", "# km", "#–# km", "#,# km/h", "# m²", "#×# mm", "€#", "# €", "#,## €", "$#,#", "# kg", "-# °C", "+#", "#:#", "#.", "#°", "№ #",
}

// TestNothingIsHalfSaid checks that no rule of any language spells out one part of a number, date,
// fraction or sum and leaves another part in digits. Every language meets every format; only the
// digits are random.
func TestNothingIsHalfSaid(t *testing.T) {
	const draws = 15
	for _, language := range slices.Compact(slices.Sorted(slices.Values(append(cldr.Languages(), tags()...)))) {
		for _, pattern := range figured {
			for range draws {
				written := draw(pattern)
				form := Say(language, written)
				if len(form.Edits) > 0 && strings.ContainsAny(form.Text, "0123456789") {
					t.Errorf("%s: %q is said %q", language, written, form.Text)
					break
				}
			}
		}
	}
}

// draw replaces each # with a random digit.
func draw(pattern string) string {
	for strings.Contains(pattern, "#") {
		pattern = strings.Replace(pattern, "#", string(rune('0'+rand.N(10))), 1)
	}
	return pattern
}
