// Package media decodes the audio of a provider's answer into samples, using what the answer
// declares: its media type, its headers and its file header.
//
// It only makes conversions without audible loss: sample width and byte order, identical channels,
// a declared sample rate. It rejects any other difference from the request with an error that names
// it. It never guesses a rate, calls nobody, and does not know whether the audio matches the text:
// speech.Checked judges that. The providers' packages call it.
package media

import (
	"errors"
	"fmt"
	"net/http"
	"strings"

	"github.com/aloud-audio/aloud/internal/mp3"
	"github.com/aloud-audio/aloud/internal/pcm"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/wav"
)

// Errors for an answer that is not the requested audio.
var (
	// ErrText reports an answer that is a message or a page, from the server or a proxy in front of
	// it.
	ErrText = errors.New("text instead of audio")

	// ErrFormat reports audio in an unsupported format. The same request would return it again.
	ErrFormat = errors.New("audio that is not understood")

	// ErrCut reports a truncated answer. A retry may be whole.
	ErrCut = errors.New("it is not whole")
)

// Answer is a provider's successful answer.
type Answer struct {
	Header http.Header // Content-Type and X-Sample-Rate, X-Channels, X-Bit-Depth; nil: none is declared
	Body   []byte
}

// Read returns the audio as mono at rate Hz. That rate also applies to samples for which none is
// declared.
func (a Answer) Read(rate int) (speech.Speech, error) {
	sound, err := a.read(rate)
	if err != nil {
		return speech.Speech{}, err
	}
	if sound.SampleRate < pcm.LowestRate || sound.SampleRate > pcm.HighestRate {
		return speech.Speech{}, fmt.Errorf("%w: %d Hz; have the server answer at %d Hz", ErrFormat, sound.SampleRate, rate)
	}
	return speech.Speech{SampleRate: rate, Samples: pcm.Resample(sound.Samples, sound.SampleRate, rate)}, nil
}

// read returns the audio at its own rate. It identifies a file by its first bytes, because some
// servers send a wrong media type; samples without a header may begin with any bytes.
func (a Answer) read(rate int) (speech.Speech, error) {
	declared, parameters := parseType(a.Header.Get("Content-Type"))
	switch {
	case wav.Is(a.Body):
		said, err := speech.DecodeWAV(a.Body)
		return said, kind(err)
	case isText(declared, a.Body):
		return a.readText(declared, rate)
	case mp3.Is(a.Body):
		return readMP3(a.Body)
	}
	if format := compressed(declared, a.Body); format != "" {
		return speech.Speech{}, fmt.Errorf("%w: %s; have the server answer with PCM, WAV or MP3", ErrFormat, format)
	}
	format, err := sampleFormat(declared, parameters, a.Header, rate)
	if err != nil {
		return speech.Speech{}, err
	}
	samples, err := decode(format, a.Body)
	return speech.Speech{SampleRate: format.SampleRate, Samples: samples}, kind(err)
}

// kind converts the error of a format into one of this package's.
func kind(err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, pcm.ErrCut), errors.Is(err, wav.ErrCut), errors.Is(err, mp3.ErrCut):
		return fmt.Errorf("%w: %w", ErrCut, err)
	}
	return fmt.Errorf("%w: %w", ErrFormat, err)
}

func readMP3(file []byte) (speech.Speech, error) {
	sound, err := mp3.Read(file)
	if err != nil {
		return speech.Speech{}, kind(err)
	}
	samples, err := pcm.Mono(sound.Samples, sound.Channels)
	return speech.Speech{SampleRate: sound.SampleRate, Samples: samples}, kind(err)
}

// signatures are the first bytes of compressed files. Read as samples, each begins louder than half
// of full scale, as no speech does.
var signatures = map[string]string{"OggS": "audio/ogg", "fLaC": "audio/flac", "\x1aE\xdf\xa3": "audio/webm"}

// compressed returns the media type of an answer that is neither samples nor a supported file; ""
// if it may be samples.
func compressed(declared string, body []byte) string {
	for signature, format := range signatures {
		if strings.HasPrefix(string(body[:min(4, len(body))]), signature) {
			return format
		}
	}
	if _, known := sampleTypes[declared]; !known && strings.HasPrefix(declared, "audio/") {
		return declared + " without its header"
	}
	return ""
}

// decode reads samples without a header. Servers disagree on the byte order: RFC 2586 defines
// audio/L16 as big-endian, but many send their machine's order. In the wrong order speech sounds
// like noise. So if the declared order gives noise and the other does not, decode uses the other.
func decode(format pcm.Format, body []byte) ([]int16, error) {
	samples, err := format.Decode(body)
	if err != nil || format.Bits == 8 || pcm.Smoothness(samples) >= pcm.Noise {
		return samples, err
	}
	format.BigEndian = !format.BigEndian
	if other, err := format.Decode(body); err == nil && pcm.Smoothness(other) >= pcm.Speech {
		return other, nil
	}
	return samples, nil
}
