package flac

import (
	"bytes"
	"encoding/binary"
)

// Layout of a file (RFC 9639, 8): the marker, then metadata blocks, each with a header of 4 bytes:
// whether it is the last one and its type, and its size in 3 bytes. The first block is the stream's
// information.
const (
	marker      = "fLaC"
	header      = 4
	lastBlock   = 0x80
	application = 2
	owner       = "alud" // begins this package's application block (RFC 9639, 8.4)
	largest     = 1<<24 - 1
)

// WithNote returns a file of Encode with a note in it, which decoders skip. An empty note, or one
// that no block can hold, changes nothing.
func WithNote(packed, note []byte) []byte {
	at := len(marker)
	if len(note) == 0 || len(note)+len(owner) > largest || len(packed) < at+header {
		return packed
	}
	end := at + header + size(packed[at:])
	if end > len(packed) {
		return packed
	}
	block := binary.BigEndian.AppendUint32(nil, uint32(application<<24|len(owner)+len(note)))
	block[0] |= packed[at] & lastBlock
	out := bytes.Join([][]byte{packed[:end], block, []byte(owner), note, packed[end:]}, nil)
	out[at] &^= lastBlock
	return out
}

// Note returns the note of a file, nil if there is none.
func Note(packed []byte) []byte {
	for at := len(marker); at+header <= len(packed); {
		body := packed[at+header:]
		n := size(packed[at:])
		if n > len(body) {
			return nil
		}
		if packed[at]&^lastBlock == application && bytes.HasPrefix(body[:n], []byte(owner)) {
			return body[len(owner):n]
		}
		if packed[at]&lastBlock != 0 {
			return nil
		}
		at += header + n
	}
	return nil
}

// size returns the size of the block that has this header.
func size(block []byte) int { return int(binary.BigEndian.Uint32(block) & largest) }
