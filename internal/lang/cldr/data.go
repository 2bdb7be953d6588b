package cldr

import (
	"bufio"
	"compress/gzip"
	"embed"
	"fmt"
	"io"
	"strings"
	"sync"
)

//go:embed data/*.gz
var data embed.FS

// table is the difference between a locale and its parent: "unit/kilometer/one" → "{0} kilometre".
type table map[string]string

// section is a locale's part of its language's file.
type section struct {
	table  table
	parent string
}

var languages sync.Map // "pt" → func() map[string]section

// sectionsOf returns the locales of a language by name, or nil if CLDR has no number words for it.
func sectionsOf(language string) map[string]section {
	load, ok := languages.Load(language)
	if !ok {
		file, err := data.Open("data/" + language + ".gz")
		if err != nil {
			return nil
		}
		_ = file.Close()
		load, _ = languages.LoadOrStore(language, sync.OnceValue(func() map[string]section { return decode(language) }))
	}
	return load.(func() map[string]section)()
}

// decode reads a language's file. It panics if the committed data is broken; tests rule that out.
func decode(language string) map[string]section {
	text, err := unpack("data/" + language + ".gz")
	if err != nil {
		panic(fmt.Sprintf("cldr: the data of %s is broken: %v", language, err))
	}
	sections := make(map[string]section)
	var current table
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		if header, ok := strings.CutPrefix(line, "@"); ok {
			locale, parent, _ := strings.Cut(header, " ")
			current = make(table)
			sections[locale] = section{current, parent}
			continue
		}
		key, value, _ := strings.Cut(line, "\t")
		current[key] = value
	}
	correct(sections)
	return sections
}

func unpack(name string) (string, error) {
	file, err := data.Open(name)
	if err != nil {
		return "", err
	}
	defer file.Close()
	unpacked, err := gzip.NewReader(bufio.NewReader(file))
	if err != nil {
		return "", err
	}
	text, err := io.ReadAll(unpacked)
	return string(text), err
}
