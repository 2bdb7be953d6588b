package main

import (
	"bytes"
	_ "embed"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// publish runs what the unit runs, and publishes an article.
//
//go:embed testdata/publish
var publish []byte

func TestPackage(t *testing.T) {
	first, err := run("../..", t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Run("SameBytes", func(t *testing.T) { testSameBytes(t, first) })
	t.Run("Installed", func(t *testing.T) { testInstalled(t, first) })
}

// Another checkout of the same commit gives the same package.
func testSameBytes(t *testing.T, first string) {
	if changed := output(t, "git", "status", "--porcelain"); changed != "" {
		t.Skipf("changes that no commit has are in one package only:\n%s", changed)
	}
	checkout := filepath.Join(t.TempDir(), "elsewhere")
	output(t, "git", "clone", "-q", strings.TrimSpace(output(t, "git", "rev-parse", "--show-toplevel")), checkout)
	second, err := run(checkout, t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	if filepath.Base(first) != filepath.Base(second) || !bytes.Equal(read(t, first), read(t, second)) {
		t.Errorf("two builds of one commit differ: %s, %s", first, second)
	}
}

// On a fresh Debian the package brings what it needs, and the unit's command publishes an article.
func testInstalled(t *testing.T, file string) {
	if _, err := exec.LookPath("mmdebstrap"); err != nil || os.Getuid() != 0 {
		t.Skip("a fresh Debian needs root and mmdebstrap: the package is not installed anywhere")
	}
	debian := t.TempDir()
	t.Log("a fresh Debian with the package: one to three minutes")
	output(t, "mmdebstrap", "--quiet", "--mode=root", "--variant=minbase", "--include=ca-certificates,flite,systemd",
		"--customize-hook=copy-in "+file+" /tmp",
		`--customize-hook=chroot "$1" apt-get install -y -q --no-install-recommends /tmp/`+filepath.Base(file),
		"bookworm", debian)
	script := filepath.Join(debian, "tmp", "publish")
	if err := os.WriteFile(script, publish, 0o755); err != nil {
		t.Fatal(err)
	}
	// The mounts go with their namespace.
	printed := output(t, "unshare", "--mount", "sh", "-ec", `mount --bind /dev "$1/dev"; mount -t proc proc "$1/proc"; exec chroot "$1" /tmp/publish`, "sh", debian)
	if !regexp.MustCompile(`(?m)^state +published$`).MatchString(printed) {
		t.Errorf("the article is not published:\n%s", printed)
	}
}

func read(t *testing.T, file string) []byte {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func output(t *testing.T, name string, args ...string) string {
	t.Helper()
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
	return string(out)
}
