package track

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/aloud-audio/aloud/internal/speech"
)

// In whatever order and on however many goroutines the speeches come, a known voice's track is the
// same to the byte.
func TestOrderOfArrivalDoesNotMatter(t *testing.T) {
	parts := reading(t, "kal16")
	want, err := filled(t, parts).Finish()
	if err != nil {
		t.Fatal(err)
	}
	for seed := range uint64(5) {
		b, err := NewBuilder(segments(parts), Options{SampleRate: 16000, Gain: new(float64), Tags: Tags{Language: "en"}})
		if err != nil {
			t.Fatal(err)
		}
		var group sync.WaitGroup
		for _, i := range rand.New(rand.NewPCG(seed, 0)).Perm(len(parts)) {
			group.Go(func() {
				if err := b.Add(i, parts[i].speech); err != nil {
					t.Error(err)
				}
			})
		}
		group.Wait()
		got, err := b.Finish()
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got.MP3, want.MP3) || !bytes.Equal(got.WebVTT(), want.WebVTT()) {
			t.Error("another order makes another track")
		}
	}
}

// Articles of every shape are as long as they say, in the ears of two decoders, and pass the gate.
func TestShapes(t *testing.T) {
	word := say(t, "slt", "Yes.")
	tiny := chirp(16000, 1600) // 0.1 s
	many := make([]part, 2000)
	for i := range many {
		many[i] = part{text: fmt.Sprint("Item ", i), speech: chirp(16000, 1000+i), pause: time.Duration(i%7) * 50 * time.Millisecond}
	}
	shapes := map[string][]part{
		"one word":       {{text: "Yes.", speech: word, pause: 300 * time.Millisecond}},
		"one segment":    reading(t, "slt")[3:4],
		"0.1 s":          {{text: "Yes.", speech: word, pause: 300 * time.Millisecond}, {text: "!", speech: tiny}, {text: "Yes.", speech: word}},
		"2,000 segments": many,
		"two languages":  {{text: "Yes. It is.", speech: word, pause: time.Second}, {text: "Так. Це правда.", speech: chirp(16000, 30000), pause: time.Second}},
	}
	for name, parts := range shapes {
		t.Run(name, func(t *testing.T) {
			track := encode(t, Options{SampleRate: 16000, Tags: Tags{Language: "en"}}, parts...)
			for judge, decode := range decoders {
				if got := len(decode(t, save(t, track))); int64(got) != track.Samples {
					t.Errorf("%s plays %d samples, the track says %d", judge, got, track.Samples)
				}
			}
		})
	}
}

// Trimming takes nothing that can be heard, whatever the sound, and does not change what it leaves
// but at its ends.
func TestTrimKeepsTheSound(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		sound := chirp(16000, rapid.IntRange(1, 20000).Draw(rt, "sound")).Samples
		before, behind := rapid.IntRange(0, 9000).Draw(rt, "before"), rapid.IntRange(0, 9000).Draw(rt, "behind")
		s := speech.Speech{SampleRate: 16000, Samples: append(append(make([]int16, before), sound...), make([]int16, behind)...)}
		got := trimmed(s)
		silence := len(got) - len(sound)
		if silence < 0 || silence > 240+480+160 { // the guards, and windows of 5 ms on either side
			rt.Fatalf("of %d samples with %d and %d of silence around, %d are left", len(sound), before, behind, len(got))
		}
	})
}
