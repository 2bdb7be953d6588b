package mp3

// #cgo LDFLAGS: -lmp3lame
// #include <lame/lame.h>
import "C"

import (
	"errors"
	"fmt"
	"slices"
	"sync"
)

// quality is LAME's trade-off between quality and speed, 0 (best) to 9 (fastest). On speech at 64 kbit/s, 5 was within 0.2 dB
// of 3 and 4 (mean signal-to-noise ratio over Bark bands) at 500 × real time a core instead of 420 ×; 2 was worse, at 230 ×.
// 7 is faster, but leaves 1.5 to 2 times as many bands below 6 dB.
const quality = 5

// lame is one LAME encoder: mono, constant bit rate, output as fast as input. Its memory is C's; close frees it.
type lame struct{ flags *C.lame_global_flags }

// openLame starts an encoder that keeps the level. LAME attenuates its input against clipping, by 5 % at most bit rates, and
// reports the factor only after setup.
func openLame(f Format) (*lame, error) {
	softening, known := softenings.Load(f)
	if !known {
		l, err := setUpLame(f, 1)
		if err != nil {
			return nil, err
		}
		softening = C.lame_get_scale(l.flags)
		l.close()
		softenings.Store(f, softening)
	}
	return setUpLame(f, 1/softening.(C.float))
}

var softenings sync.Map // of a Format, as C.float: a setup takes a tenth of the time of a paragraph

// setUpLame starts an encoder that multiplies its input by scale. LAME silently replaces rates that it does not have, so the
// caller must have checked them.
func setUpLame(f Format, scale C.float) (*lame, error) {
	flags := C.lame_init()
	if flags == nil {
		return nil, errors.New("libmp3lame: no memory for an encoder")
	}
	C.lame_set_num_channels(flags, 1)
	C.lame_set_mode(flags, C.MONO)
	C.lame_set_in_samplerate(flags, C.int(f.SampleRate))
	C.lame_set_out_samplerate(flags, C.int(f.SampleRate))
	C.lame_set_VBR(flags, C.vbr_off)
	C.lame_set_brate(flags, C.int(f.BitRate))
	C.lame_set_quality(flags, quality)
	C.lame_set_scale(flags, scale)
	C.lame_set_disable_reservoir(flags, 1) // a frame must not need bits of one before it
	C.lame_set_bWriteVbrTag(flags, 0)      // the Info frame is the file's
	// LAME's own low-pass filter stays on: at 64 kbit/s it passes the whole band of rates up to 32 kHz, and 16.5 kHz of others.
	if code := C.lame_init_params(flags); code < 0 {
		C.lame_close(flags)
		return nil, fmt.Errorf("libmp3lame: %d Hz at %d kbit/s refused (code %d)", f.SampleRate, f.BitRate, code)
	}
	return &lame{flags}, nil
}

// block is the number of samples passed to LAME at a time. It bounds the buffer that LAME needs, about 28 kB.
const block = 1 << 14

// encode appends to dst what LAME has ready after pcm: whole frames, about two behind the input.
func (l *lame) encode(dst []byte, pcm []int16) ([]byte, error) {
	for chunk := range slices.Chunk(pcm, block) {
		dst = slices.Grow(dst, len(chunk)*5/4+maxFlush) // the worst case, as lame.h has it at lame_encode_buffer
		free := dst[len(dst):cap(dst)]
		in := (*C.short)(&chunk[0])
		n := C.lame_encode_buffer(l.flags, in, in, C.int(len(chunk)), (*C.uchar)(&free[0]), C.int(len(free)))
		if n < 0 {
			return dst, fmt.Errorf("libmp3lame: encoding failed (code %d)", n)
		}
		dst = dst[:len(dst)+int(n)]
	}
	return dst, nil
}

// maxFlush is how many bytes lame_encode_flush may write, as lame.h has it.
const maxFlush = 7200

// flush pads the last frame and appends all that is left to dst.
func (l *lame) flush(dst []byte) ([]byte, error) {
	dst = slices.Grow(dst, maxFlush)
	free := dst[len(dst):cap(dst)]
	n := C.lame_encode_flush(l.flags, (*C.uchar)(&free[0]), C.int(len(free)))
	if n < 0 {
		return dst, fmt.Errorf("libmp3lame: flush failed (code %d)", n)
	}
	return dst[:len(dst)+int(n)], nil
}

func (l *lame) close() { C.lame_close(l.flags) }

// lameVersion returns the encoder's name for Info frames, nine bytes.
func lameVersion() string { return C.GoString(C.get_lame_very_short_version()) }

// Encoder names the encoder and its quality: frames of encoders with different names differ.
func Encoder() string { return fmt.Sprintf("%s -q %d", C.GoString(C.get_lame_version()), quality) }
