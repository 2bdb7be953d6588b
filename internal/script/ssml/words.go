package ssml

import (
	"encoding/xml"
	"strings"
)

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
