package article

import (
	"strings"

	"github.com/aloud-audio/aloud/internal/lang"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
	"github.com/aloud-audio/aloud/internal/lazyregexp"
)

// Some paragraphs in the middle of a text are about the publication, not the news: who worked on
// the article, where else it was published, where to follow the newsroom. They are whole blocks,
// recognisable by their first words.

// credits matches a note of who worked on an article: the verb, followed by nothing but names and
// places.
var credits = rewrite.AtStartOf(func() string {
	return `[(\[_*]*(?i:` + anyOf("credits") + `)(?i:` + anyOf("credits: behind") + `)* (?i:` + anyOf("credits: by") + `) ` +
		`(?:(?:\p{Lu}[\p{L}.'’-]*|[&;,|/]|` + strings.Join(strings.Fields(strings.Join(lang.Phrases("credits: between names"), " ")), "|") + `)[,;.:]*\s*)+[)\]_*]*$`
})

// syndicated matches a note of where else an article was published. "This story was published in
// 1931" is about another one.
var syndicated = rewrite.AtStartOf(func() string { return `` + anyOf("published elsewhere") + wordEnd })

// endMark matches the sign that American papers put below a text.
var endMark = lazyregexp.Build(func() string { return `^[-–—] ?30 ?[-–—]$` })

// tips matches requests for tips from readers.
var tips = whole("tips")

// followUs matches a request to follow a newsroom elsewhere: an imperative, followed by the
// newsroom or its channels. Without the name of a network or a channel, others may be speaking
// about a newsroom.
var (
	followUs = whole("follow us")
	channels = lazyregexp.Build(func() string { return `(?:^|[^\p{L}])` + anyOf("channels") + wordEnd })
)

// channelName matches the name of a channel and nothing else.
var channelName = whole("channels")

// invitation matches a request to readers to do something with the newsroom.
var invitation = rewrite.AtStartOf(func() string { return `` + anyOf("invitations") + wordEnd })

// isReported reports whether a line says that somebody said it.
func isReported(line string) bool {
	says := " " + strings.Join(append(lang.Phrases("says"), lang.Phrases("reported by")...), " ") + " "
	for word := range strings.FieldsSeq(line) {
		if strings.Contains(says, " "+strings.Trim(word, ".,")+" ") {
			return true
		}
	}
	return false
}

// noticeReason returns what kind of notice a block is. line is its comparable text.
func noticeReason(text, line string) string {
	const longest = 300 // bytes
	switch {
	case len(text) > longest:
		return ""
	case credits.In(text):
		return reasonByline
	case syndicated.In(line) && !strings.Contains(line, `"`):
		return "where it was published"
	case tips.In(line):
		return reasonReader
	case followUs.In(line) && channels().MatchString(line):
		return reasonSolicitation
	case invitation.In(line) && !strings.Contains(line, `"`) && !isReported(line):
		return reasonSolicitation
	case endMark().MatchString(text):
		return "end mark"
	case isBareAddress(text):
		return reasonEmbed
	case isByLineOfParts(line):
		return reasonByline
	}
	return ""
}

// isBareAddress reports whether a block is only an address, which WordPress replaces with the
// content if it can.
func isBareAddress(text string) bool {
	return (strings.HasPrefix(text, "https://") || strings.HasPrefix(text, "http://")) && !strings.Contains(text, " ")
}

// isByLineOfParts reports whether one part of a line is an author and all others are dates and the
// like.
func isByLineOfParts(line string) bool {
	if !bylineWord.In(line) {
		return false
	}
	parts := strings.FieldsFunc(line, func(r rune) bool { return r == '|' || r == '·' || r == '•' })
	for _, part := range parts[1:] {
		if !isDateLine(strings.TrimSpace(part)) {
			return false
		}
	}
	return len(parts) > 1
}

func isDateLine(line string) bool {
	for _, pattern := range linePatterns {
		if (pattern.reason == reasonByline || pattern.reason == reasonTime) && pattern.pattern.In(line) {
			return true
		}
	}
	return wholeDay.In(line)
}
