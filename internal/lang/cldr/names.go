package cldr

import (
	"strconv"
	"strings"
)

// Currency returns the name of a currency beside a number of the category: "US dollars" for "USD"
// and Other. It knows the codes of ISO 4217 that are legal tender somewhere.
func Currency(tag, code string, count Category) (string, bool) {
	l := find(tag)
	if l == nil {
		return "", false
	}
	for _, count := range []Category{count, Other} {
		if name, ok := l.get("currency", code, string(count)); ok {
			return name, true
		}
	}
	return "", false
}

// Magnitude returns the pattern for a power of ten, "{0} million" for 6 zeros. It says false where
// the language has no word for the power itself: Hindi counts in lakhs and crores (5 and 7),
// Japanese in 4, 8 and 12.
func Magnitude(tag string, zeros int, count Category) (string, bool) {
	l := find(tag)
	if l == nil {
		return "", false
	}
	for _, count := range []Category{count, Other} {
		if pattern, ok := l.get("magnitude", strconv.Itoa(zeros), string(count)); ok {
			return pattern, true
		}
	}
	return "", false
}

// Width is how much of a name is written.
type Width string

// The widths of month and weekday names.
const (
	Wide        Width = "wide"
	Abbreviated Width = "abbreviated"
)

// Context is where a name stands.
type Context string

// The contexts of month and weekday names: 5 stycznia, but styczeń.
const (
	InDate Context = "format"
	Alone  Context = "stand-alone"
)

// Months returns the names of the twelve months, January first, or nil.
func Months(tag string, context Context, width Width) []string {
	return list(tag, "months", string(context), string(width))
}

// Weekdays returns the names of the seven days, Sunday first as in time.Weekday, or nil.
func Weekdays(tag string, context Context, width Width) []string {
	return list(tag, "weekdays", string(context), string(width))
}

func list(tag string, key ...string) []string {
	l := find(tag)
	if l == nil {
		return nil
	}
	names, ok := l.get(key...)
	if !ok {
		return nil
	}
	return strings.Split(names, "|")
}

// Marks returns the decimal mark and the mark between groups of digits in written numbers, "," and
// "." in German. The latter may be a no-break space, U+00A0 or U+202F.
func Marks(tag string) (decimal, group string) {
	if l := find(tag); l != nil {
		decimal, _ = l.get("symbol", "decimal")
		group, _ = l.get("symbol", "group")
	}
	return decimal, group
}
