package article

import (
	"strings"
)

// skipEdges skips what themes and editors put around a text: above it the authors once more and the date; below it who
// the authors are, and requests to the reader.
func skipEdges(entries []entry, authors []string) {
	first, last := textBounds(entries)
	for i := range entries {
		e := &entries[i]
		if !e.skippable() || e.Role == Heading {
			continue
		}
		if i < first {
			e.reason = aboveText(e.Text, authors)
		} else if i > first && i >= last {
			e.reason = belowText(e.Text, authors, i == last)
		}
	}
}

func aboveText(text string, authors []string) (reason string) {
	switch {
	case isByline(text, authors):
		return reasonByline
	case isBio(text, authors):
		return reasonBio
	}
	return ""
}

// belowText is for the last paragraph of the text, which may already be about the author, and what follows it.
func belowText(text string, authors []string, isLast bool) (reason string) {
	const longestAsk = 300 // bytes
	switch {
	case isBio(text, authors), isByline(text, authors):
		return reasonBio
	case !isLast && len(text) <= longestAsk && solicits(text, nil):
		return reasonSolicitation
	}
	return ""
}

// textBounds are the first and the last paragraph of text that there is to read.
func textBounds(entries []entry) (first, last int) {
	const shortest = 60 // bytes
	first, last = len(entries), len(entries)
	for i, e := range entries {
		if e.reason != "" || e.Role == Heading || len(e.Text) < shortest || !endsSentence(e.Text) {
			continue
		}
		first, last = min(first, i), i
	}
	return first, last
}

//nolint:misspell // words of several languages
var bylineWord = lazily(`^(?:by|von|par|por|автор(?:ка)?:?|текст:?|opracowanie:?|autor(?:in|ka|zy)?:?|author:?|written by|words by|story by|reporting by|posted by)\s`)

// bylineEnd is for old pages, where the headline stands in the same block.
var bylineEnd = lazily(`(?:^|\s)(?:By|Von|Par|Por) \p{Lu}[\p{L}'’.-]* (?:\p{Lu}[\p{L}'’.-]* ?){1,2}$`)

// isByline says whether a line names the authors, as "By Ann Lee, in Kyiv" does, or is the date.
func isByline(text string, authors []string) bool {
	const longest = 150 // bytes
	if len(text) > longest {
		return false
	}
	line := comparable(text)
	if wholeDay().MatchString(line) {
		return true
	}
	if endsSentence(text) {
		return false
	}
	if bylineEnd().MatchString(text) {
		return true
	}
	const most = 12 // words
	return (namesAnyOf(line, authors) || bylineWord().MatchString(line)) && len(strings.Fields(line)) <= most
}

// namesAnyOf says whether a comparable line has the name of an author.
func namesAnyOf(line string, authors []string) bool {
	const shortest = 4 // bytes: initials are in any text
	for _, name := range authors {
		name = comparable(name)
		if len(name) < shortest {
			continue
		}
		if at := strings.Index(" "+line, " "+name); at >= 0 && beginsWith(line[at:], name) {
			return true
		}
	}
	return false
}

var bioVerb = lazily(`^,? (?:\([^)]*\) )?(?:currently )?(?:is|was|has|covers|works|writes|reports|works|joined|serves|lives|can be reached|—|–|-|є|пише|працює|журналіст|журналістка|кореспондент|ist|schreibt|arbeitet|est|écrit|es|escribe|jest|pisze)(?:\s|$)`)

// isBio says whether a paragraph says who an author is: it begins with the name.
func isBio(text string, authors []string) bool {
	line := comparable(text)
	for _, name := range authors {
		name = comparable(name)
		if rest, ok := strings.CutPrefix(line, name); ok && bioVerb().MatchString(rest) {
			return true
		}
	}
	return false
}
