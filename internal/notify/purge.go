package notify

import (
	"context"
	"encoding/json"
	"path"
	"strings"
	"time"

	"github.com/aloud-audio/aloud/internal/feed"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/logging"
	"github.com/aloud-audio/aloud/internal/tracing"
)

// The process that deleted the files sends a purge at once, and stores it meanwhile. If it is not
// delivered then, it is retried like a notice, after purgeHeadStart.
const (
	purgeHeadStart = sendTimeout
	purgesAtOnce   = 8
	purgeType      = "files.gone"
	purgePrefix    = "purge-" // of the names of receivers of purges
)

// purgeMessage is the body of a purge.
type purgeMessage struct {
	Type      string    `json:"type"` // files.gone
	Timestamp time.Time `json:"timestamp"`
	Data      purgeData `json:"data"`
}

type purgeData struct {
	Site string   `json:"site"`
	ID   string   `json:"id"`
	URLs []string `json:"urls"`
}

// NewPurgeReceiver validates the settings of one receiver of purges, as NewReceiver does.
func NewPurgeReceiver(address string, secrets, allowPrivate []string) (Receiver, error) {
	r, err := NewReceiver(address, secrets, nil, allowPrivate)
	r.events, r.purges = nil, true
	return r, err
}

// Purge tells the site's receivers of purges that files were deleted, given by their keys. It
// returns as soon as that is stored, and sends in the background. If it cannot be stored it is
// still sent, once.
func (n *Notifier) Purge(ctx context.Context, ref library.Ref, keys []string) {
	receivers := n.opts.Purges[ref.Site]
	if len(receivers) == 0 {
		return
	}
	ctx = logging.For(context.WithoutCancel(ctx), ref.Site, ref.ID)
	at := n.now().UTC().Truncate(time.Millisecond)
	body, err := json.Marshal(purgeMessage{purgeType, at, purgeData{ref.Site, ref.ID, n.urls(ref, keys)}})
	if err != nil {
		panic("notify: a purge is plain data: " + err.Error())
	}
	for _, r := range receivers {
		x := notice{ID: "msg_" + library.NewNonce(), Receiver: r.name(), Type: purgeType, Body: body, At: at, Next: at.Add(purgeHeadStart), Trace: tracing.Parent(ctx)}
		x.key = newKey(ref, x)
		stored := n.write(ctx, x)
		if stored != nil {
			logging.From(ctx).WarnContext(ctx, "cannot store a purge; it is sent once", "error", stored)
		}
		n.purging.Go(func() { n.sendPurge(ctx, r, x) })
	}
}

// sendPurge leaves a purge that is not accepted to Deliver.
func (n *Notifier) sendPurge(ctx context.Context, r Receiver, x notice) {
	n.purgeSlots <- struct{}{}
	defer func() { <-n.purgeSlots }()
	log := logging.From(ctx).With("notice", x.Type, "receiver", r.url.Host)
	if err := n.send(ctx, r, x); err != nil {
		log.WarnContext(ctx, "purge not delivered, will retry", "error", err)
		return
	}
	log.InfoContext(ctx, "purge delivered", "took", n.now().Sub(x.At))
	if err := n.opts.Store.Delete(ctx, x.key); err != nil {
		log.WarnContext(ctx, "a purge that was delivered is sent again", "error", err)
	}
}

// Wait blocks until no purge is being sent.
func (n *Notifier) Wait() { n.purging.Wait() }

// urls returns the addresses of public files. Where aloud serves them itself, a cache in front of
// it has the embed page too.
func (n *Notifier) urls(ref library.Ref, keys []string) []string {
	var urls []string
	for _, key := range keys {
		name, isFeed := strings.CutPrefix(key, library.FeedPrefix(ref.Site))
		switch {
		case n.opts.PublicURL != "" || !isFeed:
			urls = append(urls, n.public+"/"+strings.TrimPrefix(key, "public/"))
		case strings.HasPrefix(name, feed.SiteFeed+"."): // as web serves it
			urls = append(urls, "/feeds/"+ref.Site+path.Ext(name))
		default:
			urls = append(urls, "/feeds/"+ref.Site+"/"+name)
		}
	}
	if n.opts.PublicURL == "" {
		urls = append(urls, "/"+path.Join("embed", ref.Site, ref.ID))
	}
	return urls
}

// Backlog says what was not delivered yet.
type Backlog struct {
	Waiting int       `json:"waiting"`
	Since   time.Time `json:"since,omitzero"` // of the oldest
	Tries   int       `json:"tries,omitempty"`
	Next    time.Time `json:"next,omitzero"`   // try of the oldest
	Error   string    `json:"error,omitempty"` // of its last try
}

// Backlogs returns a site's undelivered purges and notices. purges is nil if the site has no
// receiver of them.
func (n *Notifier) Backlogs(ctx context.Context, site string) (purges, notices *Backlog, err error) {
	notices = &Backlog{}
	if len(n.opts.Purges[site]) > 0 {
		purges = &Backlog{}
	}
	oldest := map[*Backlog]string{}
	for entry, err := range n.opts.Store.List(ctx, sitePrefix(site)) {
		if err != nil {
			return nil, nil, err
		}
		waiting, ok := parseKey(site, entry.Key)
		backlog := notices
		if strings.Contains(path.Base(entry.Key), "-"+purgePrefix) {
			backlog = purges
		}
		if !ok || backlog == nil {
			continue
		}
		backlog.Waiting++
		if backlog.Since.IsZero() || waiting.Since.Before(backlog.Since) {
			backlog.Since, oldest[backlog] = waiting.Since.UTC(), entry.Key
		}
	}
	for backlog, key := range oldest {
		if err := n.describe(ctx, backlog, key); err != nil {
			return nil, nil, err
		}
	}
	return purges, notices, nil
}

// describe adds how the tries of the oldest notice went.
func (n *Notifier) describe(ctx context.Context, b *Backlog, key string) error {
	x, err := n.read(ctx, key)
	b.Tries, b.Next, b.Error = x.Tries, x.Next, x.Error
	return library.IgnoreUnreadable(err)
}
