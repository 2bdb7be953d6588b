package detect

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
)

// packed has a line per language: "@be", a tab and the initial level of its score, which is higher
// for uncommon languages. Below it is a line per level: the level, a tab and the trigrams of that
// level without separators. A level is -ln(p) in quarters.
//
//go:embed data/trigrams.gz
var packed []byte

const (
	stepsPerNat = 4
	// rare is the level of a trigram that is not among a language's frequent ones: one in a
	// million.
	rare = 55
)

// trigramKey packs three letters of 21 bits each.
type trigramKey uint64

func trigram(letters []rune) trigramKey {
	return trigramKey(letters[0])<<42 | trigramKey(letters[1])<<21 | trigramKey(letters[2])
}

// model has the languages of one script.
type model struct {
	script    *unicode.RangeTable
	languages []string
	priors    []int              // initial levels of the languages' scores
	rows      map[trigramKey]int // index in levels of a trigram's row
	levels    []uint8            // a row per trigram, a column per language
	unknown   []uint8            // the row of an unknown trigram
}

// index returns the column of a language, or -1 if it has none.
func (m *model) index(language string) int { return slices.Index(m.languages, language) }

// models has the models by script. They are parsed on first use, so that they do not slow down the
// start of the process.
var models = sync.OnceValue(func() map[*unicode.RangeTable]*model {
	all, err := readModels(packed)
	if err != nil {
		panic("detect: data/trigrams.gz: " + err.Error()) // part of the binary: a test reads it
	}
	return all
})

func readModels(packed []byte) (map[*unicode.RangeTable]*model, error) {
	reader, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	text, err := io.ReadAll(reader)
	if err != nil {
		return nil, err
	}
	byScript := make(map[*unicode.RangeTable][]languageText)
	for section := range strings.SplitSeq(strings.TrimPrefix(string(text), "@"), "\n@") {
		head, levels, _ := strings.Cut(section, "\n")
		script := scriptOfText(levels)
		byScript[script] = append(byScript[script], languageText{head, levels})
	}
	all := make(map[*unicode.RangeTable]*model, len(byScript))
	for script, languages := range byScript {
		if all[script], err = newModel(script, languages); err != nil {
			return nil, err
		}
	}
	return all, nil
}

func scriptOfText(text string) *unicode.RangeTable {
	return scriptOf([]rune(strings.TrimLeft(text, "0123456789\t"))[0])
}

// languageText is a language's part of the file.
type languageText struct{ head, levels string }

func newModel(script *unicode.RangeTable, languages []languageText) (*model, error) {
	m := &model{script: script, rows: make(map[trigramKey]int)}
	for _, l := range languages {
		tag, level, _ := strings.Cut(l.head, "\t")
		prior, err := strconv.Atoi(level)
		if err != nil {
			return nil, err
		}
		m.languages, m.priors = append(m.languages, tag), append(m.priors, prior)
	}
	m.unknown = bytes.Repeat([]byte{rare}, len(languages))
	for column, l := range languages {
		for line := range strings.Lines(l.levels) {
			if err := m.add(column, strings.TrimSuffix(line, "\n")); err != nil {
				return nil, fmt.Errorf("%s: %w", l.head, err)
			}
		}
	}
	return m, nil
}

// add parses a line of a language's levels.
func (m *model) add(column int, line string) error {
	number, trigrams, _ := strings.Cut(line, "\t")
	level, err := strconv.ParseUint(number, 10, 8)
	if err != nil {
		return err
	}
	for letters := range slices.Chunk([]rune(trigrams), 3) {
		if len(letters) != 3 {
			return fmt.Errorf("level %d ends within a trigram", level)
		}
		m.levels[m.row(trigram(letters))+column] = uint8(level)
	}
	return nil
}

// row returns the index of a trigram's row. It adds a row of rare levels if there is none.
func (m *model) row(key trigramKey) int {
	at, known := m.rows[key]
	if !known {
		at = len(m.levels)
		m.rows[key] = at
		if at+len(m.unknown) > cap(m.levels) { // append alone would copy it many more times
			m.levels = slices.Grow(m.levels, max(at, 1<<16))
		}
		m.levels = append(m.levels, m.unknown...)
	}
	return at
}
