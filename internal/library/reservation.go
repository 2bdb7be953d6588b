package library

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/aloud-audio/aloud/internal/store"
)

// reservation holds the place of a narration while an article's first track is made. It has no text
// of the article, and its bytes are unique.
//
// Without it the first publication would be conditional on a missing object. That condition is true
// again after a take-down, so a request that a dead connection delivers late would publish the
// article permanently. A publication is therefore conditional on the ETag of what it replaces, a
// reservation or a narration. Every version of either has a nonce, so that no ETag recurs.
type reservation struct {
	Version int    `json:"version"`
	Site    string `json:"site"`
	ID      string `json:"id"`
	State   string `json:"state"`
	Nonce   string `json:"nonce"`

	Language string            `json:"language,omitempty"`
	Labels   map[string]string `json:"labels,omitempty"` // of the player, by key
}

const pending = "pending"

// ReservationSize is more than a reservation has, in bytes.
const ReservationSize = 1024

// maxWaitingText keeps a reservation below its size, in bytes.
const maxWaitingText = 400

// Waiting is what the player says while a first track is made: a text of at most 400 bytes, and its
// language (BCP 47). A longer text is left out.
type Waiting struct{ Language, Text string }

// ReservationCacheControl lets caches keep a reservation only briefly: the track follows soon.
const ReservationCacheControl = "public, max-age=5, must-revalidate"

// IsReservation reports whether the content of a narration.json says that the first track is being
// made. Readers must not get it as a narration.
func IsReservation(body []byte) bool {
	if len(body) > ReservationSize {
		return false
	}
	var r reservation
	return json.Unmarshal(body, &r) == nil && r.State == pending
}

func newReservation(ref Ref, say Waiting) reservation {
	r := reservation{Version: NarrationVersion, Site: ref.Site, ID: ref.ID, State: pending, Nonce: NewNonce()}
	if say.Text != "" && len(say.Text) <= maxWaitingText {
		r.Language, r.Labels = say.Language, map[string]string{pending: say.Text}
	}
	return r
}

// Reserve prepares the publication of a track over former, which Narration returned, and returns
// what Publish then replaces. An article without a narration gets a new reservation. It returns
// ErrChanged if former no longer exists. say is the message for readers meanwhile.
//
// The reservation is written once, without retries: a second copy of the request, delivered after a
// take-down, would restore its ETag, and with it the condition of a late publication. For the same
// reason each render makes its own reservation and trusts no other.
func (l *Library) Reserve(ctx context.Context, ref Ref, former Narration, say Waiting) (Narration, error) {
	if len(former.Audio) > 0 {
		return former, nil
	}
	r := newReservation(ref, say)
	etag, err := l.writeJSON(ctx, ref.NarrationKey(), r, store.PutOptions{
		If: store.IfUnchanged(former.etag), CacheControl: ReservationCacheControl, Once: true,
	})
	if err != nil {
		return former, fmt.Errorf("reserve the narration of %s: %w", ref, err)
	}
	former.etag = etag
	return former, nil
}

// Unreserve deletes a reservation whose track will not come for now, so that readers do not wait
// for it. Only the holder of the article's lease may call it. A narration stays.
func (l *Library) Unreserve(ctx context.Context, ref Ref) error {
	n, err := l.Narration(ctx, ref)
	if n.etag == "" || !errors.Is(err, ErrNotFound) {
		return IgnoreUnreadable(err)
	}
	if err := l.store.Delete(ctx, ref.NarrationKey()); err != nil {
		return fmt.Errorf("delete the reservation of %s: %w", ref, err)
	}
	return nil
}
