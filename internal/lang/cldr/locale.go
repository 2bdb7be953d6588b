package cldr

import (
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/language"
)

// locale is a locale with its ancestors and its parsed rules.
type locale struct {
	tables    []table // its own first
	cardinals func() plurals
	ordinals  func() plurals
	speller   func() (*speller, error)
	units     sync.Map // unitForm → string
}

var locales sync.Map // "pt-PT" → *locale

// found caches the locale of each tag, because parsing a tag takes longer than spelling out a
// number.
var found sync.Map // string → *locale

// find returns the locale of a tag, or the nearest one: pt-PT for pt-PT-u-nu-latn, but not de-LU
// for lb-LU. It returns nil for a language without number words.
func find(tag string) *locale {
	if known, ok := found.Load(tag); ok {
		return known.(*locale)
	}
	l := search(tag)
	if l != nil {
		found.Store(tag, l)
	}
	return l
}

func search(tag string) *locale {
	parsed, err := language.Parse(tag)
	if err != nil {
		return nil
	}
	base, _ := parsed.Base()
	name := base.String()
	if name == "nb" {
		name = "no" // CLDR keeps Bokmål under Norwegian
	}
	sections := sectionsOf(name)
	if sections == nil {
		return nil
	}
	name = nearest(sections, name, parsed)
	if known, ok := locales.Load(name); ok {
		return known.(*locale)
	}
	known, _ := locales.LoadOrStore(name, newLocale(sections, name))
	return known.(*locale)
}

// nearest returns the name of the most specific section for the tag. Scripts are often implied:
// zh-TW is zh-Hant.
func nearest(sections map[string]section, base string, tag language.Tag) string {
	script, _ := tag.Script()
	region, stated := tag.Region()
	names := []string{base + "-" + script.String(), base}
	if stated == language.Exact {
		names = slices.Insert(names, 0, base+"-"+script.String()+"-"+region.String(), base+"-"+region.String())
	}
	for _, name := range names {
		if _, ok := sections[name]; ok {
			return name
		}
	}
	return base
}

func newLocale(sections map[string]section, name string) *locale {
	l := &locale{}
	for name != "" {
		l.tables = append(l.tables, sections[name].table)
		name = sections[name].parent
	}
	l.cardinals = sync.OnceValue(func() plurals { return parsePlurals(l, "cardinal") })
	l.ordinals = sync.OnceValue(func() plurals { return parsePlurals(l, "ordinal") })
	l.speller = sync.OnceValues(func() (*speller, error) { return newSpeller(l) })
	return l
}

// get looks up a key in the locale and its ancestors.
func (l *locale) get(key ...string) (string, bool) {
	joined := strings.Join(key, "/")
	for _, table := range l.tables {
		if value, ok := table[joined]; ok {
			return value, true
		}
	}
	return "", false
}
