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

// LexiconEntries returns the hash of each entry of a site's lexicon, by LexiconName.
func (n *Narrator) LexiconEntries(site string) map[string]string {
	all := map[string]string{}
	for _, layer := range n.Sites[site].Lexicon {
		for _, e := range layer.List().Entries {
			name := LexiconName(layer.List().Language, e)
			all[name] = sumOf([]any{all[name], e}) // two entries with one name count together, in their order
		}
	}
	return all
}

// LexiconName names an entry: its language, and the written form that identifies it.
func LexiconName(language string, e lexicon.Entry) string { return language + " " + e.Written[0] }

// LexiconSum is a hash of a site's lexicon.
func (n *Narrator) LexiconSum(site string) string { return sumOf(n.LexiconEntries(site)) }

// EntriesOf returns the entries of the site's lexicon whose words an article has, by LexiconName.
func (n *Narrator) EntriesOf(r library.Record) []string {
	if r.Narration == nil {
		return nil
	}
	used := map[string]bool{}
	for _, layer := range n.Sites[r.Ref.Site].Lexicon {
		words := lexicon.New(r.Narration.Language, layer)
		for _, segment := range r.Narration.Segments {
			for _, match := range words.Find(segment.Text) {
				used[LexiconName(layer.List().Language, match.Entry)] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(used))
}

func sumOf(v any) string {
	text, err := json.Marshal(v)
	if err != nil {
		panic("narrate: settings are plain data: " + err.Error())
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:8])
}
