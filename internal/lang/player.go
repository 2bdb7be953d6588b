package lang

import (
	"embed"
	"path"
	"sync"

	"github.com/goccy/go-yaml"
)

// The player files have what the player says on its buttons, and the label. A language needs
// nothing else to have one.

//go:embed */player.yaml
var playerFiles embed.FS

var playerTexts sync.Map // language → map[string]string

// PlayerTexts returns the player's texts for a language by key, and in English those of a language
// without. The caller must not change them. {1} and {2} in a text stand for values.
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
