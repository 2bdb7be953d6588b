package main

import (
	"context"
	"encoding/json"
	"math/rand/v2"
	"net/http"
	"strings"
	"time"

	"github.com/aloud-audio/aloud/internal/library"
)

// listener behaves like a player: for one article after the other it requests the narration from
// serve, and the files that it names.
type listener struct{ run *run }

const (
	listenEvery   = 30 * time.Millisecond
	listenTimeout = 5 * time.Second
)

// listen listens until ctx ends.
func (l *listener) listen(ctx context.Context) {
	random := rand.New(rand.NewPCG(l.run.plan.seed, 0))
	for sleep(ctx, listenEvery) {
		l.play(ctx, l.run.stories[random.IntN(len(l.run.stories))])
	}
}

// play judges what is served of an article. Errors of serve and of its store do not count against
// the article.
func (l *listener) play(ctx context.Context, s *story) {
	ctx, cancel := context.WithTimeout(ctx, listenTimeout)
	defer cancel()
	asked := time.Now()
	n := l.narration(ctx, s)
	if n == nil {
		return
	}
	l.run.count("narrations played")
	revision := s.revisionOf(textIn(n))
	if revision == none {
		l.run.found(wrong, s, "a narration is served that says what no revision says: %q", textIn(n))
		return
	}
	if !s.allows(revision, asked) {
		l.run.found(leaked, s, "the narration of revision %d is served", revision)
	}
	for _, name := range filesOf(n) {
		l.fetch(ctx, s, n, revision, name)
	}
}

// narration returns nil if none is served.
func (l *listener) narration(ctx context.Context, s *story) *library.Narration {
	status, body, err := l.run.service.Get(ctx, path(s, "narration.json"))
	if err != nil || status != http.StatusOK {
		return nil
	}
	var n library.Narration
	if err := json.Unmarshal(body, &n); err != nil {
		l.run.found(wrong, s, "a broken narration is served: %v", err)
		return nil
	}
	return &n
}

// fetch judges one file of a narration.
func (l *listener) fetch(ctx context.Context, s *story, n *library.Narration, revision int, name string) {
	asked := time.Now()
	status, body, err := l.run.service.Get(ctx, path(s, name))
	switch {
	case err != nil || status >= http.StatusInternalServerError:
	case status == http.StatusNotFound:
		if now := l.narration(ctx, s); now != nil && now.Nonce == n.Nonce {
			l.run.found(deadLink, s, "the narration of revision %d names %s, which is answered 404", revision, name)
		}
	case !s.allows(revision, asked):
		l.run.found(leaked, s, "%s of revision %d is served", name, revision)
	case !isWhole(s, n, revision, name, body):
		l.run.found(wrong, s, "%s of revision %d is served with other content", name, revision)
	}
}

// isWhole reports whether a file matches its narration: captions with the text, or a track of that
// length.
func isWhole(s *story, n *library.Narration, revision int, name string, body []byte) bool {
	if strings.HasSuffix(name, ".mp3") {
		return len(body) == n.Audio[0].Bytes
	}
	said := letters(string(body))
	for _, segment := range s.says(revision) {
		if !strings.Contains(said, letters(segment)) {
			return false
		}
	}
	return true
}

func path(s *story, name string) string {
	return "/public/" + s.site + "/articles/" + s.id + "/" + name
}
