package article

import (
	"slices"
	"strings"
	"unicode"

	"github.com/aloud-audio/aloud/internal/lang/rewrite"
	"github.com/aloud-audio/aloud/internal/lazyregexp"
)

// skipEdges skips what themes and editors put around a text: above it the authors again and the
// date; below it notes about the authors and requests to the reader; and, if the text had to be
// searched for in a page, scraps such as tags.
func skipEdges(entries []entry, authors []string, lookedFor bool) {
	first, last := textBounds(entries)
	for first < len(entries) && entries[first].skippable() && isBio(entries[first].Text, authors) {
		entries[first].reason = reasonBio
		first, last = textBounds(entries)
	}
	for i := range entries[:min(first, len(entries))] {
		if e := &entries[i]; e.skippable() && e.Role != Heading {
			e.reason = aboveText(e.Text, authors)
		}
	}
	skipNamedBio(entries, first, authors)
	skipBelowLede(entries, first, authors)
	for skippedLast := true; skippedLast && last < len(entries); { // the text then ends before it
		for i := max(last, first+1); i < len(entries); i++ {
			if e := &entries[i]; e.skippable() && e.Role != Heading {
				e.reason = belowText(*e, authors, i == last, lookedFor)
			}
		}
		skippedLast = entries[last].reason != ""
		first, last = textBounds(entries)
	}
	skipTrailingHeadings(entries)
}

// skipNamedBio skips what stands below an author's name at the end of a text: a line or two about
// the author. In an interview the name stands there more than once.
func skipNamedBio(entries []entry, first int, authors []string) {
	const longest, most = 600, 3 // bytes, blocks
	at := -1
	for i := min(first+1, len(entries)); i < len(entries); i++ {
		if isNameOf(entries[i].Text, authors) {
			if at >= 0 {
				return
			}
			at = i
		}
	}
	if at < 0 {
		return
	}
	blocks, size := 0, 0
	for _, e := range entries[at+1:] {
		if e.reason == "" {
			blocks, size = blocks+1, size+len(e.Text)
		}
	}
	if blocks > most || size > longest {
		return
	}
	for i := at; i < len(entries); i++ {
		if entries[i].skippable() {
			entries[i].reason = reasonBio
		}
	}
}

// isNameOf reports whether a line is the name of an author and nothing else.
func isNameOf(text string, authors []string) bool {
	return slices.ContainsFunc(authors, func(name string) bool { return !isOneWord(name) && sameWords(text, name) })
}

// skipBelowLede skips the authors and the date where they stand between the first and the second
// paragraph of the text.
func skipBelowLede(entries []entry, first int, authors []string) {
	for i := first + 1; i < len(entries); i++ {
		e := &entries[i]
		if e.reason == "" && isTextParagraph(*e) {
			return
		}
		if e.skippable() && e.Role != Heading && isBelowLede(*e, authors) {
			e.reason = reasonByline
		}
	}
}

func isBelowLede(e entry, authors []string) bool {
	const few = 6 // words
	line := ungluedWords(e.Text)
	if leadingBy().MatchString(line) || len(strings.Fields(line)) <= few {
		return isBylineOf(line, authors) || e.Role == Paragraph && wholeDay.In(comparable(e.Text))
	}
	return isPlaceAndDate(e.Text)
}

func aboveText(text string, authors []string) (reason string) {
	switch {
	case isByline(text, authors), isNameLine(text), isPlaceAndDate(text), isByline(ungluedWords(text), authors):
		return reasonByline
	case isBio(text, authors):
		return reasonBio
	case countAlone().MatchString(text):
		return "counter"
	}
	return ""
}

// gluedWords is where only the look of a page divides a name from a role: "HansenJournalist".
var gluedWords = lazyregexp.New(`(\p{Ll})(\p{Lu}\p{Ll})`)

func ungluedWords(text string) string { return gluedWords().ReplaceAllString(text, "$1 $2") }

// isPlaceAndDate reports whether the parts of a line are a date and a few words or times.
func isPlaceAndDate(text string) bool {
	const longest, few = 120, 3 // bytes, words
	if len(text) > longest {
		return false
	}
	dated := false
	parts := lineParts(comparable(text))
	for _, part := range parts {
		isDate := isDateLine(part)
		if !isDate && len(strings.Fields(part)) > few {
			return false
		}
		dated = dated || isDate && wholeDay.In(part)
	}
	return dated && len(parts) > 1
}

// countAlone is a number of likes or comments: no other line above or below a text is only a
// number.
var countAlone = lazyregexp.New(`^\d[\d.,]{0,6}[KkMm]?$`)

// belowText returns why the last paragraph of the text, or one after it, is not read: it may be
// about the author, or ask for something on behalf of the newsroom.
func belowText(e entry, authors []string, isLast, lookedFor bool) (reason string) {
	const longestAsk = 300 // bytes
	switch {
	case isBio(e.Text, authors), isBioOfOne(e.Text), isByline(e.Text, authors), e.Role == Paragraph && isSignature(e.Text):
		return reasonBio
	case len(e.Text) <= longestAsk && (!isLast || ofUs().MatchString(comparable(e.Text))) && solicits(e.Text, nil):
		return reasonSolicitation
	case !isLast && e.Role == Paragraph && countAlone().MatchString(e.Text):
		return "counter"
	case !isLast && lookedFor && (isScrap(e) || e.Role == ListItem && e.linked && !endsSentence(e.Text)):
		return reasonBeside
	}
	return ""
}

// isSignature reports whether a paragraph is a dash and a name.
func isSignature(text string) bool { return signature().MatchString(text) }

var signature = lazyregexp.Build(func() string { return `^[-–—]+ ?(?:\p{Lu}[\p{L}.'’-]* ?){2,4}$` })

// ofUs matches a newsroom that speaks about itself, outside quotation marks.
var ofUs = lazyregexp.Build(func() string {
	return `^(?:[^"]*"[^"]*")*[^"]*?(?:^|[^\p{L}])` + anyOf("us") + wordEnd
})

// isScrap reports whether a paragraph is a few words that are neither a sentence nor announce a
// list.
func isScrap(e entry) bool {
	const few = 3
	return e.Role == Paragraph && !endsSentence(e.Text) && !strings.HasSuffix(e.Text, ":") && len(strings.Fields(e.Text)) <= few
}

// textBounds returns the first and the last paragraph of the text.
func textBounds(entries []entry) (first, last int) {
	first, last = len(entries), len(entries)
	for i, e := range entries {
		if e.reason == "" && isTextParagraph(e) {
			first, last = min(first, i), i
		}
	}
	return first, last
}

func isTextParagraph(e entry) bool {
	const shortest = 60 // bytes
	return e.Role != Heading && len(e.Text) >= shortest && endsSentence(e.Text)
}

var bylineWord = rewrite.AtStartOf(func() string { return `` + anyOf("byline: opening") + `\s` })

// bylineEnd matches bylines of old pages, which have the headline in the same block.
var bylineEnd = lazyregexp.Build(func() string {
	return `(?:^|\s)` + anyOf("byline: by") + ` \p{Lu}[\p{L}'’.-]* (?:\p{Lu}[\p{L}'’.-]* ?){1,2}$`
})

// isByline reports whether a line names the authors, as "By Ann Lee, in Kyiv" does, or is the date.
func isByline(text string, authors []string) bool {
	const longest = 150 // bytes
	if len(text) > longest {
		return false
	}
	line := comparable(text)
	if wholeDay.In(line) {
		return true
	}
	if endsSentence(text) {
		return false
	}
	if bylineEnd().MatchString(text) {
		return true
	}
	const most = 14 // words
	return (namesAnyOf(line, authors) || bylineWord.In(line)) && len(strings.Fields(line)) <= most
}

// isBylineOf reports whether a line names one of the known authors.
func isBylineOf(text string, authors []string) bool {
	return isByline(text, authors) && namesAnyOf(comparable(text), authors)
}

// namesAnyOf reports whether a comparable line contains the name of an author.
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

// bioVerb matches what is said only of an author, after the name. About anybody else a bio must say
// that they have a writing profession.
var (
	bioVerb = lazyregexp.Build(func() string { return `^,? (?:\([^)]*\) )?` + anyOf("author does") + `(?:\s|$)` })
	bioJob  = lazyregexp.Build(func() string {
		return `^,? (?:\([^)]*\) )?` + anyOf("author is") + ` (?:[^.]{0,80}[^\p{L}])?` + anyOf("professions") + wordEnd
	})
)

// isBio reports whether a paragraph that begins with an author's name says who the author is.
func isBio(text string, authors []string) bool {
	line := comparable(text)
	for _, name := range authors {
		name = comparable(name)
		if rest, ok := strings.CutPrefix(line, name); ok && (bioVerb().MatchString(rest) || bioJob().MatchString(rest)) {
			return true
		}
	}
	return false
}

// bioOfOne matches a bio of an author whom nothing else names: "Ann Lee is a reporter for The
// Post."
var bioOfOne = lazyregexp.Build(func() string {
	return `^(?:\p{Lu}[\p{L}.'’-]* ){2,4}(?i:` + anyOf("author is") + `) (?:[^.]{0,80}[^\p{L}])?(?i:` + anyOf("professions") + `)(?:[^\p{L}]|$)`
})

func isBioOfOne(text string) bool {
	const longest = 600 // bytes
	return len(text) <= longest && bioOfOne().MatchString(text)
}

// isNameLine reports whether a line above the text is a person's name or a place, and nothing else.
func isNameLine(text string) bool {
	const fewest, most = 2, 4 // words
	n := len(strings.Fields(text))
	return n >= fewest && n <= most && strings.ContainsFunc(text, unicode.IsUpper) && isPersonal(text) && !endsSentence(text) && strings.Count(text, ",") <= 1 && !strings.ContainsAny(text, "0123456789:;!?/|«»“”\"")
}
