package main

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// clear makes an empty folder.
func clear(out string) error {
	if err := os.RemoveAll(out); err != nil {
		return err
	}
	return os.MkdirAll(out, 0o755)
}

// write compresses the files and adds the manifest and CLDR's licence.
func write(files map[string][]byte, cldr packages, source, out string) error {
	for name, text := range files {
		if err := writeCompressed(filepath.Join(out, name), text); err != nil {
			return err
		}
	}
	licence, err := os.ReadFile(filepath.Join(string(cldr), "cldr-core/LICENSE"))
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(out, "LICENSE"), licence, 0o644); err != nil {
		return err
	}
	manifest, err := manifest(files, source)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(out, "MANIFEST"), manifest, 0o644)
}

func writeCompressed(file string, text []byte) error {
	var packed bytes.Buffer
	pack, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		return err
	}
	if _, err := pack.Write(text); err != nil {
		return err
	}
	if err := pack.Close(); err != nil {
		return err
	}
	return os.WriteFile(file, packed.Bytes(), 0o644)
}

// manifest lists the checksums of the program and the packages' versions, and of each text before
// compression: a test compares them with what is committed.
func manifest(files map[string][]byte, source string) ([]byte, error) {
	inputs, err := filepath.Glob(filepath.Join(source, "*.go"))
	if err != nil {
		return nil, err
	}
	var text strings.Builder
	for _, file := range append(inputs, filepath.Join(source, "package-lock.json")) {
		data, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		fmt.Fprintf(&text, "tools/cldr/%s\t%x\n", filepath.Base(file), sha256.Sum256(data))
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		fmt.Fprintf(&text, "%s\t%x\n", name, sha256.Sum256(files[name]))
	}
	return []byte(text.String()), nil
}
