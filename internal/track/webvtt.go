package track

import (
	"fmt"
	"strings"
	"time"
)

// WebVTT returns the cues as a caption file (https://www.w3.org/TR/webvtt1/). A cue's identifier is
// its number, from 1. Cues without text, or shorter than the format's millisecond, are omitted.
// Times are rounded down, so cues stay in order, do not overlap and end within the track.
func (t Track) WebVTT() []byte {
	var b strings.Builder
	b.WriteString("WEBVTT\n")
	for i, cue := range t.Cues {
		start, end := timestamp(t.At(cue.Start)), timestamp(t.At(cue.End))
		text := escape.Replace(oneLine(cue.Text))
		if text == "" || start == end {
			continue
		}
		fmt.Fprintf(&b, "\n%d\n%s --> %s\n%s\n", i+1, start, end, text)
	}
	return []byte(b.String())
}

// escape also breaks up the arrow "-->", which cue text may not contain.
var escape = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

func timestamp(at time.Duration) string {
	ms := at.Milliseconds()
	return fmt.Sprintf("%02d:%02d:%02d.%03d", ms/3_600_000, ms/60_000%60, ms/1000%60, ms%1000)
}
