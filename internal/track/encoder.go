package track

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/aloud-audio/aloud/internal/speech"
)

// DefaultBitRate in kbit/s: it keeps the whole band of speech at up to 32 kHz and takes 0.48 MB a minute.
const DefaultBitRate = 64

// What an Encoder refuses. Both are mistakes of the caller: trying again does not help.
var (
	ErrRate  = errors.New("rate not possible") // MP3 has no such sample or bit rate, or speech has another sample rate than its track
	ErrEmpty = errors.New("no audio")          // speech without samples, or a track without speech
)

var errClosed = errors.New("the encoder is closed, by Finish, Close or an earlier failure")

// Options of a track.
type Options struct {
	SampleRate int // Hz, as the speech has it; one that MP3 knows
	BitRate    int // kbit/s, constant; 0: DefaultBitRate
	Tags       Tags
}

// Encoder joins speech and silence into one MP3, in order, as it arrives. It keeps the encoded bytes and no samples.
// It is not safe for concurrent use.
type Encoder struct {
	lame   *lame // nil: closed
	track  Track
	infoAt int // where in the MP3 the Info frame belongs
}

// NewEncoder starts a track. The error is ErrRate, and lists what there is, if MP3 cannot have the sample or bit rate.
// The caller must Close the encoder unless it calls Finish.
func NewEncoder(opts Options) (*Encoder, error) {
	if opts.BitRate == 0 {
		opts.BitRate = DefaultBitRate
	}
	if err := CheckRates(opts.SampleRate, opts.BitRate); err != nil {
		return nil, err
	}
	l, err := openLame(opts.SampleRate, opts.BitRate)
	if err != nil {
		return nil, err
	}
	tag := opts.Tags.id3()
	return &Encoder{lame: l, track: Track{MP3: tag, SampleRate: opts.SampleRate}, infoAt: len(tag)}, nil
}

// Add appends speech, with a cue for its text, and then silence, rounded to whole samples. After ErrRate, ErrEmpty or a
// negative pause nothing was added and the encoder goes on; after a failure to encode it is closed.
func (e *Encoder) Add(text string, s speech.Speech, pause time.Duration) error {
	if err := e.check(s, pause); err != nil {
		return fmt.Errorf("add speech to track: %w", err)
	}
	start := e.track.Samples
	if err := e.encode(s.Samples); err != nil {
		return err
	}
	e.track.Cues = append(e.track.Cues, Cue{Start: start, End: e.track.Samples, Text: text})
	return e.encodeSilence(samplesIn(pause, e.track.SampleRate))
}

func (e *Encoder) check(s speech.Speech, pause time.Duration) error {
	switch {
	case e.lame == nil:
		return errClosed
	case len(s.Samples) == 0:
		return fmt.Errorf("%w: speech without samples", ErrEmpty)
	case s.SampleRate != e.track.SampleRate:
		return fmt.Errorf("%w: speech of %d Hz in a track of %d Hz", ErrRate, s.SampleRate, e.track.SampleRate)
	case pause < 0:
		return fmt.Errorf("a pause cannot be negative: %s", pause)
	}
	return nil
}

// samplesIn is the number of samples nearest to d.
func samplesIn(d time.Duration, sampleRate int) int64 {
	return (int64(d)*int64(sampleRate) + int64(time.Second)/2) / int64(time.Second)
}

// block is how many samples go to LAME at a time. It bounds the buffer that LAME asks for, about 28 kB.
const block = 1 << 14

var silence [block]int16

func (e *Encoder) encodeSilence(samples int64) error {
	for ; samples > block; samples -= block {
		if err := e.encode(silence[:]); err != nil {
			return err
		}
	}
	return e.encode(silence[:samples])
}

// encode closes the encoder if LAME fails: what it was given would be missing from the track.
func (e *Encoder) encode(pcm []int16) error {
	for chunk := range slices.Chunk(pcm, block) {
		mp3, err := e.lame.encode(e.track.MP3, chunk)
		if err != nil {
			e.Close()
			return fmt.Errorf("encode track: %w", err)
		}
		e.track.MP3 = mp3
		e.track.Samples += int64(len(chunk))
	}
	return nil
}

// Finish ends the track and closes the encoder. The error is ErrEmpty if nothing was added.
func (e *Encoder) Finish() (Track, error) {
	defer e.Close()
	switch {
	case e.lame == nil:
		return Track{}, fmt.Errorf("finish track: %w", errClosed)
	case e.track.Samples == 0:
		return Track{}, fmt.Errorf("finish track: %w", ErrEmpty)
	}
	mp3, err := e.lame.flush(e.track.MP3)
	if err != nil {
		return Track{}, fmt.Errorf("finish track: %w", err)
	}
	if err := e.lame.putInfoFrame(mp3[e.infoAt:]); err != nil {
		return Track{}, fmt.Errorf("finish track: %w", err)
	}
	e.track.MP3 = mp3
	return e.track, nil
}

// Close frees the encoder. It may be called at any time and more than once.
func (e *Encoder) Close() {
	if e.lame != nil {
		e.lame.close()
		e.lame = nil
	}
}
