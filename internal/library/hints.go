package library

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"iter"
	"strconv"
	"strings"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/store"
)

// Hint is what a sender says about an article. The rest must be requested from its page or source.
type Hint struct {
	Article    article.Payload `json:"article"` // without text; often without id or status
	SentAt     time.Time       `json:"sent_at"`
	ReceivedAt time.Time       `json:"received_at"`
	Attempts   int             `json:"attempts,omitempty"` // that did not settle it
	Reason     string          `json:"reason,omitempty"`   // of the last, for people
	ClosedAt   time.Time       `json:"closed_at,omitzero"` // when its page was first found to refuse visitors
	Next       time.Time       `json:"next,omitzero"`      // of the next attempt; zero: given up

	site, key string
}

// Site returns the site that the hint is about.
func (h Hint) Site() string { return h.site }

// failedHint is the prefix of the name of a hint that was given up. Other names begin with the time
// of the next attempt, so a list of them has the most urgent first.
const failedHint = "failed"

func hintsPrefix(site string) string { return "private/sites/" + site + "/hints/" }

// hintName is the content of a hint's key.
type hintName struct {
	next     int64  // of the next attempt, in Unix milliseconds; 0: given up
	subject  string // a hash of the article's id or, without one, its address
	received int64  // in Unix milliseconds
}

func (h Hint) name() hintName {
	sum := sha256.Sum256([]byte(cmp.Or(h.Article.ID, h.Article.URL)))
	n := hintName{subject: hex.EncodeToString(sum[:8]), received: h.ReceivedAt.UnixMilli()}
	if !h.Next.IsZero() {
		n.next = h.Next.UnixMilli()
	}
	return n
}

func (n hintName) newKey(site string) string {
	when := failedHint
	if n.next != 0 {
		when = strconv.FormatInt(n.next, 10)
	}
	return fmt.Sprintf("%s%s-%s-%d-%s", hintsPrefix(site), when, n.subject, n.received, NewNonce())
}

// parseHintName reports whether a key is a hint's.
func parseHintName(site, key string) (n hintName, ok bool) {
	parts := strings.Split(strings.TrimPrefix(key, hintsPrefix(site)), "-")
	if len(parts) != 4 {
		return n, false
	}
	var nextErr error
	if parts[0] != failedHint {
		n.next, nextErr = strconv.ParseInt(parts[0], 10, 64)
	}
	received, err := strconv.ParseInt(parts[2], 10, 64)
	n.subject, n.received = parts[1], received
	return n, nextErr == nil && err == nil
}

// AddHint stores a hint. After a nil error it cannot be lost.
func (l *Library) AddHint(ctx context.Context, site string, h Hint) (Hint, error) {
	h.site, h.key = site, h.name().newKey(site)
	_, err := l.writeJSON(ctx, h.key, h, store.PutOptions{})
	if err != nil {
		err = fmt.Errorf("store a hint: %w", err)
	}
	return h, err
}

// PostponeHint stores a hint as an attempt changed it. After a crash in between there are two, and
// the article is requested once more.
func (l *Library) PostponeHint(ctx context.Context, h Hint) error {
	former := h.key
	if _, err := l.AddHint(ctx, h.site, h); err != nil {
		return err
	}
	return l.store.Delete(ctx, former)
}

// EndHint deletes a hint, and earlier ones about the same article.
func (l *Library) EndHint(ctx context.Context, h Hint) error {
	name := h.name()
	for entry, err := range l.store.List(ctx, hintsPrefix(h.site)) {
		if err != nil {
			return fmt.Errorf("end a hint: %w", err)
		}
		known, ok := parseHintName(h.site, entry.Key)
		if ok && known.subject == name.subject && known.received <= name.received {
			if err := l.store.Delete(ctx, entry.Key); err != nil {
				return fmt.Errorf("end a hint: %w", err)
			}
		}
	}
	return nil
}

// DueHints yields the hints of a site whose attempt is due by now, the most urgent first, and reads
// no others.
func (l *Library) DueHints(ctx context.Context, site string, now time.Time) iter.Seq2[Hint, error] {
	return l.hints(ctx, site, func(n hintName) bool { return n.next != 0 && n.next <= now.UnixMilli() })
}

// Hints yields all hints of a site, the most urgent first and those that were given up last.
func (l *Library) Hints(ctx context.Context, site string) iter.Seq2[Hint, error] {
	return l.hints(ctx, site, func(hintName) bool { return true })
}

// hints skips those that cannot be read.
func (l *Library) hints(ctx context.Context, site string, wanted func(hintName) bool) iter.Seq2[Hint, error] {
	return func(yield func(Hint, error) bool) {
		for entry, err := range l.store.List(ctx, hintsPrefix(site)) {
			h := Hint{site: site, key: entry.Key}
			if err == nil {
				if name, ok := parseHintName(site, entry.Key); !ok || !wanted(name) {
					continue
				}
				_, err = l.readJSON(ctx, entry.Key, &h)
			}
			if err != nil && IgnoreUnreadable(err) == nil {
				continue
			}
			if !yield(h, err) || err != nil {
				return
			}
		}
	}
}
