package narrate

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"maps"
	"slices"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/script/lexicon"
)

// RulesSum is a hash of what decides whether a site's articles are stale, besides the articles and
// the site's lexicon: build, which identifies the code, and the settings. If two are equal, so are
// the answers of Stale.
func (n *Narrator) RulesSum(name, build string) string {
	site := n.Sites[name]
	settings := site
	settings.Lexicon, settings.Intro, settings.Outro, settings.Cover, settings.Credential = nil, nil, nil, site.Cover, nil
	settings.Cover.Data, settings.Player, settings.Retention = nil, Player{}, 0
	all := []any{build, settings, site.nonDefaultSound(), n.allVoices(site)}
	if site.Credential != nil {
		all = append(all, Plan{site: site}.statementSum())
	}
	return sumOf(all)
}

// allVoices are the site's voices with what they can do, by the settings that name them: the
// environment may change that.
func (n *Narrator) allVoices(site Site) map[string]any {
	all := map[string]any{}
	for _, key := range slices.Sorted(maps.Keys(site.Voices)) {
		language := key
		if key == AnyLanguage {
			language = site.Language
		}
		named := slices.Clone(site.Voices[key])
		for _, speaker := range slices.Sorted(maps.Keys(site.Speakers[key])) {
			named = append(named, site.Speakers[key][speaker]...)
		}
		for _, setting := range named {
			voice, err := n.Voices.FindWith(setting, language, site.Manners[key])
			all[key+" "+setting] = voice
			if err != nil {
				all[key+" "+setting] = err.Error()
			}
		}
	}
	return all
}

// LexiconForms returns what a site's lexicon says of each written form, as a hash, by FormName.
func (n *Narrator) LexiconForms(site string) map[string]string {
	all := map[string]string{}
	for _, layer := range n.Sites[site].Lexicon {
		for _, e := range layer.List().Entries {
			said := e
			said.Written = nil
			for _, form := range e.Written {
				name := FormName(layer.List().Language, form)
				all[name] = sumOf([]any{all[name], said}) // two entries of one form count together, in their order
			}
		}
	}
	return all
}

// FormName names a written form of a lexicon: its language, and the form.
func FormName(language, form string) string { return language + " " + form }

// LexiconSum is a hash of a site's lexicon.
func (n *Narrator) LexiconSum(site string) string { return sumOf(n.LexiconForms(site)) }

// FormsOf returns the forms of the entries of the site's lexicon that a narration's text has, by
// FormName. Some may not have been used, such as those of another language than the text's.
func (n *Narrator) FormsOf(site string, narration library.Narration) []string {
	used := map[string]bool{}
	for _, layer := range n.Sites[site].Lexicon {
		for _, match := range matches(layer, narration) {
			for _, form := range match.Entry.Written {
				used[FormName(layer.List().Language, form)] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(used))
}

// matches finds the entries of a layer in a narration: in its language, or in text of the layer's.
func matches(layer *lexicon.Layer, narration library.Narration) (all []lexicon.Match) {
	for _, language := range []string{narration.Language, layer.List().Language} {
		words := lexicon.New(language, layer)
		for _, segment := range narration.Segments {
			all = append(all, words.Find(segment.Text)...)
		}
	}
	return all
}

// FinderOf returns a function that reports whether a narration's text has any of some forms of the
// site's lexicon, by FormName.
func (n *Narrator) FinderOf(site string, forms []string) func(library.Narration) bool {
	wanted := map[string]bool{}
	for _, form := range forms {
		wanted[form] = true
	}
	var layers []*lexicon.Layer
	for _, layer := range n.Sites[site].Lexicon {
		some := lexicon.List{Language: layer.List().Language}
		for _, e := range layer.List().Entries {
			e.Written = slices.DeleteFunc(slices.Clone(e.Written), func(form string) bool { return !wanted[FormName(some.Language, form)] })
			if len(e.Written) > 0 {
				some.Entries = append(some.Entries, e)
			}
		}
		layers = append(layers, lexicon.NewLayer(layer.Name(), some))
	}
	return func(narration library.Narration) bool {
		return slices.ContainsFunc(layers, func(layer *lexicon.Layer) bool { return len(matches(layer, narration)) > 0 })
	}
}

// FinderOfWords is FinderOf for words that no lexicon needs to have.
func FinderOfWords(language string, words []string) func(library.Narration) bool {
	layer := lexicon.NewLayer("", lexicon.List{Language: language, Entries: []lexicon.Entry{{Written: words, Alias: words[0]}}})
	return func(narration library.Narration) bool { return len(matches(layer, narration)) > 0 }
}

func sumOf(v any) string {
	text, err := json.Marshal(v)
	if err != nil {
		panic("narrate: settings are plain data: " + err.Error())
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:8])
}
