package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/config"
)

// jingleWAV is a mono file of 16 bits at 24,000 Hz with two samples.
const jingleWAV = "RIFF\x28\x00\x00\x00WAVEfmt \x10\x00\x00\x00\x01\x00\x01\x00\xc0\x5d\x00\x00\x80\xbb\x00\x00\x02\x00\x10\x00data\x04\x00\x00\x00\x01\x00\xff\xff"

// The settings that the README shows are settings.
func TestTheReadmesSettings(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, block, found := strings.Cut(string(readme), "```yaml\n")
	block, _, closed := strings.Cut(block, "```")
	if !found || !closed {
		t.Fatal("the README has no settings")
	}
	dir := t.TempDir()
	file := filepath.Join(dir, "aloud.yaml")
	block = strings.ReplaceAll(block, `secret: "…"`, `secret: "of Ghost's"`)
	block = strings.ReplaceAll(block, `"whsec_…"`, `"whsec_c2VjcmV0IG9mIGEgdGVzdA=="`)
	for _, jingle := range []string{"intro.wav", "outro.wav"} {
		if err := os.WriteFile(filepath.Join(dir, jingle), []byte(jingleWAV), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "cover.jpg"), []byte("\xff\xd8\xff\xe0"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(block), 0o600); err != nil {
		t.Fatal(err)
	}
	cfg, err := config.Load([]string{"ALOUD_SETTINGS=" + file}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if site := cfg.Sites["main"]; site.Budget.Day.Money != 20_000_000 || len(site.Voices["en"]) != 2 || cfg.Quotas["google:chirp3-hd"].Requests != 600 {
		t.Errorf("read as %+v", cfg)
	}
}
