package article

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/lang"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
	"github.com/aloud-audio/aloud/internal/lazyregexp"
)

// linePatterns say what a whole short block is, by its comparable text, in any language. The
// sections "lines: …" of the languages have whole lines of words; here are those of digits and
// signs.
var linePatterns = []struct {
	reason  string
	pattern *rewrite.Edge
}{
	{reasonTime, timePattern},
	{reasonAudio, whole("lines: "+reasonAudio, func() string { return clock() + ` ?/ ?` + clock() })},
	{reasonAd, whole("lines: " + reasonAd)},
	{reasonRelated, whole("lines: " + reasonRelated)},
	{reasonPromotion, whole("lines: " + reasonPromotion)},
	{reasonByline, whole("lines: "+reasonByline, publicationDate, updatedBehindDate, func() string { return anyOf("agencies", "byline: agencies") + `\)` })},
	{reasonCaption, whole("lines: "+reasonCaption, func() string {
		return `[^.!?]{0,100}(?:` + anyOf("photo via") + ` |/ ?|\(|©|` + anyOf("photo by") + ` [^.!?]{0,40})` + anyOf("agencies") + `\)?`
	})},
	{reasonCopyright, whole("lines: " + reasonCopyright)},
	{reasonComments, whole("lines: " + reasonComments)},
	{reasonShare, whole("lines: "+reasonShare, func() string {
		const behind = `[ :,.|/·•]*(?:\d{1,5}[ :,.|/·•]*)?`
		beside := anyOf("beside share words") + behind
		share := anyOf("share words") + behind
		return `(?:` + beside + `)*` + share + `(?:` + share + `|` + beside + `)*`
	})},
	{"counter", rewrite.AtStartOf(func() string { return `\d[\d.,]*[km]? ` + anyOf("counters") + `$` })},
	{reasonNavigation, whole("lines: " + reasonNavigation)},
	{reasonSummary, whole("lines: " + reasonSummary)},
	{reasonMembership, whole("lines: " + reasonMembership)},
}

// updateNote matches a notice that the page will change; then the audio is made again.
var updateNote = whole("update notes")

// sayingSections identify a whole block by one of their phrases anywhere in it outside a quotation.
var sayingSections = []string{reasonReader, reasonPromotion, reasonByline, reasonComments, reasonSummary}

// lineReason returns why a block belongs to the page rather than the article, "" if it does not.
// Headings and list items may be a single word that pages also have on buttons. text is the block's
// comparable text.
func lineReason(e entry, text string) string {
	const longest, longestSentence, longestOfAll = 160, 60, 400 // code points, and bytes of all
	if len(e.Text) > longestOfAll {
		return ""
	}
	sentence := endsSentence(e.Text)
	if reason := sayingReason(text); reason != "" {
		return reason
	}
	if updateNote.In(text) {
		return "update note"
	}
	if isLineOfDates(text) || isLineOfDates(comparable(ungluedDates(e.Text))) {
		return reasonByline
	}
	if e.Role != ListItem && isCredited(e.Text) {
		return reasonCaption
	}
	if reason := noticeReason(e.Text, text); reason != "" {
		return reason
	}
	if size := utf8.RuneCountInString(text); size > longest || sentence && size > longestSentence {
		return ""
	}
	if !strings.Contains(text, " ") && (e.Role == Heading || e.Role == ListItem) && !e.linked && !timePattern.In(text) {
		return ""
	}
	for _, line := range linePatterns {
		if line.pattern.In(text) {
			return line.reason
		}
	}
	return ""
}

// saying matches a text that has any of the phrases that sayingReason looks for.
var saying = rewrite.AtStartOf(func() string {
	phrases := slices.Clone(lang.Phrases("copyright"))
	for _, reason := range sayingSections {
		phrases = append(phrases, lang.Phrases("sayings: "+reason)...)
	}
	for i, phrase := range phrases {
		phrases[i] = regexp.QuoteMeta(phrase)
	}
	return `(?s:.*)(?:` + strings.Join(phrases, "|") + `)`
})

func sayingReason(line string) string {
	if copyrightSign.In(line) {
		return reasonCopyright
	}
	if !saying.In(line) {
		return ""
	}
	line = quoted().ReplaceAllString(line, `""`)
	for _, phrase := range lang.Phrases("copyright") {
		if before, _, found := strings.Cut(line, phrase); found && endsClause(before) {
			return reasonCopyright
		}
	}
	for _, reason := range sayingSections {
		for _, phrase := range lang.Phrases("sayings: " + reason) {
			if strings.Contains(line, phrase) {
				return reason
			}
		}
	}
	return ""
}

var copyrightSign = rewrite.AtStartOf(func() string {
	return `(?:©|c\) |` + anyOf("copyright: before the sign") + ` (?:©|\(?c\)))`
})

var quoted = lazyregexp.New(`"[^"]*(?:"|$)`)

func endsClause(text string) bool {
	text = strings.TrimRight(text, " ")
	return text == "" || startsWithCopyright(text) || strings.ContainsAny(text[len(text)-1:], `.,;:!?|-/)`) || unicode.IsDigit(rune(text[len(text)-1]))
}

func startsWithCopyright(text string) bool {
	return slices.ContainsFunc(lang.Phrases("copyright: before the sign"), func(word string) bool { return strings.HasPrefix(text, word) })
}
