// Package notify tells a site's receivers how the work on its articles ended: a signed webhook for every outcome that
// differs from the one before.
//
// A notice is an object in the store before the outcome is recorded, and is deleted when its receiver has taken it: a
// crash between the two loses none, and a receiver may get one twice, with the same webhook-id. The package never
// queues, waits or decides what an outcome is. The narrator has it leave notices, the worker has it deliver them.
package notify

import (
	"log/slog"
	"net/http"
	"strings"
	"time"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/store"
)

// Options of a notifier. All but PublicURL are needed.
type Options struct {
	Store     store.Store
	Library   *library.Library
	Receivers map[string][]Receiver // by site
	// PublicURL is where a CDN or the bucket serves what is under /public here. Empty: the addresses in notices are
	// paths on this server, which does not know its own name.
	PublicURL string
	Log       *slog.Logger
}

// Notifier leaves notices and delivers them. Its methods may be called from several goroutines and processes at once.
type Notifier struct {
	opts   Options
	public string // address of the store's public part, without a slash at its end
	client *http.Client
	now    func() time.Time
}

// New returns a notifier.
func New(opts Options) *Notifier {
	public := "/public"
	if opts.PublicURL != "" {
		public = strings.TrimSuffix(opts.PublicURL, "/")
	}
	return &Notifier{opts: opts, public: public, client: newClient(), now: time.Now}
}
