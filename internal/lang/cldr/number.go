package cldr

import (
	"strconv"
	"strings"
)

// most is how many digits a whole number may have: CLDR's rules end there.
const most = 18

// number is a number as it is written: "2.50" has the fraction "50".
type number struct {
	negative bool
	integer  uint64
	fraction string
}

// parseNumber reads a number, and says false to anything else.
func parseNumber(text string) (number, bool) {
	text, negative := strings.CutPrefix(text, "-")
	integer, fraction, pointed := strings.Cut(text, ".")
	if !isDigits(integer) || pointed && !isDigits(fraction) {
		return number{}, false
	}
	value, err := strconv.ParseUint(integer, 10, 64)
	if err != nil || len(strconv.FormatUint(value, 10)) > most || len(fraction) > most {
		return number{}, false
	}
	return number{negative, value, fraction}, true
}

func isDigits(text string) bool {
	return text != "" && strings.Trim(text, "0123456789") == ""
}

// whole says whether the number has no fraction. "5.0" has one: it is read out.
func (n number) whole() bool { return n.fraction == "" }
