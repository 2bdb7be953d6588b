// Package media turns the audio of a provider's answer into samples, by what the answer declares:
// its media type, its headers, and the header of the file that it is.
//
// It converts what loses nothing that is heard: the width and the order of samples, channels that
// are alike, a sample rate that is declared. Whatever else differs from what was asked is refused
// by name. It never guesses a rate, calls nobody, and does not know whether the audio is the text:
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

// The ways in which an answer is not the audio that was asked for.
var (
	// ErrText reports an answer that is a message or a page, from this server or one before it.
	ErrText = errors.New("text instead of audio")

	// ErrFormat reports audio that the same request would bring again.
	ErrFormat = errors.New("audio that is not understood")

	// ErrCut reports an answer that is not whole. Another may be.
	ErrCut = errors.New("it is not whole")
)

// Answer is what a provider sent with success.
type Answer struct {
	Header http.Header // Content-Type and X-Sample-Rate, X-Channels, X-Bit-Depth; nil: none is declared
	Body   []byte
}

// Read returns the audio as mono at rate Hz, which is also that of samples for which no rate is
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

// read returns the audio at its own rate. What a file is, its first bytes say better than a media
// type, which some servers get wrong; samples without a header may begin with any bytes.
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

// kind makes the error of a format one of this package's.
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

// signatures begin files of compressed audio. Read as samples, each begins louder than half of full
// scale, which no speech does.
var signatures = map[string]string{"OggS": "audio/ogg", "fLaC": "audio/flac", "\x1aE\xdf\xa3": "audio/webm"}

// compressed is the media type of an answer that is neither samples nor a file that is understood,
// "" if it may be samples.
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

// decode reads samples without a header. Servers disagree on the order of bytes: RFC 2586 has
// audio/L16 big-endian, and many send the machine's own. Speech sounds like speech in one order and
// like noise in the other, so a declared order that is noise gives way to one that is not.
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
