package library

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"iter"
	"strconv"
	"strings"
	"time"

	"github.com/aloud-audio/aloud/internal/store"
)

// Marker is a due marker: it says that an article has accepted, unfinished work.
type Marker struct {
	Ref     Ref
	At      time.Time // when the work was accepted
	Urgency Urgency

	key string
}

func (l *Library) newMarker(ref Ref, u Urgency) Marker {
	at := l.now()
	name := strconv.FormatInt(at.UnixMilli(), 10) + "-" + NewNonce() + "-" + u.String()
	return Marker{Ref: ref, At: at, Urgency: u, key: ref.duePrefix() + name}
}

// mark writes a due marker, even if it exists.
func (l *Library) mark(ctx context.Context, m Marker) error {
	if m.Urgency < Fresh {
		return fmt.Errorf("mark %s as due: no urgency is given", m.Ref)
	}
	if _, err := l.store.Put(ctx, m.key, nil, store.PutOptions{}); err != nil {
		return fmt.Errorf("mark %s as due: %w", m.Ref, err)
	}
	return nil
}

// Due lists the markers of one article, oldest first.
func (l *Library) Due(ctx context.Context, ref Ref) ([]Marker, error) {
	var markers []Marker
	for marker, err := range l.markers(ctx, ref.Site, ref.duePrefix()) {
		if err != nil {
			return nil, err
		}
		markers = append(markers, marker)
	}
	return markers, nil
}

// AllDue yields the markers of a site, grouped by article.
func (l *Library) AllDue(ctx context.Context, site string) iter.Seq2[Marker, error] {
	return l.markers(ctx, site, duePrefix(site))
}

// DueArticle is an article with unfinished work.
type DueArticle struct {
	Oldest  Marker
	Urgency Urgency // the most urgent of its markers'
}

// DueArticles lists a site's articles with unfinished work.
func (l *Library) DueArticles(ctx context.Context, site string) (all []DueArticle, err error) {
	for marker, err := range l.AllDue(ctx, site) {
		if err != nil {
			return nil, err
		}
		if last := len(all) - 1; last >= 0 && all[last].Oldest.Ref == marker.Ref {
			all[last].Urgency = min(all[last].Urgency, marker.Urgency)
			continue
		}
		all = append(all, DueArticle{marker, marker.Urgency})
	}
	return all, nil
}

// DueRefs returns the articles of a site with unfinished work. It costs one list.
func (l *Library) DueRefs(ctx context.Context, site string) (map[Ref]bool, error) {
	due := map[Ref]bool{}
	for marker, err := range l.AllDue(ctx, site) {
		if err != nil {
			return nil, err
		}
		due[marker.Ref] = true
	}
	return due, nil
}

// Done deletes exactly these markers: whatever was accepted since they were listed stays due.
func (l *Library) Done(ctx context.Context, markers []Marker) error {
	for _, m := range markers {
		if err := l.store.Delete(ctx, m.key); err != nil {
			return fmt.Errorf("unmark %s: %w", m.Ref, err)
		}
	}
	return nil
}

func (l *Library) markers(ctx context.Context, site, prefix string) iter.Seq2[Marker, error] {
	return func(yield func(Marker, error) bool) {
		for entry, err := range l.store.List(ctx, prefix) {
			if err != nil {
				yield(Marker{}, err)
				return
			}
			marker, ok := parseMarker(site, entry.Key)
			if ok && !yield(marker, nil) {
				return
			}
		}
	}
}

// parseMarker reads article, time and urgency from a key. Other keys are not ours and are skipped.
func parseMarker(site, key string) (Marker, bool) {
	id, nonce, found := strings.Cut(strings.TrimPrefix(key, duePrefix(site)), "/")
	millis, rest, dashed := strings.Cut(nonce, "-")
	_, urgency, _ := strings.Cut(rest, "-")
	at, err := strconv.ParseInt(millis, 10, 64)
	ref, refErr := NewRef(site, id)
	if !found || !dashed || err != nil || refErr != nil {
		return Marker{}, false
	}
	return Marker{Ref: ref, At: time.UnixMilli(at), Urgency: urgencyNamed(urgency), key: key}, true
}

// NewNonce returns 128 random bits in hex: a unique name that cannot be guessed.
func NewNonce() string {
	var b [16]byte
	_, _ = rand.Read(b[:]) // never fails, by its documentation
	return hex.EncodeToString(b[:])
}
