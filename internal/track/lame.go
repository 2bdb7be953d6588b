package track

// #cgo LDFLAGS: -lmp3lame
// #include <lame/lame.h>
import "C"

import (
	"errors"
	"fmt"
	"slices"
)

// quality is LAME's trade of speed for care, 0 (best) to 9. On speech at 64 kbit/s, 5 came out within 0.2 dB of 3 and 4
// (mean signal-to-noise over Bark bands) at 500 × real time a core where those ran at 420 ×, and 2 measured worse at 230 ×;
// 7 is faster still, but leaves 1.5 to 2 times as many bands under 6 dB.
const quality = 5

// lame is one LAME encoder: mono, constant bit rate, output as fast as input. Its memory is C's; close frees it.
type lame struct{ flags *C.lame_global_flags }

// openLame starts an encoder at sampleRate (Hz) and bitRate (kbit/s). LAME takes the nearest rates it knows, without a
// word, so the caller makes sure that it knows these.
func openLame(sampleRate, bitRate int) (*lame, error) {
	flags := C.lame_init()
	if flags == nil {
		return nil, errors.New("libmp3lame: no memory for an encoder")
	}
	C.lame_set_num_channels(flags, 1)
	C.lame_set_mode(flags, C.MONO)
	C.lame_set_in_samplerate(flags, C.int(sampleRate))
	C.lame_set_out_samplerate(flags, C.int(sampleRate))
	C.lame_set_VBR(flags, C.vbr_off)
	C.lame_set_brate(flags, C.int(bitRate))
	C.lame_set_quality(flags, quality)
	C.lame_set_bWriteVbrTag(flags, 1)
	// LAME's own low-pass stays: at 64 kbit/s it spares the whole band up to 32 kHz, and 16.5 kHz above.
	if code := C.lame_init_params(flags); code < 0 {
		C.lame_close(flags)
		return nil, fmt.Errorf("libmp3lame refuses %d Hz at %d kbit/s (code %d)", sampleRate, bitRate, code)
	}
	return &lame{flags}, nil
}

// encode appends to dst what LAME has ready after pcm: whole frames, about two behind the input. The first bytes ever
// are a blank frame that putInfoFrame is to replace.
func (l *lame) encode(dst []byte, pcm []int16) ([]byte, error) {
	dst = slices.Grow(dst, len(pcm)*5/4+maxFlush) // the worst case, as lame.h has it at lame_encode_buffer
	free := dst[len(dst):cap(dst)]
	in := (*C.short)(&pcm[0])
	n := C.lame_encode_buffer(l.flags, in, in, C.int(len(pcm)), (*C.uchar)(&free[0]), C.int(len(free)))
	return grown(dst, n)
}

// maxFlush is how many bytes lame_encode_flush may write, as lame.h has it.
const maxFlush = 7200

// flush pads the last frame and appends all that is left to dst.
func (l *lame) flush(dst []byte) ([]byte, error) {
	dst = slices.Grow(dst, maxFlush)
	free := dst[len(dst):cap(dst)]
	return grown(dst, C.lame_encode_flush(l.flags, (*C.uchar)(&free[0]), C.int(len(free))))
}

// grown is dst with the n bytes that LAME wrote behind it; a negative n is LAME's error code.
func grown(dst []byte, n C.int) ([]byte, error) {
	if n < 0 {
		return dst, fmt.Errorf("libmp3lame fails to encode (code %d)", n)
	}
	return dst[:len(dst)+int(n)], nil
}

// putInfoFrame replaces the blank frame at the start of mp3 by the final Info frame, known after flush: frame and byte
// counts, the table for seeking, and the samples of delay and padding that a decoder has to drop.
func (l *lame) putInfoFrame(mp3 []byte) error {
	n := C.lame_get_lametag_frame(l.flags, (*C.uchar)(&mp3[0]), C.size_t(len(mp3)))
	if n == 0 || int(n) > len(mp3) {
		return errors.New("libmp3lame wrote no Info frame")
	}
	return nil
}

func (l *lame) close() { C.lame_close(l.flags) }
