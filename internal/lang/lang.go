// Package lang is the only place that knows how languages differ. Each language is a folder beneath it; a process pays only
// for those that it reads. The package never reads a setting or a file, and imports nothing else of aloud. Package script
// asks it how texts are said.
//
//	rewrite   the engine: rules find places in a text and say them
//	grammar   the rules that languages share
//	de, en …  the languages
package lang

import (
	"maps"
	"slices"
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

//go:generate go run ./register

// Language is what aloud knows of one language.
type Language struct {
	Tag      string // BCP 47, without a region: "en"
	rules    func() []rewrite.Rule
	rewriter *rewrite.Rewriter
}

// For returns the language of a tag: "en" for en-GB and en_GB. It is never nil: the Language of an unknown tag has no
// rules but those that every language shares.
func For(tag string) *Language {
	base, _, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(tag), "_", "-"), "-")
	if l := languages[base]; l != nil {
		return l
	}
	return none
}

// All lists the languages that have rules, by their tags.
func All() []*Language {
	var all []*Language
	for _, tag := range slices.Sorted(maps.Keys(languages)) {
		all = append(all, languages[tag])
	}
	return all
}

// Say returns the spoken form of text. It applies none of the rules named in off.
func (l *Language) Say(text string, off ...string) rewrite.Form { return l.rewriter.Say(text, off...) }

// SayNames is Say with names, in their order, that are said as given.
func (l *Language) SayNames(text string, names []rewrite.Name, off ...string) rewrite.Form {
	return l.rewriter.SayNames(text, names, off...)
}

// Rules lists the names of the language's rules, in the order in which they are applied.
func (l *Language) Rules() []string { return rewrite.Names(l.rules()) }

// Say returns the spoken form of text in the language of a tag.
func Say(tag, text string, off ...string) rewrite.Form { return For(tag).Say(text, off...) }

// SayNames is Say with names, in their order, that are said as given.
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

var (
	none      = newLanguage("", func() []rewrite.Rule { return nil })
	languages = registry()
)

func newLanguage(tag string, rules func() []rewrite.Rule) *Language {
	return &Language{Tag: tag, rules: rules, rewriter: rewrite.New(rules)}
}

func registry() map[string]*Language {
	all := map[string]*Language{}
	for tag, rules := range folders {
		all[tag] = newLanguage(tag, rules)
	}
	return all
}
