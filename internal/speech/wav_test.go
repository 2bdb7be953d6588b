package speech_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/aloud-audio/aloud/internal/speech"
)

// wav is a WAV file of one format chunk and chunks given as name, size as written, content.
func wav(format, channels, rate, bits int, chunks ...any) []byte {
	b := []byte("RIFF\xff\xff\xff\x7fWAVEfmt \x10\x00\x00\x00")
	b = binary.LittleEndian.AppendUint16(b, uint16(format))
	b = binary.LittleEndian.AppendUint16(b, uint16(channels))
	b = binary.LittleEndian.AppendUint32(b, uint32(rate))
	b = binary.LittleEndian.AppendUint32(b, uint32(rate*channels*bits/8))
	b = binary.LittleEndian.AppendUint16(b, uint16(channels*bits/8))
	b = binary.LittleEndian.AppendUint16(b, uint16(bits))
	for i := 0; i+2 < len(chunks); i += 3 {
		b = append(b, chunks[i].(string)...)
		b = binary.LittleEndian.AppendUint32(b, uint32(chunks[i+1].(int)))
		b = append(b, chunks[i+2].(string)...)
	}
	return b
}

func TestDecodeWAV(t *testing.T) {
	for name, test := range map[string]struct {
		file []byte
		want string // samples, or part of the error
	}{
		"as it should be":      {wav(1, 1, 16000, 16, "data", 4, "\x01\x00\xff\xff"), "[1 -1]"},
		"size of espeak-ng":    {wav(1, 1, 16000, 16, "data", 0x7ffff000, "\x01\x00\xff\xff"), "[1 -1]"},
		"size of a stream":     {wav(1, 1, 16000, 16, "data", 0xffffffff, "\x01\x00"), "[1]"},
		"chunks around":        {wav(1, 1, 16000, 16, "LIST", 3, "abc\x00", "data", 2, "\x02\x00", "junk", 2, "zz"), "[2]"},
		"no audio":             {wav(1, 1, 16000, 16), "without audio"},
		"no format":            {append([]byte("RIFF\x00\x00\x00\x00WAVE"), "data\x02\x00\x00\x00\x01\x00"...), "without a format"},
		"short format":         {append([]byte("RIFF\x00\x00\x00\x00WAVE"), "fmt \x02\x00\x00\x00\x01\x00"...), "broken format"},
		"half a sample":        {wav(1, 1, 16000, 16, "data", 3, "\x01\x00\x02"), "within a sample"},
		"stereo":               {wav(1, 2, 16000, 16, "data", 4, "\x01\x00\x01\x00"), "only mono PCM"},
		"eight bits":           {wav(1, 1, 16000, 8, "data", 2, "\x01\x00"), "only mono PCM"},
		"floating point":       {wav(3, 1, 16000, 32, "data", 4, "\x01\x00\x00\x00"), "only mono PCM"},
		"no rate":              {wav(1, 1, 0, 16, "data", 2, "\x01\x00"), "only mono PCM"},
		"empty":                {nil, "not a WAV file"},
		"another kind of file": {[]byte("ID3 and then some more"), "not a WAV file"},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := speech.DecodeWAV(test.file)
			said := fmt.Sprint(got.Samples)
			if err != nil {
				said = err.Error()
			}
			if !strings.Contains(said, test.want) {
				t.Errorf("got %s, want %s", said, test.want)
			}
		})
	}
}

func TestDecodeWAVNeverPanics(t *testing.T) {
	whole := wav(1, 1, 16000, 16, "LIST", 3, "abc\x00", "data", 4, "\x01\x00\xff\xff")
	rapid.Check(t, func(t *rapid.T) {
		file := bytes.Clone(whole)
		file[rapid.IntRange(0, len(file)-1).Draw(t, "at")] = rapid.Byte().Draw(t, "byte")
		_, _ = speech.DecodeWAV(file[:rapid.IntRange(0, len(file)).Draw(t, "length")])
	})
}
