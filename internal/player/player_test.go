package player_test

import (
	"bytes"
	"compress/gzip"
	"os"
	"regexp"
	"slices"
	"strings"
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

// TestEventsAreTyped compares the events that the player sends with its types and its page of
// documentation.
func TestEventsAreTyped(t *testing.T) {
	source := read(t, "src/player.js")
	heard := regexp.MustCompile(`on\(audio, "([a-z ]+)", heard`).FindStringSubmatch(source)
	if heard == nil {
		t.Fatal("src/player.js does not say what it hears of the audio")
	}
	want := append(strings.Fields(heard[1]), "ready", "none", "failed") // the states of narration.js
	slices.Sort(want)
	for _, name := range []string{"player.d.ts", "../../docs/player.md"} {
		var got []string
		for _, match := range regexp.MustCompile("[\"`]aloud:([a-z]+)[\"`]").FindAllStringSubmatch(read(t, name), -1) {
			got = append(got, match[1])
		}
		slices.Sort(got)
		if got = slices.Compact(got); !slices.Equal(got, want) {
			t.Errorf("%s has the events %q, want %q", name, got, want)
		}
	}
}

func read(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
