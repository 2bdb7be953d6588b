package source

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
)

// Asking is how a source is polled for what it has published.
type Asking struct {
	// Keys are the source's settings besides the address, such as content_key.
	Keys []string
	// Window says that the list has only the newest articles. Otherwise it has all that the source
	// shows.
	Window bool
	// Pages says that the list has pages, whose articles may be known under other ids.
	Pages bool
	// Detailed says that a listed article has its visibility, title, address, byline, standfirst
	// and tags, so that they can be compared with what is known.
	Detailed bool
	// Has reports whether an id could be the source's, for articles of unknown origin; nil: none
	// could.
	Has func(id string) bool
	// New returns the Asker; NewAsker calls it.
	New func(Address, *http.Client) (Asker, error)
}

// Address is where a source is, and the keys that it requires.
type Address struct {
	URLs     []string          // of the site, the feeds or the sitemaps; at least one
	Keys     map[string]string // by the names in Asking.Keys
	IDPrefix string            // stands before the source's own ids
	Pages    bool              // Ghost's pages are articles too
}

// Asker asks one source. Its methods are called one at a time.
type Asker interface {
	// List returns what the source shows to readers, the newest first. An error means that nothing
	// is known, not that there is nothing.
	List(ctx context.Context) ([]Listed, error)
	// Ask returns how an article stands now: its content, or a removal if the source proves that
	// readers cannot see it. An answer that proves neither is an error. address is the article's
	// page, as far as it is known.
	Ask(ctx context.Context, id, address string) (Answer, error)
}

// Listed is what a list says about an article: a payload without text, in which a zero field means
// that the list does not say.
type Listed struct {
	article.Payload
	// Mark changes whenever the list's data about the article changes.
	Mark string
	// Former is another id under which the article may be known; empty: none.
	Former string
}

// Answer is the state of an article at a time of the source's own clock. A removal has no
// updated_at if the source no longer knows the article.
type Answer struct {
	Payload article.Payload
	At      time.Time
}

// UnavailableError means that a source did not answer, or that something else answered. It says
// nothing about the articles.
type UnavailableError struct {
	error
	RetryAfter time.Duration // as the source asks; 0: it does not say
}

// Unwrap returns the cause.
func (e UnavailableError) Unwrap() error { return e.error }

// errUnsure means that an answer proves neither that an article is public nor that it is not.
var errUnsure = errors.New("cannot tell whether readers can see it")

// ClosedError means that a page refuses visitors although its site does not: it may be behind a
// paywall or a login now, or refuse robots for a while.
type ClosedError struct {
	Status int
	Answer Answer // the removal, if the page stays closed
}

func (e ClosedError) Error() string { return fmt.Sprintf("its page refuses visitors (%d)", e.Status) }
