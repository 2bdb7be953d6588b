package uk

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/aloud-audio/aloud/internal/lang/pack"
)

type grammaticalCase int

// The cases, in the order that every table has.
const (
	nominative grammaticalCase = iota
	genitive
	dative
	accusative
	instrumental
	locative
)

type gender int

const (
	masculine gender = iota
	feminine
	neuter
)

// UnmarshalYAML reads a gender by its name.
func (g *gender) UnmarshalYAML(text []byte) error {
	i := slices.Index([]string{"masculine", "feminine", "neuter"}, strings.TrimSpace(string(text)))
	*g = gender(i)
	if i < 0 {
		return fmt.Errorf("no gender: %s", text)
	}
	return nil
}

// noun is a noun in all its forms.
type noun struct {
	gender           gender
	singular, plural [6]string
}

// The noun forms that numbers ask for: 21 кілометр, 22 кілометри, 25 кілометрів.
const (
	one = iota
	few
	many
)

func count(n int64) int {
	switch {
	case n%100 >= 11 && n%100 <= 14:
		return many
	case n%10 == 1:
		return one
	case n%10 >= 2 && n%10 <= 4:
		return few
	}
	return many
}

// counted returns the form of the noun after n in case c.
func (noun noun) counted(n int64, c grammaticalCase) string {
	direct := c == nominative || c == accusative
	switch count := count(n); {
	case count == one:
		return noun.singular[c]
	case n > 0 && n%1000 == 0: // тисяча, мільйон … are nouns themselves
		return noun.plural[genitive]
	case count == few && direct:
		return noun.plural[nominative]
	case direct:
		return noun.plural[genitive]
	}
	return noun.plural[c]
}

// declension holds endings by case; words.yaml explains them.
type declension struct {
	Gender   gender
	Ending   string
	Singular pack.List
	Plural   pack.List
}

// decline returns the word and all forms of an entry "word", "word/stem" or "word/stem/genitive
// plural".
func (d declension) decline(entry string) (string, noun) {
	parts := strings.Split(entry, "/")
	word := parts[0]
	stem := strings.TrimSuffix(word, d.Ending)
	if len(parts) > 1 && parts[1] != "" {
		stem = parts[1]
	}
	genitives := stem
	if len(parts) > 2 {
		genitives = parts[2]
	}
	form := func(endings pack.List) (forms [6]string) {
		for i, ending := range endings {
			switch ending {
			case "=":
				forms[i] = word
			case "0":
				forms[i] = genitives
			default:
				forms[i] = stem + ending
			}
		}
		return forms
	}
	return word, noun{d.Gender, form(d.Singular), form(d.Plural)}
}

// nouns are the nouns of words.yaml in all their forms.
var nouns = sync.OnceValue(func() map[string]noun {
	nouns := map[string]noun{}
	for name, entries := range vocab().Nouns {
		for _, entry := range entries {
			word, noun := vocab().Declensions[name].decline(entry)
			nouns[word] = noun
		}
	}
	return nouns
})

// phrase returns all forms of a phrase: "квадратний метр", "градус Цельсія", "кіловат-година".
// Adjectives before the noun are declined with it; everything else stays as written. It panics if
// the phrase has no known noun.
func phrase(text string) noun {
	words := strings.Split(text, " ")
	for i, word := range words {
		cut := strings.LastIndex(word, "-") + 1
		noun, known := nouns()[word[cut:]]
		if !known {
			continue
		}
		noun = noun.joined(word[:cut], strings.Join(append([]string{""}, words[i+1:]...), " "))
		for _, adjective := range slices.Backward(words[:i]) {
			noun = noun.described(strings.TrimSuffix(strings.TrimSuffix(adjective, "ий"), "а"))
		}
		return noun
	}
	panic("uk: words.yaml has no noun in " + text)
}

// phrases maps the written forms to the nouns of their phrases; "_" is a space.
func phrases(table map[string]pack.List) map[string]noun {
	nouns := map[string]noun{}
	for text, spellings := range table {
		for _, spelling := range spellings {
			nouns[strings.ReplaceAll(spelling, "_", " ")] = phrase(text)
		}
	}
	return nouns
}

// joined returns the noun with words that do not change: "градус Цельсія", "кілометр на годину".
func (noun noun) joined(front, back string) noun {
	for i := range noun.singular {
		noun.singular[i] = front + noun.singular[i] + back
		noun.plural[i] = front + noun.plural[i] + back
	}
	return noun
}

// described returns the noun with a hard-declension adjective before it: "квадратний метр".
func (noun noun) described(stem string) noun {
	for i := range noun.singular {
		noun.singular[i] = stem + vocab().Hard[noun.gender][i] + " " + noun.singular[i]
		noun.plural[i] = stem + vocab().HardPlural[i] + " " + noun.plural[i]
	}
	return noun
}
