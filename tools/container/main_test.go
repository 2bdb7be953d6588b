// Package container tests deploy/container: the image is built and run without a registry, and publishes
// an article; compose.yaml is read as Docker Compose reads it.
package container

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

const checkout = "../.."

// output runs a program and returns what it prints; the test ends if it fails.
func output(t *testing.T, name string, args ...string) string {
	t.Helper()
	cmd := exec.Command(name, args...)
	var out, problems bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, io.MultiWriter(&problems, &out)
	if err := cmd.Run(); err != nil {
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out.String())
	}
	return strings.TrimSpace(out.String())
}

// goFolder returns a folder that the Go toolchain names.
func goFolder(t *testing.T, variable string) string {
	t.Helper()
	folder := output(t, "go", "env", variable)
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	return folder
}

// clone returns a checkout of the newest commit, as the binary has its version from there.
func clone(t *testing.T) string {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "aloud")
	output(t, "git", "clone", "-q", output(t, "git", "-C", checkout, "rev-parse", "--show-toplevel"), folder)
	return folder
}
