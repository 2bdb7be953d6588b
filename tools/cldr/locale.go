package main

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// readLocale collects what is spoken in a locale.
func readLocale(cldr packages, shared *shared, locale string) (table, error) {
	data := make(table)
	for category, rule := range shared.cardinals[locale] {
		data.setPlural("cardinal", category, rule)
	}
	for category, rule := range shared.ordinals[locale] {
		data.setPlural("ordinal", category, rule)
	}
	return data, errors.Join(
		data.addRules(cldr, locale),
		data.addUnits(cldr, locale),
		data.addDates(cldr, locale),
		data.addMarks(cldr, locale))
}

// setPlural keeps a rule's condition without its examples. The category "other" has no condition.
func (t table) setPlural(kind, category, rule string) {
	condition, _, _ := strings.Cut(rule, "@")
	t.set(strings.TrimSpace(condition), kind, strings.TrimPrefix(category, "pluralRule-count-"))
}

// addRules reads the number rules: a rule set to a value, in which a semicolon ends each rule.
func (t table) addRules(cldr packages, locale string) error {
	name := strings.ReplaceAll(locale, "-", "_") + "-SpelloutRules.txt"
	file, err := os.Open(filepath.Join(string(cldr), "cldr-rbnf/rbnf", name))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer file.Close()
	sets := make(map[string]*strings.Builder)
	var set *strings.Builder
	for lines := bufio.NewScanner(file); lines.Scan(); {
		if line := lines.Text(); strings.HasPrefix(line, "%") {
			set = new(strings.Builder)
			sets[strings.TrimSuffix(line, ":")] = set
		} else if set == nil {
			return fmt.Errorf("%s: a rule stands before the first rule set: %q", name, line)
		} else {
			set.WriteString(line)
		}
	}
	delete(sets, "%%lenient-parse") // for reading numbers
	for set, rules := range sets {
		t.set(rules.String(), "rbnf", set)
	}
	return nil
}

// addUnits reads the long unit names: a pattern by count and case, the gender, the pattern of
// "per", and SI prefixes.
func (t table) addUnits(cldr packages, locale string) error {
	var units map[string]map[string]string
	if err := cldr.read("cldr-units-full/main/"+locale+"/units.json", &units, "main", locale, "units", "long"); err != nil {
		return err
	}
	for unit, names := range units {
		switch {
		case strings.HasPrefix(unit, "10p"):
			t.set(names["unitPrefixPattern"], "prefix", strings.TrimPrefix(unit, "10p"))
		case unit == "per":
			t.set(names["compoundUnitPattern"], "per")
		case unit == "times" || unit == "coordinateUnit" || strings.HasPrefix(unit, "power") && !strings.Contains(unit, "-") || strings.HasPrefix(unit, "1024p"):
		default:
			_, unit, _ = strings.Cut(unit, "-")
			t.addUnit(unit, names)
		}
	}
	return nil
}

func (t table) addUnit(unit string, names map[string]string) {
	t.set(names["gender"], "unit", unit, "gender")
	t.set(names["perUnitPattern"], "unit", unit, "per")
	for name, pattern := range names {
		form, count, counted := strings.Cut(name, "-count-")
		if !counted {
			continue
		}
		if form == "unitPattern" {
			t.set(pattern, "unit", unit, count)
		} else if pattern != names["unitPattern-count-"+count] {
			t.set(pattern, "unit", unit, count, form)
		}
	}
}

// addDates reads the names of months and weekdays within a date.
func (t table) addDates(cldr packages, locale string) error {
	var calendar struct {
		Months, Days map[string]map[string]map[string]string
	}
	file := "cldr-dates-full/main/" + locale + "/ca-gregorian.json"
	if err := cldr.read(file, &calendar, "main", locale, "dates", "calendars", "gregorian"); err != nil {
		return err
	}
	t.setList(calendar.Months["format"]["wide"], "1 2 3 4 5 6 7 8 9 10 11 12", "months")
	t.setList(calendar.Days["format"]["wide"], "sun mon tue wed thu fri sat", "weekdays")
	return nil
}

// setList stores the names of the keys in order, separated by "|".
func (t table) setList(names map[string]string, keys string, key ...string) {
	var list []string
	for _, name := range strings.Fields(keys) {
		list = append(list, names[name])
	}
	t.set(strings.Join(list, "|"), key...)
}

// addMarks reads the marks of written numbers.
func (t table) addMarks(cldr packages, locale string) error {
	var numbers struct {
		Symbols struct{ Decimal, Group string } `json:"symbols-numberSystem-latn"`
	}
	if err := cldr.read("cldr-numbers-full/main/"+locale+"/numbers.json", &numbers, "main", locale, "numbers"); err != nil {
		return err
	}
	t.set(numbers.Symbols.Decimal, "symbol", "decimal")
	t["symbol/group"] = numbers.Symbols.Group
	return nil
}
