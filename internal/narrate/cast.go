package narrate

import (
	"maps"
	"slices"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/script"
	"github.com/aloud-audio/aloud/internal/speech"
)

// cast are the voices of an article: its main voice, and those for other languages by language. If
// there are none of the latter, the main voice speaks everything.
type cast struct {
	main    speech.Voice
	foreign map[string]speech.Voice
}

// casts returns the possible casts of an article, the preferred first. The nth choice has the nth
// voice of each list, or its last one. The last choice has no foreign voices, so it fails only if
// the article's own voice does.
func (n *Narrator) casts(site Site, ordered string, art article.Article) ([]cast, error) {
	main, err := n.voices(site, ordered, art.Language)
	if err != nil {
		return nil, err
	}
	foreign, err := n.foreignVoices(site, art)
	if err != nil {
		return nil, err
	}
	choices := len(main)
	for _, voices := range foreign {
		choices = max(choices, len(voices))
	}
	var casts []cast
	for i := range choices {
		casts = append(casts, cast{main[min(i, len(main)-1)], nth(foreign, i)})
	}
	if len(foreign) > 0 {
		casts = append(casts, cast{main: main[0]})
	}
	return casts, nil
}

// foreignVoices returns the site's voices for the other languages of an article. It omits a
// language without a voice.
func (n *Narrator) foreignVoices(site Site, art article.Article) (map[string][]speech.Voice, error) {
	if site.Foreign != ForeignVoice {
		return nil, nil
	}
	all := map[string][]speech.Voice{}
	for _, language := range art.ForeignLanguages() {
		settings, _ := site.voiceSettings("", language)
		if len(settings) == 0 || language == art.Language {
			continue
		}
		voices, err := n.voices(site, "", language)
		if err != nil {
			return nil, err
		}
		all[language] = voices
	}
	return all, nil
}

func nth(voices map[string][]speech.Voice, i int) map[string]speech.Voice {
	chosen := map[string]speech.Voice{}
	for language, list := range voices {
		chosen[language] = list[min(i, len(list)-1)]
	}
	return chosen
}

// limits returns the limits of the foreign voices, by which a script is cut.
func (c cast) limits() map[string]script.Limit {
	limits := map[string]script.Limit{}
	for language, voice := range c.foreign {
		limits[language] = voice.Limit()
	}
	return limits
}

// VoiceOf returns the voice of a segment.
func (p Plan) VoiceOf(segment script.Segment) speech.Voice {
	if voice, ok := p.foreign[segment.Language]; ok {
		return voice
	}
	return p.Voice
}

// Voices returns the voices of the plan, the article's voice first.
func (p Plan) Voices() []speech.Voice {
	voices := []speech.Voice{p.Voice}
	for _, language := range slices.Sorted(maps.Keys(p.foreign)) {
		if voice := p.foreign[language]; !slices.Contains(voices, voice) && p.speaks(language) {
			voices = append(voices, voice)
		}
	}
	return voices
}

// speaks reports whether any segment is in a language.
func (p Plan) speaks(language string) bool {
	return slices.ContainsFunc(p.Script.Segments, func(s script.Segment) bool { return s.Language == language })
}

// segmentVoice returns the voice of a segment for the narration, or the zero value if it is the
// article's voice.
func (p Plan) segmentVoice(segment script.Segment) library.NarrationVoice {
	if voice := p.VoiceOf(segment); voice != p.Voice {
		return narrationVoice(voice)
	}
	return library.NarrationVoice{}
}
