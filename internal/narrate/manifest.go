package narrate

import (
	"maps"
	"slices"
	"time"
	"unicode/utf16"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/track"
)

// Narration returns the manifest of a plan for a revision, without the fields that depend on the
// track.
func (n *Narrator) Narration(ref library.Ref, desired library.Desired, plan Plan) library.Narration {
	player, language := plan.site.Player, plan.Article.Language
	return library.Narration{
		Version:     library.NarrationVersion,
		Site:        ref.Site,
		ID:          ref.ID,
		Revision:    desired.Revision.String(),
		SentAt:      desired.Revision.SentAt.UTC().Truncate(time.Millisecond),
		Title:       plan.Article.Title,
		Byline:      plan.Article.Byline,
		URL:         plan.Article.URL,
		Language:    language,
		Label:       player.Label(language),
		Labels:      signedBy(namesVoices(player.labels(language), plan.otherVoices()), plan.Credential()),
		Policy:      player.Policy,
		Download:    player.Download,
		Events:      player.Events,
		UpNext:      player.UpNext,
		Voice:       narrationVoice(plan.Voice),
		SourceType:  plan.sourceType(),
		PublishedAt: n.Now().UTC().Truncate(time.Millisecond),
		Sound:       plan.Sound,
		Order:       desired.Orders.Render,
		Generator:   n.Generator,
	}
}

// otherVoices returns the voices of the plan besides the article's.
func (p Plan) otherVoices() (others []library.NarrationVoice) {
	for _, voice := range p.Voices()[1:] {
		others = append(others, narrationVoice(voice))
	}
	return others
}

func narrationVoice(v speech.Voice) library.NarrationVoice {
	return library.NarrationVoice{Provider: v.Provider, Model: v.Model, Name: v.Name}
}

// SegmentTimes returns the position of each segment of the plan in the track.
func (p Plan) SegmentTimes(t track.Track) []library.NarrationSegment {
	times := make([]library.NarrationSegment, len(p.Script.Segments))
	for i, seg := range p.Script.Segments {
		span := t.Segments[i]
		times[i] = library.NarrationSegment{
			Index: seg.Index, Role: seg.Role, Text: seg.Text, Language: seg.Language, Voice: p.segmentVoice(seg),
			Start: t.At(span.Start).Seconds(), End: t.At(span.End).Seconds(), Words: wordTimes(t, seg.Text, t.Words[i]),
		}
	}
	return times
}

// wordTimes returns the position of each word of a text in the text and in the track.
func wordTimes(t track.Track, text string, words []track.Word) []library.NarrationWord {
	var times []library.NarrationWord
	at, units := 0, 0 // bytes and UTF-16 code units of the text before the word
	until := func(byte int) int {
		for _, r := range text[at:byte] {
			units += utf16.RuneLen(r)
		}
		at = byte
		return units
	}
	for _, w := range words {
		times = append(times, library.NarrationWord{
			until(w.From), until(w.To), int(t.At(w.Start).Milliseconds()), int(t.At(w.End).Milliseconds()),
		})
	}
	return times
}

// ChapterTimes returns the position of each chapter in the track.
func ChapterTimes(t track.Track) []library.NarrationChapter {
	var times []library.NarrationChapter
	for _, chapter := range t.Chapters {
		times = append(times, library.NarrationChapter{
			Title: chapter.Title, Start: t.At(chapter.Start).Seconds(), End: t.At(chapter.End).Seconds(),
		})
	}
	return times
}

// sameManifest reports whether two narrations of one track tell the public the same. It ignores the
// generator, and a field that earlier releases did not write, so that a new release rewrites
// nothing.
func sameManifest(a, b library.Narration) bool {
	return a.Revision == b.Revision && (a.SentAt.IsZero() || a.SentAt.Equal(b.SentAt)) && a.Title == b.Title && a.URL == b.URL && a.Language == b.Language &&
		a.Label == b.Label && maps.Equal(a.Labels, b.Labels) && a.Policy == b.Policy && a.Download == b.Download && a.Events == b.Events && a.UpNext == b.UpNext &&
		slices.Equal(a.Byline, b.Byline) && slices.EqualFunc(a.Segments, b.Segments, sameSegment)
}

func sameSegment(a, b library.NarrationSegment) bool {
	return a.Index == b.Index && a.Role == b.Role && a.Start == b.Start && a.End == b.End && a.Text == b.Text && a.Language == b.Language &&
		a.Voice == b.Voice && slices.Equal(a.Words, b.Words)
}
