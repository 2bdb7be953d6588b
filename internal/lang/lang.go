// Package lang is the only place that knows how languages differ. Each language is a folder beneath
// it; a process loads only the languages that it reads. The package never reads a setting or a
// file, and imports nothing else of aloud. Package script calls it for the spoken form of texts.
//
//	rewrite   the engine: rules find places in a text and say them
//	cldr      number words, plurals, units and names of every language
//	pack      the data of a language's folder, written by a linguist
//	grammar   the rules that languages share, driven by a pack
//	de, en …  the languages
package lang

import (
	"embed"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/aloud-audio/aloud/internal/lang/cldr"
	"github.com/aloud-audio/aloud/internal/lang/grammar"
	"github.com/aloud-audio/aloud/internal/lang/pack"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

//go:generate go run ./register

//go:embed */pack*.yaml
var files embed.FS

// Language holds the rules and data of one language.
type Language struct {
	Tag      string // BCP 47, without a region: "en"
	Pack     func() *pack.Pack
	rules    func() []rewrite.Rule
	rewriter *rewrite.Rewriter
}

// For returns the language of a tag: "en" for en-GB and en_GB. It is never nil. A language without
// a folder has what CLDR has. A language that CLDR does not have gets only the rules that all
// languages share.
func For(tag string) *Language {
	base := Base(tag)
	if l, ok := languages.Load(base); ok {
		return l.(*Language).regional(tag)
	}
	if !hasFolder(base) && !cldr.Known(base) {
		base = ""
	}
	l, _ := languages.LoadOrStore(base, newLanguage(base, base))
	return l.(*Language).regional(tag)
}

// regional returns the language as a region speaks it, if its pack names the region: dezasseis, not
// dezesseis, for pt-PT.
func (l *Language) regional(tag string) *Language {
	tag = strings.ReplaceAll(tag, "_", "-")
	if l.Tag == "" || len(tag) == len(l.Tag) {
		return l
	}
	for _, region := range l.Pack().Regions {
		if strings.EqualFold(region, tag) {
			found, _ := languages.LoadOrStore(region, newLanguage(l.Tag, region))
			return found.(*Language)
		}
	}
	return l
}

// All lists the languages that have a folder, sorted by tag.
func All() []*Language {
	var all []*Language
	for _, tag := range tags() {
		all = append(all, For(tag))
	}
	return all
}

// tags returns the names of the language folders.
func tags() []string {
	tags := slices.Collect(maps.Keys(rulesOf))
	entries, _ := files.ReadDir(".")
	for _, entry := range entries {
		tags = append(tags, entry.Name())
	}
	slices.Sort(tags)
	return slices.Compact(tags)
}

func hasFolder(tag string) bool {
	_, ok := slices.BinarySearch(tags(), tag)
	return ok
}

// Say returns the spoken form of text. It skips the rules named in off.
func (l *Language) Say(text string, off ...string) rewrite.Form { return l.rewriter.Say(text, off...) }

// SayNames is Say with names, in text order, that are said as given.
func (l *Language) SayNames(text string, names []rewrite.Name, off ...string) rewrite.Form {
	return l.rewriter.SayNames(text, names, off...)
}

// Rules lists the names of the language's rules, in the order in which they are applied.
func (l *Language) Rules() []string { return rewrite.Names(l.rules()) }

// Abbreviations returns the one-word abbreviations that the pack expands before a name or anywhere,
// and those that it expands only before a number. All lack their last full stop.
func (l *Language) Abbreviations() (beforeWord, beforeNumber []string) {
	a := l.Pack().Abbreviations
	return short(a.BeforeName, a.BeforeBoth, a.Anywhere), short(a.BeforeNumber)
}

func short(tables ...pack.Words) []string {
	var all []string
	for _, table := range tables {
		for written := range table {
			if word, ok := strings.CutSuffix(written, "."); ok && !strings.Contains(word, " ") {
				all = append(all, word)
			}
		}
	}
	return all
}

// Say returns the spoken form of text in the language of a tag.
func Say(tag, text string, off ...string) rewrite.Form { return For(tag).Say(text, off...) }

// SayNames is Say with names, in text order, that are said as given.
func SayNames(tag, text string, names []rewrite.Name, off ...string) rewrite.Form {
	return For(tag).SayNames(text, names, off...)
}

// AllRules lists the names of the rules of all languages, sorted.
func AllRules() []string {
	names := map[string]bool{}
	for _, l := range All() {
		for _, name := range l.Rules() {
			names[name] = true
		}
	}
	return slices.Sorted(maps.Keys(names))
}

var languages sync.Map // the languages used so far, by tag

// newLanguage makes the language of a folder with the number words and units of a locale.
func newLanguage(tag, locale string) *Language {
	l := &Language{Tag: tag, Pack: sync.OnceValue(func() *pack.Pack { return load(tag) })}
	if tag == "" {
		l.rules = func() []rewrite.Rule { return nil }
		l.rewriter = rewrite.New(l.rules, nil)
		return l
	}
	own := sync.OnceValue(func() *grammar.Grammar {
		g, err := grammar.New(locale, l.Pack())
		if err != nil {
			panic("lang: " + locale + ": " + err.Error()) // tests rule this out
		}
		return g
	})
	l.rules = func() []rewrite.Rule {
		if rules := rulesOf[tag]; rules != nil {
			return rules(own())
		}
		return own().Rules()
	}
	l.rewriter = rewrite.New(l.rules, func(text string) string { return own().Plain(text) })
	return l
}

// load reads the data of a language's folder. It panics if the data is broken; tests rule that out.
func load(tag string) *pack.Pack {
	if !hasFolder(tag) {
		return &pack.Pack{Numbers: pack.Numbers{Stop: true, Capitals: true}} // it is not known whether "5." is the fifth
	}
	p, err := pack.Load(files, tag)
	if err != nil {
		panic("lang: " + err.Error())
	}
	return p
}
