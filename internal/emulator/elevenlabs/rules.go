package elevenlabs

import (
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/emulator/rest"
	"github.com/aloud-audio/aloud/internal/pcm"
)

// model is what the service's pages say about a model, read in November 2026.
type model struct {
	characters int // of a request
	credits    float64
	language   bool // takes language_code
	context    bool // takes previous_text and next_text
	only       string
	speed      bool
}

var models = map[string]model{
	"eleven_multilingual_v2": {characters: 10_000, credits: 1, context: true, speed: true},
	"eleven_flash_v2_5":      {characters: 40_000, credits: 0.5, language: true, context: true, speed: true},
	"eleven_turbo_v2_5":      {characters: 40_000, credits: 0.5, language: true, context: true, speed: true},
	"eleven_flash_v2":        {characters: 30_000, credits: 0.5, context: true, only: "en", speed: true},
	"eleven_turbo_v2":        {characters: 30_000, credits: 0.5, context: true, only: "en", speed: true},
	"eleven_v3":              {characters: 5_000, credits: 1, language: true},
}

// body is the request, https://elevenlabs.io/docs/api-reference/text-to-speech/convert.
type body struct {
	Text     string   `json:"text"`
	Model    string   `json:"model_id"`
	Language *string  `json:"language_code"`
	Settings settings `json:"voice_settings"`
	Seed     *int64   `json:"seed"`
	Previous *string  `json:"previous_text"`
	Next     *string  `json:"next_text"`
}

type settings struct {
	Speed *float64 `json:"speed"`
}

func refusal(status int, code, message string) *rest.Refusal {
	content, _ := json.Marshal(map[string]any{"detail": map[string]string{
		"type": "error", "code": code, "status": code, "message": message, "request_id": "emulated",
	}})
	return &rest.Refusal{Status: status, Name: code, Type: "application/json", Body: string(content)}
}

// wrongField is the answer of the framework that reads the body; its format differs from the
// service's.
func wrongField(field, message string) *rest.Refusal {
	content, _ := json.Marshal(map[string]any{"detail": []map[string]any{{"loc": []string{"body", field}, "msg": message, "type": "value_error"}}})
	return &rest.Refusal{Status: http.StatusUnprocessableEntity, Name: "validation", Type: "application/json", Body: string(content)}
}

// account counts the remaining credits.
type account struct {
	limited, pro bool

	mu   sync.Mutex
	left float64
}

// parse refuses what the service refuses, in its order: the key, the body, the model, the voice,
// the format, the length, the credits.
func (a *account) parse(r *http.Request) (rest.Utterance, *rest.Refusal) {
	if r.Header.Get("xi-api-key") != Key {
		return rest.Utterance{}, refusal(http.StatusUnauthorized, "invalid_api_key", "Invalid API key")
	}
	var b body
	decoder := json.NewDecoder(r.Body)
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&b); err != nil || r.Header.Get("Content-Type") != "application/json" {
		return rest.Utterance{}, wrongField("body", fmt.Sprint(err))
	}
	m, known := models[b.Model]
	if !known {
		return rest.Utterance{}, refusal(http.StatusBadRequest, "model_not_found", "A model with model ID "+b.Model+" does not exist")
	}
	hertz, fault := a.format(r.URL.Query().Get("output_format"))
	if fault == nil {
		fault = b.fault(m, r.PathValue("voice"))
	}
	characters := utf8.RuneCountInString(b.Text)
	cost := float64(characters) * m.credits
	if fault == nil {
		fault = a.take(cost)
	}
	if fault != nil {
		return rest.Utterance{}, fault
	}
	mediaType, encode := "audio/pcm", func(samples []int16) []byte { return pcm.AppendBytes(nil, samples) }
	if strings.HasSuffix(r.URL.Path, "/with-timestamps") {
		mediaType, encode = "application/json", func(samples []int16) []byte { return withTimestamps(b.Text, hertz, samples) }
	}
	return rest.Utterance{
		Language: b.language(m), Words: b.Text, Rate: hertz, Speed: b.speed(), Billed: characters, Family: b.Model,
		Header: http.Header{
			"Content-Type": {mediaType}, "Character-Cost": {strconv.FormatFloat(cost, 'f', -1, 64)}, "Request-Id": {"emulated"},
		},
		Encode: encode,
	}, nil
}

func (b body) fault(m model, voice string) *rest.Refusal {
	_, known := voices[voice]
	characters := utf8.RuneCountInString(b.Text)
	switch {
	case !known:
		return refusal(http.StatusNotFound, "voice_not_found", "A voice with voice_id "+voice+" was not found.")
	case strings.TrimSpace(b.Text) == "":
		return refusal(http.StatusBadRequest, "input_text_empty", "Input text is empty")
	case characters > m.characters:
		return refusal(http.StatusBadRequest, "max_character_limit_exceeded", fmt.Sprintf("This request has %d characters, the limit of the model is %d.", characters, m.characters))
	case !m.language && b.Language != nil:
		return refusal(http.StatusBadRequest, "unsupported_language", "Model '"+b.Model+"' does not support the language_code parameter.")
	case !m.context && (b.Previous != nil || b.Next != nil):
		return refusal(http.StatusBadRequest, "unsupported_model", "Providing previous_text or next_text is not yet supported with the '"+b.Model+"' model.")
	case b.Seed != nil && (*b.Seed < 0 || *b.Seed > 4294967295):
		return wrongField("seed", "must be between 0 and 4294967295")
	case b.Settings.Speed != nil && (!m.speed || *b.Settings.Speed < 0.7 || *b.Settings.Speed > 1.2):
		return refusal(http.StatusBadRequest, "invalid_voice_settings", "Invalid setting for speed received, expected to be greater or equal to 0.7 and less or equal to 1.2")
	case strings.Contains(b.Text, "<phoneme"):
		return refusal(http.StatusBadRequest, "phoneme", "this emulator: most models leave out a word in phonemes, without an error")
	}
	return nil
}

// language guesses the language of a text as the service does if the request names none.
func (b body) language(m model) string {
	switch {
	case b.Language != nil:
		return *b.Language
	case m.only != "":
		return m.only
	case strings.ContainsAny(b.Text, "іїєґІЇЄҐ"), strings.ContainsFunc(b.Text, func(r rune) bool { return 'а' <= r && r <= 'я' }):
		return "uk"
	}
	return "en"
}

func (b body) speed() float64 {
	if b.Settings.Speed == nil {
		return 1
	}
	return *b.Settings.Speed
}

// formats of PCM, with the plan that has them.
var formats = []int{8000, 16000, 22050, 24000, 32000, 44100, 48000}

const lowestOfPro = 44100 // Hz

func (a *account) format(name string) (int, *rest.Refusal) {
	text, isPCM := strings.CutPrefix(name, "pcm_")
	hertz, err := strconv.Atoi(text)
	switch {
	case !isPCM || err != nil || !slices.Contains(formats, hertz):
		return 0, refusal(http.StatusBadRequest, "invalid_output_format", "this emulator has PCM alone, not "+name)
	case hertz >= lowestOfPro && !a.pro:
		return 0, refusal(http.StatusForbidden, "output_format_not_allowed", "PCM at 44.1 kHz is for the Pro plan and above (only_for_pro+).")
	}
	return hertz, nil
}

func (a *account) take(cost float64) *rest.Refusal {
	a.mu.Lock()
	defer a.mu.Unlock()
	if !a.limited {
		return nil
	}
	if cost > a.left {
		return refusal(http.StatusUnauthorized, "quota_exceeded", fmt.Sprintf("This request exceeds your quota. You have %g credits remaining, while %g credits are required for this request.", a.left, cost))
	}
	a.left -= cost
	return nil
}
