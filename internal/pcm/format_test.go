package pcm

import (
	"bytes"
	"errors"
	"fmt"
	"os/exec"
	"slices"
	"strconv"
	"testing"
)

// ffmpeg writes a tone in each format, and Decode reads what ffmpeg reads of it as 16 bits.
func TestFormatsAsFFmpegWritesThem(t *testing.T) {
	for name, format := range map[string]Format{
		"u8": {Bits: 8, Encoding: Unsigned}, "s8": {Bits: 8}, "s16le": {Bits: 16}, "s16be": {Bits: 16, BigEndian: true},
		"s24le": {Bits: 24}, "s24be": {Bits: 24, BigEndian: true}, "s32le": {Bits: 32}, "s32be": {Bits: 32, BigEndian: true},
		"f32le": {Bits: 32, Encoding: Float}, "f32be": {Bits: 32, Encoding: Float, BigEndian: true}, "f64le": {Bits: 64, Encoding: Float},
		"mulaw": {Bits: 8, Encoding: MuLaw}, "alaw": {Bits: 8, Encoding: ALaw},
	} {
		for _, channels := range []int{1, 2} {
			if channels > 1 && name != "s24be" {
				continue
			}
			t.Run(fmt.Sprint(name, channels), func(t *testing.T) {
				format.SampleRate, format.Channels = 8000, channels
				written := ffmpeg(t, nil, "-f", "lavfi", "-i", "sine=frequency=440:sample_rate=8000:duration=0.2", "-ac", strconv.Itoa(channels), "-f", name, "-")
				read := ffmpeg(t, written, "-f", name, "-ar", "8000", "-ac", strconv.Itoa(channels), "-i", "-", "-ac", "1", "-f", "s16le", "-")
				want, _ := Format{Bits: 16, Channels: 1}.Decode(read)
				got, err := format.Decode(written)
				if err != nil || len(got) != 1600 || !slices.EqualFunc(got, want, func(a, b int16) bool { return max(a-b, b-a) <= 1 }) {
					t.Errorf("%d samples, error %v", len(got), err)
				}
			})
		}
	}
}

func ffmpeg(t *testing.T, in []byte, args ...string) []byte {
	t.Helper()
	cmd := exec.Command("ffmpeg", append([]string{"-v", "error", "-dither_method", "none"}, args...)...)
	if !slices.Contains(args, "lavfi") {
		cmd.Stdin = bytes.NewReader(in)
	}
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("ffmpeg: %v", err)
	}
	return out
}

func TestDecodeRefuses(t *testing.T) {
	for name, test := range map[string]struct {
		format Format
		bytes  string
		want   error
	}{
		"half a sample":        {Format{Channels: 1, Bits: 16}, "\x01", ErrCut},
		"half a moment":        {Format{Channels: 2, Bits: 16}, "\x01\x00", ErrCut},
		"channels that differ": {Format{Channels: 2, Bits: 16}, "\x01\x00\x05\x00", ErrChannels},
		"a silent channel":     {Format{Channels: 2, Bits: 16}, "\x01\x10\x00\x00", ErrChannels},
		"no channel":           {Format{Bits: 16}, "\x01\x00", ErrFormat},
		"twelve bits":          {Format{Channels: 1, Bits: 12}, "\x01\x00", ErrFormat},
	} {
		if _, err := test.format.Decode([]byte(test.bytes)); !errors.Is(err, test.want) {
			t.Errorf("%s: error is %v, want %v", name, err, test.want)
		}
	}
}

// Dither may set channels of one sound a step or two apart.
func TestChannelsThatAreAlike(t *testing.T) {
	got, err := Format{Channels: 2, Bits: 16}.Decode([]byte("\x01\x00\x03\x00\xff\xff\x00\x00"))
	if err != nil || !slices.Equal(got, []int16{1, -1}) {
		t.Errorf("got %v, %v", got, err)
	}
}

func TestGarbled(t *testing.T) {
	tone := ffmpeg(t, nil, "-f", "lavfi", "-i", "sine=frequency=440:sample_rate=24000:duration=1", "-f", "s16le", "-")
	swapped, _ := Format{Channels: 1, Bits: 16, BigEndian: true}.Decode(tone)
	samples, _ := Format{Channels: 1, Bits: 16}.Decode(tone)
	var twice []int16
	for _, s := range samples {
		twice = append(twice, s, s)
	}
	shifted, _ := Format{Channels: 1, Bits: 16}.Decode(tone[1 : len(tone)-1])
	for name, test := range map[string]struct {
		samples      []int16
		smooth, even bool
	}{
		"a tone":             {samples, true, true},
		"bytes swapped":      {swapped, false, true},
		"a byte late":        {shifted, false, true},
		"two equal channels": {twice, true, false},
		"silence":            {make([]int16, 100), true, true},
		"nothing":            {nil, true, true},
		"a constant":         {slices.Repeat([]int16{700}, 100), true, true},
	} {
		if smooth, even := Smoothness(test.samples), Evenness(test.samples); (smooth >= Speech) != test.smooth || (smooth < Noise) == test.smooth || (even >= 0.9) != test.even {
			t.Errorf("%s: smoothness %.2f, evenness %.2f", name, smooth, even)
		}
	}
}

// What G.711 makes of the extremes and of silence is in its tables.
func TestG711(t *testing.T) {
	for code, want := range map[byte]int16{0x00: -32124, 0x80: 32124, 0x7F: 0, 0xFF: 0} {
		if got := muLaw(code); got != want {
			t.Errorf("mu-law %#x is %d, want %d", code, got, want)
		}
	}
	for code, want := range map[byte]int16{0x2A: -32256, 0xAA: 32256, 0x55: -8, 0xD5: 8} {
		if got := aLaw(code); got != want {
			t.Errorf("A-law %#x is %d, want %d", code, got, want)
		}
	}
}
