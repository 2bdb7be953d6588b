package mp3

// #include <lame/lame.h>
import "C"

// header holds the content of the first four bytes of a Layer III frame (ISO/IEC 11172-3, 2.4.2.3).
type header struct {
	size     int // of the frame, in bytes
	samples  int // of each channel
	sideInfo int // bytes
}

// parseHeader returns false if b does not begin with a frame of a fixed bit rate.
func parseHeader(b []byte) (header, bool) {
	const layer3, mono, none = 1, 3, 15
	if !isHeader(b) || b[1]>>1&3 != layer3 {
		return header{}, false
	}
	version, known := map[byte]int{0: mpeg25, 2: mpeg2, 3: mpeg1}[b[1]>>3&3]
	bitRate, sampleRate := b[2]>>4, b[2]>>2&3
	if !known || bitRate == 0 || bitRate == none || sampleRate == 3 {
		return header{}, false
	}
	kbits := int(C.lame_get_bitrate(C.int(version), C.int(bitRate)))
	hertz := int(C.lame_get_samplerate(C.int(version), C.int(sampleRate)))
	if kbits <= 0 {
		return header{}, false
	}
	h := header{size: frameBytes(version, hertz, kbits) + int(b[2]>>1&1), samples: granule, sideInfo: sideInfoBytes(version)}
	if version == mpeg1 {
		h.samples = 2 * granule
	}
	if b[3]>>6 != mono {
		h.sideInfo = map[bool]int{true: 32, false: 17}[version == mpeg1]
	}
	return h, true
}

// frameSize returns the size of the frame at the start of b, or 0 if there is none.
func frameSize(b []byte) int {
	h, _ := parseHeader(b)
	return h.size
}
