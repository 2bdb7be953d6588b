package narrate

import (
	"cmp"
	"strconv"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/script"
	"github.com/aloud-audio/aloud/internal/script/lexicon"
	"github.com/aloud-audio/aloud/internal/track"
)

// Site is what a publication's settings say about what is read, and how it sounds.
type Site struct {
	Name         string
	URL          string              // of the publication
	Language     string              // of articles whose language is not found
	Languages    map[string][]string // language → tags that tell it
	Voices       map[string][]string // language, or AnyLanguage → provider:voice, the preferred first
	MembersOnly  string              // MembersOnlyNone or MembersOnlyPreview
	Skip         []string            // this and the next three: as article.Options has them
	Read         []string
	SkipPhrases  []string
	SkipTags     []string
	Pauses       script.Pauses     // silence after each role
	SpokenOff    []string          // rules of spoken forms that are not applied
	Lexicon      []*lexicon.Layer  // how names are said, before the built-in lexicon
	BitRate      int               // kbit/s
	Loudness     float64           // LUFS of tracks; 0: track.DefaultLoudness
	Disclosure   map[string]string // language → what is said at the end of its articles
	Intro, Outro *track.Jingle     // nil: none
	Cover        track.Picture     // that players show; zero: none
	Verify       bool              // has a recogniser hear whether English tracks say their text
	VoiceVersion string            // part of the speech key: change it to have all speech renewed
}

// Reading is what the site's settings say about reading its articles.
func (s Site) Reading() article.Options {
	return article.Options{
		Languages: s.Languages, DefaultLanguage: s.Language, MembersOnly: s.MembersOnly,
		Skip: s.Skip, Read: s.Read, SkipPhrases: s.SkipPhrases, SkipTags: s.SkipTags,
	}
}

// Speaking is what they say about how its articles are spoken, by any voice.
func (s Site) Speaking() script.Options {
	return script.Options{Pauses: s.Pauses, Off: s.SpokenOff, Lexicon: s.Lexicon}
}

// disclosure is what is said at the end of articles in a language: of its exact tag, or of its base language.
func (s Site) disclosure(lang string) string {
	return cmp.Or(s.Disclosure[lang], s.Disclosure[base(lang)])
}

// special is what is unlike the default in every track, besides the speech.
func (s Site) special() map[string]string {
	special := map[string]string{}
	if s.Loudness != 0 && s.Loudness != track.DefaultLoudness {
		special["loudness"] = strconv.FormatFloat(s.Loudness, 'g', -1, 64)
	}
	if s.Intro != nil {
		special["intro"] = s.Intro.Sum()
	}
	if s.Outro != nil {
		special["outro"] = s.Outro.Sum()
	}
	if len(s.Cover.Data) > 0 {
		special["cover"] = s.Cover.Sum()
	}
	return special
}

// AnyLanguage is the key of the voice for every language that has none of its own.
const AnyLanguage = "*"

// What the public hears of an article that is for members only: nothing, or what the public may read anyway.
const (
	MembersOnlyNone    = "none"
	MembersOnlyPreview = "preview"
)
