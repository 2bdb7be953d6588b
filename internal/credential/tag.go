package credential

import (
	"bytes"
	"encoding/binary"
)

// oldMediaType is the former media type of a C2PA manifest store.
const oldMediaType = "application/x-c2pa-manifest-store"

// findStore returns the offset of the manifest store in an MP3 file. It reads ID3v2.2, 2.3 and 2.4.
// It does not decode unsynchronised tags, so their hashes do not match.
func findStore(file []byte) (at int, found bool) {
	if len(file) < id3Header || string(file[:3]) != "ID3" {
		return 0, false
	}
	version, flags := file[3], file[5]
	const extended = 0x40
	if version < 2 || version > 4 {
		return 0, false
	}
	end := min(len(file), id3Header+gather(file[6:10]))
	at = id3Header
	if flags&extended != 0 && version > 2 {
		at += extendedHeader(version, file[at:end])
	}
	for at < end {
		f, ok := frameAt(version, file[at:end])
		if !ok {
			return 0, false
		}
		if offset, ok := f.store(); ok {
			return at + f.header + offset, true
		}
		at += f.header + len(f.body)
	}
	return 0, false
}

// extendedHeader returns the header's size in bytes: including its own length in ID3v2.4, without
// it in 2.3.
func extendedHeader(version byte, tag []byte) int {
	switch {
	case len(tag) < 4:
		return len(tag)
	case version == 4:
		return gather(tag)
	}
	return 4 + int(binary.BigEndian.Uint32(tag))
}

// tagFrame is a frame of an ID3v2 tag.
type tagFrame struct {
	id     string
	header int // bytes
	body   []byte
}

// frameAt reads the next frame of a tag. ok is false at padding or at the end. A truncated frame
// contains what is left of it.
func frameAt(version byte, tag []byte) (f tagFrame, ok bool) {
	f.header = id3Header
	if version == 2 {
		f.header = 6
	}
	if len(tag) < f.header || tag[0] == 0 {
		return f, false
	}
	size := 0
	switch version {
	case 2:
		f.id, size = string(tag[:3]), int(tag[3])<<16|int(tag[4])<<8|int(tag[5])
	case 3:
		f.id, size = string(tag[:4]), int(binary.BigEndian.Uint32(tag[4:8]))
	default:
		f.id, size = string(tag[:4]), gather(tag[4:8])
	}
	f.body = tag[f.header:min(len(tag), f.header+size)]
	return f, true
}

// store returns the offset of a manifest store in a frame's body.
func (f tagFrame) store() (offset int, found bool) {
	if f.id != "GEOB" && f.id != "GEO" || len(f.body) == 0 {
		return 0, false
	}
	media, rest, ended := bytes.Cut(f.body[1:], []byte{0})
	if !ended || string(media) != mediaType && string(media) != oldMediaType {
		return 0, false
	}
	for range 2 { // file name and description
		if rest, ended = afterText(f.body[0], rest); !ended {
			return 0, false
		}
	}
	return len(f.body) - len(rest), true
}

// afterText skips a string that ends with a zero, which is two bytes long in UTF-16.
func afterText(encoding byte, b []byte) (rest []byte, ended bool) {
	const utf16, utf16BE = 1, 2
	if encoding != utf16 && encoding != utf16BE {
		_, rest, ended = bytes.Cut(b, []byte{0})
		return rest, ended
	}
	for ; len(b) >= 2; b = b[2:] {
		if b[0] == 0 && b[1] == 0 {
			return b[2:], true
		}
	}
	return nil, false
}

// gather decodes a four-byte size with seven bits in each byte.
func gather(b []byte) int {
	return int(b[0]&0x7f)<<21 | int(b[1]&0x7f)<<14 | int(b[2]&0x7f)<<7 | int(b[3]&0x7f)
}
