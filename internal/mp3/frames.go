package mp3

import (
	"errors"
	"fmt"
)

const headerBytes = 4

// ErrFrames reports bytes that are not whole frames of their format.
var ErrFrames = errors.New("not whole MP3 frames")

// offsets returns where the frames of mp3 start, and its length.
func (f Format) offsets(mp3 []byte) ([]int, error) {
	version, _ := layer3Version(f.SampleRate)
	unpadded := frameBytes(version, f.SampleRate, f.BitRate)
	starts := make([]int, 0, len(mp3)/unpadded+2)
	for at := 0; at < len(mp3); {
		starts = append(starts, at)
		if !isHeader(mp3[at:]) {
			return nil, fmt.Errorf("%w: no header at byte %d", ErrFrames, at)
		}
		at += unpadded + int(mp3[at+2]>>1&1) // the padding bit
		if at > len(mp3) {
			return nil, fmt.Errorf("%w: the last one is truncated", ErrFrames)
		}
	}
	return append(starts, len(mp3)), nil
}

// isHeader reports whether mp3 starts with the eleven set bits of a frame.
func isHeader(mp3 []byte) bool {
	return len(mp3) >= headerBytes && mp3[0] == 0xFF && mp3[1]&0xE0 == 0xE0
}

// cut returns the frames of mp3 from one index to another.
func (f Format) cut(mp3 []byte, from, to int) ([]byte, error) {
	starts, err := f.offsets(mp3)
	if err != nil {
		return nil, err
	}
	if to >= len(starts) {
		return nil, fmt.Errorf("%w: %d frames instead of %d", ErrFrames, len(starts)-1, to)
	}
	return mp3[starts[from]:starts[to]], nil
}
