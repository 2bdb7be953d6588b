package script

import (
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"
)

// span is a quotation or parenthesis: the indexes of its opening and closing marks.
type span struct{ open, close int }

// enclosures finds the outermost quotations and parentheses, in order. It ignores those that are
// never closed, such as a quotation that continues in the next paragraph, and single quotation
// marks, which are apostrophes too.
func enclosures(text string) []span {
	var spans []span
	open := map[byte][]int{} // by kind
	before := ' '
	for i, r := range text {
		kind := enclosing(r)
		if kind != 0 {
			after, _ := utf8.DecodeRuneInString(text[i+utf8.RuneLen(r):])
			switch stack := open[kind]; {
			case opens(r, before, after):
				open[kind] = append(stack, i)
			case len(stack) > 0:
				spans = append(spans, span{stack[len(stack)-1], i})
				open[kind] = stack[:len(stack)-1]
			}
		}
		before = r
	}
	return outermost(spans)
}

// enclosing returns the kind of enclosure that r opens or closes, or 0 if it does neither.
func enclosing(r rune) byte {
	switch r {
	case '(', ')', '[', ']':
		return '('
	case '「', '」', '『', '』':
		return 'j'
	case '"', '“', '”', '„', '‟', '«', '»':
		return 'q'
	}
	return 0
}

// opens distinguishes an opening mark from a closing one by its neighbours, because languages
// disagree: “English”, „deutsch“, »deutsch«, « français ». If both neighbours are spaces, the
// mark's own direction decides.
func opens(r, before, after rune) bool {
	switch r {
	case '(', '[', '「', '『', '„':
		return true
	case ')', ']', '」', '』':
		return false
	}
	free, bound := outside(before), !unicode.IsSpace(after) && after != utf8.RuneError
	if free == bound {
		return free
	}
	return r == '“' || r == '«'
}

// outside reports whether something can begin after r.
func outside(r rune) bool {
	return unicode.IsSpace(r) || unicode.In(r, unicode.Ps, unicode.Pi, unicode.Pd)
}

func outermost(spans []span) []span {
	slices.SortFunc(spans, func(a, b span) int { return cmp.Compare(a.open, b.open) })
	var out []span
	for _, s := range spans {
		if n := len(out); n > 0 && s.open < out[n-1].close {
			out[n-1].close = max(out[n-1].close, s.close)
			continue
		}
		out = append(out, s)
	}
	return out
}
