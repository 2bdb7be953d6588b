package pcm

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
)

// Encoding is how the bytes of a sample give its value.
type Encoding int

// The encodings of samples.
const (
	Signed   Encoding = iota // two's complement
	Unsigned                 // 0 is the lowest value: WAV files of 8 bits, audio/L8
	Float                    // IEEE 754, full scale is 1
	MuLaw                    // ITU-T G.711
	ALaw                     // ITU-T G.711
)

// Format is how samples lie in bytes.
type Format struct {
	SampleRate int // Hz
	Channels   int
	Bits       int // of a sample
	Encoding   Encoding
	BigEndian  bool
}

// The ways in which bytes are not what a format says.
var (
	// ErrCut reports bytes that end within a sample, or within the samples of one moment.
	ErrCut = errors.New("the audio ends within a sample")

	// ErrChannels reports channels that differ: to mix them could cancel what both have.
	ErrChannels = errors.New("its channels differ: have it made with one")

	// ErrFormat reports a format that Decode does not know.
	ErrFormat = errors.New("unknown format of samples")
)

// Decode returns the samples in b as 16 bits of one channel. It rounds what is finer, and of
// several channels that are alike it takes one.
func (f Format) Decode(b []byte) ([]int16, error) {
	value, known := values[layout{f.Encoding, f.Bits}]
	if !known || f.Channels < 1 {
		return nil, fmt.Errorf("%w: %d channels of %d bits", ErrFormat, f.Channels, f.Bits)
	}
	size := f.Bits / 8
	if len(b)%(size*f.Channels) != 0 {
		return nil, fmt.Errorf("%w: %d bytes, of %d for each moment", ErrCut, len(b), size*f.Channels)
	}
	samples := make([]int16, len(b)/size)
	if f == (Format{f.SampleRate, 1, 16, Signed, false}) { // nearly all, and long
		for i := range samples {
			samples[i] = int16(binary.LittleEndian.Uint16(b[2*i:]))
		}
		return samples, nil
	}
	var word [8]byte
	for i := range samples {
		f.order(word[:size], b[i*size:])
		samples[i] = value(word[:size])
	}
	return Mono(samples, f.Channels)
}

// order copies a sample in little-endian order.
func (f Format) order(to, from []byte) {
	copy(to, from)
	if f.BigEndian {
		for i, j := 0, len(to)-1; i < j; i, j = i+1, j-1 {
			to[i], to[j] = to[j], to[i]
		}
	}
}

// layout is what decides how a sample is read.
type layout struct {
	encoding Encoding
	bits     int
}

// values read a sample in little-endian order.
var values = map[layout]func([]byte) int16{
	{Unsigned, 8}: func(b []byte) int16 { return (int16(b[0]) - 128) << 8 },
	{Signed, 8}:   func(b []byte) int16 { return int16(b[0]) << 8 },
	{Signed, 16}:  func(b []byte) int16 { return int16(binary.LittleEndian.Uint16(b)) },
	{Signed, 24}:  func(b []byte) int16 { return rounded(int64(int32(b[0])<<8|int32(b[1])<<16|int32(b[2])<<24), 16) },
	{Signed, 32}:  func(b []byte) int16 { return rounded(int64(int32(binary.LittleEndian.Uint32(b))), 16) },
	{Float, 32}:   func(b []byte) int16 { return scaled(float64(math.Float32frombits(binary.LittleEndian.Uint32(b)))) },
	{Float, 64}:   func(b []byte) int16 { return scaled(math.Float64frombits(binary.LittleEndian.Uint64(b))) },
	{MuLaw, 8}:    func(b []byte) int16 { return muLaw(b[0]) },
	{ALaw, 8}:     func(b []byte) int16 { return aLaw(b[0]) },
}

func rounded(value int64, bits int) int16 { return clamp((value + 1<<(bits-1)) >> bits) }

func clamp(value int64) int16 { return int16(min(max(value, math.MinInt16), math.MaxInt16)) }

// scaled is silence for what is no number.
func scaled(value float64) int16 {
	if math.IsNaN(value) {
		return 0
	}
	return int16(min(max(math.Round(value*(math.MaxInt16+1)), math.MinInt16), math.MaxInt16))
}

// muLaw expands a sample of ITU-T G.711, table 2a: all bits are inverted, and 33 is added to each
// magnitude, of 14 bits.
func muLaw(code byte) int16 {
	code = ^code
	value := (int16(code&0x0F)<<3+0x84)<<(code>>4&7) - 0x84
	if code&0x80 != 0 {
		return -value
	}
	return value
}

// aLaw expands a sample of ITU-T G.711, table 1a: every second bit is inverted.
func aLaw(code byte) int16 {
	code ^= 0x55
	value := int16(code&0x0F)<<4 + 8
	if segment := code >> 4 & 7; segment > 0 {
		value = (value + 0x100) << (segment - 1)
	}
	if code&0x80 == 0 {
		return -value
	}
	return value
}

// alike is how far the channels of one sound lie apart, in steps of 16 bits: rounding and dither.
const alike = 3

// Mono takes the first of channels that are interleaved and alike. The error is ErrChannels.
func Mono(samples []int16, channels int) ([]int16, error) {
	if channels == 1 {
		return samples, nil
	}
	first := make([]int16, len(samples)/channels)
	for i := range first {
		moment := samples[i*channels:][:channels]
		for _, other := range moment[1:] {
			if apart := int(other) - int(moment[0]); apart > alike || -apart > alike {
				return nil, ErrChannels
			}
		}
		first[i] = moment[0]
	}
	return first, nil
}

// Sample rates of speech, in Hz: below them it is not understood, and above them nothing is heard.
const (
	LowestRate  = 8000
	HighestRate = 96000
)
