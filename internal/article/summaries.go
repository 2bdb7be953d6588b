package article

import (
	"strings"
)

// Summaries stand above many texts, or below them, and say what the text says: a listener would
// hear it twice. Those that a machine made say so; of others, only those above the text are
// left out, and only if the text has their words.

// skipSummaries skips the items of summaries. What says that there is a summary has been skipped
// for that reason already: it stands above the items, or below them.
func skipSummaries(entries []entry) {
	for i := range entries {
		e := &entries[i]
		if label, _ := labelReason(e.Text, comparable(e.Text), false); e.reason != reasonSummary || label != "" {
			continue // a label may be a writer's
		}
		if !skipItems(entries[i+1:], 1) {
			skipItems(entries[:i], -1)
		}
	}
	skipKeyPoints(entries)
}

// skipItems skips the list items at the beginning of entries, or at their end if step is -1, and
// reports whether there are any. Other lines that are not read may stand between.
func skipItems(entries []entry, step int) (found bool) {
	i := 0
	if step < 0 {
		i = len(entries) - 1
	}
	for ; i >= 0 && i < len(entries); i += step {
		switch e := &entries[i]; {
		case e.skippable() && e.Role == ListItem:
			e.reason, found = reasonSummary, true
		case e.reason == "" || found:
			return found
		}
	}
	return found
}

// skipKeyPoints skips the list above the text, with the heading above it, if each of its items says
// what the text says.
func skipKeyPoints(entries []entry) {
	from, to := firstList(entries)
	if from == to {
		return
	}
	said := wordsSaid(entries[to:])
	for _, e := range entries[from:to] {
		if e.skippable() && strings.Contains(e.Text, " ") && !e.isSaidIn(said) {
			return // a single word is a tab's label
		}
	}
	for i := from; i < to; i++ {
		if entries[i].skippable() {
			entries[i].reason = reasonSummary
		}
	}
	for i := from - 1; i >= 0; i-- {
		if e := &entries[i]; e.skippable() {
			if e.Role == Heading || !endsSentence(e.Text) {
				e.reason = reasonSummary
			}
			return
		}
	}
}

// firstList returns where a list of sentences stands before the first paragraph of an article.
func firstList(entries []entry) (from, to int) {
	const fewest = 2
	items := 0
	for i, e := range entries {
		switch {
		case e.reason != "":
		case e.kept:
			return 0, 0
		case e.Role == ListItem:
			if items == 0 {
				from = i
			}
			items, to = items+1, i+1
		case items > 0 || endsSentence(e.Text) && e.Role != Heading:
			if items < fewest {
				return 0, 0
			}
			return from, to
		}
	}
	return 0, 0
}

const shortestKeyword = 4 // letters

// wordsSaid are the longer words of what is read.
func wordsSaid(entries []entry) map[string]bool {
	said := map[string]bool{}
	for _, e := range entries {
		if e.reason != "" {
			continue
		}
		for word := range keywords(e.Text) {
			said[word] = true
		}
	}
	return said
}

// isSaidIn reports whether nearly all longer words of an item are in what is said.
func (e entry) isSaidIn(said map[string]bool) bool {
	const nearlyAll, fewest = 70, 3 // percent, words
	known, all := 0, 0
	for word := range keywords(e.Text) {
		all++
		if said[word] {
			known++
		}
	}
	return all >= fewest && known*100 >= all*nearlyAll
}

// keywords are the words of a text that say something, in lower case.
func keywords(text string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for word := range strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool { return !isWordRune(r) }) {
			if len([]rune(word)) >= shortestKeyword && !yield(word) {
				return
			}
		}
	}
}
