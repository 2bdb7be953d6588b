package preview

import (
	"cmp"
	"slices"
	"strings"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/script"
)

// block is a block of the article on the page, read or skipped.
type block struct {
	Role     article.Role // "" if it is not read
	Reason   string       // why it is not read
	Text     string       // what is not read
	Segments []segment
}

type segment struct {
	Index int
	Runs  []run
}

// run is a part of a segment's text: one that is said as written, or one that is not.
type run struct {
	Written string
	Said    string // if it differs
	Rule    string // by which rule; "": as it is written
	IPA     string // how it is pronounced, where the lexicon says so
}

// blocks merges what is read and what is skipped in the article's order.
func blocks(s script.Script) []block {
	var all []block
	skipped := slices.Clone(s.Skipped)
	slices.SortStableFunc(skipped, func(a, b article.Skipped) int { return cmp.Compare(a.Before, b.Before) })
	leave := func(before int) {
		for len(skipped) > 0 && skipped[0].Before <= before {
			all = append(all, block{Reason: skipped[0].Reason, Text: skipped[0].Text})
			skipped = skipped[1:]
		}
	}
	last := -1
	for _, seg := range s.Segments {
		if seg.Block != last {
			leave(seg.Block)
			all = append(all, block{Role: seg.Role})
			last = seg.Block
		}
		current := &all[len(all)-1]
		current.Segments = append(current.Segments, segment{Index: seg.Index, Runs: runs(seg)})
	}
	for _, rest := range skipped {
		all = append(all, block{Reason: rest.Reason, Text: rest.Text})
	}
	return all
}

// runs splits a segment's text at its edits.
func runs(s script.Segment) []run {
	var all []run
	at := 0
	for _, e := range s.Edits {
		written, said := s.Text[e.Written.Start:e.Written.End], s.Spoken[e.Said.Start:e.Said.End]
		ipa := ipaWithin(s, e.Said.Start, e.Said.End)
		if invisible(written, said) || written == said && ipa == "" {
			continue
		}
		if at < e.Written.Start {
			all = append(all, run{Written: s.Text[at:e.Written.Start]})
		}
		all = append(all, run{Written: written, Said: said, Rule: e.Rule, IPA: ipa})
		at = e.Written.End
	}
	if at < len(s.Text) {
		all = append(all, run{Written: s.Text[at:]})
	}
	return all
}

// invisible reports edits that only tidy white space.
func invisible(written, said string) bool {
	return strings.TrimSpace(written) == "" && strings.TrimSpace(said) == ""
}

func ipaWithin(s script.Segment, start, end int) string {
	for _, m := range s.Marks {
		if start <= m.Start && m.End <= end {
			return m.IPA
		}
	}
	return ""
}

func names(list []string) string { return strings.Join(list, ", ") }

// label returns the name of a role for people.
func label(role article.Role) string { return strings.ReplaceAll(string(role), "_", " ") }
