// Package pack is what a linguist writes about a language: the data files of its folder, read
// strictly. docs/languages.md explains every key. Package grammar applies a pack to texts; package
// lang finds the packs. It knows no number words and no names of units: those are CLDR's, and a
// pack says only what CLDR does not.
package pack

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
)

// Pack is the data of one language.
type Pack struct {
	Name    string   `yaml:"name"`    // in English: "German"
	Regions []string `yaml:"regions"` // whose number words and units are others than the language's: pt-PT
	Cases   []string `yaml:"cases"`   // in the order of a noun's forms, as CLDR names them: nominative, genitive …

	Numbers Numbers `yaml:"numbers"`

	// Nouns are things that are counted, by a name that the tables below use. CLDR's units,
	// currencies (by their codes) and the powers of ten need no entry; one with the same name
	// replaces them.
	Nouns      map[string]Noun     `yaml:"nouns"`
	Units      map[string][]string `yaml:"units"`      // how each is written: kilometer: [km]
	Percents   map[string][]string `yaml:"percents"`   // and per mille, and percentage points
	Currencies map[string][]string `yaml:"currencies"` // signs and codes
	Cents      map[string]string   `yaml:"cents"`      // of each currency its hundredth
	Magnitudes map[string][]string `yaml:"magnitudes"` // million: [Mio.]
	Spans      map[string][]string `yaml:"spans"`      // what a sum may be paid by: €/month

	Counted    Counted               `yaml:"counted"`
	Governs    map[string]Government `yaml:"governs"`     // by kind of thing: numbers, hours, places, …; numbers is for all that have none
	Months     map[string][]string   `yaml:"months"`      // how each is written besides CLDR's names, by its number: 1: [Jän.]
	MonthNames []string              `yaml:"month_names"` // as they are said in a date, where CLDR's are not
	Words      map[string]Words      `yaml:"words"`       // what phrases call {name}: written and said
	Phrases    []Phrase              `yaml:"phrases"`

	Fractions     map[string]string `yaml:"fractions"` // 1/3: ein Drittel
	Abbreviations Abbreviations     `yaml:"abbreviations"`
	Web           Web               `yaml:"web"`

	NumberRules string      `yaml:"number_rules"` // number words that CLDR lacks, in CLDR's notation
	Inflection  *Inflection `yaml:"inflection"`   // of a language with cases
}

// Numbers is how figures are said.
type Numbers struct {
	Point     string            `yaml:"point"`                 // of 3,5: "Komma"
	Decimals  Decimals          `yaml:"decimals"`              // how the digits behind it are said
	Minus     string            `yaml:"minus"`                 // in front of a number
	Plus      string            `yaml:"plus"`                  // likewise
	To        string            `yaml:"to"`                    // of 3–5
	Until     []string          `yaml:"until"`                 // words that may stand between two numbers instead of a dash
	Times     string            `yaml:"times"`                 // of 7,62×39
	Per       string            `yaml:"per"`                   // of €/Kopf, where CLDR has no pattern: "pro {0}"
	Cents     string            `yaml:"cents"`                 // between a sum and its cents; "-": only their number is said
	Of        string            `yaml:"of"`                    // between millions and what is counted: "de {0}"
	OfVowel   string            `yaml:"of_vowel"`              // before a vowel: "d'{0}"
	OfCase    string            `yaml:"of_case"`               // the case of what is counted in thousands and millions
	MidCase   string            `yaml:"mid_case"`              // the case behind a word in small letters that governs none
	Year      string            `yaml:"year"`                  // CLDR's rule set for 1100 to 1999, if years have one: numbering-year
	First     string            `yaml:"first"`                 // of the first day of a month, if other days are cardinals: "primero"
	Genders   map[string]string `yaml:"genders"`               // CLDR's genders of units that are another for number words: inanimate: masculine
	Cardinals map[string]string `yaml:"cardinals"`             // CLDR's rule set by gender and case, where its name does not tell: masculine-dative: cardinal-m
	Counting  map[string]string `yaml:"counting"`              // the form of a noun by its plural category, in the nominative and accusative: few: plural nominative
	Stop      bool              `yaml:"stop_is_ordinal"`       // "5." is the fifth
	Thousands bool              `yaml:"comma_may_group"`       // "5,000" may be five thousand: it is left as written
	Opening   int               `yaml:"opening"`               // how many words of a sentence are too few for its end; 4 if left out
	Capitals  bool              `yaml:"nouns_are_capitalised"` // so that a capital tells nothing of where a sentence ends
}

// Decimals is how the digits behind the decimal mark are said.
type Decimals string

// The ways to say decimals.
const (
	OneByOne Decimals = "one by one" // drei Komma eins vier
	AsNumber Decimals = "number"     // tres coma catorce
	CLDRs    Decimals = "cldr"       // три целых четырнадцать сотых
)

// Words are what may be written, and how that is said: a table, or a list of words that are said as
// they are written, at the beginning of a sentence too.
type Words map[string]string

// UnmarshalYAML reads a table or a list.
func (w *Words) UnmarshalYAML(decode func(any) error) error {
	var list string
	if decode(&list) != nil {
		return decode((*map[string]string)(w))
	}
	*w = Words{}
	for word := range strings.FieldsSeq(list) {
		r, size := utf8.DecodeRuneInString(word)
		capital := string(unicode.ToUpper(r)) + word[size:]
		(*w)[word], (*w)[capital] = word, capital
	}
	return nil
}

// Government is what words in front put a number or noun in, by case, or by whatever a phrase has
// in the place of *. Under "else" stands what holds where no word does, and the words under
// "unknown" leave the number as it is written.
type Government map[string]string

// Counted are nouns that numbers agree with, by gender; "-os" stands for all that end so.
type Counted struct {
	Genders map[string]string `yaml:"genders"`
	Cases   map[string]string `yaml:"cases"`    // endings that tell the case of a noun behind a number
	Nouns   string            `yaml:"no_nouns"` // words that are no nouns: the number stands alone before them
}

// Phrase is a kind of thing that is said by a pattern: dates, times, years. docs/languages.md has
// its language.
type Phrase struct {
	Rule      string `yaml:"rule"`       // what a site switches it off by: date, time, year …
	Written   string `yaml:"written"`    // {day}. {month} {year}
	Behind    string `yaml:"behind"`     // what must stand in front, in the same language
	NotBehind string `yaml:"not_behind"` // what must not stand in front
	Before    string `yaml:"before"`     // and what behind
	Unless    string `yaml:"unless"`     // what must not stand behind
	Case      string `yaml:"case"`       // which government decides *
	Late      bool   `yaml:"late"`       // it comes after quantities, so that it may look like one: a score of 3-1
	Said      string `yaml:"said"`       // {day:ordinal-*} {month} {year}
}

// Abbreviations are what is written short, and said in full, by where it may stand.
type Abbreviations struct {
	BeforeName   Words             `yaml:"before_name"`
	BeforeNumber Words             `yaml:"before_number"`
	BeforeBoth   Words             `yaml:"before_name_or_number"`
	Anywhere     Words             `yaml:"anywhere"`
	Closing      Words             `yaml:"may_end_sentence"`
	Signs        Words             `yaml:"signs"`
	Symbols      Words             `yaml:"symbols"`
	NameEndings  map[string]string `yaml:"name_endings"` // the case of a name by its ending: genitive: skiego ckiego
}

// Web is how addresses are said.
type Web struct {
	At    string            `yaml:"at"`
	Dot   string            `yaml:"dot"`
	Slash string            `yaml:"slash"`
	Dash  string            `yaml:"dash"`
	Under string            `yaml:"underscore"`
	Hash  string            `yaml:"hashtag"`
	Words map[string]string `yaml:"words"` // parts that are said as a word, or otherwise: com: kom
}

// Load reads the data files (pack*.yaml) of a folder; other YAML is for the Go of the folder. An
// error names the file, the line and the key.
func Load(files fs.FS, folder string) (*Pack, error) {
	names, err := fs.Glob(files, path.Join(folder, "pack*.yaml"))
	if err != nil || len(names) == 0 {
		return nil, fmt.Errorf("%s has no pack.yaml: %w", folder, errors.Join(err, fs.ErrNotExist))
	}
	var p Pack
	for _, name := range names {
		text, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		err = yaml.NewDecoder(bytes.NewReader(text), yaml.DisallowUnknownField()).Decode(&p)
		if err != nil && !errors.Is(err, io.EOF) {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	return &p, nil
}
