package track

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"time"

	"github.com/aloud-audio/aloud/internal/loudness"
	"github.com/aloud-audio/aloud/internal/pcm"
	"github.com/aloud-audio/aloud/internal/speech"
)

// Jingle is sound of the site's own that comes before or after what is read.
type Jingle struct {
	Sound speech.Speech // of any sample rate; it is brought to the track's, and to its loudness
	Pause time.Duration // silence between it and what is read
}

// Sum tells jingles apart that sound different.
func (j Jingle) Sum() string {
	return fmt.Sprintf("%x %d %s", sumOf(j.Sound.Samples), j.Sound.SampleRate, j.Pause)
}

// The indexes of pieces that are none of the script's.
const (
	intro = -1
	outro = -2
)

// encodeJingle makes a piece of a jingle. It is not listened to as speech is: music may differ more from what MP3 keeps
// of it.
func (b *Builder) encodeJingle(index int, j Jingle) (piece, error) {
	samples := pcm.Resample(j.Sound.Samples, j.Sound.SampleRate, b.opts.SampleRate)
	blocks := loudness.Measure(b.opts.SampleRate, samples)
	gain := GainFor(blocks.Loudness(), b.opts.Loudness)
	samples, blocks = loudness.Level(b.opts.SampleRate, samples, blocks, gain, ceiling)
	fade(samples, int(fadeTime*float64(b.opts.SampleRate)))
	clip, err := b.format.Encode(samples)
	return piece{
		taken: true, index: index, clip: clip, frames: bytes.NewReader(clip.Frames), blocks: blocks, sum: sha256.Sum256(clip.Frames),
	}, err
}

// encodeJingles begins to encode what there is. Finish waits for it.
func (b *Builder) encodeJingles() {
	begin := func(index int, from *Jingle, to *piece) {
		if from == nil {
			return
		}
		b.jingles.Go(func() (err error) {
			*to, err = b.encodeJingle(index, *from)
			return err
		})
	}
	begin(intro, b.opts.Intro, &b.intro)
	begin(outro, b.opts.Outro, &b.outro)
}

// placed is a piece with the silence that follows it.
type placed struct {
	piece
	pause time.Duration
}

// sequence is all that the track holds, in order. Before an outro its own pause stands in place of the script's end, which
// then follows it.
func (b *Builder) sequence() []placed {
	var all []placed
	if b.opts.Intro != nil {
		all = append(all, placed{b.intro, b.opts.Intro.Pause})
	}
	for i, p := range b.pieces {
		all = append(all, placed{p, b.segments[i].Pause})
	}
	if b.opts.Outro != nil {
		last := &all[len(all)-1]
		end := last.pause
		last.pause = b.opts.Outro.Pause
		all = append(all, placed{b.outro, end})
	}
	return all
}

// span is where a piece is in the track, as the track says.
func (t Track) span(index int) Span {
	if index < 0 {
		return t.jingles[index]
	}
	return t.Segments[index]
}
