package track

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// WebVTT returns the cues as a caption file (https://www.w3.org/TR/webvtt1/). A cue's identifier is
// its number, from 1. Cues without text, or shorter than the format's millisecond, are omitted.
// Times are rounded down, so cues stay in order, do not overlap and end within the track.
func (t Track) WebVTT() []byte {
	texts := make([]string, len(t.Cues))
	for i, cue := range t.Cues {
		texts[i] = cue.Text
	}
	return t.webVTT(texts)
}

// WordsVTT is WebVTT with a time before each word, or nil if words are not located.
func (t Track) WordsVTT() []byte {
	if !slices.ContainsFunc(t.Words, func(words []Word) bool { return len(words) > 0 }) {
		return nil
	}
	return t.webVTT(t.timed)
}

func (t Track) webVTT(texts []string) []byte {
	var b strings.Builder
	b.WriteString("WEBVTT\n")
	for i, cue := range t.Cues {
		start, end := timestamp(t.At(cue.Start)), timestamp(t.At(cue.End))
		text := tags.Replace(escape.Replace(oneLine(texts[i])))
		if text == "" || start == end {
			continue
		}
		fmt.Fprintf(&b, "\n%d\n%s --> %s\n%s\n", i+1, start, end, text)
	}
	return []byte(b.String())
}

// escape also breaks up the arrow "-->", which cue text may not contain.
var escape = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

// A time in a cue's text stands between these two until the text is escaped. They are no characters.
const tagOpens, tagCloses = "\ufdd0", "\ufdd1"

var (
	tags   = strings.NewReplacer(tagOpens, "<", tagCloses, ">")
	noTags = strings.NewReplacer(tagOpens, "", tagCloses, "")
)

// timedTexts returns the texts of a segment's cues with a time before each of its words. The format
// asks for times that grow and lie within the cue.
func (t Track) timedTexts(cues []Cue, words []Word) []string {
	texts := make([]string, len(cues))
	from := 0 // byte of the segment's text
	for i, cue := range cues {
		to := from + len(cue.Text)
		var b strings.Builder
		last := t.At(cue.Start).Milliseconds()
		at := from
		for ; len(words) > 0 && words[0].From < to; words = words[1:] {
			begin := words[0].From
			ms := t.At(words[0].Start).Milliseconds()
			if begin < at || ms <= last || ms >= t.At(cue.End).Milliseconds() {
				continue
			}
			b.WriteString(noTags.Replace(cue.Text[at-from:begin-from]) + tagOpens + timestamp(t.At(words[0].Start)) + tagCloses)
			at, last = begin, ms
		}
		b.WriteString(noTags.Replace(cue.Text[at-from:]))
		texts[i], from = b.String(), to
	}
	return texts
}

func timestamp(at time.Duration) string {
	ms := at.Milliseconds()
	return fmt.Sprintf("%02d:%02d:%02d.%03d", ms/3_600_000, ms/60_000%60, ms/1000%60, ms%1000)
}
