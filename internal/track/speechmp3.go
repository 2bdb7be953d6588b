package track

import (
	"fmt"
	"slices"

	"github.com/aloud-audio/aloud/internal/speech"
)

// EncodeMP3 is speech alone as an MP3 of 32 kbit/s without tags, as Google answers with it. Where such small frames have
// no room for an Info frame, players add some 50 ms of silence, so it is no part of a track.
func EncodeMP3(s speech.Speech) ([]byte, error) {
	const bitRate = 32 // kbit/s: every version of Layer III has it
	if _, known := layer3Version(s.SampleRate); !known {
		return nil, fmt.Errorf("%w: MP3 knows no %d Hz, only %s Hz", ErrRate, s.SampleRate, list(sampleRates()))
	}
	l, err := openLame(s.SampleRate, bitRate)
	if err != nil {
		return nil, err
	}
	defer l.close()
	var mp3 []byte
	for chunk := range slices.Chunk(s.Samples, block) {
		if mp3, err = l.encode(mp3, chunk); err != nil {
			return nil, err
		}
	}
	if mp3, err = l.flush(mp3); err != nil || CheckRates(s.SampleRate, bitRate) != nil {
		return mp3, err
	}
	return mp3, l.putInfoFrame(mp3)
}
