package cldr

import (
	_ "embed"
	"fmt"
	"strings"
)

// corrections amends CLDR. Its columns are separated by tabs: locale, key (a final "*" matches
// several keys), CLDR's text, the correct text, and the reason. The text is replaced wherever it
// occurs in the values. A key that CLDR lacks is added.
//
//go:embed corrections.tsv
var corrections string

// correct applies the corrections of the locales in sections. It panics if CLDR's text is not the
// one that a correction expects: the correction then needs a review.
func correct(sections map[string]section) {
	for line := range strings.Lines(corrections) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(fields) != 5 || fields[4] == "" {
			panic(fmt.Sprintf("cldr: corrections.tsv has a line without five fields: %q", line))
		}
		section, ok := sections[fields[0]]
		if ok && !section.table.correct(fields[1], fields[2], fields[3]) {
			panic(fmt.Sprintf("cldr: corrections.tsv expects %q in %s %s", fields[2], fields[0], fields[1]))
		}
	}
}

// correct replaces wrong in the values of the keys, and reports whether it was there.
func (t table) correct(keys, wrong, right string) bool {
	if wrong == "" {
		_, known := t[keys]
		t[keys] = right
		return !known
	}
	found := false
	for key, value := range t {
		if matches(keys, key) && strings.Contains(value, wrong) {
			t[key] = strings.ReplaceAll(value, wrong, right)
			found = true
		}
	}
	return found
}

// matches reports whether key equals keys, or begins with the part of keys before its final "*".
func matches(keys, key string) bool {
	prefix, several := strings.CutSuffix(keys, "*")
	return key == keys || several && strings.HasPrefix(key, prefix)
}
