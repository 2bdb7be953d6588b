package grammar

import "strings"

var romanFigures = []struct {
	figure string
	value  int
}{{"C", 100}, {"XC", 90}, {"L", 50}, {"XL", 40}, {"X", 10}, {"IX", 9}, {"V", 5}, {"IV", 4}, {"I", 1}}

// Roman figures are typed in Latin letters, or in Cyrillic ones that look like them. Those for
// hundreds and more stand in no value: they are initialisms far more often.
const (
	latinFigures    = "IVXLCDM"
	cyrillicFigures = "ІХСМ"
)

var (
	lookAlikes = strings.NewReplacer("І", "I", "Х", "X")
	romanPart  = `[IVX` + cyrillicFigures[:len("ІХ")] + `]+`
)

// IsRoman reports whether a word has no other letters than Roman figures: XX, ХІХ, MC.
func IsRoman(word string) bool {
	return word != "" && strings.Trim(word, latinFigures+cyrillicFigures) == ""
}

// RomanNumber is the value of Roman figures up to 399, or 0 if they are none.
func RomanNumber(figures string) int {
	figures = lookAlikes.Replace(figures)
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
