// Package source knows where articles come from: the CMSs that send hooks, and files. Each turns
// bytes into an article.Payload.
//
// It never stores or queues anything, and does not decide what is read: package article parses the
// payload. It fetches only what it is asked to, over the client that it is given. The hooks' server
// verifies and parses requests with it, the commands parse files, and the newsroom compares what a
// source lists with the library.
//
// A new CMS is one Source and its line in All; a new file format is one Format in formats.
package source

import (
	"io"
	"net/http"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
)

// Source is where articles come from: it sends hooks, or can be asked, or both.
type Source struct {
	Name string // in addresses, settings, logs and metrics
	// Path is the pattern of the hook's address below /hooks/{site}/, as http.ServeMux has it. Its
	// {event}, if it has one, is handed to Parse. Empty: the source sends no hooks.
	Path string
	// Label says to people who connect a CMS whose hook it is, Example how its address below
	// /hooks/{site}/ ends.
	Label, Example string
	// Verifier checks the signatures that the site's secrets make; without secrets it refuses every
	// request. The error says which secret is unusable and how to get a good one.
	Verifier func(secrets []string) (Verifier, error)
	// Parse reads a hook. The error is for the sender: ErrUnknownEvent or ErrBadPayload. The
	// payload has the article's id also with an error, if it could be read.
	Parse func(Delivery) (Change, error)
	// Probe returns a hook that changes nothing, signed by a secret as its sender signs. Nil if the
	// source sends no hooks.
	Probe func(secret string, at time.Time) (Probe, error)
	// Hints says that all its hooks are hints, for which a site must say what its pages are.
	Hints bool
	// Asking is how the source is asked what it has published; nil: it only sends hooks.
	Asking *Asking
}

// All are the sources, in the order in which they are shown.
var All = []Source{ghost, articles, urls, sanity, strapi, wordpress, feed, sitemap}

// Hooks are the sources that send hooks.
func Hooks() []Source { return where(func(s Source) bool { return s.Path != "" }) }

// Asked are the sources that can be asked.
func Asked() []Source { return where(func(s Source) bool { return s.Asking != nil }) }

func where(is func(Source) bool) (chosen []Source) {
	for _, s := range All {
		if is(s) {
			chosen = append(chosen, s)
		}
	}
	return chosen
}

// Verifier reads the signature of a request from its header and address, before the body is read: a
// header that no secret of the site could have signed is an error, which says why, for the log.
type Verifier func(*http.Request) (Signature, error)

// Signature is what a header claims. Nothing of it holds before Check returned nil.
type Signature struct {
	SentAt time.Time // when the request was sent; zero: the signature does not say
	// Check reads a body to its end. It returns an error, for the log, unless a secret of the site
	// signed the header and this body, and the reader's if that fails.
	Check func(body io.Reader) error
}

// Delivery is a verified hook.
type Delivery struct {
	Event  string      // of its address
	Pages  bool        // the site wants audio for a CMS's pages too
	Header http.Header // which the signature may not cover
	Body   []byte
}

// Change is what a hook says: an article's new state, a hint, or that it changes nothing.
type Change struct {
	Payload article.Payload
	Ignored string // why there is nothing to do; empty: there is, and Payload holds it
	// Former is another id under which the article may be known; empty: none.
	Former string
	// Hint says that Payload is only what the sender knows of an article, often without an id or a
	// status: its page, or the source, is asked for the rest.
	Hint bool
	// Fields are a hint's values by their names in the body, such as slug or slug.current, for a
	// site's rule that makes a page's address of them.
	Fields map[string]string
}
