package lexicon

import (
	"encoding/xml"
	"fmt"
	"io"
)

// document is a whole PLS file as XML.
type document struct {
	XMLName  xml.Name `xml:"http://www.w3.org/2005/01/pronunciation-lexicon lexicon"`
	Version  string   `xml:"version,attr"`
	Language string   `xml:"http://www.w3.org/XML/1998/namespace lang,attr"`
	Alphabet string   `xml:"alphabet,attr"`
	Lexemes  []lexemeOut
}

// lexemeOut has no namespace: its elements inherit the root's. Phonemes come first, because other
// programs take the first pronunciation that they can use.
type lexemeOut struct {
	XMLName   xml.Name `xml:"lexeme"`
	Graphemes []string `xml:"grapheme"`
	Phoneme   string   `xml:"phoneme,omitempty"`
	Alias     string   `xml:"alias,omitempty"`
}

// Write writes a list as a PLS document, from which [Read] restores the same list. An invalid list
// is an error.
func Write(w io.Writer, list List) error {
	if err := list.Check(); err != nil {
		return fmt.Errorf("writing PLS: %w", err)
	}
	doc := document{Version: "1.0", Language: list.Language, Alphabet: "ipa"}
	for _, e := range list.Entries {
		doc.Lexemes = append(doc.Lexemes, lexemeOut{Graphemes: e.Written, Phoneme: e.IPA, Alias: e.Alias})
	}
	body, err := xml.MarshalIndent(doc, "", "  ")
	if err == nil {
		_, err = fmt.Fprintf(w, "%s%s\n", xml.Header, body)
	}
	if err != nil {
		return fmt.Errorf("writing PLS: %w", err)
	}
	return nil
}
