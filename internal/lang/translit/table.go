package translit

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/mozillazg/go-unidecode"
)

// Table is a transliteration.tsv: sections, each of which spells a language's letters.
type Table struct{ sections []*section }

// section spells the letters of one script as one language says them.
type section struct {
	language string
	script   *unicode.RangeTable
	tells    []string // letters that only this language of the script has
	fill     string   // the vowel between two consonants, where the script writes none
	rows     map[string]string
	longest  int // bytes of a key
}

// Read reads a table. A section begins with [language Script tells…], with +a among the tells for a
// vowel to fill in; a row is what is written in small letters, a tab, and what is said. In the
// former ^ stands for the beginning of a word and $ for its end.
func Read(data string) (*Table, error) {
	t := &Table{}
	n := 0
	for line := range strings.Lines(data) {
		n++
		line = strings.TrimRight(line, "\n")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if head, ok := strings.CutPrefix(line, "["); ok {
			s, err := newSection(strings.TrimSuffix(head, "]"))
			if err != nil {
				return nil, fmt.Errorf("line %d: %w", n, err)
			}
			t.sections = append(t.sections, s)
			continue
		}
		written, said, ok := strings.Cut(line, "\t")
		if !ok || len(t.sections) == 0 {
			return nil, fmt.Errorf("line %d: %q is not a row: write letters, a tab and what is said, below a section", n, line)
		}
		t.sections[len(t.sections)-1].add(written, said)
	}
	return t, nil
}

func newSection(head string) (*section, error) {
	words := strings.Fields(head)
	if len(words) < 2 || unicode.Scripts[words[1]] == nil {
		return nil, fmt.Errorf("[%s] is not a section: write [language Script]", head)
	}
	s := &section{language: words[0], script: unicode.Scripts[words[1]], rows: map[string]string{}}
	for _, tell := range words[2:] {
		if vowel, ok := strings.CutPrefix(tell, "+"); ok {
			s.fill = vowel
		} else {
			s.tells = append(s.tells, tell)
		}
	}
	return s, nil
}

func (s *section) add(written, said string) {
	for part := range strings.FieldsSeq(written) {
		s.rows[part] = said
		s.longest = max(s.longest, len(part))
	}
}

// choose returns the section for a letter's script: that of the language, else one whose tells
// stand in the text around, else the last one; nil if there is none.
func (t *Table) choose(letter rune, around, language string) (found *section) {
	told := false
	for _, s := range t.sections {
		switch {
		case !unicode.Is(s.script, letter):
		case s.language == language:
			return s
		case !told:
			found, told = s, s.tellsIn(around)
		}
	}
	return found
}

func (s *section) tellsIn(text string) bool {
	for _, tell := range s.tells {
		if strings.Contains(text, tell) {
			return true
		}
	}
	return false
}

// spell takes the longest row at each place, and Unidecode's letters where there is none.
func (s *section) spell(word string) string {
	var said strings.Builder
	consonant := false
	for i := 0; i < len(word); {
		row, size := s.rowAt(word, i)
		begins := row != "" && isConsonant(rune(row[0]))
		if consonant && begins {
			said.WriteString(s.fill)
		}
		said.WriteString(row)
		if row != "" {
			consonant = isConsonant(rune(row[len(row)-1]))
		}
		i += size
	}
	return said.String()
}

// rowAt returns what the letters at i say, and how many bytes they are.
func (s *section) rowAt(word string, i int) (said string, size int) {
	for size := min(s.longest, len(word)-i); size > 0; size-- {
		for _, key := range keysOf(word, i, i+size) {
			if said, ok := s.rows[key]; ok {
				return said, size
			}
		}
	}
	letter, size := utf8.DecodeRuneInString(word[i:])
	return plain(string(letter)), size
}

// plain is what Unidecode makes of letters, without the signs that it has for some.
func plain(letters string) string {
	return strings.Trim(strings.NewReplacer("`", "", "'", "").Replace(unidecode.Unidecode(letters)), " ")
}

// keysOf are the keys that may have the letters, the most special first.
func keysOf(word string, from, to int) []string {
	part := word[from:to]
	switch {
	case from == 0 && to == len(word):
		return []string{"^" + part + "$", "^" + part, part + "$", part}
	case from == 0:
		return []string{"^" + part, part}
	case to == len(word):
		return []string{part + "$", part}
	}
	return []string{part}
}

func isConsonant(c rune) bool {
	return unicode.IsLetter(c) && c < unicode.MaxASCII && !strings.ContainsRune("aeiouAEIOU", c)
}
