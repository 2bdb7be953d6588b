package ssml

import (
	"encoding/xml"
	"strconv"
	"strings"
	"unicode"
)

// Tagged returns the input as SSML.
func (in Input) Tagged() Input {
	if in.Kind == KindSSML {
		return in
	}
	return Input{Kind: KindSSML, Text: "<speak>" + in.Content() + "</speak>"}
}

// Marked returns the input as SSML with a mark before each word, and the byte of Words before which
// each mark stands. Their names are their numbers, from 0. A word begins at a letter or a digit
// after white space; one in a phoneme element has its mark before that.
func (in Input) Marked() (Input, []int) {
	source := in.Tagged().Text
	m := marker{apart: true}
	for decoder, at := xml.NewDecoder(strings.NewReader(source)), 0; ; at = int(decoder.InputOffset()) {
		token, err := decoder.RawToken()
		if err != nil {
			return Input{Kind: KindSSML, Text: m.doc.xml.String()}, m.places
		}
		if text, ok := token.(xml.CharData); ok {
			m.text(string(text))
			continue
		}
		tag := source[at:decoder.InputOffset()]
		if strings.HasPrefix(tag, "<phoneme") {
			m.mark(0)
		}
		m.inside = strings.HasPrefix(tag, "<phoneme")
		m.doc.xml.WriteString(tag)
	}
}

// marker writes a document with marks.
type marker struct {
	doc    document
	places []int
	said   int  // bytes
	apart  bool // no letter or digit since white space
	inside bool // a phoneme element, which takes no marks
}

// mark writes a mark before the byte at of the text that follows.
func (m *marker) mark(at int) {
	m.doc.xml.WriteString(`<mark name="` + strconv.Itoa(len(m.places)) + `"/>`)
	m.places, m.apart = append(m.places, m.said+at), false
}

func (m *marker) text(text string) {
	from := 0
	for i, r := range text {
		switch {
		case unicode.IsSpace(r):
			m.apart = true
		case m.apart && !m.inside && (unicode.IsLetter(r) || unicode.IsNumber(r)):
			m.doc.text(text[from:i])
			from = i
			m.mark(i)
		}
	}
	m.doc.text(text[from:])
	m.said += len(text)
}
