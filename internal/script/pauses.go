package script

import (
	"time"

	"github.com/aloud-audio/aloud/internal/article"
)

// Pauses maps the end of a segment to the silence after it. Keys are the roles of blocks
// ("headline", "paragraph", …) and the ends below. Before a heading or a quote the silence is at
// least the pause for those. Missing keys have their defaults, so a site sets only what it changes.
type Pauses map[string]time.Duration

// The ends of segments that do not end a block.
const (
	SentenceEnd = "sentence" // a part of a long block, cut between sentences
	ClauseEnd   = "clause"   // a part of a long sentence
	ScriptEnd   = "end"      // the last segment: the silence at the end of the track, instead of its block's pause
)

// The minimum silence before blocks that start something new.
const (
	BeforeHeading = "before_heading"
	BeforeQuote   = "before_quote"
)

// DefaultPauses returns the pauses of a calm news reader: longest around the headline and the
// standfirst, short within a block, where the voice itself pauses.
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

// orDefault returns DefaultPauses overridden by p.
func (p Pauses) orDefault() Pauses {
	all := DefaultPauses()
	for end, pause := range p {
		all[end] = pause
	}
	return all
}

// before returns the minimum silence before a block of a role.
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
