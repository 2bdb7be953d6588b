package cldr

import "strings"

// Months returns the names of the twelve months in the form that dates use, January first, or nil.
func Months(tag string) []string { return list(tag, "months") }

// Weekdays returns the names of the seven days, Sunday first as in time.Weekday, or nil.
func Weekdays(tag string) []string { return list(tag, "weekdays") }

func list(tag, kind string) []string {
	l := find(tag)
	if l == nil {
		return nil
	}
	names, ok := l.get(kind)
	if !ok {
		return nil
	}
	return strings.Split(names, "|")
}

// Marks returns the decimal mark and the grouping mark of written numbers: "," and "." in German.
// The latter may be a no-break space, U+00A0 or U+202F.
func Marks(tag string) (decimal, group string) {
	if l := find(tag); l != nil {
		decimal, _ = l.get("symbol", "decimal")
		group, _ = l.get("symbol", "group")
	}
	return decimal, group
}
