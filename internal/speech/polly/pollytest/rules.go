package pollytest

import (
	"cmp"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"net/http"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/script/ssml"
)

// request is what the API's reference has,
// https://docs.aws.amazon.com/polly/latest/dg/API_SynthesizeSpeech.html.
type request struct {
	Engine, LanguageCode, OutputFormat, SampleRate, Text, TextType string

	VoiceID         string `json:"VoiceId"`
	LexiconNames    []string
	SpeechMarkTypes []string
}

var unsigned = &Fault{http.StatusForbidden, "UnrecognizedClientException", "The security token included in the request is invalid."}

func invalid(code, message string) *Fault { return &Fault{http.StatusBadRequest, code, message} }

func parse(r *http.Request) (request, *Fault) {
	var req request
	if !signature.MatchString(r.Header.Get("Authorization")) {
		return req, unsigned
	}
	body := json.NewDecoder(r.Body)
	body.DisallowUnknownFields()
	if err := body.Decode(&req); err != nil {
		return req, invalid("ValidationException", err.Error())
	}
	req.Engine, req.TextType, req.SampleRate = cmp.Or(req.Engine, "standard"), cmp.Or(req.TextType, "text"), cmp.Or(req.SampleRate, "16000")
	for _, rule := range []func(request) *Fault{voiceRule, formatRule, lengthRule, markupRule} {
		if fault := rule(req); fault != nil {
			return req, fault
		}
	}
	return req, nil
}

func voiceRule(r request) *Fault {
	v, ok := voices[r.VoiceID]
	switch {
	case !ok:
		return invalid("ValidationException", "Value at 'voiceId' failed to satisfy constraint: Member must satisfy enum value set")
	case !slices.Contains(v.engines, r.Engine):
		return invalid("ValidationException", "This voice does not support the selected engine: "+r.Engine)
	case r.LanguageCode != "" && !slices.Contains(v.languages, r.LanguageCode):
		return invalid("ValidationException", "This voice does not support the selected language code")
	}
	return nil
}

func formatRule(r request) *Fault {
	switch {
	case (len(r.SpeechMarkTypes) > 0) != (r.OutputFormat == "json"):
		return invalid("MarksNotSupportedForFormatException", "Speech marks are not supported for the OutputFormat selected.")
	case r.OutputFormat == "json" && (r.Engine == "generative" || !slices.Equal(r.SpeechMarkTypes, []string{"word"})):
		return invalid("ValidationException", "this server has marks of words alone")
	case r.OutputFormat == "json":
	case r.OutputFormat != "pcm":
		return invalid("ValidationException", "this server has pcm alone")
	case r.SampleRate != "8000" && r.SampleRate != "16000":
		return invalid("InvalidSampleRateException", "The specified sample rate is not valid.")
	}
	return nil
}

// lengthRule is of https://docs.aws.amazon.com/polly/latest/dg/limits.html.
func lengthRule(r request) *Fault {
	if total := utf8.RuneCountInString(r.Text); billed(r) > 3000 || total > 6000 || total == 0 {
		return invalid("TextLengthExceededException", "Maximum text length has been exceeded")
	}
	return nil
}

func billed(r request) int {
	return utf8.RuneCountInString(ssml.Input{Kind: r.TextType, Text: r.Text}.Words())
}

var invalidSSML = invalid("InvalidSsmlException", "Invalid SSML request")

// markupRule knows the tags of https://docs.aws.amazon.com/polly/latest/dg/supportedtags.html that
// aloud writes.
func markupRule(r request) *Fault {
	if r.TextType != "ssml" {
		return nil
	}
	if !strings.HasPrefix(r.Text, "<speak>") {
		return invalidSSML
	}
	for document := xml.NewDecoder(strings.NewReader(r.Text)); ; {
		token, err := document.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return invalidSSML
		}
		if tag, ok := token.(xml.StartElement); ok && !allowed(tag, r.Engine) {
			return invalidSSML
		}
	}
}

func allowed(tag xml.StartElement, engine string) bool {
	attributes := map[string]string{}
	for _, a := range tag.Attr {
		attributes[a.Name.Local] = a.Value
	}
	switch tag.Name.Local {
	case "speak":
		return true
	case "break":
		pause, err := time.ParseDuration(attributes["time"])
		return err == nil && pause <= 10*time.Second
	case "prosody":
		rate, ok := percent(attributes["rate"])
		return engine != "generative" && ok && len(attributes) == 1 && 20 <= rate && rate <= 200
	case "phoneme":
		return engine != "generative" && attributes["alphabet"] == "ipa" && attributes["ph"] != ""
	}
	return false
}

func percent(value string) (int, bool) {
	number, ok := strings.CutSuffix(value, "%")
	n, err := strconv.Atoi(number)
	return n, ok && err == nil
}

// speed is that of a prosody around the whole text.
func (r request) speed() float64 {
	match := prosody.FindStringSubmatch(r.Text)
	if match == nil {
		return 1
	}
	rate, _ := strconv.Atoi(match[1])
	return float64(rate) / 100
}

var prosody = regexp.MustCompile(`^<speak><prosody rate="([0-9]+)%">`)
