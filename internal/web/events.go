package web

import (
	"context"
	"net/http"
	"regexp"
	"sync"
	"time"

	"github.com/aloud-audio/aloud/internal/figures"
	"github.com/aloud-audio/aloud/internal/httpurl"
	"github.com/aloud-audio/aloud/internal/library"
)

// Figures count how articles are listened to.
type Figures interface {
	Count(ctx context.Context, site string, day figures.Day, id string, sums figures.Sums) error
}

// robots are programs that run scripts of pages and listen to nothing.
var robots = regexp.MustCompile(`(?i)bot|crawl|spider|slurp|headless|lighthouse|preview|monitor`)

// serveEvents counts a beacon of the player. A beacon that no player on the site's pages would send
// is answered 204 too: only its sender could do anything about it.
func (s *Server) serveEvents(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("site")
	site, known := s.sites[name]
	if !known || !site.events {
		http.Error(w, "this site takes no listening figures", http.StatusNotFound)
		return
	}
	if !robots.MatchString(r.UserAgent()) && s.ownPage(r, site) && s.senders.allow(s.proxies.Client(r), s.now()) {
		s.count(r, name)
	}
	w.WriteHeader(http.StatusNoContent)
}

// count adds a beacon to the figures of an article that has audio.
func (s *Server) count(r *http.Request, site string) {
	beacon, err := figures.ReadBeacon(r.Body)
	if err != nil {
		return
	}
	ref, err := library.NewRef(site, beacon.ID)
	if err != nil {
		return
	}
	track, narrated := s.tracks.of(r.Context(), ref, s.now())
	if !narrated || !beacon.Fits(track.seconds, track.segments) {
		return
	}
	if err := s.figures.Count(r.Context(), site, figures.DayOf(s.now()), beacon.ID, beacon.Sums()); err != nil {
		s.log.WarnContext(r.Context(), "a listening figure is lost", "site", site, "article", beacon.ID, "error", err)
	}
}

// ownPage reports whether a request comes from a page of the site, or from the embed page here.
func (s *Server) ownPage(r *http.Request, site site) bool {
	sent := r.Header.Get("Origin")
	here, err := httpurl.Origin(serverRoot(r).String())
	return site.allows(sent) || err == nil && sent == here
}

// Limits of what beacons may cost.
const (
	mostTracks  = 10_000 // articles whose length is remembered
	trackMemory = 5 * time.Minute
)

// tracks caches the lengths of articles, so that a flood of beacons does not read the store.
type tracks struct {
	library *library.Library

	mu    sync.Mutex
	known map[library.Ref]length
}

// length is that of an article's track; zero if it has none.
type length struct {
	seconds  float64
	segments int
	at       time.Time
}

// of returns an article's length, and false if it has no audio.
func (t *tracks) of(ctx context.Context, ref library.Ref, now time.Time) (length, bool) {
	t.mu.Lock()
	known, ok := t.known[ref]
	t.mu.Unlock()
	if !ok || now.Sub(known.at) > trackMemory {
		n, err := t.library.Narration(ctx, ref)
		known = length{segments: len(n.Segments), at: now}
		if err == nil {
			known.seconds = n.Audio[0].Duration
		}
		t.remember(ref, known)
	}
	return known, known.seconds > 0
}

func (t *tracks) remember(ref library.Ref, known length) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.known == nil || len(t.known) >= mostTracks {
		t.known = map[library.Ref]length{}
	}
	t.known[ref] = known
}
