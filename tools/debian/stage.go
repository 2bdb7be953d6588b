package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// build is one build of the package.
type build struct {
	root    string    // checkout
	stage   string    // folder of what is made
	made    time.Time // of the commit: the date of all files
	version string
}

// date reads when the commit was made.
func (b *build) date() error {
	out, err := b.output("git", "log", "-1", "--format=%ct")
	if err != nil {
		return err
	}
	seconds, err := strconv.ParseInt(strings.TrimSpace(out), 10, 64)
	b.made = time.Unix(seconds, 0).UTC()
	return err
}

// binary builds aloud without paths of this machine, and asks it for its version.
func (b *build) binary() error {
	if _, err := b.output("go", "build", "-ldflags=-s -w -buildid=", "-o", b.path("aloud"), "./cmd/aloud"); err != nil {
		return err
	}
	out, err := b.output(b.path("aloud"), "version", "--json")
	if err != nil {
		return err
	}
	var info struct{ Version string }
	err = json.Unmarshal([]byte(out), &info)
	b.version = info.Version
	return err
}

// manual writes the manual pages, compressed as Debian wants them.
func (b *build) manual() error {
	folder := b.path("man")
	if _, err := b.output("go", "run", "-tags", "manual", "./cmd/aloud", "manual", folder, b.made.Format(time.DateOnly)); err != nil {
		return err
	}
	pages, err := filepath.Glob(filepath.Join(folder, "*.1"))
	if err != nil || len(pages) == 0 {
		return fmt.Errorf("no manual pages in %s (%v)", folder, err)
	}
	for _, page := range pages {
		if err := b.compress(page, page+".gz"); err != nil {
			return err
		}
		if err := os.Remove(page); err != nil {
			return err
		}
	}
	return nil
}

func (b *build) completions() error {
	if err := os.Mkdir(b.path("completion"), 0o755); err != nil {
		return err
	}
	for _, shell := range []string{"bash", "zsh", "fish"} {
		script, err := b.output(b.path("aloud"), "completion", shell)
		if err != nil {
			return err
		}
		if err := os.WriteFile(b.path("completion", shell), []byte(script), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// unit is that of deploy/systemd with the path that a package's binary has.
func (b *build) unit() error {
	text, err := os.ReadFile(filepath.Join(b.root, "deploy", "systemd", "aloud.service"))
	if err != nil {
		return err
	}
	packaged := bytes.Replace(text, []byte("ExecStart=/usr/local/bin/"), []byte("ExecStart=/usr/bin/"), 1)
	if bytes.Equal(text, packaged) {
		return fmt.Errorf("aloud.service: no ExecStart=/usr/local/bin/ to replace")
	}
	packaged = bytes.Replace(packaged, []byte(" Install the binary as /usr/local/bin/aloud and the settings as /etc/aloud/aloud.yaml."), nil, 1)
	return os.WriteFile(b.path("aloud.service"), packaged, 0o644)
}

// notices are the licence and the changelog.
func (b *build) notices() error {
	licence, err := os.ReadFile(filepath.Join(b.root, "LICENSE"))
	if err != nil {
		return err
	}
	text := "aloud, https://github.com/aloud-audio/aloud\nLicences of what it contains: THIRD_PARTY.md in this folder.\n\n" + string(licence)
	if err := os.WriteFile(b.path("copyright"), []byte(text), 0o644); err != nil {
		return err
	}
	return b.compress(filepath.Join(b.root, "CHANGELOG.md"), b.path("changelog.gz"))
}

// compress writes a file with gzip, without name and time.
func (b *build) compress(from, to string) error {
	text, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	var packed bytes.Buffer
	w, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		return err
	}
	if _, err := w.Write(text); err != nil {
		return err
	}
	if err := w.Close(); err != nil {
		return err
	}
	return os.WriteFile(to, packed.Bytes(), 0o644)
}

func (b *build) path(names ...string) string {
	return filepath.Join(append([]string{b.stage}, names...)...)
}

// output runs a program in the checkout and returns what it prints.
func (b *build) output(name string, args ...string) (string, error) {
	cmd := exec.Command(name, args...)
	cmd.Dir = b.root
	cmd.Env = append(os.Environ(), "GOFLAGS=-trimpath -buildvcs=true") // a machine's own flags would change the bytes
	var printed, problems bytes.Buffer
	cmd.Stdout, cmd.Stderr = &printed, &problems
	if err := cmd.Run(); err != nil {
		return "", fmt.Errorf("%s: %w\n%s", strings.Join(cmd.Args, " "), err, problems.Bytes())
	}
	return printed.String(), nil
}
