package track

import (
	"cmp"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/script"
)

// Span is a part of a track, in samples from its start; End is the first sample after it.
type Span struct{ Start, End int64 }

// Cue is the part of the track that speaks a sentence, a statement of a quotation, or a clause of a
// long sentence. Every word of the script is in one cue.
type Cue struct {
	Span
	Text string // as the article has it
}

// Chapter is a part of the article that a heading begins.
type Chapter struct {
	Span
	Title string
}

// cues returns the captions of a segment that starts at sample start of the track.
func cues(segment script.Segment, language string, spans []span, start int64) []Cue {
	out := make([]Cue, len(spans))
	for i, text := range script.Captions(language, segment.Text) {
		out[i] = Cue{Span{start + int64(spans[i].from), start + int64(spans[i].to)}, text}
	}
	return out
}

// Word is the part of the track that speaks a word.
type Word struct {
	Span
	From, To int // bytes of the segment's text
}

// words returns the words of a segment that starts at sample start of the track.
func words(segment script.Segment, spans []span, start int64) []Word {
	if spans == nil {
		return nil
	}
	out := make([]Word, len(spans))
	for i, word := range segment.Words()[:len(spans)] {
		out[i] = Word{Span{start + int64(spans[i].from), start + int64(spans[i].to)}, word.Written.Start, word.Written.End}
	}
	return out
}

// chapters returns one chapter per heading, which lasts until the next heading or the track's end,
// and one before the first heading, named by the headline or, if that is not read, by the article's
// title. Without headings there are none.
func chapters(title string, segments []script.Segment, t Track) []Chapter {
	var out []Chapter
	headings := 0
	for i, segment := range segments {
		heading := segment.Role == article.Heading
		if heading {
			headings++
		}
		if !heading && i > 0 {
			continue
		}
		if len(out) > 0 {
			out[len(out)-1].End = t.Segments[i].Start
		}
		named := segment.Text
		if !heading && segment.Role != article.Headline {
			named = cmp.Or(title, named)
		}
		out = append(out, Chapter{Span{t.Segments[i].Start, t.Samples}, named})
	}
	if headings == 0 {
		return nil
	}
	return out
}
