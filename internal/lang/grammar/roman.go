package grammar

import (
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/letters"
)

var romanFigures = []struct {
	figure string
	value  int
}{{"C", 100}, {"XC", 90}, {"L", 50}, {"XL", 40}, {"X", 10}, {"IX", 9}, {"V", 5}, {"IV", 4}, {"I", 1}}

// romanPart matches Roman numerals in Latin letters or in lookalikes. It omits the numerals for
// hundreds and more, which are far more often initialisms.
var romanPart = `[V` + letters.Like("I") + letters.Like("X") + `]+`

// IsRoman reports whether a word consists of Roman numerals only: XX, ХІХ, MC.
func IsRoman(word string) bool {
	return word != "" && strings.Trim(letters.ToLatin(word), "IVXLCDM") == ""
}

// RomanNumber returns the value of a Roman numeral up to 399, or 0 if figures is not one.
func RomanNumber(figures string) int {
	if strings.Trim(figures, "VLC"+letters.Like("I")+letters.Like("X")) != "" {
		return 0
	}
	figures = letters.ToLatin(figures)
	n, rest := 0, figures
	for _, roman := range romanFigures {
		for strings.HasPrefix(rest, roman.figure) {
			n, rest = n+roman.value, rest[len(roman.figure):]
		}
	}
	if rest != "" || roman(n) != figures {
		return 0
	}
	return n
}

func roman(n int) string {
	figures := ""
	for _, roman := range romanFigures {
		for n >= roman.value {
			figures, n = figures+roman.figure, n-roman.value
		}
	}
	return figures
}
