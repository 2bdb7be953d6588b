package cldr

import (
	"strconv"
	"strings"
)

// most is the maximum number of digits of a whole number: the limit of CLDR's rules.
const most = 18

// number is a number as written: "2.50" has the fraction "50".
type number struct {
	negative bool
	integer  uint64
	fraction string
}

// parseNumber parses a number. It returns false for anything else.
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

// whole reports whether the number has no fraction. "5.0" has one, because it is read aloud.
func (n number) whole() bool { return n.fraction == "" }
