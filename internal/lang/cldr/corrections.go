package cldr

import (
	_ "embed"
	"fmt"
	"strings"
)

// corrections amends CLDR: locale, key, what CLDR says, what is right, and why, with tabs between. A key of a number rule
// has the rule's base at its end.
//
//go:embed corrections.tsv
var corrections string

// correct applies the corrections of the locales in sections. It panics if CLDR says something else than a correction
// expects: the correction is to be looked at again.
func correct(sections map[string]section) {
	for line := range strings.Lines(corrections) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(fields) != 5 {
			panic(fmt.Sprintf("cldr: corrections.tsv has a line of %d fields: %q", len(fields), line))
		}
		section, ok := sections[fields[0]]
		if !ok {
			continue
		}
		if !section.table.replace(fields[1], fields[2], fields[3]) {
			panic(fmt.Sprintf("cldr: corrections.tsv expects %s %s to be %q", fields[0], fields[1], fields[2]))
		}
	}
}

// replace sets the value of a key, if it is what is expected.
func (t table) replace(key, expected, value string) bool {
	if t[key] == expected {
		t[key] = value
		return true
	}
	slash := strings.LastIndex(key, "/")
	set, base := key[:slash], key[slash+1:]
	if !strings.HasPrefix(set, "rbnf/") {
		return false
	}
	before := ";" + t[set]
	rule := ";" + base + ": "
	after := strings.Replace(before, rule+expected+";", rule+value+";", 1)
	t[set] = after[1:]
	return before != after
}
