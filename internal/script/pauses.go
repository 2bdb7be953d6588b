package script

import (
	"time"

	"github.com/aloud-audio/aloud/internal/article"
)

// Pauses is the silence after a segment, by what ends with it: a block, named by its role ("headline", "paragraph", …),
// or one of the ends below. Before a heading or a quote it is at least as long as those say. What is missing has its default, so that a site names only what it changes.
type Pauses map[string]time.Duration

// The ends of segments that are not the end of a block.
const (
	SentenceEnd = "sentence" // a part of a long block, cut between sentences
	ClauseEnd   = "clause"   // a part of a long sentence
	ScriptEnd   = "end"      // the last segment: a tail, in place of its block's pause
)

// The least silence before blocks that begin something of their own.
const (
	BeforeHeading = "before_heading"
	BeforeQuote   = "before_quote"
)

// DefaultPauses is a calm news reader's: longest around the headline and the standfirst, short within a block, where the
// voice leaves some silence of its own.
func DefaultPauses() Pauses {
	return Pauses{
		string(article.Headline):   900 * time.Millisecond,
		string(article.Byline):     600 * time.Millisecond,
		string(article.Standfirst): 900 * time.Millisecond,
		string(article.Paragraph):  550 * time.Millisecond,
		string(article.Heading):    700 * time.Millisecond,
		string(article.ListItem):   350 * time.Millisecond,
		string(article.Quote):      600 * time.Millisecond,
		BeforeHeading:              900 * time.Millisecond,
		BeforeQuote:                600 * time.Millisecond,
		SentenceEnd:                250 * time.Millisecond,
		ClauseEnd:                  80 * time.Millisecond,
		ScriptEnd:                  300 * time.Millisecond,
	}
}

// orDefault is DefaultPauses with what p names in their place.
func (p Pauses) orDefault() Pauses {
	all := DefaultPauses()
	for end, pause := range p {
		all[end] = pause
	}
	return all
}

// before is the least silence before a block of a role.
func (p Pauses) before(role article.Role) time.Duration {
	switch role {
	case article.Heading:
		return p[BeforeHeading]
	case article.Quote:
		return p[BeforeQuote]
	default:
		return 0
	}
}
