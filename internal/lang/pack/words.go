package pack

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Words maps what is written to what is said. In YAML it is a table, or a list of words that are
// said as written, with an initial capital too.
type Words map[string]string

// UnmarshalYAML parses a table or a list.
func (w *Words) UnmarshalYAML(decode func(any) error) error {
	var list string
	if decode(&list) != nil {
		return decode((*map[string]string)(w))
	}
	*w = Words{}
	for word := range strings.FieldsSeq(list) {
		r, size := utf8.DecodeRuneInString(word)
		capital := string(unicode.ToUpper(r)) + word[size:]
		(*w)[word], (*w)[capital] = word, capital
	}
	return nil
}
