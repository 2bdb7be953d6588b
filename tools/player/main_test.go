package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// TestCommittedFilesAreFresh keeps the script that is embedded what its source says.
func TestCommittedFilesAreFresh(t *testing.T) {
	const folder = "../../internal/player"
	files, err := bundle(folder)
	if err != nil {
		t.Fatal(err)
	}
	if len(files) != 6 {
		t.Fatalf("%d files, want three scripts and their source maps", len(files))
	}
	for name, want := range files {
		got, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s is not what src makes (%v): run make player", name, err)
		}
	}
}
