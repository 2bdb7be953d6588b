package speechtest

import (
	"context"
	"encoding/binary"
	"slices"
	"sync"

	"github.com/aloud-audio/aloud/internal/pcm"
	"github.com/aloud-audio/aloud/internal/script/ssml"
	"github.com/aloud-audio/aloud/internal/speech/command"
)

// Say has espeak-ng speak for a provider's test server, speed times as fast as it does by itself:
// signed 16-bit little-endian mono at rate Hz. The same text is spoken once and remembered, since
// tests of limits send much that repeats.
func Say(ctx context.Context, text, language string, rate int, speed float64) ([]byte, error) {
	key := utterance{text, language, rate, speed}
	if before, ok := remembered.Load(key); ok {
		return before.([]byte), nil
	}
	voice, err := command.EspeakNG{}.Voice("", language)
	if err == nil {
		voice, err = voice.At(speed)
	}
	if err != nil {
		return nil, err
	}
	said, err := command.EspeakNG{}.Synthesize(ctx, voice.Call(ssml.Text{Spoken: text}))
	if err != nil {
		return nil, err
	}
	samples := slices.Clip(pcm.AppendBytes(nil, pcm.Resample(said.Samples, said.SampleRate, rate)))
	remembered.Store(key, samples)
	return samples, nil
}

// utterance is what remembered has the PCM bytes of.
type utterance struct {
	text, language string
	rate           int
	speed          float64
}

var remembered sync.Map

// WAV puts a header before samples of rate Hz. Its sizes are those of a server that streams:
// 0xffffffff, unknown.
func WAV(pcm []byte, rate int) []byte {
	h := []byte("RIFF\xff\xff\xff\xffWAVEfmt \x10\x00\x00\x00\x01\x00\x01\x00")
	h = binary.LittleEndian.AppendUint32(h, uint32(rate))
	h = binary.LittleEndian.AppendUint32(h, uint32(2*rate))
	h = append(h, "\x02\x00\x10\x00data\xff\xff\xff\xff"...)
	return append(h, pcm...)
}
