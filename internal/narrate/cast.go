package narrate

import (
	"fmt"
	"maps"
	"slices"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/script"
	"github.com/aloud-audio/aloud/internal/speech"
)

// cast are the voices of an article: its main voice, those for other languages, and those for what
// others than the author say. The main voice speaks everything for which there is no other.
type cast struct {
	main     speech.Voice
	foreign  map[string]speech.Voice
	speakers map[article.Speaker]speech.Voice
}

// casts returns the possible casts of an article, the preferred first: every combination of the
// site's voices. For each role there is also the choice of none, so that the article's main voice
// speaks if all voices of that role fail.
func (n *Narrator) casts(site Site, ordered string, art article.Article) ([]cast, error) {
	main, err := n.voices(site, ordered, art.Language)
	if err != nil {
		return nil, err
	}
	foreign, err := n.foreignVoices(site, art)
	if err != nil {
		return nil, err
	}
	speakers, err := n.speakerVoices(site, art)
	if err != nil {
		return nil, err
	}
	var casts []cast
	for _, voice := range main {
		casts = append(casts, cast{main: voice})
	}
	for _, language := range slices.Sorted(maps.Keys(foreign)) {
		casts = withEach(casts, foreign[language], func(c *cast, v speech.Voice) { c.foreign = with(c.foreign, language, v) })
	}
	for _, speaker := range slices.Sorted(maps.Keys(speakers)) {
		casts = withEach(casts, speakers[speaker], func(c *cast, v speech.Voice) { c.speakers = with(c.speakers, speaker, v) })
	}
	return casts, nil
}

// withEach returns each cast with each of the voices in a role, and then without.
func withEach(casts []cast, voices []speech.Voice, add func(*cast, speech.Voice)) (all []cast) {
	for _, c := range casts {
		for _, voice := range voices {
			more := c
			add(&more, voice)
			all = append(all, more)
		}
		all = append(all, c)
	}
	return all
}

// with returns a copy of the voices with one more.
func with[K comparable](voices map[K]speech.Voice, key K, voice speech.Voice) map[K]speech.Voice {
	more := map[K]speech.Voice{key: voice}
	maps.Copy(more, voices)
	return more
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

// speakerVoices returns the site's voices for the speakers that an article has.
func (n *Narrator) speakerVoices(site Site, art article.Article) (map[article.Speaker][]speech.Voice, error) {
	key := site.voicesKey(art.Language)
	all := map[article.Speaker][]speech.Voice{}
	for _, speaker := range art.Speakers() {
		settings := site.Speakers[key][speaker]
		if len(settings) == 0 {
			continue
		}
		voices, err := n.find(settings, art.Language, site.Manners[key])
		if err != nil {
			return nil, speech.Permanent(fmt.Errorf("sites.%s.voices in the settings, %s: %w", site.Name, speaker, err))
		}
		all[speaker] = voices
	}
	return all, nil
}

// limits returns the limits of a cast's voices for one kind of role, by which a script is cut.
func limits[K comparable](voices map[K]speech.Voice) map[K]script.Limit {
	limits := map[K]script.Limit{}
	for key, voice := range voices {
		limits[key] = voice.Limit()
	}
	return limits
}

// has reports whether a voice is in the cast.
func (c cast) has(voice speech.Voice) bool {
	return c.main == voice || slices.Contains(slices.Collect(maps.Values(c.foreign)), voice) ||
		slices.Contains(slices.Collect(maps.Values(c.speakers)), voice)
}

// VoiceOf returns the voice of a segment.
func (p Plan) VoiceOf(segment script.Segment) speech.Voice {
	if voice, ok := p.cast.foreign[segment.Language]; ok {
		return voice
	}
	if voice, ok := p.cast.speakers[segment.Speaker]; ok {
		return voice
	}
	return p.Voice
}

// Voices returns the voices of the plan, the article's voice first.
func (p Plan) Voices() []speech.Voice {
	spoken := map[speech.Voice]bool{}
	for _, segment := range p.Script.Segments {
		spoken[p.VoiceOf(segment)] = true
	}
	voices := []speech.Voice{p.Voice}
	add := func(voice speech.Voice) {
		if spoken[voice] && !slices.Contains(voices, voice) {
			voices = append(voices, voice)
		}
	}
	for _, language := range slices.Sorted(maps.Keys(p.cast.foreign)) {
		add(p.cast.foreign[language])
	}
	for _, speaker := range slices.Sorted(maps.Keys(p.cast.speakers)) {
		add(p.cast.speakers[speaker])
	}
	return voices
}

// segmentVoice returns the voice of a segment for the narration, or the zero value if it is the
// article's voice.
func (p Plan) segmentVoice(segment script.Segment) library.NarrationVoice {
	if voice := p.VoiceOf(segment); voice != p.Voice {
		return narrationVoice(voice)
	}
	return library.NarrationVoice{}
}
