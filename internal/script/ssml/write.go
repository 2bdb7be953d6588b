package ssml

import (
	"encoding/xml"
	"slices"
	"strconv"
	"strings"
	"time"
)

func hasPause(pieces []piece) bool {
	return slices.ContainsFunc(pieces, func(p piece) bool { return p.pause > 0 })
}

func plain(pieces []piece) string {
	var text strings.Builder
	for _, p := range pieces {
		text.WriteString(p.said)
	}
	return text.String()
}

// needSSML reports whether any piece needs markup; plain text is shorter, and cheaper.
func (c Capabilities) needSSML(pieces []piece) bool {
	return slices.ContainsFunc(pieces, func(p piece) bool { return c.Phoneme && p.ipa != "" || c.Break && p.pause > 0 })
}

// ssml writes the text itself into each phoneme element: voices that do not know the element say
// that.
func (c Capabilities) ssml(pieces []piece) string {
	var doc document
	doc.open("speak")
	for _, p := range pieces {
		if c.Break && p.pause > 0 {
			doc.empty("break", "time", strconv.FormatInt(p.pause.Milliseconds(), 10)+"ms")
		}
		if c.Phoneme && p.ipa != "" {
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

// document is an XML document under construction. Names of elements and attributes are constants;
// everything else is escaped.
type document struct{ xml strings.Builder }

func (d *document) open(name string, attributes ...string)  { d.tag(name, attributes, ">") }
func (d *document) empty(name string, attributes ...string) { d.tag(name, attributes, "/>") }
func (d *document) close(name string)                       { d.tag("/"+name, nil, ">") }

// tag writes a tag; attributes are name, value, name, value.
func (d *document) tag(name string, attributes []string, end string) {
	d.xml.WriteString("<" + name)
	for pair := range slices.Chunk(attributes, 2) {
		d.xml.WriteString(" " + pair[0] + `="`)
		d.text(pair[1])
		d.xml.WriteString(`"`)
	}
	d.xml.WriteString(end)
}

func (d *document) text(s string) {
	_ = xml.EscapeText(&d.xml, []byte(s)) // a strings.Builder never fails
}

// markup returns text with pause tags, separated by spaces.
func markup(pieces []piece) string {
	var text strings.Builder
	space := true // the text ends in a space
	for _, p := range pieces {
		if p.pause > 0 {
			text.WriteString(setOff(pauseTag(p.pause), space, strings.HasPrefix(p.said, " ")))
		}
		text.WriteString(p.said)
		space = strings.HasSuffix(p.said, " ")
	}
	return text.String()
}

// setOff puts spaces around a tag where there are none.
func setOff(tag string, before, after bool) string {
	if !before {
		tag = " " + tag
	}
	if !after {
		tag += " "
	}
	return tag
}

// pauseTag uses thresholds of our own: Google does not say how long each pause is.
func pauseTag(d time.Duration) string {
	switch {
	case d < 400*time.Millisecond:
		return "[pause short]"
	case d < 800*time.Millisecond:
		return "[pause]"
	default:
		return "[pause long]"
	}
}

// pronunciations lists each phrase once, as in the text: Google wants an exact match, and none
// inside a phoneme element. If a phrase is marked with two pronunciations, the first counts.
func (c Capabilities) pronunciations(pieces []piece) []Pronunciation {
	if !c.Pronunciations || c.Phoneme {
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
