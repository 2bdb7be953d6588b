package lang

import (
	"embed"
	"path"
	"sync"

	"github.com/goccy/go-yaml"
)

// The player files have the texts of the player's buttons and its label. A language needs no other
// file to have them.

//go:embed */player.yaml
var playerFiles embed.FS

var playerTexts sync.Map // language → map[string]string

// PlayerTexts returns the player's texts in a language by key. A language without texts gets the
// English ones. The caller must not change them. {1} and {2} in a text are placeholders.
func PlayerTexts(tag string) map[string]string {
	base := Base(tag)
	if known, ok := playerTexts.Load(base); ok {
		return known.(map[string]string)
	}
	data, err := playerFiles.ReadFile(path.Join(base, "player.yaml"))
	if err != nil {
		return PlayerTexts("en")
	}
	var texts map[string]string
	if err := yaml.Unmarshal(data, &texts); err != nil {
		panic("lang: player.yaml of " + base + ": " + err.Error()) // part of the binary: a test reads all
	}
	playerTexts.Store(base, texts)
	return texts
}
