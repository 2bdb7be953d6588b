package config

import (
	"crypto/sha256"
	"hash"
	"os"
	"path/filepath"
)

// Digest is the SHA-256 of a file's content, or zero for a file that cannot be read.
type Digest [sha256.Size]byte

// DigestOf reads a file for its digest.
func DigestOf(path string) Digest {
	content, err := os.ReadFile(path)
	if err != nil {
		return Digest{}
	}
	return sha256.Sum256(content)
}

// files reads the files of a configuration, each once, and remembers what it read.
type files struct {
	dir  string            // of the settings file: relative names start there
	read map[string]Digest // by path; also of files that are missing
	sum  hash.Hash         // of the contents that are no secrets
}

func newFiles(dir string) *files {
	return &files{dir, map[string]Digest{}, sha256.New()}
}

// path returns where a file is that the settings name.
func (f *files) path(name string) string {
	if filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(f.dir, name)
}

// content reads a file that the settings name.
func (f *files) content(name string) ([]byte, error) {
	content, err := f.secret(name)
	f.sum.Write(content)
	return content, err
}

// secret reads a file whose content is not part of Config.Hash.
func (f *files) secret(name string) ([]byte, error) {
	content, err := os.ReadFile(f.path(name))
	f.read[f.path(name)] = Digest{}
	if err == nil {
		f.read[f.path(name)] = sha256.Sum256(content)
	}
	return content, err
}
