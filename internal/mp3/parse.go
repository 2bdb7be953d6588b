package mp3

import (
	"bytes"
	"encoding/binary"
	"fmt"
)

// Contents is a parsed File.
type Contents struct {
	Samples int64 // by its Info frame

	audio   []byte // the frames after the Info frame
	offsets []int
	blank   []byte
}

// Parse parses the output of Finish, and relies on the bytes only. The error is ErrFrames if they
// are anything but an optional ID3v2 tag, an Info frame that counts what follows, and whole frames
// of the format.
func (f Format) Parse(mp3 []byte) (Contents, error) {
	audio := mp3[min(tagBytes(mp3), len(mp3)):]
	offsets, err := f.offsets(audio)
	if err != nil {
		return Contents{}, err
	}
	version, _ := layer3Version(f.SampleRate)
	info := headerBytes + sideInfoBytes(version)
	if len(offsets) < 2 || !bytes.HasPrefix(audio[info:], []byte("Info")) {
		return Contents{}, fmt.Errorf("%w: no Info frame", ErrFrames)
	}
	number := func(at int) int { return int(binary.BigEndian.Uint32(audio[info+at:])) }
	frames := len(offsets) - 2
	if number(8) != frames || number(12) != len(audio) {
		return Contents{}, fmt.Errorf("%w: the Info frame counts %d frames in %d bytes, there are %d in %d", ErrFrames, number(8), number(12), frames, len(audio))
	}
	gap := number(xingBytes+20) & 0xFFFFFF // delay and padding, 12 bits each
	blank, err := f.blankFrame()
	return Contents{
		Samples: int64(frames*f.FrameSamples() - gap>>12 - gap&0xFFF),
		audio:   audio, offsets: offsets[1:], blank: blank,
	}, err
}

// tagBytes returns the length of the ID3v2 tag at the start, 0 if there is none.
func tagBytes(mp3 []byte) int {
	if len(mp3) < 10 || !bytes.HasPrefix(mp3, []byte("ID3")) {
		return 0
	}
	return 10 + int(mp3[6])<<21 + int(mp3[7])<<14 + int(mp3[8])<<7 + int(mp3[9])
}

// Len returns the number of frames after the Info frame.
func (c Contents) Len() int { return len(c.offsets) - 1 }

// Slice returns the bytes of the frames from one index to another, nil if they do not exist.
func (c Contents) Slice(from, to int) []byte {
	if from < 0 || from > to || to > c.Len() {
		return nil
	}
	return c.audio[c.offsets[from]:c.offsets[to]]
}

// Silent reports whether the frames from one index to another exist and are those of encoded
// silence.
func (c Contents) Silent(from, to int) bool {
	return from <= to && to <= c.Len() && bytes.Equal(c.Slice(from, to), bytes.Repeat(c.blank, to-from))
}
