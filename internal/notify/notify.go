// Package notify sends a site's receivers a signed webhook for every outcome of an article that
// differs from the one before.
//
// A notice is stored before the outcome is recorded, and deleted when its receiver has accepted it.
// A crash in between loses no notice, but a receiver may get one twice, with the same webhook-id.
// It also tells caches which public files were deleted (Purge). The package never queues, waits or
// decides an outcome. The narrator calls Leave, the library calls Purge, and the worker calls
// Deliver.
package notify

import (
	"log/slog"
	"strings"
	"sync"
	"time"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/store"
)

// Options of a notifier. All but PublicURL are needed.
type Options struct {
	Store     store.Store
	Library   *library.Library
	Receivers map[string][]Receiver // by site
	Purges    map[string][]Receiver // by site: who is told which public files went
	// PublicURL is where a CDN or the bucket serves the store's public part. Empty: the URLs in
	// notices are paths on this server, which does not know its own host name.
	PublicURL string
	Log       *slog.Logger
}

// Notifier stores and delivers notices. Its methods may be called concurrently, by several
// processes too.
type Notifier struct {
	opts   Options
	public string // URL of the store's public part, without a trailing slash
	now    func() time.Time

	purging    sync.WaitGroup
	purgeSlots chan struct{}
}

// New returns a notifier.
func New(opts Options) *Notifier {
	public := "/public"
	if opts.PublicURL != "" {
		public = strings.TrimSuffix(opts.PublicURL, "/")
	}
	return &Notifier{opts: opts, public: public, now: time.Now, purgeSlots: make(chan struct{}, purgesAtOnce)}
}
