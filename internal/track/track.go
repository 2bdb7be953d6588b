// Package track makes the one audio file of an article: Speeches → Track.
//
// Each speech is trimmed, brought to its level, encoded on its own to frames that join without a gap, and listened to, as
// soon as it is there. The position of every segment is exact to the sample, sentences are found in the sound. A track
// that does not hold every segment of its script, once and in order, is refused. The file names itself as made with AI.
//
// It never decides what is said, by which voice or how long a pause is. The narrator calls it.
package track

import (
	"time"

	"github.com/aloud-audio/aloud/internal/audio"
)

// Track is the stitched audio of one article.
type Track struct {
	MP3        []byte // a complete file: ID3v2.4, Info frame, audio; mono
	SampleRate int    // Hz
	Samples    int64  // how many a decoder that honours the Info frame gives back
	Segments   []Span // of the script, in order; pauses and jingles are in none
	Cues       []Cue  // one a sentence, in order
	Chapters   []Chapter
	Gain       float64 // dB that the voice got
	Learned    bool    // from enough of its speech to be kept for its next track: it was not given
	Correction float64 // dB that every segment got on top
	Loudness   float64 // LUFS of the whole, by EBU R 128

	target  float64 // LUFS that it should have
	jingles map[int]Span
}

// Files returns the track as complete files, one a format.
func (t Track) Files() []audio.File { return []audio.File{{Format: audio.MP3, Content: t.MP3}} }

// Duration of the track, pauses included.
func (t Track) Duration() time.Duration { return t.At(t.Samples) }

// At is the time at which a sample is heard, rounded down to the nanosecond. Cues and duration go through it alike, so
// they never contradict each other.
func (t Track) At(sample int64) time.Duration {
	return time.Duration(sample) * time.Second / time.Duration(t.SampleRate)
}

// Missing is the gain, in dB, by which the track misses the loudness that was asked for. A voice's gain is right for what
// it usually says; a short article may lie elsewhere.
func (t Track) Missing() float64 { return t.target - t.Loudness }

// VoiceLoudness is how loud the voice speaks without its gain, in LUFS, from which GainFor has the gain again.
func (t Track) VoiceLoudness() float64 { return t.target - t.Gain }
