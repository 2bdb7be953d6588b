// Package track makes the one audio file of an article: Speeches → Track.
//
// Each speech is encoded on its own to frames that join without a gap, so that the position of every cue is exact to the
// sample. The file names itself as made with AI.
//
// It never decides what is said, by which voice or how long a pause is, and it changes no sample. The narrator calls it.
package track

import "time"

// Track is the stitched audio of one article.
type Track struct {
	MP3        []byte // a complete file: ID3v2.4, Info frame, audio; mono
	SampleRate int    // Hz
	Samples    int64  // how many a decoder that honours the Info frame gives back
	Cues       []Cue  // one for each call of Encoder.Add, in order
}

// Cue says which part of the track speaks a text. Positions are samples from the track's start; End is the first sample
// after the speech, so the pause that follows is in no cue.
type Cue struct {
	Start, End int64
	Text       string
}

// Duration of the track, pauses included.
func (t Track) Duration() time.Duration { return t.At(t.Samples) }

// At is the time at which a sample is heard, rounded down to the nanosecond. Cues and duration go through it alike, so
// they never contradict each other.
func (t Track) At(sample int64) time.Duration {
	return time.Duration(sample) * time.Second / time.Duration(t.SampleRate)
}
