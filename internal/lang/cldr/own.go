package cldr

import (
	"fmt"
	"strings"
)

// Rules are number rules that CLDR lacks, in CLDR's notation. They may call the language's
// rulesets.
type Rules struct{ speller *speller }

// ParseRules parses rulesets in ICU's syntax: a name on its own line ("%spellout-ordinal:"),
// followed by lines of one or several rules ("20: twentieth;"). A line that begins with # is a
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

// Spell is like the function Spell, with these rules and those of the language.
func (r *Rules) Spell(ruleset, number string) (string, bool) { return r.speller.spell(ruleset, number) }
