package script

import (
	"strings"

	"github.com/aloud-audio/aloud/internal/script/lexicon"
	"github.com/aloud-audio/aloud/internal/script/spoken"
)

// Spoken is the spoken form of text, written in language (BCP 47), as a voice gets it: without markup, on one line, with
// single spaces, and without characters that have no sound and can upset a voice or its markup. No lexicon is asked.
func Spoken(language, text string) string {
	return strings.TrimSpace(spoken.Say(language, text).Text)
}

// spoken is Spoken with the site's lexicon and without the rules that it has switched off.
func (b builder) spoken(text string) string {
	return strings.TrimSpace(spoken.SayNames(b.language, text, b.names(text), b.off...).Text)
}

// names are those of the text that the lexicon knows.
func (b builder) names(text string) []spoken.Name {
	if b.lexicon == nil {
		return nil
	}
	var names []spoken.Name
	for _, m := range b.lexicon.Find(text) {
		names = append(names, spoken.Name{Written: spoken.Span{Start: m.Start, End: m.End}, Said: m.Alias})
	}
	return names
}

// lexiconOf is the lexicon for an article in language, of the site's layers and the built-in one.
func lexiconOf(language string, layers []*lexicon.Layer) *lexicon.Lexicon {
	return lexicon.New(language, append(layers[:len(layers):len(layers)], lexicon.BuiltIn(language))...)
}
