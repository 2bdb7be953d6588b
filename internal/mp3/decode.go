package mp3

// #include <lame/lame.h>
import "C"

import (
	"errors"
	"fmt"
	"sync"
)

// hip is libmp3lame's decoder. All of its instances share memory: two at a time garble each other's sound.
var hip sync.Mutex

// hipLag is how many frames the decoder may be behind: it waits for 194 bytes, in which a header of its own could be, and
// at some rates for the next frame. It gets a few of the first ones, which are silent, once more.
const hipLag = 4

// Decode gives back the clip's samples as a decoder plays them, changed by as much as the bit rate demands. It may be
// called concurrently; one clip is decoded at a time, about 2,000 times as fast as it plays.
func (c Clip) Decode() ([]int16, error) {
	offsets, err := c.offsets()
	if err != nil {
		return nil, err
	}
	want := c.FrameCount()
	hip.Lock()
	defer hip.Unlock()
	decoder := C.hip_decode_init()
	if decoder == nil {
		return nil, errors.New("libmp3lame: no memory for a decoder")
	}
	defer C.hip_decode_exit(decoder)
	C.hip_set_errorf(decoder, nil) // what it says about damage is what errors here are for
	pcm := make([]int16, (want+hipLag)*2*granule)
	unused := make([]int16, 2*granule) // the right channel
	n := 0
	for i := range want + hipLag {
		frame := c.Frames[offsets[i%want]:offsets[i%want+1]]
		got := C.hip_decode1(decoder, (*C.uchar)(&frame[0]), C.size_t(len(frame)), (*C.short)(&pcm[n]), (*C.short)(&unused[0]))
		if got < 0 {
			return nil, fmt.Errorf("%w: libmp3lame cannot decode frame %d (code %d)", ErrFrames, i, got)
		}
		n += int(got)
	}
	if n < Lead+c.Samples {
		return nil, fmt.Errorf("%w: they decode to %d samples", ErrFrames, n)
	}
	return pcm[Lead : Lead+c.Samples], nil
}
