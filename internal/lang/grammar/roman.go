package grammar

import (
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/letters"
)

var romanFigures = []struct {
	figure string
	value  int
}{{"C", 100}, {"XC", 90}, {"L", 50}, {"XL", 40}, {"X", 10}, {"IX", 9}, {"V", 5}, {"IV", 4}, {"I", 1}}

// Roman figures are typed in Latin letters, or in those that look like them. Those for hundreds and
// more are in no part of a phrase: they are initialisms far more often.
var romanPart = `[V` + letters.Like("I") + letters.Like("X") + `]+`

// IsRoman reports whether a word has no other letters than Roman figures: XX, ХІХ, MC.
func IsRoman(word string) bool {
	return word != "" && strings.Trim(letters.ToLatin(word), "IVXLCDM") == ""
}

// RomanNumber is the value of Roman figures up to 399, or 0 if they are none.
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
