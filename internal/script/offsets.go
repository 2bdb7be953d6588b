package script

import "github.com/aloud-audio/aloud/internal/lang/rewrite"

// TextAt maps a byte offset of Spoken to one of Text. An offset within an edit maps to the
// beginning of the edit.
func (s Segment) TextAt(said int) int {
	return across(s.Edits, said, func(e rewrite.Edit) (from, to rewrite.Span) { return e.Said, e.Written })
}

// SpokenAt maps a byte offset of Text to one of Spoken. An offset within an edit maps to the
// beginning of the edit; trailing space, which is not spoken, maps to the end of Spoken.
func (s Segment) SpokenAt(written int) int {
	at := across(s.Edits, written, func(e rewrite.Edit) (from, to rewrite.Span) { return e.Written, e.Said })
	return min(at, len(s.Spoken))
}

// across maps an offset from one side of the edits to the other. The text between edits is the same
// on both sides.
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
