package speechtest

import (
	"context"
	"encoding/binary"
	"sync"

	"github.com/aloud-audio/aloud/internal/script/ssml"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/speech/command"
)

// Say has espeak-ng speak for a provider's test server: signed 16-bit little-endian mono at rate Hz. The same text is
// spoken once and remembered: tests of limits send much that repeats.
func Say(ctx context.Context, text, language string, rate int) ([]byte, error) {
	key := language + "\x00" + text
	if before, ok := remembered.Load(key); ok {
		return resample(before.(speech.Speech), rate), nil
	}
	voice, err := command.EspeakNG{}.Voice("", language)
	if err != nil {
		return nil, err
	}
	said, err := command.EspeakNG{}.Synthesize(ctx, voice.Call(ssml.Text{Spoken: text}))
	if err != nil {
		return nil, err
	}
	remembered.Store(key, said)
	return resample(said, rate), nil
}

// remembered is speech.Speech by language and text.
var remembered sync.Map

// resample takes each sample from the straight line between its neighbours: good enough for a test's ears.
func resample(said speech.Speech, rate int) []byte {
	n := len(said.Samples) * rate / said.SampleRate
	pcm := make([]byte, 0, 2*n)
	for i := range n {
		at, rest := i*said.SampleRate/rate, i*said.SampleRate%rate
		next := min(at+1, len(said.Samples)-1)
		between := (int(said.Samples[at])*(rate-rest) + int(said.Samples[next])*rest) / rate
		pcm = binary.LittleEndian.AppendUint16(pcm, uint16(int16(between)))
	}
	return pcm
}

// WAV puts a header before samples of rate Hz. Its sizes are those of a server that streams: 0xffffffff, unknown.
func WAV(pcm []byte, rate int) []byte {
	h := []byte("RIFF\xff\xff\xff\xffWAVEfmt \x10\x00\x00\x00\x01\x00\x01\x00")
	h = binary.LittleEndian.AppendUint32(h, uint32(rate))
	h = binary.LittleEndian.AppendUint32(h, uint32(2*rate))
	h = append(h, "\x02\x00\x10\x00data\xff\xff\xff\xff"...)
	return append(h, pcm...)
}
