package ssml

import (
	"encoding/xml"
	"strings"
)

// withoutTags is the text of a document of ours. What cannot be read as XML is taken for text.
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

var withoutPauses = strings.NewReplacer("[pause short] ", "", "[pause] ", "", "[pause long] ", "")
