package pack

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Words are what may be written, and how that is said: a table, or a list of words that are said as
// they are written, at the beginning of a sentence too.
type Words map[string]string

// UnmarshalYAML reads a table or a list.
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
