// Package wav reads WAV files, including those that streaming servers write: without their length,
// with chunks after the audio, or several files in sequence.
//
// It never writes one, and knows no voice. Package speech, and package media, which reads
// providers' answers, call it. Layout: Multimedia Programming Interface and Data Specifications 1.0
// (IBM, Microsoft, 1991), "WAVE"; multiple channel audio data and WAVE files (Microsoft, 2001); EBU
// Tech 3306 (RF64).
package wav

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/aloud-audio/aloud/internal/pcm"
)

// ErrCut reports a file that has less audio than its header says.
var ErrCut = errors.New("the WAV file is cut off")

// Sound is the audio of a file.
type Sound struct {
	SampleRate int // Hz
	Samples    []int16
}

// headerBytes is the size of the header before the first chunk: RIFF, size, WAVE.
const headerBytes = 12

// chunkBytes is the size of a chunk's header: name and size.
const chunkBytes = 8

// Is reports whether b begins like a WAV file.
func Is(b []byte) bool {
	return len(b) >= headerBytes && (string(b[:4]) == "RIFF" || string(b[:4]) == "RF64") && string(b[8:12]) == "WAVE"
}

// Decode decodes PCM of any width, floating point and G.711, with one channel or several equal
// ones, as pcm.Format.Decode does. It joins the audio of files in sequence. The error is ErrCut if
// the end is missing.
func Decode(b []byte) (Sound, error) {
	var all Sound
	for i, file := range split(b) {
		one, err := decode(file)
		switch {
		case err != nil:
			return Sound{}, err
		case i > 0 && one.SampleRate != all.SampleRate:
			return Sound{}, fmt.Errorf("WAV files of %d and %d Hz, one after the other", all.SampleRate, one.SampleRate)
		}
		all.SampleRate, all.Samples = one.SampleRate, append(all.Samples, one.Samples...)
	}
	return all, nil
}

// split cuts b before each header of a WAV file, whatever length the previous header gives.
func split(b []byte) (files [][]byte) {
	for at := headerBytes; ; {
		next := bytes.Index(b[min(at, len(b)):], []byte("WAVE"))
		if next < 0 {
			return append(files, b)
		}
		start := at + next - 8
		at += next + 1
		if start > 0 && Is(b[start:]) {
			files, b, at = append(files, b[:start]), b[start:], headerBytes
		}
	}
}

func decode(file []byte) (Sound, error) {
	if !Is(file) {
		return Sound{}, errors.New("not a WAV file")
	}
	var format pcm.Format
	for rest := file[headerBytes:]; len(rest) >= chunkBytes; {
		name, size := string(rest[:4]), int(binary.LittleEndian.Uint32(rest[4:]))
		rest = rest[chunkBytes:]
		switch name {
		case "fmt ":
			var err error
			if format, err = parseFormat(rest[:min(size, len(rest))]); err != nil {
				return Sound{}, err
			}
		case "data":
			return decodeData(format, rest, size)
		}
		rest = next(rest, size)
	}
	return Sound{}, fmt.Errorf("%w: it is without audio", ErrCut)
}

// next returns the bytes after a chunk's content of the given size. Chunks begin at even offsets,
// but some writers omit the padding.
func next(rest []byte, size int) []byte {
	end := min(size, len(rest))
	if size%2 == 1 && end < len(rest) && !isName(rest[end:]) {
		end++
	}
	return rest[end:]
}

// names are the names of chunks that programs write: EBU Tech 3285, ffmpeg, libsndfile.
var names = []string{"fmt ", "data", "LIST", "fact", "JUNK", "junk", "PAD ", "id3 ", "ID3 ", "bext", "iXML", "cue ", "smpl", "PEAK", "_PMX", "afsp", "C2PA"}

func isName(b []byte) bool {
	for _, name := range names {
		if bytes.HasPrefix(b, []byte(name)) {
			return true
		}
	}
	return false
}

func decodeData(format pcm.Format, rest []byte, size int) (Sound, error) {
	if format.SampleRate == 0 {
		return Sound{}, errors.New("WAV file without a format before its audio")
	}
	audio, err := content(rest, size)
	if err != nil {
		return Sound{}, err
	}
	samples, err := format.Decode(audio)
	return Sound{SampleRate: format.SampleRate, Samples: samples}, err
}

// unknown is the smallest size that stands for an unknown one: espeak-ng writes 0x7ffff000, others
// 0xffffffff or 2,000,000,000. No answer is as large.
const unknown = 1 << 30

// content returns the audio of a data chunk whose header gives the size. rest may be shorter, or
// contain further chunks.
func content(rest []byte, size int) ([]byte, error) {
	const header = 64 // some writers count it as audio
	switch {
	case size == 0 || size >= unknown:
		return withoutPadding(withoutLateSize(withoutTrailer(rest))), nil
	case size > len(rest)+header:
		return nil, fmt.Errorf("%w: it has %d bytes of audio and says %d", ErrCut, len(rest), size)
	}
	return rest[:min(size, len(rest))], nil
}

// longestTrailer is how much of a file's end is searched for chunks after the audio.
const longestTrailer = 1 << 16 // bytes

// withoutTrailer removes the chunks after the audio: those with known names whose sizes add up to
// the end of the file.
func withoutTrailer(b []byte) []byte {
	for at := max(0, len(b)-longestTrailer); at <= len(b)-chunkBytes; at++ {
		if endsWithChunks(b[at:]) {
			return b[:at]
		}
	}
	return b
}

// endsWithChunks looks at the size first: of audio it is mostly too large.
func endsWithChunks(b []byte) bool {
	for len(b) >= chunkBytes {
		size := int(binary.LittleEndian.Uint32(b[4:]))
		if size > len(b)-chunkBytes || !isName(b) {
			return false
		}
		b = next(b[chunkBytes:], size)
	}
	return len(b) == 0
}

// withoutLateSize removes the trailer of a writer that cannot seek back to the header: the size of
// the preceding audio, with a few bytes around it.
func withoutLateSize(b []byte) []byte {
	const few = 64 // bytes
	for at := max(0, len(b)-few); at+4 <= len(b); at++ {
		if size := int(binary.LittleEndian.Uint32(b[at:])); size > 0 && size <= at && at-size < few {
			return b[:size]
		}
	}
	return b
}

// withoutPadding removes the zero that makes the size of a file even.
func withoutPadding(b []byte) []byte {
	if len(b)%2 == 1 && b[len(b)-1] == 0 {
		return b[:len(b)-1]
	}
	return b
}
