package rewrite

import (
	"slices"
	"unicode/utf8"
)

// Rule expands one kind of text. Number words, unit names and other things that many rules of a
// language share are in tables.
type Rule struct {
	Name    string                               // a site switches the rule off by this name: date, time, money …
	Pattern string                               // a regexp; compiled when its language is first used
	Say     func(m Match) (said string, ok bool) // ok false: not a match after all
	Whole   bool                                 // Say refuses matches right after a letter or digit, so they are not searched there
	Behind  *Edge                                // AtEnd: what the text before a match must end in; nil: anything
	Before  *Edge                                // AtStart: what the text after a match must begin with; nil: anything
}

// Match is one match of a rule's pattern.
type Match struct {
	Groups []string // the pattern's groups; 0 is the whole match. Say must not retain them
	names  []string // the groups' names, for patterns with many groups
	Before string   // the written text before the match, limited in length so that a rule cannot read the whole text for each match
	After  string   // the written text after the match, likewise
}

// context is how many bytes a rule sees on either side of a match.
const context = 256

// prepared is a rule with the finder of its matches.
type prepared struct {
	Rule
	*finder
}

// piece is a range of the written text. It is final once a rule has changed it.
type piece struct {
	Span
	rule string // "": said as written
	said string
}

// spoken returns what is said for the piece.
func (p piece) spoken(text string) string {
	if p.rule == "" {
		return text[p.Start:p.End]
	}
	return p.said
}

// apply applies the rule to every piece that no rule has changed.
func (r prepared) apply(s *source) {
	candidates := s.candidates[r.rule]
	if len(candidates) == 0 {
		return
	}
	out, changes := s.spare[:0], false
	for _, p := range s.pieces {
		candidates = candidates[from(candidates, p.Start):]
		if p.rule != "" || len(candidates) == 0 || candidates[0].place >= p.End {
			out = append(out, p)
			continue
		}
		before := len(out)
		out = r.split(s, p.Span, candidates, out)
		changes = changes || len(out) > before+1 || out[before].rule != ""
	}
	s.spare = out
	if changes {
		s.pieces, s.spare = s.spare, s.pieces
	}
}

// next returns what the rule says for the first match in part of a text, and the candidates after
// it. The outcome is empty if nothing matches.
func (r prepared) next(s *source, part Span, candidates []candidate) (found outcome, behind []candidate) {
	for i, c := range candidates {
		if c.place >= part.End {
			break
		}
		if c.place < part.Start {
			continue
		}
		if found := r.at(s, part, c); found.End > 0 {
			return found, candidates[i+1:]
		}
	}
	return outcome{}, nil
}

// at returns what the rule says for a match at a candidate, from the source's memo if it knows it.
func (r prepared) at(s *source, part Span, c candidate) outcome {
	if !s.repeats {
		return r.try(s, part, c)
	}
	n := s.memo.number(s.text, c.place)
	if n == newSight {
		s.repeats = s.memo.isUseful()
		return r.try(s, part, c)
	}
	within := min(c.reach, part.End-c.place)
	key := rememberedAt{int32(r.rule), n, int32(within)}
	if known, ok := s.memo.known[key]; ok {
		return known.from(c.place)
	}
	found := r.try(s, part, c)
	if found.End < c.place+within { // a longer match depends on more of the text
		s.memo.known[key] = found.from(-c.place)
	}
	return found
}

// try matches the pattern at a candidate, and says the match.
func (r prepared) try(s *source, part Span, c candidate) outcome {
	at := r.match(s, Span{c.place, part.End}, c.reach)
	if at == nil {
		return outcome{}
	}
	m := s.match(at, r.names)
	if r.Before != nil && !r.Before.In(m.After) || r.Behind != nil && !r.Behind.In(m.Before) {
		return outcome{Span: Span{at[0], at[1]}}
	}
	said, ok := r.Say(m)
	return outcome{Span{at[0], at[1]}, said, ok}
}

// split appends a piece to out, cut where the rule changes it.
func (r prepared) split(s *source, whole Span, candidates []candidate, out []piece) []piece {
	text, from := s.text, whole.Start
	for rest := whole; ; {
		var found outcome
		if found, candidates = r.next(s, rest, candidates); found.End == 0 {
			break
		}
		if !found.ok {
			rest.Start = resume(text, found.Span)
			continue
		}
		if from < found.Start {
			out = append(out, piece{Span: Span{from, found.Start}})
		}
		out = append(out, piece{Span: found.Span, rule: r.Name, said: found.said})
		from, rest.Start = found.End, found.End
	}
	if from < whole.End {
		out = append(out, piece{Span: Span{from, whole.End}})
	}
	return out
}

// match builds a Match from the byte offsets of groups. It is valid until the next call.
func (s *source) match(at []int, names []string) Match {
	s.groups = s.groups[:0]
	for i := 0; i < len(at); i += 2 {
		group := ""
		if at[i] >= 0 {
			group = s.text[at[i]:at[i+1]]
		}
		s.groups = append(s.groups, group)
	}
	return Match{
		names: names, Groups: s.groups,
		Before: s.text[WholeRune(s.text, max(0, at[0]-context)):at[0]],
		After:  s.text[at[1]:WholeRune(s.text, min(len(s.text), at[1]+context))],
	}
}

// Named returns the group with this name.
func (m Match) Named(name string) string { return m.Groups[slices.Index(m.names, name)] }

// Has reports whether the pattern has a group with this name.
func (m Match) Has(name string) bool { return slices.Contains(m.names, name) }

// Tail returns the end of a text, long enough for a short pattern that ends in $. Package regexp
// would try such a pattern at every position of the text.
func Tail(text string) string { return tail(text, context/8) }

// tail returns the last bytes of a text, from the start of a character.
func tail(text string, bytes int) string {
	if len(text) <= bytes {
		return text
	}
	return text[WholeRune(text, len(text)-bytes):]
}

// WholeRune returns i, or the end of the character that contains byte i. In invalid UTF-8 that may
// be within a character.
func WholeRune(text string, i int) int {
	for end := min(len(text), i+utf8.UTFMax); i < end && !utf8.RuneStart(text[i]); {
		i++
	}
	return i
}
