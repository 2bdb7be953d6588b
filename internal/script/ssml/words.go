package ssml

import (
	"encoding/xml"
	"strings"
)

// Content returns the input as it appears inside a document's root element: escaped, with the tags
// of its pronunciations.
func (in Input) Content() string {
	if in.Kind == KindSSML {
		return strings.TrimSuffix(strings.TrimPrefix(in.Text, "<speak>"), "</speak>")
	}
	var doc document
	doc.text(in.Text)
	return doc.xml.String()
}

// withoutTags returns the text of a document that this package wrote. Invalid XML counts as text.
func withoutTags(doc string) string {
	var words strings.Builder
	for decoder := xml.NewDecoder(strings.NewReader(doc)); ; {
		token, err := decoder.RawToken()
		if token == nil && err != nil {
			words.WriteString(doc[decoder.InputOffset():])
			return words.String()
		}
		if text, ok := token.(xml.CharData); ok {
			words.Write(text)
		}
	}
}
