package lexicon

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// Pattern is a declension: a table of endings that derives the forms of a name from its nominative.
// It does not handle moving stress, or vowels that appear or disappear, except where its table says
// so. Names that do not fit are listed form by form.
type Pattern struct {
	Name     string // as in the lexicon commands
	Language string
	Example  string // a name and its forms
	endings  []endings
}

// endings are the endings of the other cases for one ending of the nominative.
type endings struct {
	nominative string
	others     string // separated by spaces, "-" for an empty ending; "" if no table suits such words
	after      string // one of these letters must precede the ending; "" for any
}

func (t endings) fit(word string) bool {
	stem, ok := strings.CutSuffix(word, t.nominative)
	last, _ := utf8.DecodeLastRuneInString(stem)
	return ok && stem != "" && (t.after == "" || strings.ContainsRune(t.after, last))
}

// Patterns returns the declensions for a language (BCP 47; only the primary subtag counts), or all
// of them if language is "".
func Patterns(language string) []Pattern {
	base, _, _ := strings.Cut(strings.ToLower(language), "-")
	return slices.DeleteFunc(slices.Clone(patterns()), func(p Pattern) bool { return base != "" && p.Language != base })
}

// Decline returns e and entries for its other cases, derived with the named pattern. e must have
// one written form, a word in the nominative. An alias must end like the word, and gets the same
// endings. The IPA gets them if it ends as the word sounds. Otherwise the other cases have only the
// alias; without an alias that is an error.
func Decline(pattern string, e Entry) ([]Entry, error) {
	i := slices.IndexFunc(patterns(), func(p Pattern) bool { return p.Name == pattern })
	if i < 0 {
		return nil, fmt.Errorf("unknown declension %q: want one of %s", pattern, patternNames())
	}
	if err := e.Check(); err != nil {
		return nil, err
	}
	if len(e.Written) != 1 || strings.Contains(e.Written[0], " ") {
		return nil, fmt.Errorf("cannot decline %q: give a single word, or list the forms one by one", e.Written[0])
	}
	return patterns()[i].decline(e)
}

func (p Pattern) decline(e Entry) ([]Entry, error) {
	table, ok := p.endingsOf(e.Written[0])
	if !ok {
		return nil, fmt.Errorf("%q does not end like names of the declension %s: list its forms one by one", e.Written[0], p.Name)
	}
	if e.Alias != "" && !strings.HasSuffix(e.Alias, table.nominative) {
		return nil, fmt.Errorf("the alias %q does not end in %q as %q does: list its forms one by one", e.Alias, table.nominative, e.Written[0])
	}
	all := []Entry{e}
	for _, ending := range strings.Fields(table.others) {
		form := e.inflect(p.Language, table.nominative, strings.TrimPrefix(ending, "-"))
		if form.Alias == "" && form.IPA == "" {
			return nil, fmt.Errorf("the IPA of %q cannot be declined: give an alias, or list its forms one by one", e.Written[0])
		}
		all = append(all, form)
	}
	return all, nil
}

// endingsOf returns the first endings that fit; tables list the longer endings first.
func (p Pattern) endingsOf(word string) (endings, bool) {
	for _, t := range p.endings {
		if t.fit(word) {
			return t, t.others != ""
		}
	}
	return endings{}, false
}

func (e Entry) inflect(language, nominative, ending string) Entry {
	word := strings.TrimSuffix(e.Written[0], nominative)
	form := Entry{Written: []string{word + ending}}
	if e.Alias != "" {
		form.Alias = strings.TrimSuffix(e.Alias, nominative) + ending
	}
	before, _ := utf8.DecodeLastRuneInString(word)
	was, known := soundOf(language, before, nominative)
	sound, alsoKnown := soundOf(language, before, ending)
	if stem, ok := strings.CutSuffix(e.IPA, was); ok && known && alsoKnown && stem != "" { // in Polish the stress could move
		form.IPA = stem + sound
	}
	return form
}

// soundOf returns the IPA of an ending, given the letter before it: я is /jɑ/ after a vowel, and
// softens a consonant.
func soundOf(language string, before rune, ending string) (sound string, known bool) {
	table, known := sounds()[language]
	for _, r := range ending {
		i := slices.IndexFunc(table.endings, func(e endings) bool { return e.nominative == string(r) })
		switch {
		case i < 0:
			return "", false
		case strings.ContainsRune(table.Example, before):
			sound += table.endings[i].others
		default:
			sound += table.endings[i].after
		}
		before = r
	}
	return sound, known
}

func patternNames() string {
	var names []string
	for _, p := range patterns() {
		names = append(names, p.Name)
	}
	return strings.Join(names, ", ")
}
