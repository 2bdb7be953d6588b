package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/aloud-audio/aloud/internal/hearing"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/narrate"
	"github.com/aloud-audio/aloud/internal/script"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/store"
)

// The rows of the table.
const (
	firstUse  = "first use of the voice"
	first     = "first render"
	atOnce    = "first render, instant provider"
	edited    = "one paragraph edited"
	repaused  = "pause length changed"
	unchanged = "nothing changed"
	usual     = "ffmpeg pipeline"
)

var rows = []string{firstUse, first, edited, repaused, unchanged, atOnce, usual}

// newsroom is a site with its own folder store.
type newsroom struct {
	folder   string
	voice    *voice
	narrator *narrate.Narrator
	minutes  int // length of its articles
	run      int
	revision int
}

func open(v *voice, minutes, run int) (*newsroom, error) {
	folder := filepath.Join(v.folder, fmt.Sprintf("%d-%d", minutes, run))
	st, err := store.NewDir(folder)
	if err != nil {
		return nil, err
	}
	guarded := speech.NewRetry(speech.NewBreaker(speech.NewChecked(speech.Concurrency{Synthesizer: v}, speech.Checks{Ear: hearing.NewEar(st)})))
	skew := time.Duration(0)
	return &newsroom{folder: folder, voice: v, minutes: minutes, run: run, narrator: &narrate.Narrator{
		Library: library.New(st), Encoded: st,
		Voices: speech.Providers{"flite": speech.NewCache(guarded, st, speech.LocalLeases())},
		Sites:  map[string]narrate.Site{"main": {Name: "main", Language: "en", Voices: map[string][]string{"en": {"flite:slt"}}}},
		Now: func() time.Time { // an edit need not wait for a quiet period
			skew += time.Hour
			return time.Now().Add(skew)
		},
	}}, nil
}

// send accepts a revision of an article.
func (n *newsroom) send(ctx context.Context, id string, edition int) error {
	n.revision++
	at := time.Unix(int64(n.revision), 0)
	_, err := n.narrator.Library.Accept(ctx, library.Ref{Site: "main", ID: id}, payload(id, n.minutes, n.run, edition, at), at, library.Fresh)
	return err
}

// render measures one article's render.
func (n *newsroom) render(ctx context.Context, id string) (result, error) {
	n.voice.forget()
	ref := library.Ref{Site: "main", ID: id}
	before, err := begin()
	if err != nil {
		return result{}, err
	}
	if err := n.narrator.BringUpToDate(ctx, ref, 1); err != nil {
		return result{}, err
	}
	found, err := before.end()
	if err != nil {
		return result{}, err
	}
	narration, err := n.narrator.Library.Narration(ctx, ref)
	if err != nil {
		return result{}, err
	}
	found.audio = time.Duration(narration.Audio[0].Duration * float64(time.Second))
	return found.with(n.voice, before.at), nil
}

// deleteSpeech deletes speech and everything derived from it, except the stored gain of the voice.
func (n *newsroom) deleteSpeech() error {
	for _, folder := range []string{"private/speech", "private/encoded", "public"} {
		if err := os.RemoveAll(filepath.Join(n.folder, folder)); err != nil {
			return err
		}
	}
	return nil
}

// changePause changes the pause after paragraphs.
func (n *newsroom) changePause() {
	site := n.narrator.Sites["main"]
	site.Pauses = script.Pauses{"paragraph": 620 * time.Millisecond}
	n.narrator.Sites["main"] = site
}

// close deletes the newsroom's store.
func (n *newsroom) close() { _ = os.RemoveAll(n.folder) }

// rehearse synthesizes everything that a run will request.
func rehearse(ctx context.Context, v *voice, minutes, run int) error {
	v.rehearsing = true
	defer func() { v.rehearsing = false }()
	n, err := open(v, minutes, run)
	if err != nil {
		return err
	}
	defer n.close()
	for edition := range 2 {
		if err := n.send(ctx, "article", edition); err != nil {
			return err
		}
		if _, err := n.render(ctx, "article"); err != nil {
			return err
		}
	}
	return nil
}

// perform measures every row once, in a new newsroom.
func perform(ctx context.Context, v *voice, minutes, run int) (map[string]result, error) {
	n, err := open(v, minutes, run)
	if err != nil {
		return nil, err
	}
	defer n.close()
	steps := []struct {
		name, id string
		prepare  func() error
	}{
		{firstUse, "a", func() error { return n.send(ctx, "a", 0) }},
		{first, "b", func() error { return errors.Join(n.deleteSpeech(), n.send(ctx, "b", 0)) }},
		{edited, "b", func() error { return n.send(ctx, "b", 1) }},
		{repaused, "b", func() error { n.changePause(); return n.send(ctx, "b", 1) }},
		{unchanged, "b", func() error { return n.send(ctx, "b", 1) }},
		{atOnce, "c", func() error { return errors.Join(n.deleteSpeech(), n.send(ctx, "c", 0)) }},
	}
	found := map[string]result{}
	for _, step := range steps {
		if err := step.prepare(); err != nil {
			return nil, err
		}
		v.atOnce = step.name == atOnce
		if found[step.name], err = n.render(ctx, step.id); err != nil {
			return nil, fmt.Errorf("%s: %w", step.name, err)
		}
	}
	found[usual], err = n.usualWay(ctx, payload("d", minutes, run, 0, time.Now()), found[first])
	return found, err
}
