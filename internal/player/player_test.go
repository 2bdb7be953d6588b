package player_test

import (
	"bytes"
	"compress/gzip"
	"testing"

	"github.com/aloud-audio/aloud/internal/player"
)

// maxGzip is what a newsroom's page may be asked to load, in bytes.
const maxGzip = 8000

func TestSize(t *testing.T) {
	var packed bytes.Buffer
	w, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(player.JS); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	t.Logf("player.js: %d bytes, %d with gzip", len(player.JS), packed.Len())
	if packed.Len() > maxGzip {
		t.Errorf("player.js is %d bytes with gzip, more than %d", packed.Len(), maxGzip)
	}
}
