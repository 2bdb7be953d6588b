package lexicon

import (
	"strings"
	"unicode"
)

// Layer is a list prepared for look-ups. It is immutable.
type Layer struct {
	name  string
	list  List
	forms map[string]*capitalisations // by the written form in lower case
	reach map[string]int              // by first token: the number of tokens of the longest form that begins with it
}

// Name returns the layer's name in matches and listings.
func (l *Layer) Name() string { return l.name }

// List returns the list that the layer was made of. The caller must not change it.
func (l *Layer) List() List { return l.list }

// capitalisations are the entries whose written forms differ only in capitals.
type capitalisations struct {
	exact map[string]*Entry
	first *Entry // the first with capitals: it matches text that is all in capitals
	lower *Entry // the one without capitals: it matches any capitalization
}

// NewLayer prepares a list under a name: "article", "site", "built-in". If several entries have the
// same written form, the first counts, as the specification says.
func NewLayer(name string, list List) *Layer {
	l := &Layer{name: name, list: list, forms: map[string]*capitalisations{}, reach: map[string]int{}}
	for i := range list.Entries {
		for _, written := range list.Entries[i].Written {
			l.add(read(written), &list.Entries[i])
		}
	}
	return l
}

func (l *Layer) add(written reading, e *Entry) {
	if written.len() == 0 {
		return
	}
	cased, folded := written.keys(0, written.len())
	_, first := written.keys(0, 1)
	l.reach[first] = max(l.reach[first], written.len())
	c := l.forms[folded]
	if c == nil {
		c = &capitalisations{}
		l.forms[folded] = c
	}
	c.add(cased, cased == folded, e)
}

func (c *capitalisations) add(cased string, lower bool, e *Entry) {
	switch {
	case lower && c.lower == nil:
		c.lower = e
	case !lower && c.exact[cased] == nil:
		if c.exact == nil {
			c.exact = map[string]*Entry{}
			c.first = e
		}
		c.exact[cased] = e
	}
}

// lookUp returns the entry for a written form, which is also given in lower case, or nil if there
// is none.
func (l *Layer) lookUp(cased, folded string) *Entry {
	c := l.forms[folded]
	switch {
	case c == nil:
		return nil
	case c.exact[cased] != nil:
		return c.exact[cased]
	case c.first != nil && !hasLower(cased):
		return c.first
	default:
		return c.lower
	}
}

func hasLower(s string) bool { return strings.ContainsFunc(s, unicode.IsLower) }
