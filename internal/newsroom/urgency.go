package newsroom

import (
	"context"
	"errors"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/library"
)

// freshFor is how long an article is news after its publication.
const freshFor = 48 * time.Hour

// urgencyOf returns the urgency of a payload's change: ofNews, if the article is of the last 48
// hours. Without published_at, its age counts from updated_at.
func (n *Newsroom) urgencyOf(ctx context.Context, ref library.Ref, payload article.Payload, ofNews library.Urgency) library.Urgency {
	published := payload.Appeared()
	if payload.Status == article.Removed || published.IsZero() || n.Now().Sub(published) <= freshFor {
		return ofNews
	}
	if _, err := n.Library.Narration(ctx, ref); errors.Is(err, library.ErrNotFound) {
		return library.Old
	}
	return library.Update
}
