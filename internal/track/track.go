// Package track makes the one audio file of an article: Speeches → Track.
//
// As soon as a speech arrives it is trimmed, leveled, encoded on its own to frames that join
// without a gap, and checked by decoding it. The position of every segment is exact to the sample;
// sentences are located in the sound. A track that does not hold every segment of its script, once
// and in order, is refused. The file declares that it is made with AI.
//
// It never decides what is said, by which voice, or how long a pause is. The narrator calls it.
package track

import (
	"time"

	"github.com/aloud-audio/aloud/internal/audio"
)

// Track is the stitched audio of one article.
type Track struct {
	MP3        []byte   // a complete file: ID3v2.4, Info frame, audio; mono
	SampleRate int      // Hz
	Samples    int64    // number that a decoder returns if it honours the Info frame
	Segments   []Span   // of the script, in order; pauses and jingles belong to none
	Cues       []Cue    // one per caption, in order
	Words      [][]Word // of each segment; empty if they are not located
	Chapters   []Chapter
	Levels     []Level // of the voices, by the numbers in Options.Speakers
	Correction float64 // dB, added to every segment
	Loudness   float64 // LUFS of the whole, by EBU R 128

	target  float64 // LUFS
	jingles map[int]Span
	timed   []string // the texts of the cues, with a time before each word; nil: words are not located
}

// Level is the gain of a voice.
type Level struct {
	Gain    float64 // dB
	Learned bool    // it was measured on enough speech to be kept for later tracks
}

// Files returns the track as complete files, one per format.
func (t Track) Files() []audio.File { return []audio.File{{Format: audio.MP3, Content: t.MP3}} }

// Duration returns the length of the track, including pauses.
func (t Track) Duration() time.Duration { return t.At(t.Samples) }

// At returns the time of a sample, rounded down to the nanosecond. Cues and duration both use it,
// so they never contradict each other.
func (t Track) At(sample int64) time.Duration {
	return time.Duration(sample) * time.Second / time.Duration(t.SampleRate)
}

// Missing returns the gain, in dB, that the track would need to meet its target loudness. A voice's
// gain is right on average; a short article may differ.
func (t Track) Missing() float64 { return t.target - t.Loudness }

// VoiceLoudness returns a voice's loudness without its gain, in LUFS. GainFor computes the same gain
// from it.
func (t Track) VoiceLoudness(voice int) float64 { return t.target - t.Levels[voice].Gain }
