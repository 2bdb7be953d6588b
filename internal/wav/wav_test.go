package wav_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/aloud-audio/aloud/internal/wav"
)

// chunk is the name, the size as it is written, and the content.
type chunk struct {
	name    string
	size    int
	content string
}

// data is a chunk of audio with its true size.
func data(content string) chunk { return chunk{"data", len(content), content} }

// file is a WAV file of a format chunk and others.
func file(format, channels, rate, bits int, chunks ...chunk) []byte {
	return raw(append([]chunk{{"fmt ", 16, plain(format, channels, rate, bits)}}, chunks...)...)
}

func plain(format, channels, rate, bits int) string {
	b := binary.LittleEndian.AppendUint16(nil, uint16(format))
	b = binary.LittleEndian.AppendUint16(b, uint16(channels))
	b = binary.LittleEndian.AppendUint32(b, uint32(rate))
	b = binary.LittleEndian.AppendUint32(b, uint32(rate*channels*bits/8))
	b = binary.LittleEndian.AppendUint16(b, uint16(channels*bits/8))
	return string(binary.LittleEndian.AppendUint16(b, uint16(bits)))
}

// extensible is a format chunk whose code is in its extension.
func extensible(format, channels, rate, bits int) chunk {
	const guid = "\x00\x00\x00\x00\x10\x00\x80\x00\x00\xaa\x00\x38\x9b\x71"
	b := plain(0xFFFE, channels, rate, bits) + "\x16\x00" + string([]byte{byte(bits), 0, 4, 0, 0, 0, byte(format), 0}) + guid
	return chunk{"fmt ", len(b), b}
}

func raw(chunks ...chunk) []byte {
	b := []byte("RIFF\xff\xff\xff\xffWAVE")
	for _, c := range chunks {
		b = append(b, c.name...)
		b = binary.LittleEndian.AppendUint32(b, uint32(c.size))
		b = append(b, c.content...)
	}
	return b
}

const (
	streamed  = 0xffffffff // a size that the writer does not know
	two       = "\x01\x00\xff\xff"
	infoChunk = "INFOISFT\x0e\x00\x00\x00Lavf59.27.100\x00"
)

// speechBytes are enough samples that sizes appended to them are told apart from a header.
var speechBytes = strings.Repeat("\x01\x00\x02\x00", 100)

func TestDecode(t *testing.T) {
	info := chunk{"LIST", len(infoChunk), infoChunk}
	for name, test := range map[string]struct {
		file []byte
		want string // samples, or part of the error
	}{
		"as it should be":        {file(1, 1, 16000, 16, data(two)), "[1 -1]"},
		"size of espeak-ng":      {file(1, 1, 16000, 16, chunk{"data", 0x7ffff000, two}), "[1 -1]"},
		"size of a stream":       {file(1, 1, 16000, 16, chunk{"data", streamed, "\x01\x00"}), "[1]"},
		"no size":                {file(1, 1, 16000, 16, chunk{"data", 0, two}), "[1 -1]"},
		"a size that is made up": {file(1, 1, 16000, 16, chunk{"data", 2_000_000_000, two}), "[1 -1]"},
		"a size with the header": {file(1, 1, 16000, 16, chunk{"data", 4 + 44, two}), "[1 -1]"},
		"RF64":                   {bytes.Replace(file(1, 1, 16000, 16, chunk{"data", streamed, two}), []byte("RIFF"), []byte("RF64"), 1), "[1 -1]"},
		"chunks around":          {file(1, 1, 16000, 16, chunk{"LIST", 3, "abc\x00"}, data("\x02\x00"), chunk{"junk", 2, "zz"}), "[2]"},
		"padding left out":       {file(1, 1, 16000, 16, chunk{"LIST", 3, "abc"}, data("\x02\x00")), "[2]"},
		"chunks behind a stream": {file(1, 1, 16000, 16, chunk{"data", streamed, two}, info), "[1 -1]"},
		"two chunks behind it":   {file(1, 1, 16000, 16, chunk{"data", 0, two}, info, chunk{"id3 ", 3, "abc\x00"}), "[1 -1]"},
		"the size behind it":     {append(file(1, 1, 16000, 16, chunk{"data", streamed, speechBytes}), "\xff\x7f\xff\x7f\x90\x01\x00\x00data"...), "[1 2 1 2"},
		"padding of a stream":    {append(file(1, 1, 16000, 16, chunk{"data", streamed, two}), 0), "[1 -1]"},
		"a second file":          {append(file(1, 1, 16000, 16, data(two)), file(1, 1, 16000, 16, data("\x03\x00"))...), "[1 -1 3]"},
		"a second streamed file": {append(file(1, 1, 16000, 16, chunk{"data", streamed, two}), file(1, 1, 16000, 16, chunk{"data", streamed, "\x03\x00"})...), "[1 -1 3]"},
		"three files": {bytes.Join([][]byte{file(1, 1, 16000, 16, data(two)), file(1, 1, 16000, 16, info, data("\x03\x00")), file(1, 1, 16000, 16, data("\x04\x00"))}, nil),
			"[1 -1 3 4]"},
		"a second file, another rate": {append(file(1, 1, 16000, 16, data(two)), file(1, 1, 24000, 16, data(two))...), "16000 and 24000 Hz"},
		"extensible":                  {raw(extensible(1, 1, 16000, 16), data(two)), "[1 -1]"},
		"equal channels":              {file(1, 2, 16000, 16, data("\x01\x00\x01\x00\xff\xff\xff\xff")), "[1 -1]"},
		"other channels":              {file(1, 2, 16000, 16, data("\x01\x00\x01\x09")), "have it made with one"},
		"eight bits":                  {file(1, 1, 16000, 8, data("\x80\x81\x00")), "[0 256 -32768]"},
		"24 bits":                     {file(1, 1, 16000, 24, data("\x7f\x01\x00\x80\xff\xff")), "[1 0]"},
		"32 bits":                     {file(1, 1, 16000, 32, data("\x00\x00\x01\x00\x00\x00\xff\xff")), "[1 -1]"},
		"floating point":              {file(3, 1, 16000, 32, data("\x00\x00\x00\xbf\x00\x00\x80\x3f\x00\x00\xc0\x7f")), "[-16384 32767 0]"},
		"extensible floating point":   {raw(extensible(3, 1, 16000, 32), data("\x00\x00\x00\xbf")), "[-16384]"},
		"mu-law":                      {file(7, 1, 8000, 8, data("\xff\x00\x80")), "[0 -32124 32124]"},
		"A-law":                       {file(6, 1, 8000, 8, data("\xd5\x2a\xaa")), "[8 -32256 32256]"},
		"MP3 in it":                   {file(0x55, 1, 24000, 0, data(two)), "format 85"},
		"no audio":                    {file(1, 1, 16000, 16), "without audio"},
		"no format":                   {raw(data("\x01\x00")), "without a format"},
		"short format":                {raw(chunk{"fmt ", 2, "\x01\x00"}), "broken format"},
		"half a sample":               {file(1, 1, 16000, 16, data("\x01\x00\x02")), "within a sample"},
		"half a streamed sample":      {file(1, 1, 16000, 16, chunk{"data", streamed, "\x01\x00\x02"}), "within a sample"},
		"cut off":                     {file(1, 1, 16000, 16, chunk{"data", 1000, two}), "4 bytes of audio and says 1000"},
		"no rate":                     {file(1, 1, 0, 16, data("\x02\x00")), "0 Hz"},
		"a rate that is none":         {file(1, 1, 0xffffffff, 16, data("\x02\x00")), "only 8000 to 96000 Hz"},
		"empty":                       {nil, "not a WAV file"},
		"another kind of file":        {[]byte("ID3 and then some more"), "not a WAV file"},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := wav.Decode(test.file)
			said := fmt.Sprint(got.Samples)
			if err != nil {
				said = err.Error()
			}
			if !strings.Contains(said, test.want) || name == "the size behind it" && len(got.Samples) != 200 {
				t.Errorf("got %s, want %s", said, test.want)
			}
		})
	}
}

func TestDecodeNeverPanics(t *testing.T) {
	whole := append(file(1, 1, 16000, 16, chunk{"LIST", 3, "abc\x00"}, data(two)), raw(extensible(3, 2, 16000, 32), chunk{"data", streamed, two + two}, chunk{"LIST", 4, "abcd"})...)
	rapid.Check(t, func(t *rapid.T) {
		b := bytes.Clone(whole)
		b[rapid.IntRange(0, len(b)-1).Draw(t, "at")] = rapid.Byte().Draw(t, "byte")
		_, _ = wav.Decode(b[:rapid.IntRange(0, len(b)).Draw(t, "length")])
	})
}
