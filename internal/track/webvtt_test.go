package track

import (
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestWebVTT(t *testing.T) {
	const rate = 16000
	track := Track{SampleRate: rate, Samples: 3601 * rate, Cues: []Cue{
		{Span{0, rate + 1}, "One & <two>"},
		{Span{rate + 1, rate + 15}, "under a millisecond"},
		{Span{2 * rate, 3 * rate}, " \n\t"},
		{Span{3 * rate, 4 * rate}, "a\r\n\r\nb -->\nc\x00"},
		{Span{3600*rate + 1, 3601 * rate}, "Кінець"},
	}}
	const want = `WEBVTT

1
00:00:00.000 --> 00:00:01.000
One &amp; &lt;two&gt;

4
00:00:03.000 --> 00:00:04.000
a b --&gt; c

5
01:00:00.000 --> 01:00:01.000
Кінець
`
	if got := string(track.WebVTT()); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := string(Track{SampleRate: rate}.WebVTT()); got != "WEBVTT\n" {
		t.Errorf("without cues: %q", got)
	}
}

var cueBlock = regexp.MustCompile(`^\d+\n(\d{2,}:[0-5]\d:[0-5]\d\.\d{3}) --> (\d{2,}:[0-5]\d:[0-5]\d\.\d{3})\n[^\n\r\x00<>]+\n?$`)

// Whatever the texts and lengths: every cue is well formed, longer than nothing, after the one
// before it, and within the track.
func TestWebVTTIsInOrder(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		track := Track{SampleRate: rapid.SampledFrom([]int{8000, 11025, 22050, 24000, 44100}).Draw(rt, "rate")}
		for range rapid.IntRange(0, 8).Draw(rt, "cues") {
			start := track.Samples + rapid.Int64Range(0, 60).Draw(rt, "gap")
			track.Samples = start + rapid.Int64Range(1, 2_000_000).Draw(rt, "length")
			track.Cues = append(track.Cues, Cue{Span{start, track.Samples}, rapid.String().Draw(rt, "text")})
		}
		blocks := strings.Split(string(track.WebVTT()), "\n\n")
		if strings.TrimSpace(blocks[0]) != "WEBVTT" {
			rt.Fatalf("header is %q", blocks[0])
		}
		last := "00:00:00.000"
		for _, block := range blocks[1:] {
			m := cueBlock.FindStringSubmatch(block)
			if m == nil {
				rt.Fatalf("cue is %q", block)
			}
			if m[1] < last || m[2] <= m[1] {
				rt.Fatalf("cue from %s to %s after %s", m[1], m[2], last)
			}
			last = m[2]
		}
		if end := timestamp(track.Duration()); len(blocks) > 1 && last > end {
			rt.Fatalf("last cue ends at %s, the track at %s", last, end)
		}
	})
}
