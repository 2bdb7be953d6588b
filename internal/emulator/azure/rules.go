package azure

import (
	"encoding/xml"
	"errors"
	"io"
	"net/http"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/aloud-audio/aloud/internal/emulator/rest"
	"github.com/aloud-audio/aloud/internal/pcm"
)

// outputFormats are the formats that the emulator supports, with their rates in Hz.
var outputFormats = map[string]int{
	"raw-8khz-16bit-mono-pcm": 8000, "raw-16khz-16bit-mono-pcm": 16000, "raw-22050hz-16bit-mono-pcm": 22050,
	"raw-24khz-16bit-mono-pcm": 24000, "raw-44100hz-16bit-mono-pcm": 44100, "raw-48khz-16bit-mono-pcm": 48000,
}

// longestAgent is the maximum length of the User-Agent, which is required.
const longestAgent = 254 // characters

func parse(r *http.Request) (rest.Utterance, *rest.Refusal) {
	hertz, known := outputFormats[r.Header.Get("X-Microsoft-OutputFormat")]
	agent := r.Header.Get("User-Agent")
	switch {
	case r.Header.Get("Ocp-Apim-Subscription-Key") != Key:
		return rest.Utterance{}, refusal(http.StatusUnauthorized)
	case r.Header.Get("Content-Type") != "application/ssml+xml":
		return rest.Utterance{}, refusal(http.StatusUnsupportedMediaType)
	case !known || agent == "" || len(agent) > longestAgent || strings.HasPrefix(agent, "Go-http-client"):
		return rest.Utterance{}, refusal(http.StatusBadRequest)
	}
	content, err := io.ReadAll(r.Body)
	if err != nil {
		return rest.Utterance{}, refusal(http.StatusBadRequest)
	}
	doc, err := read(string(content))
	if err != nil {
		bad := refusal(http.StatusBadRequest)
		bad.Name = err.Error()
		return rest.Utterance{}, bad
	}
	family := "neural"
	if voices[doc.voice].dragon {
		family = "hd"
	}
	return rest.Utterance{
		Language: doc.language, Words: doc.words.String(), Rate: hertz, Speed: doc.speed, Billed: doc.billed, Family: family,
		Header: http.Header{"Content-Type": {"audio/x-raw"}},
		Encode: func(samples []int16) []byte {
			return pcm.AppendBytes(nil, samples[:min(len(samples), hertz*int(longest.Seconds()))])
		},
	}, nil
}

// document is SSML as far as it has been read.
type document struct {
	voice, language string
	words           strings.Builder
	speed           float64
	billed          int
	open            []string
}

// read refuses SSML that the service does not take,
// https://learn.microsoft.com/azure/ai-services/speech-service/speech-synthesis-markup.
func read(content string) (*document, error) {
	doc := &document{speed: 1}
	decoder := xml.NewDecoder(strings.NewReader(content))
	for {
		before := decoder.InputOffset()
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return doc, doc.check()
		}
		if err != nil {
			return nil, errors.New("broken XML")
		}
		if err := doc.take(token, content[before:decoder.InputOffset()]); err != nil {
			return nil, err
		}
	}
}

// take reads a token. All characters within voice are billed, except the tags speak and voice.
func (d *document) take(token xml.Token, written string) error {
	switch t := token.(type) {
	case xml.StartElement:
		if err := d.start(t); err != nil {
			return err
		}
		d.open = append(d.open, t.Name.Local)
		d.bill(t.Name.Local, written)
	case xml.EndElement:
		d.bill(t.Name.Local, written)
		d.open = d.open[:len(d.open)-1]
	case xml.CharData:
		if len(d.open) > 1 {
			d.words.Write(t)
			d.bill("", written)
		} else if strings.TrimSpace(string(t)) != "" {
			return errors.New("text outside of voice")
		}
	default:
		return errors.New("a comment or instruction")
	}
	return nil
}

func (d *document) bill(element, written string) {
	if element == "speak" || element == "voice" {
		return
	}
	for _, r := range written {
		d.billed++
		if unicode.Is(unicode.Han, r) {
			d.billed++
		}
	}
}

// elements of Neural voices, with the attributes that each must have, and those of DragonHD voices.
var (
	elements = map[string][]string{
		"speak": {"version", "xmlns", "lang"}, "voice": {"name"}, "p": nil, "s": nil, "lang": {"lang"}, "sub": {"alias"}, "say-as": {"interpret-as"},
		"phoneme": {"ph"}, "prosody": nil, "break": nil, "emphasis": nil,
	}
	dragonElements = []string{"speak", "voice", "p", "s", "lang", "sub", "say-as"}
	percent        = regexp.MustCompile(`^([+-][0-9]+)%$`)
)

func (d *document) start(t xml.StartElement) error {
	name := t.Name.Local
	required, known := elements[name]
	attributes := map[string]string{}
	for _, a := range t.Attr {
		attributes[a.Name.Local] = a.Value
	}
	depth := map[string]int{"speak": 0, "voice": 1}
	at, fixed := depth[name]
	switch {
	case !known, voices[d.voice].dragon && !slices.Contains(dragonElements, name):
		return errors.New("the element " + name)
	case fixed && len(d.open) != at, !fixed && len(d.open) < 2:
		return errors.New("the place of " + name)
	case slices.ContainsFunc(required, func(a string) bool { return attributes[a] == "" }):
		return errors.New("an attribute of " + name)
	}
	switch name {
	case "voice":
		if _, known := voices[attributes["name"]]; !known || d.voice != "" {
			return errors.New("the voice")
		}
		d.voice = attributes["name"]
		d.language = voices[d.voice].locale
	case "lang":
		d.language = attributes["lang"]
	case "prosody":
		return d.prosody(attributes["rate"])
	}
	return nil
}

// prosody takes a rate from half to double.
func (d *document) prosody(rate string) error {
	match := percent.FindStringSubmatch(rate)
	if match == nil {
		return errors.New("the rate " + rate)
	}
	change, _ := strconv.Atoi(match[1])
	if change < -50 || change > 100 {
		return errors.New("the rate " + rate)
	}
	d.speed = 1 + float64(change)/100
	return nil
}

func (d *document) check() error {
	switch v, words := voices[d.voice], d.words.String(); {
	case d.voice == "":
		return errors.New("no voice")
	case strings.TrimSpace(words) == "":
		return errors.New("no text")
	case d.language != v.locale && !slices.Contains(v.secondary, d.language):
		return errors.New("the language " + d.language)
	}
	return nil
}
