package ssml

import (
	"encoding/xml"
	"slices"
	"strings"
)

func plain(pieces []piece) string {
	var text strings.Builder
	for _, p := range pieces {
		text.WriteString(p.said)
	}
	return text.String()
}

// ssml writes the text itself into each phoneme element, because voices that do not know the
// element say its content.
func ssml(pieces []piece) string {
	var doc document
	doc.open("speak")
	for _, p := range pieces {
		if p.pronounced() {
			doc.open("phoneme", "alphabet", "ipa", "ph", p.ipa)
			doc.text(p.said)
			doc.close("phoneme")
		} else {
			doc.text(p.said)
		}
	}
	doc.close("speak")
	return doc.xml.String()
}

// document is an XML document under construction. Element and attribute names are constants;
// everything else is escaped.
type document struct{ xml strings.Builder }

// open writes a start tag; attributes are name, value, name, value.
func (d *document) open(name string, attributes ...string) {
	d.xml.WriteString("<" + name)
	for pair := range slices.Chunk(attributes, 2) {
		d.xml.WriteString(" " + pair[0] + `="`)
		d.text(pair[1])
		d.xml.WriteString(`"`)
	}
	d.xml.WriteString(">")
}

func (d *document) close(name string) { d.xml.WriteString("</" + name + ">") }

func (d *document) text(s string) {
	_ = xml.EscapeText(&d.xml, []byte(s)) // a strings.Builder never fails
}

// pronunciations lists each phrase once, exactly as in the text, because Google requires an exact
// match. If a phrase has two pronunciations, the first counts.
func (c Capabilities) pronunciations(pieces []piece) []Pronunciation {
	if !c.Pronunciations {
		return nil
	}
	var list []Pronunciation
	listed := map[string]bool{}
	for _, p := range pieces {
		if p.ipa != "" && !listed[p.said] {
			listed[p.said] = true
			list = append(list, Pronunciation{Phrase: p.said, IPA: p.ipa})
		}
	}
	return list
}
