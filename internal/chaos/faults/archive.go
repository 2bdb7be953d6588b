package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/aloud-audio/aloud/internal/library"
)

// archive reads the public files of articles from the S3 server's disk: what it sees is public,
// whatever serve, caches and proxies do.
type archive struct{ folder string }

// seen is what is public of an article.
type seen struct {
	at        time.Time          // before the first look
	narration *library.Narration // nil if there is none
	files     []string           // tracks and captions
}

func (a archive) folderOf(s *story) string {
	return filepath.Join(a.folder, "public", s.site, "articles", s.id)
}

// look reads an article. It lists files before it reads the narration: a publication writes them in
// this order, and a take-down deletes them in reverse.
func (a archive) look(s *story) (seen, error) {
	found := seen{at: time.Now()}
	entries, err := os.ReadDir(a.folderOf(s))
	if os.IsNotExist(err) {
		return found, nil
	}
	if err != nil {
		return found, err
	}
	for _, e := range entries {
		if name := e.Name(); strings.HasSuffix(name, ".mp3") || strings.HasSuffix(name, ".vtt") {
			found.files = append(found.files, name)
		}
	}
	found.narration, err = a.narration(s)
	return found, err
}

// narration returns nil for none, and for the reservation of one.
func (a archive) narration(s *story) (*library.Narration, error) {
	body, err := os.ReadFile(filepath.Join(a.folderOf(s), "narration.json"))
	if os.IsNotExist(err) || err == nil && library.IsReservation(body) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var n library.Narration
	return &n, json.Unmarshal(body, &n)
}

// missing returns a file that a narration names and that does not exist, "" if there is none.
func (a archive) missing(s *story, n *library.Narration) string {
	for _, name := range filesOf(n) {
		if _, err := os.Stat(filepath.Join(a.folderOf(s), name)); err != nil {
			return name
		}
	}
	return ""
}

func filesOf(n *library.Narration) []string {
	var names []string
	for _, f := range n.Audio {
		names = append(names, f.URL)
	}
	for _, f := range n.Captions {
		names = append(names, f.URL)
	}
	return names
}

func textIn(n *library.Narration) text {
	var t text
	for _, segment := range n.Segments {
		t = append(t, segment.Text)
	}
	return t
}
