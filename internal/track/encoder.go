package track

import (
	"errors"
	"fmt"
	"time"

	"github.com/aloud-audio/aloud/internal/mp3"
	"github.com/aloud-audio/aloud/internal/speech"
)

// DefaultBitRate in kbit/s: it keeps the whole band of speech at up to 32 kHz and takes 0.48 MB a minute.
const DefaultBitRate = 64

// What an Encoder refuses. Both are mistakes of the caller: trying again does not help.
var (
	ErrRate  = mp3.ErrRate  // MP3 has no such sample or bit rate, or speech has another sample rate than its track
	ErrEmpty = mp3.ErrEmpty // speech without samples, or a track without speech
)

var errClosed = errors.New("the encoder is closed by Finish")

// Options of a track.
type Options struct {
	SampleRate int // Hz, as the speech has it; one that MP3 knows
	BitRate    int // kbit/s, constant; 0: DefaultBitRate
	Tags       Tags
}

// Encoder joins speech and silence into one MP3, in order, as it arrives. It keeps the encoded bytes and no samples.
// It is not safe for concurrent use.
type Encoder struct {
	format mp3.Format
	file   *mp3.File // nil: closed
	track  Track
	tags   Tags
}

// NewEncoder starts a track. The error is ErrRate, and lists what there is, if MP3 cannot have the sample or bit rate.
func NewEncoder(opts Options) (*Encoder, error) {
	if opts.BitRate == 0 {
		opts.BitRate = DefaultBitRate
	}
	format := mp3.Format{SampleRate: opts.SampleRate, BitRate: opts.BitRate}
	file, err := mp3.NewFile(format)
	if err != nil {
		return nil, err
	}
	return &Encoder{format: format, file: file, track: Track{SampleRate: opts.SampleRate}, tags: opts.Tags}, nil
}

// Add appends speech, with a cue for its text, and asks for silence after it, as mp3.File does. After an error nothing
// was added and the encoder goes on.
func (e *Encoder) Add(text string, s speech.Speech, pause time.Duration) error {
	if err := e.check(s, pause); err != nil {
		return fmt.Errorf("add speech to track: %w", err)
	}
	clip, err := e.format.Encode(s.Samples)
	if err != nil {
		return fmt.Errorf("encode speech: %w", err)
	}
	start, err := e.file.Add(clip, samplesIn(pause, s.SampleRate))
	if err != nil {
		return fmt.Errorf("add speech to track: %w", err)
	}
	e.track.Cues = append(e.track.Cues, Cue{Start: start, End: start + int64(clip.Samples), Text: text})
	return nil
}

func (e *Encoder) check(s speech.Speech, pause time.Duration) error {
	switch {
	case e.file == nil:
		return errClosed
	case len(s.Samples) == 0:
		return fmt.Errorf("%w: speech without samples", ErrEmpty)
	case s.SampleRate != e.format.SampleRate:
		return fmt.Errorf("%w: speech of %d Hz in a track of %d Hz", ErrRate, s.SampleRate, e.format.SampleRate)
	case pause < 0:
		return fmt.Errorf("a pause cannot be negative: %s", pause)
	}
	return nil
}

// samplesIn is the number of samples nearest to d.
func samplesIn(d time.Duration, sampleRate int) int64 {
	return (int64(d)*int64(sampleRate) + int64(time.Second)/2) / int64(time.Second)
}

// Finish ends the track and closes the encoder. The error is ErrEmpty if nothing was added.
func (e *Encoder) Finish() (Track, error) {
	if e.file == nil {
		return Track{}, fmt.Errorf("finish track: %w", errClosed)
	}
	file := e.file
	e.file = nil
	mp3, err := file.Finish(e.tags.id3())
	if err != nil {
		return Track{}, fmt.Errorf("finish track: %w", err)
	}
	e.track.MP3, e.track.Samples = mp3, file.Samples()
	return e.track, nil
}
