// Package flac losslessly compresses mono speech of 16 bits with libFLAC.
//
// It works on whole recordings in memory. It never reads a file and knows no voice. The speech
// cache calls it.
package flac

// #cgo LDFLAGS: -lFLAC
// #include <stdlib.h>
// #include <FLAC/format.h>
// #include "buffer.h"
import "C"

import (
	"errors"
	"fmt"
	"runtime"
	"unsafe"
)

// level is libFLAC's trade-off between time and size, 0 to 8. Speech took 62 % of its PCM at 2, and
// 61 % at 5 in nearly twice the time.
const level = 2

// maxRate is the highest sample rate that the header can hold, in Hz.
const maxRate = 1<<20 - 1

// Encode compresses samples of a sample rate in Hz. The header holds their number and their MD5 (RFC
// 9639, 8.2), by which decoders detect damage. It may be called concurrently. It takes about 1/5,000
// of the audio's duration on one core.
func Encode(sampleRate int, samples []int16) ([]byte, error) {
	if sampleRate < 1 || sampleRate > maxRate {
		return nil, fmt.Errorf("encode FLAC: unsupported sample rate of %d Hz", sampleRate)
	}
	var out C.struct_buffer
	defer func() { C.free(unsafe.Pointer(out.bytes)) }()
	first := (*C.int16_t)(unsafe.SliceData(samples))
	if failure := C.encode_flac(&out, first, C.size_t(len(samples)), C.uint(sampleRate), level); failure != nil {
		return nil, errors.New("encode FLAC: " + C.GoString(failure))
	}
	return C.GoBytes(unsafe.Pointer(out.bytes), C.int(out.length)), nil
}

// Decode decompresses 16-bit mono. If the error is nil, the MD5 of the samples matches.
func Decode(packed []byte) (sampleRate int, samples []int16, err error) {
	var pin runtime.Pinner
	defer pin.Unpin()
	pin.Pin(unsafe.SliceData(packed))
	d := C.struct_decoded{source: C.struct_source{bytes: (*C.uint8_t)(unsafe.SliceData(packed)), length: C.size_t(len(packed))}}
	defer func() { C.free(unsafe.Pointer(d.samples.bytes)) }()
	failure := C.decode_flac(&d)
	switch {
	case failure != nil:
		return 0, nil, errors.New("decode FLAC: " + C.GoString(failure))
	case d.channels != 1 || d.bits != 16:
		return 0, nil, errors.New("decode FLAC: not mono of 16 bits")
	case d.summed == 0:
		return 0, nil, errors.New("decode FLAC: the header has no MD5")
	}
	found := unsafe.Slice((*int16)(unsafe.Pointer(d.samples.bytes)), int(d.samples.length)/2)
	return int(d.sample_rate), append([]int16{}, found...), nil
}

// Version is the version of the libFLAC that this process has loaded, such as "1.4.2".
func Version() string { return C.GoString(C.FLAC__VERSION_STRING) }
