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
	// Parse reads a hook's body. The error is for the sender: ErrUnknownEvent or ErrBadPayload.
	Parse func(event string, body []byte) (Change, error)
}

// All are the sources, in the order in which they are shown.
var All = []Source{ghost, articles}

// Verifier returns when a request was sent, as its signature vouches. The error says, for the log,
// why no secret of the site made the signature.
type Verifier func(header http.Header, body []byte) (sentAt time.Time, err error)

// Change is what a hook says: an article's new state, or that it changes nothing.
type Change struct {
	Payload article.Payload
	Ignored string // why there is nothing to do; empty: there is, and Payload holds it
}
