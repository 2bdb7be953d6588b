package script

import (
	"slices"
	"sort"

	"github.com/aloud-audio/aloud/internal/lang/rewrite"
	"github.com/aloud-audio/aloud/internal/script/ssml"
)

// Rules see 256 bytes of text around a match. So a part of a text has the same spoken form as in
// the whole text, except at its edges.
const (
	edge     = 640 // bytes that are said once more
	sureEdge = 320 // bytes of them that are far enough from the end of what is said
)

// sayWithin is say for a long part of a text. It reuses the spoken form of the whole text. It
// returns false if the part is short, or within one edit. An endless chain of numbers may be read
// differently on its own.
func (b builder) sayWithin(w written, said utterance, from, to int) (part utterance, ok bool) {
	if to-from < 4*edge {
		return utterance{}, false
	}
	headEnd, tailStart := rewrite.WholeRune(w.text, from+edge), rewrite.WholeRune(w.text, to-edge)
	head, tail := b.say(w.part(from, headEnd)), b.say(w.part(tailStart, to))
	start, ok := seamOf(said, head, from, from+sureEdge, headEnd-sureEdge/2)
	if ok {
		part = head.between(0, start-from)
	}
	end, ok := seamOf(said, tail, tailStart, tailStart+sureEdge/2, to-sureEdge)
	if !ok {
		end = to
	}
	for ; start < end && !said.isCuttable(start); start++ {
	}
	for ; start < end && !said.isCuttable(end); end-- {
	}
	part.append(start-from, said.between(start, end))
	if ok {
		part.append(end-from, tail.between(end-tailStart, to-tailStart))
	}
	return part, start < end
}

// seamOf returns a position between from and to that is within no edit of the text, and within no
// edit of a part that begins at byte begin of it. If there is none, it returns false.
func seamOf(text, part utterance, begin, from, to int) (at int, ok bool) {
	for at := from; at < to; at++ {
		if text.isCuttable(at) && part.isCuttable(at-begin) {
			return at, true
		}
	}
	return begin, false
}

// within returns the spoken form of a range of the written text, from the whole text's, without the
// edits that reach across an end of the range.
func (u utterance) within(from, to int) utterance {
	start, end := from, to
	for ; start < end && !u.isCuttable(start); start++ {
	}
	for ; start < end && !u.isCuttable(end); end-- {
	}
	var part utterance
	part.append(start-from, u.between(start, end))
	return part
}

// isCuttable reports whether a byte of the written text is within no edit.
func (u utterance) isCuttable(at int) bool {
	i := u.editsBefore(at)
	return i == len(u.edits) || u.edits[i].Written.Start >= at
}

// editsBefore returns how many edits end before a byte of the written text.
func (u utterance) editsBefore(at int) int {
	return sort.Search(len(u.edits), func(i int) bool { return u.edits[i].Written.End > at })
}

// saidAt returns the offset in Spoken of a byte of the written text that is within no edit.
func (u utterance) saidAt(at int) int {
	said := at - u.lead
	if i := u.editsBefore(at); i > 0 {
		last := u.edits[i-1]
		said = last.Said.End + at - last.Written.End
	}
	return min(max(said, 0), len(u.Spoken))
}

// between returns the spoken form of a range of the written text whose ends are within no edit.
func (u utterance) between(from, to int) utterance {
	start, end := u.saidAt(from), u.saidAt(to)
	part := utterance{Text: ssml.Text{Spoken: u.Spoken[start:end]}, lead: max(0, u.lead-from)}
	edits := u.edits[u.editsBefore(from):u.editsBefore(to)]
	part.edits = slices.Grow(part.edits, len(edits))
	for _, e := range edits {
		e.Written.Start, e.Written.End = e.Written.Start-from, e.Written.End-from
		e.Said.Start, e.Said.End = e.Said.Start-start, e.Said.End-start
		part.edits = append(part.edits, e)
	}
	for _, m := range u.Marks {
		if start <= m.Start && m.End <= end {
			part.Marks = append(part.Marks, ssml.Mark{Start: m.Start - start, End: m.End - start, IPA: m.IPA})
		}
	}
	return part
}
