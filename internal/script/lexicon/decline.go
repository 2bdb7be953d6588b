package lexicon

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// Pattern is a declension: a table of endings that makes the forms of a name from its nominative. It knows no stress that
// moves and no vowel that comes or goes other than by its table; what does not fit is listed form by form.
type Pattern struct {
	Name     string // as the lexicon commands know it
	Language string
	Example  string // a name and its forms
	endings  []endings
}

// endings are what one ending of the nominative turns into in the other cases.
type endings struct {
	nominative string
	others     string // separated by spaces, - for none; "" if no table is right for such words
	after      string // one of these letters has to stand before; "" if any may
}

func (t endings) fit(word string) bool {
	stem, ok := strings.CutSuffix(word, t.nominative)
	last, _ := utf8.DecodeLastRuneInString(stem)
	return ok && stem != "" && (t.after == "" || strings.ContainsRune(t.after, last))
}

// Patterns lists the declensions for a language (BCP 47; its first part counts), or of all if it is "".
func Patterns(language string) []Pattern {
	base, _, _ := strings.Cut(strings.ToLower(language), "-")
	return slices.DeleteFunc(slices.Clone(patterns), func(p Pattern) bool { return base != "" && p.Language != base })
}

// Decline returns an entry, whose one written form is a word in the nominative, and entries for its other cases after the
// named pattern. An alias has to end as the word does, and gets the same endings. IPA gets theirs if it ends as the word
// sounds; otherwise the other cases have only the alias, and without an alias there is nothing to say and an error.
func Decline(pattern string, e Entry) ([]Entry, error) {
	i := slices.IndexFunc(patterns, func(p Pattern) bool { return p.Name == pattern })
	if i < 0 {
		return nil, fmt.Errorf("there is no declension %q: want one of %s", pattern, patternNames())
	}
	if err := e.Check(); err != nil {
		return nil, err
	}
	if len(e.Written) != 1 || strings.Contains(e.Written[0], " ") {
		return nil, fmt.Errorf("%q: only a single word can be declined: list the forms one by one", e.Written[0])
	}
	return patterns[i].decline(e)
}

func (p Pattern) decline(e Entry) ([]Entry, error) {
	table, ok := p.endingsOf(e.Written[0])
	if !ok {
		return nil, fmt.Errorf("%q does not end as names of the declension %s do: list the forms one by one", e.Written[0], p.Name)
	}
	if e.Alias != "" && !strings.HasSuffix(e.Alias, table.nominative) {
		return nil, fmt.Errorf("the alias %q does not end in %q as %q does: list the forms one by one", e.Alias, table.nominative, e.Written[0])
	}
	all := []Entry{e}
	for _, ending := range strings.Fields(table.others) {
		form := e.inflect(p.Language, table.nominative, strings.TrimPrefix(ending, "-"))
		if form.Alias == "" && form.IPA == "" {
			return nil, fmt.Errorf("the IPA of %q cannot be inflected: give an alias, or list the forms one by one", e.Written[0])
		}
		all = append(all, form)
	}
	return all, nil
}

// endingsOf are the first that fit: tables have the longer endings first.
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
	stem, ok := strings.CutSuffix(e.IPA, ukrainianSound(before, nominative))
	if language == "uk" && ok && stem != "" { // in Polish the stress would move
		form.IPA = stem + ukrainianSound(before, ending)
	}
	return form
}

// ukrainianSounds are the letters of endings.
var ukrainianSounds = map[rune]string{
	'а': "ɑ", 'е': "ɛ", 'и': "ɪ", 'о': "ɔ", 'у': "u", 'я': "ɑ", 'є': "ɛ", 'ї': "i", 'і': "i", 'ю': "u",
	'в': "ʋ", 'г': "ɦ", 'ж': "ʒ", 'з': "z", 'й': "j", 'к': "k", 'л': "l", 'м': "m", 'н': "n", 'п': "p", 'с': "s", 'т': "t",
	'х': "x", 'ц': "ts", 'ч': "tʃ", 'ш': "ʃ",
}

// ukrainianSound is an ending read aloud, as it sounds behind the letter before: я є ю ь і soften a consonant.
func ukrainianSound(before rune, ending string) string {
	var sound strings.Builder
	for _, r := range ending {
		afterVowel := strings.ContainsRune("аеиоуяєїіюй", before)
		switch {
		case r == 'ї', afterVowel && strings.ContainsRune("яєю", r):
			sound.WriteString("j")
		case !afterVowel && strings.ContainsRune("яєюіь", r):
			sound.WriteString("ʲ")
		}
		sound.WriteString(ukrainianSounds[r])
		before = r
	}
	return sound.String()
}

func patternNames() string {
	var names []string
	for _, p := range patterns {
		names = append(names, p.Name)
	}
	return strings.Join(names, ", ")
}
