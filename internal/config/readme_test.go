package config_test

import (
	"os"
	"strings"
	"testing"
)

// The settings that README shows are settings.
func TestTheReadmesSettings(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, yaml, _ := strings.Cut(string(readme), "```yaml\n")
	yaml, _, found := strings.Cut(yaml, "```")
	if !found {
		t.Fatal("README.md has no settings")
	}
	yaml = strings.ReplaceAll(yaml, "/run/secrets/ghost", write(t, "ghost", "topsecret"))
	cfg, err := load(t, yaml)
	if err != nil {
		t.Fatal(err)
	}
	if site := cfg.Sites["main"]; len(site.Voices["en"]) != 2 || site.Budget.Day.Money != 20_000_000 {
		t.Errorf("read as %+v", site)
	}
}
