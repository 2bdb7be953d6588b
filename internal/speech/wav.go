package speech

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// DecodeWAV reads a WAV file of 16-bit mono PCM; any other is an error.
//
// Programs that write WAV to a pipe can't know its length and write a huge one (espeak-ng
// 0x7ffff000, others 0xffffffff): audio that is said to be longer than the file ends with the file.
// Layout: Multimedia Programming Interface and Data Specifications 1.0 (IBM, Microsoft, 1991),
// "WAVE".
func DecodeWAV(wav []byte) (Speech, error) {
	if !IsWAV(wav) {
		return Speech{}, errors.New("not a WAV file")
	}
	rate := 0
	for rest := wav[12:]; len(rest) >= 8; {
		id, size := string(rest[:4]), int(binary.LittleEndian.Uint32(rest[4:]))
		rest = rest[8:]
		chunk := rest[:min(size, len(rest))]
		switch id {
		case "fmt ":
			var err error
			if rate, err = parseFormat(chunk); err != nil {
				return Speech{}, err
			}
		case "data":
			if rate == 0 {
				return Speech{}, errors.New("WAV file without a format before its audio")
			}
			return DecodePCM(chunk, rate)
		}
		rest = rest[min(size+size%2, len(rest)):] // chunks begin at even offsets
	}
	return Speech{}, errors.New("WAV file without audio")
}

// Decode reads audio that may begin with a WAV header: samples without one are at rate Hz.
func Decode(audio []byte, rate int) (Speech, error) {
	if IsWAV(audio) {
		return DecodeWAV(audio)
	}
	return DecodePCM(audio, rate)
}

// IsWAV reports whether b begins as a WAV file does.
func IsWAV(b []byte) bool {
	return len(b) >= 12 && string(b[:4]) == "RIFF" && string(b[8:12]) == "WAVE"
}

// parseFormat returns the sample rate, in Hz, that a WAV file's format chunk gives.
func parseFormat(chunk []byte) (int, error) {
	if len(chunk) < 16 {
		return 0, errors.New("WAV file with a broken format chunk")
	}
	const pcm = 1
	format := binary.LittleEndian.Uint16(chunk)
	channels := binary.LittleEndian.Uint16(chunk[2:])
	rate := binary.LittleEndian.Uint32(chunk[4:])
	bits := binary.LittleEndian.Uint16(chunk[14:])
	if format != pcm || channels != 1 || bits != 16 || rate == 0 {
		return 0, fmt.Errorf("WAV file of format %d, %d channels, %d bits, %d Hz: only mono PCM of 16 bits is understood",
			format, channels, bits, rate)
	}
	return int(rate), nil
}

// DecodePCM reads signed 16-bit little-endian mono samples without a header, rate Hz.
func DecodePCM(pcm []byte, rate int) (Speech, error) {
	if len(pcm)%2 != 0 {
		return Speech{}, fmt.Errorf("%d bytes of 16-bit audio: it ends within a sample", len(pcm))
	}
	samples := make([]int16, len(pcm)/2)
	for i := range samples {
		samples[i] = int16(binary.LittleEndian.Uint16(pcm[2*i:]))
	}
	return Speech{SampleRate: rate, Samples: samples}, nil
}
