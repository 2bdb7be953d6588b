// Package source knows where articles come from: the CMSs that send hooks, and files. Each turns
// bytes into an article.Payload.
//
// It never fetches, stores or queues anything, and does not decide what is read: package article
// parses the payload. The hooks' server verifies and parses requests with it, the commands parse
// files.
//
// A new CMS is one file here with one Source, and its line in All; a new file format is one Format
// in formats.
package source

import (
	"net/http"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
)

// Source is a kind of sender of hooks.
type Source struct {
	Name string // in addresses, settings, logs and metrics
	// Path is the pattern of the hook's address below /hooks/{site}/, as http.ServeMux has it. Its
	// {event}, if it has one, is handed to Parse.
	Path string
	// Label says to people who connect a CMS whose hook it is, Example how its address below
	// /hooks/{site}/ ends.
	Label, Example string
	// Verifier checks the signatures that the site's secrets make; without secrets it refuses every
	// request. The error says which secret is unusable and how to get a good one.
	Verifier func(secrets []string) (Verifier, error)
	// Parse reads a hook's body. The error is for the sender: ErrUnknownEvent or ErrBadPayload. The
	// payload has the article's id also with an error, if it could be read.
	Parse func(event string, body []byte) (Change, error)
}

// All are the sources, in the order in which they are shown.
var All = []Source{ghost, articles}

// Verifier reads the signature of a request from its header, before the body is read: a header that
// no secret of the site could have signed is an error, which says why, for the log.
type Verifier func(header http.Header) (Signature, error)

// Signature is what a header claims. Nothing of it holds before Check returned nil.
type Signature struct {
	SentAt time.Time // when the request was sent
	// Check returns an error, for the log, unless a secret of the site signed the header and this
	// body.
	Check func(body []byte) error
}

// Change is what a hook says: an article's new state, or that it changes nothing.
type Change struct {
	Payload article.Payload
	Ignored string // why there is nothing to do; empty: there is, and Payload holds it
}
