package media

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/speech"
)

// isText reports whether the answer is text: a message, a page, or text-encoded audio. Samples may
// begin with any bytes, and a server may have guessed the media type from them. So only a type that
// is never guessed counts, or a body that is text from its first to its last byte.
func isText(declared string, body []byte) bool {
	return declared == "text/html" || declared == "text/event-stream" || strings.HasSuffix(declared, "json") || strings.HasSuffix(declared, "xml") ||
		utf8.Valid(body) && !bytes.ContainsFunc(body, func(r rune) bool { return unicode.IsControl(r) && !unicode.IsSpace(r) })
}

// readText decodes text-encoded audio: base64 by itself, or in JSON.
func (a Answer) readText(declared string, rate int) (speech.Speech, error) {
	if declared == "text/event-stream" {
		return speech.Speech{}, fmt.Errorf("%w: a stream of events; have the server answer with the whole audio", ErrFormat)
	}
	if said, ok := parseJSON(a.Body); ok {
		return said.read(rate)
	}
	if audio, ok := fromBase64(string(a.Body)); ok {
		return Answer{Header: a.audioHeader(declared), Body: audio}.read(rate)
	}
	return speech.Speech{}, ErrText
}

// audioHeader returns the declarations that apply to text-encoded audio.
func (a Answer) audioHeader(declared string) http.Header {
	if strings.HasPrefix(declared, "audio/") {
		return a.Header
	}
	return nil
}

// fromBase64 decodes a body that is entirely base64, standard or URL-safe, with or without line
// ends, or a data URL. It takes less than a hundredth of a second of audio for a word.
func fromBase64(text string) ([]byte, bool) {
	const shortest = 256
	text = strings.Join(strings.Fields(text), "")
	if head, data, found := strings.Cut(text, ";base64,"); found && strings.HasPrefix(head, "data:") {
		text = data
	}
	if len(text) < shortest {
		return nil, false
	}
	text = strings.NewReplacer("-", "+", "_", "/").Replace(strings.TrimRight(text, "="))
	audio, err := base64.RawStdEncoding.DecodeString(text)
	return audio, err == nil
}

// inJSON is audio in JSON with the times of its characters, as in ElevenLabs' with-timestamps.
type inJSON struct {
	audio     []byte
	mediaType string
	Alignment struct {
		Ends []float64 `json:"character_end_times_seconds"`
	} `json:"alignment"`
}

// audioFields are the names of the audio field in the APIs of ElevenLabs, Google (REST) and
// Kokoro-FastAPI, and other common names.
var audioFields = []string{"audio_base64", "audioContent", "audio", "audio_content", "data"}

// parseJSON returns false for JSON without audio, which is a message.
func parseJSON(body []byte) (inJSON, bool) {
	var fields map[string]json.RawMessage
	var said inJSON
	if json.Unmarshal(body, &fields) != nil || json.Unmarshal(body, &said) != nil {
		return inJSON{}, false
	}
	for _, name := range audioFields {
		var text string
		if json.Unmarshal(fields[name], &text) != nil {
			continue
		}
		if audio, ok := fromBase64(text); ok {
			said.audio = audio
			_ = json.Unmarshal(fields["media_type"], &said.mediaType) // it is usually missing
			return said, true
		}
	}
	return inJSON{}, false
}

// slack is how much earlier than its alignment audio may end, because of rounding or trimmed
// trailing silence.
const slack = 500 * time.Millisecond

// read returns ErrCut for audio that ends before its last character.
func (j inJSON) read(rate int) (speech.Speech, error) {
	header := http.Header{}
	if j.mediaType != "" {
		header.Set("Content-Type", j.mediaType)
	}
	said, err := Answer{Header: header, Body: j.audio}.read(rate)
	if err != nil || len(j.Alignment.Ends) == 0 {
		return said, err
	}
	end := time.Duration(j.Alignment.Ends[len(j.Alignment.Ends)-1] * float64(time.Second))
	if said.Duration()+slack < end {
		return said, fmt.Errorf("%w: it is %v long, and its last letter ends at %v", ErrCut, said.Duration(), end)
	}
	return said, nil
}
