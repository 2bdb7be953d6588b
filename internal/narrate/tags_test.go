package narrate_test

import (
	"bytes"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/narrate"
	"github.com/aloud-audio/aloud/internal/store"
	"github.com/aloud-audio/aloud/internal/track"
)

// TestWhatTheFileSaysOfItsArticle checks that the file contains the article's date and the site's
// cover, and that another cover makes another file.
func TestWhatTheFileSaysOfItsArticle(t *testing.T) {
	n := open(t)
	cover := func(data string) {
		n.change(func(s *narrate.Site) { s.Cover = track.Picture{MIME: "image/png", Data: []byte(data)} })
	}
	cover("the first cover")
	p := story("One boat.")
	p.PublishedAt = time.Date(2026, 2, 3, 7, 30, 0, 0, time.UTC)
	n.send(p)
	n.mustWork()
	file := n.file()
	for _, want := range []string{"TDRC", "2026-02-03T07:30:00", "APIC", "image/png", "the first cover"} {
		if !bytes.Contains(file, []byte(want)) {
			t.Errorf("the file does not say %q", want)
		}
	}
	n.calm()
	cover("the second cover")
	n.send(p)
	n.mustWork()
	if file := n.file(); !bytes.Contains(file, []byte("the second cover")) {
		t.Error("the file still shows the previous cover")
	}
}

// file returns the published track.
func (n *newsroom) file() []byte {
	n.t.Helper()
	mp3, _, err := store.Read(n.t.Context(), n.store, "public/main/articles/"+n.ref.ID+"/"+n.narration().Audio[0].URL)
	if err != nil {
		n.t.Fatal(err)
	}
	return mp3
}
