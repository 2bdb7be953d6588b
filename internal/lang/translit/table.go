package translit

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/mozillazg/go-unidecode"
)

// Table is a parsed transliteration.tsv. Each of its sections spells the letters of one language.
type Table struct{ sections []*section }

// section spells the letters of one script for one language.
type section struct {
	language    string
	script      *unicode.RangeTable
	distinctive []string // letters that only this language of the script has
	fill        string   // the vowel between two consonants, if the script writes none
	rows        map[string]string
	longest     int // length in bytes of the longest key
}

// Read parses a table. A section begins with [language Script letters…], where the letters are
// those that only this language has, and +a gives a vowel to fill in. A row is the written letters
// in lower case, a tab, and what is said. In the written letters ^ marks the beginning of a word
// and $ its end.
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
	for _, letter := range words[2:] {
		if vowel, ok := strings.CutPrefix(letter, "+"); ok {
			s.fill = vowel
		} else {
			s.distinctive = append(s.distinctive, letter)
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

// choose returns the section for a letter's script: that of the language, else one whose
// distinctive letters occur in the surrounding text, else the last one; nil if there is none.
func (t *Table) choose(letter rune, around, language string) (found *section) {
	decided := false
	for _, s := range t.sections {
		switch {
		case !unicode.Is(s.script, letter):
		case s.language == language:
			return s
		case !decided:
			found, decided = s, s.isDistinctIn(around)
		}
	}
	return found
}

func (s *section) isDistinctIn(text string) bool {
	for _, letter := range s.distinctive {
		if strings.Contains(text, letter) {
			return true
		}
	}
	return false
}

// spell applies the longest row at each position, and Unidecode's spelling where there is none.
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

// rowAt returns the spelling of the letters at i and their length in bytes.
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

// plain returns Unidecode's spelling of letters, without the signs that it has for some.
func plain(letters string) string {
	return strings.Trim(strings.NewReplacer("`", "", "'", "").Replace(unidecode.Unidecode(letters)), " ")
}

// keysOf returns the possible keys of the letters, the most specific first.
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
