package speech

import (
	"github.com/aloud-audio/aloud/internal/pcm"
	"github.com/aloud-audio/aloud/internal/wav"
)

// DecodeWAV decodes a WAV file with package wav.
func DecodeWAV(file []byte) (Speech, error) {
	sound, err := wav.Decode(file)
	return Speech{SampleRate: sound.SampleRate, Samples: sound.Samples}, err
}

// DecodePCM decodes signed 16-bit little-endian mono samples without a header, at rate Hz.
func DecodePCM(b []byte, rate int) (Speech, error) {
	samples, err := pcm.Format{SampleRate: rate, Channels: 1, Bits: 16}.Decode(b)
	return Speech{SampleRate: rate, Samples: samples}, err
}
