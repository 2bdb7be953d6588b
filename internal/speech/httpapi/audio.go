package httpapi

import (
	"fmt"
	"net/http"
	"slices"
	"strings"

	"github.com/aloud-audio/aloud/internal/speech"
)

// Speech reads an answer to a request for samples at rate Hz: samples without a header, or a WAV
// file. An error that is sent with status 200, or a page of a proxy, must not become noise in an
// article.
func (a Answer) Speech(rate int) (speech.Speech, error) {
	provider := a.client.Provider
	sniffed, _, _ := strings.Cut(http.DetectContentType(a.Body), ";")
	switch {
	case strings.HasPrefix(sniffed, "text/"):
		return speech.Speech{}, fmt.Errorf("%w: %s answered with text instead of audio: %q (is %s right?)",
			speech.ErrUnavailable, provider, a.Says(), a.client.Setting)
	case speech.IsWAV(a.Body):
		return a.wav(rate)
	case sniffed != "application/octet-stream", !isPCM(a.Type):
		return speech.Speech{}, speech.Charged(speech.Permanent(fmt.Errorf("%s answered with %s (%s) instead of PCM: use a server that has pcm or wav",
			provider, a.Type, sniffed)))
	}
	said, err := speech.DecodePCM(a.Body, rate)
	if err != nil {
		return speech.Speech{}, speech.Charged(fmt.Errorf("%s's answer: %w", provider, err)) // it broke off: a retry may be whole
	}
	return said, nil
}

func (a Answer) wav(rate int) (speech.Speech, error) {
	said, err := speech.DecodeWAV(a.Body)
	if err == nil && said.SampleRate != rate {
		err = fmt.Errorf("audio of %d Hz instead of %d Hz: have the server answer at %[2]d Hz", said.SampleRate, rate)
	}
	if err != nil {
		return speech.Speech{}, speech.Charged(speech.Permanent(fmt.Errorf("%s's answer: %w", a.client.Provider, err)))
	}
	return said, nil
}

// isPCM reports whether a media type may be that of samples without a header; those of other
// formats are not.
func isPCM(mediaType string) bool {
	return !strings.HasPrefix(mediaType, "audio/") || slices.Contains([]string{"audio/pcm", "audio/x-pcm", "audio/l16", "audio/raw"}, mediaType)
}
