package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// table is a locale's data: "unit/kilometer/one" → "{0} kilometre".
type table map[string]string

// set stores a value, unless there is none. Spoken text needs no no-break space, and no
// bidirectional mark.
func (t table) set(value string, key ...string) {
	value = invisible.Replace(value)
	if value != "" {
		t[strings.Join(key, "/")] = value
	}
}

var invisible = strings.NewReplacer("\u00a0", " ", "\u202f", " ", "\u200e", "", "\u200f", "", "\u061c", "", "\u00ad", "")

// without returns what differs from parent. Number rules call each other, so a locale has those
// of its own or its parent's.
func (t table) without(parent table) table {
	left := maps.Clone(t)
	maps.DeleteFunc(left, func(key, value string) bool {
		inherited, ok := parent[key]
		return ok && inherited == value
	})
	if slices.ContainsFunc(slices.Collect(maps.Keys(left)), isRuleSet) {
		for key, value := range t {
			if isRuleSet(key) {
				left[key] = value
			}
		}
	}
	return left
}

func isRuleSet(key string) bool { return strings.HasPrefix(key, "rbnf/") }

// appendTo writes the lines "key TAB value", in the order of the keys.
func (t table) appendTo(text *strings.Builder) {
	for _, key := range slices.Sorted(maps.Keys(t)) {
		fmt.Fprintf(text, "%s\t%s\n", key, t[key])
	}
}
