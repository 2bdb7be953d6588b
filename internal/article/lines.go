package article

import "strings"

// skipLines skips blocks that belong to the page rather than the article: labels and what they
// label; lines that are a time, a credit or a row of share links; and paragraphs that are a link.
func skipLines(entries []entry) {
	before, last := 0, lastText(entries)
	for i := range entries {
		e := &entries[i]
		if !e.skippable() {
			continue
		}
		line := ""
		if len(e.Text) <= longestLabel {
			line = comparable(e.Text)
		}
		if reason, alone := labelReason(e.Text, line, e.linked); reason != "" {
			skipLabelled(entries[i:], reason, alone, before, last-i)
		} else if reason := lineReason(*e, line); reason != "" {
			e.reason = reason
		} else if e.Role == Paragraph && e.links && isLabelledLink(*e) {
			e.reason = reasonRelated
		} else if e.Role == Paragraph && e.linked && !endsSentence(e.Text) && !beginsNumbered(e.Text) {
			e.reason = reasonLink
		}
		if e.reason == "" {
			before++
		}
	}
	skipNewsletterHeadings(entries)
	skipSummaries(entries)
	skipClosingLinks(entries)
	skipTrailingHeadings(entries)
}

// skipNewsletterHeadings skips headings that only name a channel of the newsroom, above a request
// that is not read.
func skipNewsletterHeadings(entries []entry) {
	for i := range entries[:max(0, len(entries)-1)] {
		e := &entries[i]
		if e.skippable() && e.Role == Heading && entries[i+1].reason == reasonSolicitation && channelName.In(comparable(e.Text)) {
			e.reason = reasonSolicitation
		}
	}
}

// skipClosingLinks skips a list of other articles at the end of a text: a line that is no sentence,
// and below it several linked items that are no sentences either.
func skipClosingLinks(entries []entry) {
	const several = 2
	end := lastText(entries)
	i, items := end, 0
	for ; i >= 0 && (entries[i].reason != "" || entries[i].isTeaser()); i-- {
		if entries[i].reason == "" {
			items++
		}
	}
	if i < 1 || items < several || !entries[i].skippable() || endsSentence(entries[i].Text) || strings.HasSuffix(entries[i].Text, ":") {
		return
	}
	for j := i; j <= end; j++ {
		if entries[j].skippable() {
			entries[j].reason = reasonRelated
		}
	}
}

// isTeaser reports whether an entry may be the headline of another article.
func (e entry) isTeaser() bool {
	return e.skippable() && e.Role == ListItem && e.links && !endsSentence(e.Text)
}

// skipTrailingHeadings skips headings at the end of a text: what was below them is not read.
func skipTrailingHeadings(entries []entry) {
	last := lastText(entries)
	if last < 0 {
		return
	}
	for i := last + 1; i < len(entries); i++ {
		if e := &entries[i]; e.skippable() {
			e.reason = reasonNothingBelow
		}
	}
}

// lastText returns the index of the last entry that is read and is not a heading, -1 if there is
// none.
func lastText(entries []entry) int {
	for i := len(entries) - 1; i >= 0; i-- {
		if e := entries[i]; e.reason == "" && (e.Role != Heading || e.kept) {
			return i
		}
	}
	return -1
}

// skippable reports whether an entry may still be skipped.
func (e entry) skippable() bool { return e.reason == "" && !e.kept && e.post == nil }

// skipLabelled skips a label, the first of the entries, and, if it stands alone, what it labels:
// links, or the paragraphs of a note. A heading that looks like a label but has nothing of the kind
// below it is the article's own, if text follows; the text ends at last. before is how much of the
// text above is read.
func skipLabelled(entries []entry, reason string, alone bool, before, last int) {
	label, rest := &entries[0], entries[1:]
	following := 0
	switch {
	case reason == reasonNote || reason == reasonBio:
		following = noteRun(rest, before, alone)
	case alone:
		following = linkedRun(rest)
	}
	if label.Role == ListItem && alone && !label.linked || reason == reasonRelatedLinks && following == 0 {
		return
	}
	if label.Role == Heading && (!alone || following == 0 && last > 0) {
		return
	}
	label.reason = reason
	for i := range rest[:following] {
		if e := &rest[i]; e.skippable() || e.reason == reasonLinks || e.reason == reasonLink {
			e.reason = reason
		}
	}
}

// linkedRun returns how many of the following entries are links; entries that are not read anyway
// may be between them.
func linkedRun(entries []entry) int {
	last := 0
	for i, e := range entries {
		switch {
		case e.reason == reasonLinks, e.reason == reasonLink, e.reason == "" && e.linked && !e.kept:
			last = i + 1
		case e.reason != "":
		default:
			return last
		}
	}
	return last
}

// noteRun returns how many entries belong to a note that began before: all up to the next heading
// or the end. If that is too much for a note, or more than the text before it, only the next
// paragraph belongs to it, or none if the label has text.
func noteRun(entries []entry, before int, alone bool) int {
	const longest = 5 // paragraphs
	first, paragraphs := 0, 0
	for i, e := range entries {
		switch {
		case e.reason != "":
			continue
		case e.Role == Heading && paragraphs > 0:
			return i
		}
		if paragraphs++; paragraphs == 1 {
			first = i + 1
		}
		if paragraphs > min(longest, before) {
			if alone {
				return first
			}
			return 0
		}
	}
	return len(entries)
}

// skipTwins skips long paragraphs that occurred before: some pages have their text twice, once for
// printing, or a teaser of it.
func skipTwins(entries []entry) {
	const shortest = 80 // bytes
	seen := map[string]bool{}
	for i := range entries {
		e := &entries[i]
		if !e.skippable() || len(e.Text) < shortest {
			continue
		}
		if seen[e.Text] {
			e.reason = reasonRepeats
		}
		seen[e.Text] = true
	}
}

// endsSentence reports whether a text ends as a sentence does.
func endsSentence(text string) bool {
	text = strings.TrimRight(text, `"'”’»)]`)
	return strings.HasSuffix(text, ".") || strings.HasSuffix(text, "!") || strings.HasSuffix(text, "?") ||
		strings.HasSuffix(text, "…") || strings.HasSuffix(text, "。")
}

// beginsNumbered reports whether a text is an item of a numbered list by hand.
func beginsNumbered(text string) bool { return text != "" && '0' <= text[0] && text[0] <= '9' }
