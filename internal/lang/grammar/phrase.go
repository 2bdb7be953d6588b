package grammar

import (
	"regexp"
	"slices"
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/pack"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// Phrases are the rules that a pack writes as patterns: what is written, "{day}. {month} {year}",
// and how it is said, "{day:ordinal-n} {month} {year}". Late ones come after quantities.
func (g *Grammar) Phrases(late bool) []rewrite.Rule {
	var rules []rewrite.Rule
	for _, p := range g.Pack.Phrases {
		if p.Late == late {
			rules = append(rules, g.phrase(p))
		}
	}
	return rules
}

// PhrasesOf are the phrases of some rules, for languages whose Go has rules between them.
func (g *Grammar) PhrasesOf(names ...string) []rewrite.Rule {
	return slices.DeleteFunc(slices.Concat(g.Phrases(false), g.Phrases(true)), func(r rewrite.Rule) bool { return !slices.Contains(names, r.Name) })
}

// stands reports whether a match is no part of a longer word or number. What must stand behind it
// may touch it.
func (g *Grammar) stands(m rewrite.Match, before string) bool {
	if g.Whole != nil {
		return g.Whole(m)
	}
	return Opens(m.Before) && (before != "" || Closes(m.After))
}

// phrase is a rule for one pattern.
func (g *Grammar) phrase(p pack.Phrase) rewrite.Rule {
	written := g.compile(p.Written)
	behind, before, unless := g.around(p.Behind, "(?:", ")$"), g.around(p.Before, "^(?:", ")"), g.around(p.Unless, "^(?:", ")")
	notBehind := g.around(p.NotBehind, "(?:", ")$")
	said := parseSaid(p.Said)
	return rewrite.Rule{Name: p.Rule, Pattern: written.pattern, Say: func(m rewrite.Match) (string, bool) {
		switch {
		case !g.stands(m, p.Before):
			return "", false
		case notBehind != nil && notBehind().MatchString(rewrite.Tail(m.Before)):
			return "", false
		case behind != nil && !behind().MatchString(rewrite.Tail(m.Before)), before != nil && !before().MatchString(m.After):
			return "", false
		case unless != nil && unless().MatchString(m.After), endsInDigit(m.Groups[0]) && hasUnit(m.After):
			return "", false
		}
		values, ok := g.read(written.parts, m)
		if !ok {
			return "", false
		}
		star := ""
		if p.Case != "" {
			if star = g.governed(p.Case, withoutWeekday(g.weekdays, m.Before)); star == unknown {
				return "", false
			}
		}
		text, ok := g.say(said, values, star)
		return g.withStop(text, m), ok
	}}
}

func endsInDigit(text string) bool { return StartsDigit(text[len(text)-1:]) }

// around compiles what must stand, or not stand, next to a phrase; nil if nothing.
func (g *Grammar) around(written, open, end string) func() *regexp.Regexp {
	if written == "" {
		return nil
	}
	return rewrite.Lazy(open + g.compile(written).pattern + end)
}

// withoutWeekday is before without a day of the week at its end: in "am Dienstag, 1. Juni", "am"
// governs.
func withoutWeekday(weekdays map[string]bool, before string) string {
	front := strings.TrimRight(before, ", \u00A0")
	word := LastWords(front, 1)[0]
	if weekdays[strings.ToLower(word)] {
		return strings.TrimSuffix(front, word)
	}
	return before
}

// template is a compiled pattern of what is written.
type template struct {
	pattern string
	parts   []string // by group: "day", "day2"
}

var part = regexp.MustCompile(`\{([a-z]\w*)\}`)

// compile makes a regexp of a pattern: full stops stand for themselves, spaces for every kind of
// space, parentheses group, "|" and "?" do what they do in a regexp, and a name in braces is a
// part.
func (g *Grammar) compile(written string) template {
	var t template
	pattern := strings.NewReplacer(".", `\.`, "(", "(?:", "+", `\+`, "*", `\*`, " ", `[ \x{00A0}\x{202F}]`).Replace(written)
	t.pattern = part.ReplaceAllStringFunc(pattern, func(name string) string {
		name = name[1 : len(name)-1]
		t.parts = append(t.parts, name)
		return `(` + g.partPattern(name) + `)`
	})
	return t
}

// saidPiece is a piece of what is said: text, or a part and its form.
type saidPiece struct {
	text       string
	part, form string
	optional   int // the brackets that it stands in; 0: none
}

var saidPart = regexp.MustCompile(`\{([^:{}]+)(?::([^{}]*))?\}|\[|\]`)

// parseSaid reads a pattern of what is said. What stands in brackets is said only if all its parts
// were written.
func parseSaid(said string) []saidPiece {
	var pieces []saidPiece
	last, brackets, in := 0, 0, 0
	for _, at := range saidPart.FindAllStringSubmatchIndex(said, -1) {
		pieces = append(pieces, saidPiece{text: said[last:at[0]], optional: in})
		switch last = at[1]; said[at[0]] {
		case '[':
			brackets++
			in = brackets
		case ']':
			in = 0
		default:
			pieces = append(pieces, saidPiece{part: said[at[2]:at[3]], form: group(said, at[4:6]), optional: in})
		}
	}
	return append(pieces, saidPiece{text: said[last:]})
}

func group(text string, at []int) string {
	if at[0] < 0 {
		return ""
	}
	return text[at[0]:at[1]]
}

// say puts the values of the parts into what is said. A part that was not written says nothing, nor
// do the brackets around it.
func (g *Grammar) say(pieces []saidPiece, values map[string]string, star string) (string, bool) {
	left := map[int]bool{}
	for _, p := range pieces {
		if _, written := values[p.part]; p.part != "" && p.optional > 0 && !written {
			left[p.optional] = true
		}
	}
	var said strings.Builder
	for _, p := range pieces {
		text, ok := p.text, true
		if p.part != "" {
			text, ok = g.sayPart(p.part, strings.TrimSuffix(strings.Replace(p.form, "*", star, 1), "-"), values)
		}
		if !ok {
			return "", false
		}
		if !left[p.optional] || p.optional == 0 {
			said.WriteString(text)
		}
	}
	return strings.Join(strings.Fields(said.String()), " "), true
}
