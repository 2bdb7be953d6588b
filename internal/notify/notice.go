package notify

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"strconv"
	"strings"
	"time"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/store"
)

// notice is a message to one receiver, as it is stored until it is delivered.
type notice struct {
	ID       string          `json:"id"`       // the webhook-id: the same in every attempt
	Receiver string          `json:"receiver"` // its name
	Type     string          `json:"type"`
	Body     json.RawMessage `json:"body"` // the same bytes in every attempt
	At       time.Time       `json:"at"`
	Tries    int             `json:"tries,omitempty"`    // failed attempts
	Refusals int             `json:"refusals,omitempty"` // of these, refused by the receiver
	Next     time.Time       `json:"next,omitzero"`      // time of the next attempt
	Error    string          `json:"error,omitempty"`    // of the last one

	Revision string `json:"revision,omitempty"` // of the article, for the log
	Trace    string `json:"trace,omitempty"`    // traceparent of the work that left it

	key, etag string
}

// Waiting is an article with an undelivered notice.
type Waiting struct {
	Ref   library.Ref
	Since time.Time
}

// AllWaiting yields the undelivered notices of a site, article by article, oldest first.
func (n *Notifier) AllWaiting(ctx context.Context, site string) iter.Seq2[Waiting, error] {
	return func(yield func(Waiting, error) bool) {
		for entry, err := range n.opts.Store.List(ctx, sitePrefix(site)) {
			if err != nil {
				yield(Waiting{}, err)
				return
			}
			waiting, ok := parseKey(site, entry.Key)
			if ok && !yield(waiting, nil) {
				return
			}
		}
	}
}

// AnyWaiting reports whether an article has an undelivered notice. It does not read the store if
// the site has no receivers.
func (n *Notifier) AnyWaiting(ctx context.Context, ref library.Ref) (bool, error) {
	if len(n.opts.Receivers[ref.Site])+len(n.opts.Purges[ref.Site]) == 0 {
		return false, nil
	}
	keys, err := n.keys(ctx, ref)
	return len(keys) > 0, err
}

// keys returns the keys of an article's notices, oldest first.
func (n *Notifier) keys(ctx context.Context, ref library.Ref) (keys []string, err error) {
	for entry, err := range n.opts.Store.List(ctx, articlePrefix(ref)) {
		if err != nil {
			return nil, fmt.Errorf("list the notices of %s: %w", ref, err)
		}
		if _, ok := parseKey(ref.Site, entry.Key); ok {
			keys = append(keys, entry.Key)
		}
	}
	return keys, nil
}

// read returns a notice. The error is library.ErrDamaged if it cannot be decoded.
func (n *Notifier) read(ctx context.Context, key string) (notice, error) {
	body, entry, err := store.Read(ctx, n.opts.Store, key)
	if err != nil {
		return notice{}, err
	}
	var stored notice
	if err := json.Unmarshal(body, &stored); err != nil {
		return notice{}, fmt.Errorf("%s %w: %w", key, library.ErrDamaged, err)
	}
	stored.key, stored.etag = key, entry.ETag
	return stored, nil
}

// write stores a notice in place of the one that was read. If another process wrote it meanwhile,
// that version stays.
func (n *Notifier) write(ctx context.Context, changed notice) error {
	body, err := json.Marshal(changed)
	if err != nil {
		return fmt.Errorf("encode a notice: %w", err)
	}
	_, err = n.opts.Store.Put(ctx, changed.key, body, store.PutOptions{If: store.IfUnchanged(changed.etag), ContentType: "application/json"})
	if errors.Is(err, store.ErrConflict) {
		return nil
	}
	return err
}

func sitePrefix(site string) string        { return "private/sites/" + site + "/notices/" }
func articlePrefix(ref library.Ref) string { return sitePrefix(ref.Site) + ref.ID + "/" }
func keySuffix(id, receiver string) string { return "-" + id + "-" + receiver + ".json" }
func newKey(ref library.Ref, x notice) string {
	return articlePrefix(ref) + strconv.FormatInt(x.At.UnixMilli(), 10) + keySuffix(x.ID, x.Receiver)
}

// parseKey returns the article and the time in a notice's key; false for any other key.
func parseKey(site, key string) (Waiting, bool) {
	id, name, found := strings.Cut(strings.TrimPrefix(key, sitePrefix(site)), "/")
	millis, _, dashed := strings.Cut(name, "-")
	at, err := strconv.ParseInt(millis, 10, 64)
	ref, refErr := library.NewRef(site, id)
	if !found || !dashed || err != nil || refErr != nil {
		return Waiting{}, false
	}
	return Waiting{Ref: ref, Since: time.UnixMilli(at)}, true
}
