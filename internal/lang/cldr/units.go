package cldr

import (
	"cmp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Unit returns the pattern of a counted unit: "{0} kilometres" for "kilometer". The names are
// CLDR's names of long units without the part before the first hyphen: "square-kilometer",
// "kilometer-per-hour", "percent", "celsius", "megawatt", "day". Missing names with an SI prefix
// are derived: "gigawatt-hour" from CLDR's kilowatt-hour, "megatonne" from its tonne.
//
// The case is "" or "nominative", or another case of the language ("genitive", "accusative",
// "dative", "instrumental", "locative", "prepositional" …). Where CLDR lacks a case, Unit returns
// the nominative; where it lacks a count, Other. It returns false for an unknown unit.
func Unit(tag, unit string, count Category, grammaticalCase string) (string, bool) {
	l := find(tag)
	if l == nil {
		return "", false
	}
	for _, count := range []Category{count, Other} {
		if pattern, ok := l.unit(unit, string(count), grammaticalCase); ok {
			return pattern, true
		}
	}
	return "", false
}

// unitForm is the key of locale.units.
type unitForm struct{ unit, count, grammaticalCase string }

// unit looks up a form of a unit. It caches the result, because trying the prefixes takes longer
// than spelling out the number.
func (l *locale) unit(unit, count, grammaticalCase string) (string, bool) {
	form := unitForm{unit, count, grammaticalCase}
	if kept, ok := l.units.Load(form); ok {
		return kept.(string), true
	}
	pattern, known := l.findUnit(unit, count, grammaticalCase)
	if known { // unknown forms are not cached: a text could name any number of them
		l.units.Store(form, pattern)
	}
	return pattern, known
}

func (l *locale) findUnit(unit, count, grammaticalCase string) (string, bool) {
	if pattern, ok := l.get("unit", unit, count, grammaticalCase); ok {
		return pattern, true
	}
	nominative, known := l.get("unit", unit, count)
	if known && (grammaticalCase == "" || grammaticalCase == "nominative") {
		return nominative, true
	}
	if pattern, ok := l.prefixed(unit, count, grammaticalCase); ok || known {
		return cmp.Or(pattern, nominative), true
	}
	return l.prefixed(unit, count, "")
}

// prefixed derives the name of a unit with an SI prefix: it puts the prefix before the base unit,
// or replaces kilo-. It returns false if CLDR lacks the case of the other unit.
func (l *locale) prefixed(unit, count, grammaticalCase string) (string, bool) {
	prefix, base, ok := l.cutPrefix(unit)
	if !ok {
		return "", false
	}
	key := []string{"unit", base, count}
	if grammaticalCase != "" && grammaticalCase != "nominative" {
		key = append(key, grammaticalCase)
	}
	if pattern, ok := l.get(key...); ok {
		return join(prefix, pattern)
	}
	key[1] = "kilo" + base
	pattern, ok := l.get(key...)
	name, spaced := strings.CutPrefix(pattern, "{0} ")
	for _, kilo := range l.kilos() {
		if ok && spaced && kilo != "" && strings.HasPrefix(strings.ToLower(name), kilo) {
			return join(prefix, "{0} "+name[len(kilo):])
		}
	}
	return "", false
}

// kilos returns the lower-case forms of kilo-: the prefix, and what precedes watt in kilowatt.
// Brazil has quilômetro and quilowatt, Italy chilowattora and kilowatt.
func (l *locale) kilos() []string {
	prefix, _ := l.get("prefix", "3")
	kilowatt, _ := l.get("unit", "kilowatt", string(Other))
	watt, _ := l.get("unit", "watt", string(Other))
	name := func(pattern string) string { return strings.ToLower(strings.TrimPrefix(pattern, "{0} ")) }
	return []string{
		strings.ToLower(strings.TrimSuffix(prefix, "{0}")),
		strings.TrimSuffix(name(kilowatt), name(watt)),
	}
}

// join puts a prefix before the unit in a pattern, if the number comes first.
func join(prefix, pattern string) (string, bool) {
	name, ok := strings.CutPrefix(pattern, "{0} ")
	first, size := utf8.DecodeRuneInString(name)
	return "{0} " + prefix + string(unicode.ToLower(first)) + name[size:], ok && size > 0
}

// prefixes maps the SI prefixes of unit names to their powers of ten.
var prefixes = map[string]int{
	"nano": -9, "micro": -6, "milli": -3, "centi": -2, "deci": -1,
	"hecto": 2, "kilo": 3, "mega": 6, "giga": 9, "tera": 12, "peta": 15,
}

// cutPrefix splits a unit into its prefix, in the language's spelling, and its base.
func (l *locale) cutPrefix(unit string) (said, base string, ok bool) {
	for prefix, power := range prefixes {
		if base, ok := strings.CutPrefix(unit, prefix); ok && base != "" {
			pattern, _ := l.get("prefix", strconv.Itoa(power))
			said, whole := strings.CutSuffix(pattern, "{0}")
			return said, base, whole && said != ""
		}
	}
	return "", "", false
}

// Gender returns the gender of a unit ("masculine", "feminine", "neuter", "common", "inanimate" …),
// or "" if CLDR has none.
func Gender(tag, unit string) string {
	l := find(tag)
	if l == nil {
		return ""
	}
	if gender, ok := l.get("unit", unit, "gender"); ok {
		return gender
	}
	_, base, _ := l.cutPrefix(unit)
	for _, unit := range []string{base, "kilo" + base} {
		if gender, ok := l.get("unit", unit, "gender"); ok {
			return gender
		}
	}
	return ""
}

// Per returns the pattern of "per unit" after a quantity: "{0} per kilometre".
func Per(tag, unit string) (string, bool) {
	l := find(tag)
	if l == nil {
		return "", false
	}
	if pattern, ok := l.get("unit", unit, "per"); ok {
		return pattern, true
	}
	one, counted := Unit(tag, unit, One, "")
	pattern, ok := l.get("per")
	name := strings.TrimSpace(strings.Replace(one, "{0}", "", 1))
	return strings.Replace(pattern, "{1}", name, 1), ok && counted
}
