package cldr

import (
	"fmt"
	"strings"
)

// Rules are number rules that CLDR lacks, in its own notation, beside those of a language: they may
// call its rule sets.
type Rules struct{ speller *speller }

// ParseRules reads rule sets as ICU writes them: a name ("%spellout-ordinal:") on a line of its
// own, and beneath it a rule a line ("20: twentieth;"), or several. A line that begins with # is a
// comment.
func ParseRules(tag, text string) (*Rules, error) {
	l := find(tag)
	if l == nil {
		return nil, fmt.Errorf("CLDR has no number rules for %q", tag)
	}
	texts := rulesOf(l)
	name := ""
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "%") && strings.HasSuffix(line, ":"):
			name = strings.TrimSuffix(line, ":")
			texts[name] = ""
		case name == "" || !strings.HasSuffix(line, ";"):
			return nil, fmt.Errorf("%q is not a rule: write \"20: twentieth;\" beneath a \"%%name:\"", line)
		default:
			texts[name] += strings.ReplaceAll(line, "; ", ";")
		}
	}
	s := &speller{cardinals: l.cardinals(), ordinals: l.ordinals()}
	decimal, _ := l.get("symbol", "decimal")
	return &Rules{s}, s.parse(texts, decimal)
}

// Spell is like the function of that name, by these rules and those of the language.
func (r *Rules) Spell(ruleset, number string) (string, bool) { return r.speller.spell(ruleset, number) }
