package flac_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/aloud-audio/aloud/internal/flac"
)

func TestNote(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want, note := samples(t), rapid.SliceOfN(rapid.Byte(), 0, 300).Draw(t, "note")
		packed, err := flac.Encode(24000, want)
		if err != nil {
			t.Fatal(err)
		}
		noted := flac.WithNote(packed, note)
		if _, got, err := flac.Decode(noted); err != nil || !slices.Equal(got, want) {
			t.Fatalf("with a note there are %d samples of %d, error %v", len(got), len(want), err)
		}
		if !bytes.Equal(flac.Note(noted), note) || flac.Note(packed) != nil {
			t.Fatalf("the note is %q, not %q", flac.Note(noted), note)
		}
		flac.Note(noted[:rapid.IntRange(0, len(noted)).Draw(t, "length")]) // does not panic
	})
}

func TestOthersReadAFileWithANote(t *testing.T) {
	packed, err := flac.Encode(24000, make([]int16, 4800))
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "noted.flac")
	if err := os.WriteFile(file, flac.WithNote(packed, []byte("[[0,15]]")), 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("ffmpeg", "-v", "error", "-i", file, "-f", "null", "-").CombinedOutput(); err != nil || len(out) > 0 {
		t.Errorf("ffmpeg (Debian package ffmpeg): %v %s", err, out)
	}
}
