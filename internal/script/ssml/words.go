package ssml

import (
	"encoding/xml"
	"strings"
)

// Content returns the input as it stands within a document's root: with the tags of its
// pronunciations, and escaped.
func (in Input) Content() string {
	if in.Kind == KindSSML {
		return strings.TrimSuffix(strings.TrimPrefix(in.Text, "<speak>"), "</speak>")
	}
	var doc document
	doc.text(in.Text)
	return doc.xml.String()
}

// withoutTags returns the text of a document that this package wrote. What is not valid XML counts
// as text.
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
