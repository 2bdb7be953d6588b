package ssml_test

import (
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/script/ssml"
)

// FuzzSSML marks a part of any text with any IPA, for every family of voices.
func FuzzSSML(f *testing.F) {
	for _, s := range hostile {
		f.Add("in "+s+" today", s, uint16(3), uint16(3+len(s)))
		f.Add(s, "", uint16(0), uint16(0))
	}
	f.Add("In Keev, the mayor said, it’s “quiet”.", "ˈkɪjiu̯", uint16(3), uint16(7))
	f.Add("У Києві зранку тихо — каже мер.", "ˈkɪjeʋʲi", uint16(3), uint16(13))
	f.Fuzz(func(t *testing.T, spoken, ipa string, start, end uint16) {
		text := ssml.Text{Spoken: spoken, Marks: []ssml.Mark{
			{Start: int(start), End: int(end), IPA: ipa},
			{Start: int(end), End: len(spoken), IPA: "a"},
		}}
		for _, c := range families {
			checkInput(t, c, text)
		}
	})
}

func BenchmarkInput(b *testing.B) {
	var text ssml.Text
	for len(text.Spoken) < 10_000 {
		at := len(text.Spoken)
		text.Spoken += "Keev said it wasn’t “quiet”, and that the river & its bridges were watched. "
		text.Marks = append(text.Marks, ssml.Mark{Start: at, End: at + 4, IPA: "ˈkɪjiu̯"})
	}
	for name, c := range families {
		b.Run(strings.ReplaceAll(name, " ", "_"), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				c.Input(text)
			}
		})
	}
}
