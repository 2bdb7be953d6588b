package ssml_test

import (
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/aloud-audio/aloud/internal/script/ssml"
)

func TestMarked(t *testing.T) {
	for _, test := range []struct {
		family ssml.Capabilities
		text   string
		want   string
	}{
		{ssml.Plain, "“One” & two-three.", `<speak>“<mark name="0"/>One” &amp; <mark name="1"/>two-three.</speak>`},
		{
			ssml.GoogleSSML, "In {Keev|ˈkɪjiu̯}, 2 боти.",
			`<speak><mark name="0"/>In <mark name="1"/><phoneme alphabet="ipa" ph="ˈkɪjiu̯">Keev</phoneme>, <mark name="2"/>2 <mark name="3"/>боти.</speak>`,
		},
	} {
		in := test.family.Input(marked(t, test.text))
		got, places := in.Marked()
		if got.Kind != ssml.KindSSML || got.Text != test.want {
			t.Errorf("got %s\nwant %s", got.Text, test.want)
		}
		if words := in.Words(); got.Words() != words || !strings.HasPrefix(words[places[1]:], map[bool]string{true: "two", false: "Keev"}[len(places) == 2]) {
			t.Errorf("marks at %v of %q", places, words)
		}
	}
}

var markTag = regexp.MustCompile(`<mark name="[0-9]+"/>`)

// Marks change nothing else, and each stands where its place says.
func TestMarksOnlyAreAdded(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := drawCapabilities(t).Input(drawText(t, true))
		got, places := in.Marked()
		if without := markTag.ReplaceAllString(got.Text, ""); without != in.Tagged().Text {
			t.Fatalf("without marks %q, want %q", without, in.Tagged().Text)
		}
		tags := markTag.FindAllStringIndex(got.Text, -1)
		if len(tags) != len(places) {
			t.Fatalf("%d marks, %d places", len(tags), len(places))
		}
		for i, tag := range tags {
			before := ssml.Input{Kind: ssml.KindSSML, Text: got.Text[:tag[0]]}
			if said := strings.TrimSuffix(before.Words(), "</speak>"); len(said) != places[i] {
				t.Errorf("mark %d stands at byte %d, its place is %d: %q", i, len(said), places[i], got.Text)
			}
		}
	})
}
