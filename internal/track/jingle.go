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

// Jingle is a site's own sound before or after the article.
type Jingle struct {
	Sound speech.Speech // of any sample rate and level; both are adapted to the track
	Pause time.Duration // silence between it and the article
}

// Sum identifies the sound of a jingle.
func (j Jingle) Sum() string {
	return fmt.Sprintf("%x %d %s", sumOf(j.Sound.Samples), j.Sound.SampleRate, j.Pause)
}

// Indexes of pieces that are not part of the script.
const (
	intro = -1
	outro = -2
)

// encodeJingle makes a piece of a jingle. It does not check the result as it does for speech: MP3
// may change music more.
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

// encodeJingles starts encoding the jingles, if there are any. Finish waits for it.
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

// sequence returns everything in the track, in order. An outro's own pause replaces the pause at
// the script's end, which then follows the outro.
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

// span returns the position of a piece in the track.
func (t Track) span(index int) Span {
	if index < 0 {
		return t.jingles[index]
	}
	return t.Segments[index]
}
