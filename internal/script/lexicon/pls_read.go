package lexicon

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
)

const (
	plsNamespace = "http://www.w3.org/2005/01/pronunciation-lexicon"
	xmlNamespace = "http://www.w3.org/XML/1998/namespace"
)

// Read parses a PLS document in UTF-8. If a lexeme has several pronunciations, it takes the
// preferred phoneme and alias, or else the first ones, as the specification says. It skips roles,
// examples, metadata and elements of other namespaces. It supports only XML's predefined entities,
// reads no document type and fetches nothing. Errors name the line.
func Read(r io.Reader) (List, error) {
	limited := &io.LimitedReader{R: r, N: MaxFileBytes + 1}
	d := xml.NewDecoder(limited)
	d.CharsetReader = func(charset string, _ io.Reader) (io.Reader, error) {
		return nil, fmt.Errorf("the file is in %s: save it as UTF-8", charset)
	}
	list, err := readDocument(d)
	if limited.N == 0 {
		return List{}, fmt.Errorf("the PLS file is too large: the limit is %d bytes", MaxFileBytes)
	}
	if err != nil {
		return List{}, fmt.Errorf("reading PLS: %w", err)
	}
	return list, nil
}

// readDocument reads to the end of the document, so that invalid XML after the lexicon is also an
// error.
func readDocument(d *xml.Decoder) (List, error) {
	var list *List
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) && list != nil {
			return *list, nil
		}
		if errors.Is(err, io.EOF) {
			return List{}, errors.New("there is no lexicon element")
		}
		if err != nil {
			return List{}, err
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		if list != nil {
			return List{}, atLine(d, errors.New("a second document begins"))
		}
		list = &List{}
		if err := readLexicon(d, start, list); err != nil {
			return List{}, err
		}
	}
}

func readLexicon(d *xml.Decoder, start xml.StartElement, list *List) error {
	alphabet, err := readRoot(start, list)
	if err != nil {
		return atLine(d, err)
	}
	for forms := 0; ; {
		token, err := d.Token()
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.EndElement:
			return nil
		case xml.StartElement:
			line, _ := d.InputPos()
			if err := readChild(d, t, alphabet, list, &forms); err != nil {
				return fmt.Errorf("line %d: %w", line, err)
			}
		}
	}
}

// readRoot reads the attributes of the lexicon element.
func readRoot(start xml.StartElement, list *List) (alphabet string, err error) {
	if start.Name != (xml.Name{Space: plsNamespace, Local: "lexicon"}) {
		return "", fmt.Errorf("the root is %s of namespace %q: want lexicon of %s", start.Name.Local, start.Name.Space, plsNamespace)
	}
	version := ""
	for _, a := range start.Attr {
		switch a.Name {
		case xml.Name{Local: "version"}:
			version = a.Value
		case xml.Name{Local: "alphabet"}:
			alphabet = a.Value
		case xml.Name{Space: xmlNamespace, Local: "lang"}:
			list.Language = a.Value
		}
	}
	if version != "1.0" {
		return "", fmt.Errorf("the version is %q: only PLS 1.0 is supported", version)
	}
	if !languageTag.MatchString(list.Language) {
		return "", fmt.Errorf("xml:lang is %q: want a BCP 47 tag such as en or pt-BR", list.Language)
	}
	return alphabet, nil
}

func readChild(d *xml.Decoder, start xml.StartElement, alphabet string, list *List, forms *int) error {
	name := start.Name
	switch {
	case name.Space != plsNamespace, name.Local == "meta", name.Local == "metadata":
		return d.Skip()
	case name.Local != "lexeme":
		return fmt.Errorf("unknown element %s in a lexicon", name.Local)
	}
	e, err := readLexeme(d, start, alphabet)
	if err != nil {
		return err
	}
	list.Entries = append(list.Entries, e)
	if *forms += len(e.Written); *forms > MaxForms {
		return fmt.Errorf("too many written forms: the limit is %d", MaxForms)
	}
	return nil
}

// lexeme is the XML element. Its fields name the namespace, because a field without one would match
// elements of any namespace.
type lexeme struct {
	Graphemes []string        `xml:"http://www.w3.org/2005/01/pronunciation-lexicon grapheme"`
	Phonemes  []pronunciation `xml:"http://www.w3.org/2005/01/pronunciation-lexicon phoneme"`
	Aliases   []pronunciation `xml:"http://www.w3.org/2005/01/pronunciation-lexicon alias"`
}

type pronunciation struct {
	Text     string `xml:",chardata"`
	Prefer   bool   `xml:"prefer,attr,omitempty"`
	Alphabet string `xml:"alphabet,attr,omitempty"`
}

func readLexeme(d *xml.Decoder, start xml.StartElement, alphabet string) (Entry, error) {
	var x lexeme
	if err := d.DecodeElement(&x, &start); err != nil {
		return Entry{}, err
	}
	e := Entry{Written: x.Graphemes}
	if alias, ok := preferred(x.Aliases); ok {
		e.Alias = alias.Text
	}
	if phoneme, ok := preferred(x.Phonemes); ok {
		e.IPA = phoneme.Text
		if phoneme.Alphabet != "" {
			alphabet = phoneme.Alphabet
		}
		if alphabet != "ipa" {
			return Entry{}, fmt.Errorf("the phoneme %q is in the alphabet %q: only ipa can be read; convert it first", phoneme.Text, alphabet)
		}
	}
	e = e.tidy()
	return e, e.Check()
}

// preferred returns the first pronunciation marked as preferred, or else the first (section 4.9.3
// of the specification).
func preferred(all []pronunciation) (pronunciation, bool) {
	for _, p := range all {
		if p.Prefer {
			return p, true
		}
	}
	if len(all) == 0 {
		return pronunciation{}, false
	}
	return all[0], true
}

func atLine(d *xml.Decoder, err error) error {
	line, _ := d.InputPos()
	return fmt.Errorf("line %d: %w", line, err)
}
