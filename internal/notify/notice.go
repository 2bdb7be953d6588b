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

// notice is a message on its way to one receiver, as the store has it.
type notice struct {
	ID       string          `json:"id"`       // the webhook-id: the same at every try
	Receiver string          `json:"receiver"` // its name
	Type     string          `json:"type"`
	Body     json.RawMessage `json:"body"` // the same bytes at every try
	At       time.Time       `json:"at"`
	Tries    int             `json:"tries,omitempty"`    // that failed
	Refusals int             `json:"refusals,omitempty"` // of these, by a receiver that does not want it
	Next     time.Time       `json:"next,omitzero"`      // not tried before

	key, etag string
}

// Waiting is an article with a notice that is not delivered.
type Waiting struct {
	Ref   library.Ref
	Since time.Time
}

// AllWaiting yields the notices of a whole site, article by article, oldest first.
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

// AnyWaiting says whether an article has a notice that is not delivered. It looks into no store for a site that has no
// receivers.
func (n *Notifier) AnyWaiting(ctx context.Context, ref library.Ref) (bool, error) {
	if len(n.opts.Receivers[ref.Site]) == 0 {
		return false, nil
	}
	keys, err := n.keys(ctx, ref)
	return len(keys) > 0, err
}

// keys are those of an article's notices, oldest first.
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

// read returns a notice; library.ErrDamaged if it cannot be read.
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

// write stores a notice over the one that was read. If another deliverer was quicker its word stands.
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

// parseKey reads article and time from a key; what is not a notice's key is not ours and is passed over.
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
