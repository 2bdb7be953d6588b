package script

import "github.com/aloud-audio/aloud/internal/lang/rewrite"

// TextAt is the byte of Text at which what is said at a byte of Spoken is written. Within an edit, which is said as a
// whole, it is the edit's beginning.
func (s Segment) TextAt(said int) int {
	return across(s.Edits, said, func(e rewrite.Edit) (from, to rewrite.Span) { return e.Said, e.Written })
}

// SpokenAt is the byte of Spoken at which what is written at a byte of Text is said. Within an edit it is the edit's
// beginning; space at the end, which is not said, is where Spoken ends.
func (s Segment) SpokenAt(written int) int {
	at := across(s.Edits, written, func(e rewrite.Edit) (from, to rewrite.Span) { return e.Written, e.Said })
	return min(at, len(s.Spoken))
}

// across maps an offset from one side of the edits to the other: what lies between edits is the same on both.
func across(edits []rewrite.Edit, at int, sides func(rewrite.Edit) (from, to rewrite.Span)) int {
	var last, other rewrite.Span // the edit before at
	for _, e := range edits {
		from, to := sides(e)
		if at < from.Start {
			break
		}
		if at < from.End {
			return to.Start
		}
		last, other = from, to
	}
	return other.End + at - last.End
}
