package httpapi

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/speech"
)

// Speech reads an answer to a request for samples at rate Hz: samples without a header, or a WAV
// file. An error that is sent with status 200, or a page of a proxy, must not become noise in an
// article. Every error is speech.Charged: the server called its answer a success.
func (a Answer) Speech(rate int) (speech.Speech, error) {
	said, err := a.decode(rate)
	if err != nil {
		return speech.Speech{}, speech.Charged(err)
	}
	return said, nil
}

func (a Answer) decode(rate int) (speech.Speech, error) {
	if speech.IsWAV(a.Body) {
		return a.wav(rate)
	}
	if a.isText() {
		return speech.Speech{}, fmt.Errorf("%w: %s answered with text instead of audio: %q (is %s right?)",
			speech.ErrUnavailable, a.client.Provider, a.Says(), a.client.Setting)
	}
	if format := a.compressed(); format != "" {
		return speech.Speech{}, speech.Permanent(fmt.Errorf("%s answered with %s instead of PCM: use a server that has pcm or wav",
			a.client.Provider, format))
	}
	said, err := speech.DecodePCM(a.Body, rate)
	if err != nil {
		return speech.Speech{}, fmt.Errorf("%s's answer: %w", a.client.Provider, err) // it broke off: a retry may be whole
	}
	return said, nil
}

func (a Answer) wav(rate int) (speech.Speech, error) {
	said, err := speech.DecodeWAV(a.Body)
	if err == nil && said.SampleRate != rate {
		err = fmt.Errorf("audio of %d Hz instead of %d Hz: have the server answer at %[2]d Hz", said.SampleRate, rate)
	}
	if err != nil {
		return speech.Speech{}, speech.Permanent(fmt.Errorf("%s's answer: %w", a.client.Provider, err))
	}
	return said, nil
}

// isText reports whether the answer is a message or a page. Samples may begin with any bytes, and a
// server may have guessed the media type from them: so only a type that is never guessed counts, or
// a body that is text from its first to its last byte.
func (a Answer) isText() bool {
	return a.Type == "text/html" || strings.HasSuffix(a.Type, "json") || strings.HasSuffix(a.Type, "xml") || isText(a.Body)
}

func isText(body []byte) bool {
	return utf8.Valid(body) && !bytes.ContainsFunc(body, func(r rune) bool { return unicode.IsControl(r) && !unicode.IsSpace(r) })
}

// signatures begin files of compressed audio. Read as samples, each begins louder than half of full
// scale, which no speech does.
var signatures = map[string]string{"ID3": "audio/mpeg", "OggS": "audio/ogg", "fLaC": "audio/flac", "\x1aE\xdf\xa3": "audio/webm"}

// compressed is the media type of an answer that is no PCM, "" if it may be PCM.
func (a Answer) compressed() string {
	for signature, format := range signatures {
		if bytes.HasPrefix(a.Body, []byte(signature)) {
			return format
		}
	}
	if strings.HasPrefix(a.Type, "audio/") && !slices.Contains(pcmTypes, a.Type) {
		return a.Type
	}
	return ""
}

// pcmTypes are the media types of samples without a header.
var pcmTypes = []string{"audio/pcm", "audio/x-pcm", "audio/l16", "audio/raw"}
