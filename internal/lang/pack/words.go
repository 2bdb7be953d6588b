package pack

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/goccy/go-yaml"
)

// Set is a set of words, written as text: "at by from". No word stands in it twice.
type Set map[string]bool

// UnmarshalYAML reads the words of a text.
func (s *Set) UnmarshalYAML(text []byte) error {
	words, err := fields(text)
	if err != nil {
		return err
	}
	*s = make(Set, len(words))
	for _, word := range words {
		if (*s)[word] {
			return fmt.Errorf("%q stands twice in a list", word)
		}
		(*s)[word] = true
	}
	return nil
}

// List is words in their order, written as text.
type List []string

// UnmarshalYAML reads the words of a text.
func (l *List) UnmarshalYAML(text []byte) error {
	words, err := fields(text)
	*l = words
	return err
}

func fields(text []byte) ([]string, error) {
	var line string
	err := yaml.Unmarshal(text, &line)
	return strings.Fields(line), err
}

// Decode reads words.yaml, the words that a folder's Go asks for, into a struct of its own. The
// file is part of the program, so that an unknown key, or broken YAML, is a panic that names file
// and line.
func Decode[T any](file string, text []byte) *T {
	var words T
	if err := yaml.NewDecoder(bytes.NewReader(text), yaml.DisallowUnknownField()).Decode(&words); err != nil {
		panic(fmt.Sprintf("%s: %v", file, err))
	}
	return &words
}
