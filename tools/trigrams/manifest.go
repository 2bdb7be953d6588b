package main

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// writeManifest writes the checksums of the data and of what it depends on. A test compares them,
// so that no run of this program is needed to see that the data is fresh.
func writeManifest(out string) error {
	files, err := filepath.Glob("*.go")
	if err != nil {
		return err
	}
	var manifest strings.Builder
	for _, file := range append(files, "go.mod", filepath.Join(out, "trigrams.gz")) {
		data, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		fmt.Fprintf(&manifest, "%x\t%s\n", sha256.Sum256(data), filepath.Base(file))
	}
	return os.WriteFile(filepath.Join(out, "MANIFEST"), []byte(manifest.String()), 0o644)
}
