package narrate

import (
	"maps"
	"strings"

	"github.com/aloud-audio/aloud/internal/lang"
	"github.com/aloud-audio/aloud/internal/library"
)

// Player holds a publication's settings for the player on its pages.
type Player struct {
	Texts    map[string]map[string]string // language → key → text that replaces the built-in one
	Policy   string                       // URL of the publication's rules for AI; "": no link
	Download bool                         // offer the track as a file
	Events   bool                         // report listening figures
	UpNext   bool                         // list the site's newest articles below the player
}

// upNextKey is the key of a text that only sites with UpNext have in their narrations: those of
// others stay as they are.
const upNextKey = "up_next"

// labelKey is the key of the disclosure among the player's texts.
const labelKey = "label"

// texts returns the player's texts for a language: the built-in ones, overridden by those that the
// settings have for the exact tag, else for its base language.
func (p Player) texts(tag string) map[string]string {
	all := maps.Clone(lang.PlayerTexts(tag))
	maps.Copy(all, p.Texts[base(tag)])
	maps.Copy(all, p.Texts[tag])
	return all
}

// Label returns the words that disclose AI, in a language.
func (p Player) Label(tag string) string { return p.texts(tag)[labelKey] }

// labels returns all other texts.
func (p Player) labels(tag string) map[string]string {
	all := p.texts(tag)
	delete(all, labelKey)
	if !p.UpNext {
		delete(all, upNextKey)
	}
	return all
}

// namesVoices adds to the player's texts the voices besides the narration's own, where the player
// explains how the track is made.
func namesVoices(texts map[string]string, others []library.NarrationVoice) map[string]string {
	for _, voice := range others {
		texts["voice"] += " · " + plainText.Replace(voice.Name+" ("+voice.Provider+")")
	}
	return texts
}

// plainText keeps a name from being taken for a placeholder in the player's texts.
var plainText = strings.NewReplacer("{", "(", "}", ")")

// waiting returns what readers see while an article's first track is made.
func (p Player) waiting(tag string) library.Waiting {
	return library.Waiting{Language: tag, Text: p.texts(tag)["pending"]}
}
