package track

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"sync"
	"time"

	"github.com/aloud-audio/aloud/internal/loudness"
	"github.com/aloud-audio/aloud/internal/mp3"
	"github.com/aloud-audio/aloud/internal/pcm"
	"github.com/aloud-audio/aloud/internal/speech"
)

// Jingle is a site's own sound before or after the article.
//
// A Jingle must not be copied after its first use: it keeps its pieces.
type Jingle struct {
	Sound speech.Speech // of any sample rate and level; both are adapted to the track
	Pause time.Duration // silence between it and the article

	mu   sync.Mutex
	made map[jingleForm]piece // what was encoded before
}

// jingleForm is everything that a jingle's piece depends on besides its sound.
type jingleForm struct {
	format   mp3.Format
	loudness float64 // LUFS
}

// Sum identifies the sound of a jingle.
func (j *Jingle) Sum() string {
	return fmt.Sprintf("%x %d %s", sumOf(j.Sound.Samples), j.Sound.SampleRate, j.Pause)
}

// Indexes of pieces that are not part of the script.
const (
	intro = -1
	outro = -2
)

// piece returns the jingle as a piece of a track. It is made once for each form.
func (j *Jingle) piece(index int, form jingleForm) (piece, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	p, known := j.made[form]
	if !known {
		var err error
		if p, err = j.encode(form); err != nil {
			return piece{}, err
		}
		if j.made == nil {
			j.made = map[jingleForm]piece{}
		}
		j.made[form] = p
	}
	p.index = index
	return p, nil
}

// encode makes a piece of the jingle. It does not check the result as it does for speech: MP3 may
// change music more.
func (j *Jingle) encode(form jingleForm) (piece, error) {
	rate := form.format.SampleRate
	samples := pcm.Resample(j.Sound.Samples, j.Sound.SampleRate, rate)
	blocks := loudness.Measure(rate, samples)
	samples, blocks = loudness.Level(rate, samples, blocks, GainFor(blocks.Loudness(), form.loudness), ceiling)
	fade(samples, int(fadeTime*float64(rate)))
	clip, err := form.format.Encode(samples)
	return piece{taken: true, clip: clip, frames: bytes.NewReader(clip.Frames), blocks: blocks, sum: sha256.Sum256(clip.Frames)}, err
}

// encodeJingles starts encoding the jingles, if there are any. Finish waits for it.
func (b *Builder) encodeJingles() {
	begin := func(index int, from *Jingle, to *piece) {
		if from == nil {
			return
		}
		b.jingles.Go(func() (err error) {
			*to, err = from.piece(index, jingleForm{b.format, b.opts.Loudness})
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
