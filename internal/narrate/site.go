package narrate

import (
	"cmp"
	"strconv"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/credential"
	"github.com/aloud-audio/aloud/internal/script"
	"github.com/aloud-audio/aloud/internal/script/lexicon"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/track"
)

// Site holds a publication's settings for what is read and how it sounds.
type Site struct {
	Name         string
	URL          string                   // of the publication, the main one
	Language     string                   // for articles whose language cannot be detected
	Languages    map[string][]string      // language → the article tags that announce it
	Voices       map[string][]string      // language, or AnyLanguage → provider:voice, the preferred first
	Speakers     map[string]Speakers      // language, or AnyLanguage → voices for what others than the author say
	Manners      map[string]speech.Manner // language, or AnyLanguage → speaking style of its voices
	Foreign      string                   // ForeignSame (or ""), ForeignVoice or ForeignSkip
	MembersOnly  string                   // MembersOnlyNone or MembersOnlyPreview
	Embeds       string                   // EmbedsSkip (or "") or EmbedsRead
	Gates        article.Gates            // all, except for a caller that has the article and publishes nothing
	Skip         []string                 // this and the next three: see article.Options
	Read         []string
	SkipPhrases  []string
	SkipTags     []string
	Pauses       script.Pauses    // silence after each role
	SpokenOff    []string         // spoken-form rules that are turned off
	Lexicon      []*lexicon.Layer // pronunciations that take precedence over the built-in lexicon
	BitRate      int              // kbit/s
	Loudness     float64          // LUFS of tracks; 0: track.DefaultLoudness
	Player       Player
	Disclosure   map[string]string  // language → the sentence at the end of its articles
	Intro, Outro *track.Jingle      // nil: none
	Cover        track.Picture      // shown by players; zero: none
	Credential   *credential.Signer // signs tracks; nil: tracks are not signed
	Verify       bool               // check English tracks with a speech recogniser
	Words        bool               // tracks are published with the times of their words
	BytesOnly    bool               // speech is not compared with a reference reading
	VoiceVersion string             // part of the speech key: change it to buy all speech again
	Retention    time.Duration      // how long speech and text stay that only a removed article used
	PreviousGone bool               // a replaced track is deleted at once, instead of a day later
}

// Speakers has voices for what others than the author say: provider:voice, the preferred first.
type Speakers map[article.Speaker][]string

// Kept returns the part of a payload that is stored: without the text of an article for members, if
// the site does not read those.
func (s Site) Kept(payload article.Payload) article.Payload {
	if payload.Restricted() && s.MembersOnly != MembersOnlyPreview {
		return payload.WithoutText()
	}
	return payload
}

// Reading returns the site's options for parsing its articles.
func (s Site) Reading() article.Options {
	return article.Options{
		Languages: s.Languages, DefaultLanguage: s.Language, MembersOnly: s.MembersOnly, Embeds: s.Embeds, Gates: s.Gates,
		Skip: s.Skip, Read: s.Read, SkipPhrases: s.SkipPhrases, SkipTags: s.SkipTags,
	}
}

// Speaking returns the site's options for scripts, whatever the voice.
func (s Site) Speaking() script.Options {
	return script.Options{Pauses: s.Pauses, Off: s.SpokenOff, Lexicon: s.Lexicon, SkipForeign: s.Foreign == ForeignSkip}
}

// disclosure returns the sentence at the end of articles in a language: the one for the exact tag,
// else for its base language.
func (s Site) disclosure(lang string) string {
	return cmp.Or(s.Disclosure[lang], s.Disclosure[base(lang)])
}

// nonDefaultSound returns the settings that change the sound, apart from those of the speech, and
// that do not have their default.
func (s Site) nonDefaultSound() map[string]string {
	special := map[string]string{}
	if s.Loudness != 0 && s.Loudness != track.DefaultLoudness {
		special["loudness"] = strconv.FormatFloat(s.Loudness, 'g', -1, 64)
	}
	if s.Words {
		special["words"] = "times"
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

// AnyLanguage is the key of the voices for every language that has none of its own.
const AnyLanguage = "*"

// ForeignSame, ForeignVoice and ForeignSkip determine the voice of text in another language than
// its article: the article's voice, the site's voice for that language, or, for whole blocks, none.
const (
	ForeignSame  = "same"
	ForeignVoice = "voice"
	ForeignSkip  = "skip"
)

// MembersOnlyNone and MembersOnlyPreview determine what the public hears of a members-only article:
// nothing, or the part that the public may read.
const (
	MembersOnlyNone    = "none"
	MembersOnlyPreview = "preview"
)

// EmbedsSkip and EmbedsRead determine whether embedded posts of social networks are read.
const (
	EmbedsSkip = "skip"
	EmbedsRead = article.EmbedsRead
)
