package openaitest

import (
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"unicode/utf8"
)

// request is what the API's reference has,
// https://platform.openai.com/docs/api-reference/audio/createSpeech.
type request struct {
	Model        string   `json:"model"`
	Voice        string   `json:"voice"`
	Input        string   `json:"input"`
	Instructions string   `json:"instructions"`
	Format       string   `json:"response_format"`
	Speed        *float64 `json:"speed"`
	StreamFormat string   `json:"stream_format"`
	Stream       bool     `json:"stream"` // Kokoro-FastAPI's
}

type fault struct {
	status        int
	code, message string
}

func invalid(code, message string) *fault { return &fault{http.StatusBadRequest, code, message} }

func parse(r *http.Request) (request, *fault) {
	var req request
	if r.Header.Get("Authorization") != "Bearer "+Key {
		return req, &fault{http.StatusUnauthorized, "invalid_api_key", "Incorrect API key provided: " + r.Header.Get("Authorization")}
	}
	if r.Header.Get("Content-Type") != "application/json" {
		return req, invalid("invalid_content_type", "the body must be application/json")
	}
	body := json.NewDecoder(r.Body)
	body.DisallowUnknownFields()
	if err := body.Decode(&req); err != nil {
		return req, invalid("invalid_json", err.Error())
	}
	return req, req.fault()
}

var models = map[string][]string{
	"gpt-4o-mini-tts": {"alloy", "coral", "marin"},
	"tts-1":           {"alloy", "coral"},
	"kokoro":          {"af_heart", "jf_alpha"},
}

func (r request) fault() *fault {
	voices, known := models[r.Model]
	characters := utf8.RuneCountInString(r.Input)
	switch {
	case !known:
		return &fault{http.StatusNotFound, "model_not_found", "the model does not exist"}
	case !slices.Contains(voices, r.Voice):
		return invalid("invalid_value", "the model has no such voice")
	case characters == 0 || characters > 4096:
		return invalid("string_above_max_length", "input must have 1 to 4096 characters")
	case strings.HasPrefix(r.Model, "gpt-") && tokens(r.Input) > 2000:
		return invalid("input_too_long", "input has more than 2000 tokens")
	case strings.HasPrefix(r.Model, "tts-") && r.Instructions+r.StreamFormat != "":
		return invalid("unsupported_parameter", "the model takes neither instructions nor stream_format")
	case r.Format != "pcm" && r.Format != "wav":
		return invalid("unsupported_value", "this server has pcm and wav alone, and not mp3, which is the default")
	case r.Speed != nil && (*r.Speed < 0.25 || *r.Speed > 4):
		return invalid("invalid_value", "speed must be within 0.25 and 4")
	}
	return nil
}

// tokens counts more than any tokenizer of OpenAI's would: three letters of Latin, one and a half
// of scripts with two bytes a letter, and one of any other.
func tokens(text string) int {
	sixths := 0
	for _, r := range text {
		switch utf8.RuneLen(r) {
		case 1:
			sixths += 2
		case 2:
			sixths += 4
		default:
			sixths += 6
		}
	}
	return (sixths + 5) / 6
}
