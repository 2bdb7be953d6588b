package mp3

// #cgo LDFLAGS: -lmpg123
// #include <mpg123.h>
import "C"

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"unsafe"
)

// ErrCut reports an MP3 that has fewer frames than its Info frame says.
var ErrCut = errors.New("the MP3 is cut off")

// Sound is the audio of an MP3 from any encoder.
type Sound struct {
	SampleRate int // Hz
	Channels   int
	Samples    []int16 // of all channels, interleaved
}

// Is reports whether b begins with the tag of an MP3, or with consecutive whole frames.
func Is(b []byte) bool {
	const enough = 4
	if bytes.HasPrefix(b, []byte("ID3")) {
		return true
	}
	for range enough {
		size := frameSize(b)
		if size == 0 || size >= len(b) {
			return false
		}
		b = b[size:]
	}
	return true
}

// Read decodes an MP3 of any rates. It removes the silence that the encoder added, if the Info
// frame gives its length.
func Read(mp3 []byte) (Sound, error) {
	d, err := openReader()
	if err != nil {
		return Sound{}, err
	}
	defer C.mpg123_delete(d)
	sound, err := decodeAll(d, mp3)
	if err != nil {
		return Sound{}, err
	}
	if least := leastSamples(mp3); len(sound.Samples) < least*sound.Channels {
		return Sound{}, fmt.Errorf("%w: it has %d samples, and its Info frame says %d or more", ErrCut, len(sound.Samples)/sound.Channels, least)
	}
	return sound, nil
}

// openReader starts a decoder that keeps the sample rate and the channels, and drops the samples
// that the Info frame marks.
func openReader() (*C.mpg123_handle, error) {
	var code C.int
	d := C.mpg123_new(nil, &code)
	if d == nil {
		return nil, fmt.Errorf("libmpg123: no decoder (code %d)", code)
	}
	C.mpg123_param(d, C.MPG123_ADD_FLAGS, C.MPG123_QUIET|C.MPG123_GAPLESS, 0)
	C.mpg123_format_none(d)
	for _, rate := range sampleRates() {
		C.mpg123_format(d, C.long(rate), C.MPG123_MONO|C.MPG123_STEREO, C.MPG123_ENC_SIGNED_16)
	}
	if C.mpg123_open_feed(d) != C.MPG123_OK {
		defer C.mpg123_delete(d)
		return nil, errors.New("libmpg123: " + C.GoString(C.mpg123_strerror(d)))
	}
	return d, nil
}

func decodeAll(d *C.mpg123_handle, mp3 []byte) (Sound, error) {
	var sound Sound
	if len(mp3) == 0 {
		return sound, fmt.Errorf("%w: nothing", ErrFrames)
	}
	buffer := make([]int16, 1<<15)
	in, n := (*C.uchar)(&mp3[0]), C.size_t(len(mp3))
	for ; ; in, n = nil, 0 {
		var done C.size_t
		code := C.mpg123_decode(d, in, n, unsafe.Pointer(&buffer[0]), C.size_t(2*len(buffer)), &done)
		sound.Samples = append(sound.Samples, buffer[:done/2]...)
		switch code {
		case C.MPG123_OK:
		case C.MPG123_NEW_FORMAT:
			if err := sound.setFormat(d); err != nil {
				return sound, err
			}
		case C.MPG123_NEED_MORE:
			if len(sound.Samples) == 0 {
				return sound, fmt.Errorf("%w: no audio", ErrFrames)
			}
			return sound, nil
		default:
			return sound, fmt.Errorf("%w: libmpg123 cannot decode the frames: %s", ErrFrames, C.GoString(C.mpg123_strerror(d)))
		}
	}
}

// setFormat adopts the format of the frames that follow.
func (s *Sound) setFormat(d *C.mpg123_handle) error {
	var rate C.long
	var channels, encoding C.int
	C.mpg123_getformat(d, &rate, &channels, &encoding)
	if s.SampleRate != 0 && (s.SampleRate != int(rate) || s.Channels != int(channels)) {
		return fmt.Errorf("%w: the format changes from %d Hz and %d channels to %d Hz and %d channels", ErrFrames, s.SampleRate, s.Channels, rate, channels)
	}
	s.SampleRate, s.Channels = int(rate), int(channels)
	return nil
}

// leastSamples returns the minimum number of samples per channel according to the Info frame, minus
// the most that may be dropped, or 0 without that frame.
func leastSamples(mp3 []byte) int {
	const mostLeftOut = 2 * 0xFFF // delay and padding have 12 bits each
	frame := mp3[min(tagBytes(mp3), len(mp3)):]
	h, ok := parseHeader(frame)
	info := headerBytes + h.sideInfo
	if !ok || len(frame) < info+12 {
		return 0
	}
	name, flags := string(frame[info:info+4]), binary.BigEndian.Uint32(frame[info+4:])
	if name != "Info" && name != "Xing" || flags&1 == 0 {
		return 0
	}
	return max(0, int(binary.BigEndian.Uint32(frame[info+8:]))*h.samples-mostLeftOut)
}
