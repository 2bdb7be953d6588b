package newsroom

import (
	"errors"
	"time"

	"github.com/aloud-audio/aloud/internal/source"
)

// reply is everything that decides what is done about an article in doubt.
type reply struct {
	public      bool // the article, here
	halted      bool // by a brake
	asked       bool
	err         error // the source's
	wrong       Wrong
	unfit       bool      // the public may not hear it
	undated     bool      // unknown here, and the list has no date
	publishedAt time.Time // as answered
	since       time.Time // the earliest publication that the pass accepts
	window      bool      // articles leave the list all the time
}

// step is what is done about the article.
type step string

const (
	leave   step = "leave it as it is"
	unsure  step = "leave it as it is, and ask again in the next pass"
	inOrder step = "remember that it is in order as it is listed"
	record  step = "store what the source answered"
)

// verdict returns what is done, and what the finding says about it; "" if nobody needs to know.
func (r reply) verdict() (step, string) {
	older := r.undated && !r.publishedAt.IsZero() && r.publishedAt.Before(r.since)
	switch {
	case r.halted:
		return leave, "nothing: the pass has stopped"
	case !r.asked:
		return unsure, "nothing: the source did not answer"
	case r.public && errors.Is(r.err, source.ErrNoArticle):
		return unsure, "nothing: its page is no longer marked as an article; if it was removed, run aloud remove"
	case r.public && errors.As(r.err, new(source.ClosedError)):
		return unsure, "nothing yet: " + r.err.Error() + ": if it still does in the next pass, it is taken down"
	case errors.As(r.err, new(source.ClosedError)): // each pass asks again, and accepts it when it opens
		return leave, ""
	case errors.Is(r.err, source.ErrNoArticle), older: // both by its page
		return inOrder, ""
	case r.err != nil:
		return unsure, "nothing: " + r.err.Error()
	case r.wrong == Gone && !r.unfit && r.window:
		return leave, ""
	case r.wrong == Gone && !r.unfit:
		return leave, "nothing: readers can see it"
	default:
		return record, ""
	}
}
