package wav

import (
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/aloud-audio/aloud/internal/pcm"
)

// Audio formats by code (RFC 2361). The extensible format has another code in its extension.
const (
	formatPCM        = 1
	formatFloat      = 3
	formatALaw       = 6
	formatMuLaw      = 7
	formatExtensible = 0xFFFE
)

var encodings = map[uint16]pcm.Encoding{
	formatPCM: pcm.Signed, formatFloat: pcm.Float, formatALaw: pcm.ALaw, formatMuLaw: pcm.MuLaw,
}

// parseFormat parses a format chunk. A sample's width is that of its container.
func parseFormat(chunk []byte) (pcm.Format, error) {
	const plain, extended = 16, 26 // bytes
	if len(chunk) < plain {
		return pcm.Format{}, errors.New("WAV file with a broken format chunk")
	}
	code := binary.LittleEndian.Uint16(chunk)
	if code == formatExtensible && len(chunk) >= extended {
		code = binary.LittleEndian.Uint16(chunk[24:])
	}
	encoding, known := encodings[code]
	f := pcm.Format{
		SampleRate: int(binary.LittleEndian.Uint32(chunk[4:])),
		Channels:   int(binary.LittleEndian.Uint16(chunk[2:])),
		Bits:       int(binary.LittleEndian.Uint16(chunk[14:])),
		Encoding:   encoding,
	}
	if encoding == pcm.Signed && f.Bits == 8 {
		f.Encoding = pcm.Unsigned
	}
	switch _, err := f.Decode(nil); {
	case !known || err != nil:
		return f, fmt.Errorf("WAV file of format %d, %d channels, %d bits: only PCM, floating point and G.711 are understood", code, f.Channels, f.Bits)
	case f.SampleRate < pcm.LowestRate || f.SampleRate > pcm.HighestRate:
		return f, fmt.Errorf("WAV file of %d Hz: only %d to %d Hz are understood", f.SampleRate, pcm.LowestRate, pcm.HighestRate)
	}
	return f, nil
}
