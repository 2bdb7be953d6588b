package google

import (
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
	"time"
)

// dialect is the SSML that a family accepts, https://cloud.google.com/text-to-speech/docs/ssml. The
// zero value is none.
type dialect struct {
	tags     []string
	lenient  bool     // other tags are ignored, not refused
	noMark   string   // the refusal of <mark>, where it has its own
	noAspect []string // attributes of prosody that are refused
}

var (
	noSSML = dialect{}

	classicSSML = dialect{tags: strings.Fields(`speak break say-as audio desc p s sub mark prosody emphasis par seq media phoneme voice lang`)}

	// Studio has no mark, emphasis, lang or prosody pitch.
	studioSSML = dialect{
		tags:     strings.Fields("speak break say-as audio desc p s sub prosody par seq media phoneme voice"),
		noMark:   "`<mark>` tags are not currently supported by Studio voices.",
		noAspect: []string{"pitch"},
	}

	chirp3SSML = dialect{tags: strings.Fields("speak say-as p s phoneme sub break audio prosody voice"), lenient: true}
)

// required are the attributes without which an element could do nothing.
var required = map[string][]string{"say-as": {"interpret-as"}, "sub": {"alias"}, "phoneme": {"alphabet", "ph"}, "mark": {"name"}}

var (
	alphabets = []string{"ipa", "x-sampa"}
	strengths = map[string]time.Duration{
		"none": 0, "x-weak": 100 * time.Millisecond, "weak": 200 * time.Millisecond, "medium": 400 * time.Millisecond,
		"strong": 800 * time.Millisecond, "x-strong": 1200 * time.Millisecond,
	}
	aspects = []string{"rate", "pitch", "volume"} // of prosody: it has no duration here
)

// maxBreak is modelled: Google documents none.
const maxBreak = 10 * time.Second

var errSSML = invalid("Invalid SSML. Newer voices like Neural2 require valid SSML.")

// readSSML reads a document whose root is speak. It refuses a document that is not well-formed as a
// whole.
func readSSML(f family, source string) (utterance, error) {
	if f.ssml.tags == nil {
		return nil, invalid("This voice does not support SSML at this time.")
	}
	r := ssmlReader{family: f}
	decoder := xml.NewDecoder(strings.NewReader(source))
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) && r.roots == 1 {
			return r.said, nil
		}
		if err != nil {
			return nil, errSSML
		}
		if err := r.read(token); err != nil {
			return nil, err
		}
	}
}

type ssmlReader struct {
	family family
	open   []string // open elements, the outermost first
	roots  int
	said   utterance
}

func (r *ssmlReader) read(token xml.Token) error {
	switch t := token.(type) {
	case xml.StartElement:
		return r.start(t)
	case xml.EndElement:
		r.open = r.open[:len(r.open)-1]
		r.paragraph(t.Name.Local)
	case xml.CharData:
		return r.text(string(t))
	}
	return nil
}

func (r *ssmlReader) start(e xml.StartElement) error {
	name := e.Name.Local
	if len(r.open) == 0 {
		r.roots++
	}
	r.open = append(r.open, name)
	if (name == "speak") != (len(r.open) == 1) || r.roots > 1 {
		return errSSML
	}
	if err := r.family.ssml.check(e); err != nil {
		return err
	}
	r.paragraph(name)
	switch {
	case !slices.Contains(r.family.ssml.tags, name): // ignored
	case name == "break":
		pause, err := breakTime(e)
		r.said = append(r.said, part{pause: pause})
		return err
	case name == "mark":
		r.said = append(r.said, part{mark: attribute(e, "name")})
	case name == "sub":
		r.said = append(r.said, part{text: attribute(e, "alias")})
	}
	return nil
}

func (r *ssmlReader) paragraph(name string) {
	if name == "p" || name == "s" {
		r.said = append(r.said, part{breaks: true})
	}
}

// text says text, except what an alias replaces or what describes a sound.
func (r *ssmlReader) text(text string) error {
	switch {
	case len(r.open) == 0 && strings.TrimSpace(text) == "":
	case len(r.open) == 0:
		return errSSML
	case slices.Contains(r.open, "sub"), slices.Contains(r.open, "audio"), slices.Contains(r.open, "desc"):
	default:
		r.said = append(r.said, part{text: r.family.withoutDirections(text), fixed: slices.Contains(r.open, "phoneme")})
	}
	return nil
}

// check refuses an element that the family does not accept, or that lacks a required attribute.
func (d dialect) check(e xml.StartElement) error {
	name := e.Name.Local
	switch {
	case slices.Contains(d.tags, name):
		return d.checkAttributes(e)
	case name == "mark" && d.noMark != "":
		return invalid("%s", d.noMark)
	case d.lenient:
		return nil
	default:
		return errSSML
	}
}

func (d dialect) checkAttributes(e xml.StartElement) error {
	for _, name := range required[e.Name.Local] {
		if attribute(e, name) == "" {
			return errSSML
		}
	}
	switch e.Name.Local {
	case "phoneme":
		if !slices.Contains(alphabets, attribute(e, "alphabet")) {
			return errSSML
		}
	case "prosody":
		for _, a := range e.Attr {
			if !slices.Contains(aspects, a.Name.Local) || slices.Contains(d.noAspect, a.Name.Local) {
				return errSSML
			}
		}
	}
	return nil
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// breakTime returns the silence of a break, from its time or its strength.
func breakTime(e xml.StartElement) (time.Duration, error) {
	given := attribute(e, "time")
	if given == "" {
		strength := attribute(e, "strength")
		if strength == "" {
			strength = "medium"
		}
		pause, known := strengths[strength]
		if !known {
			return 0, errSSML
		}
		return pause, nil
	}
	pause, err := time.ParseDuration(given)
	seconds := strings.HasSuffix(given, "s") && !strings.ContainsAny(given, "hmµnu") || strings.HasSuffix(given, "ms")
	if err != nil || !seconds || pause < 0 || pause > maxBreak {
		return 0, errSSML
	}
	return pause, nil
}
