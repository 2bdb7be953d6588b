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

	"github.com/goccy/go-yaml"
)

// Pack is the data of one language.
type Pack struct {
	Name    string   `yaml:"name"`    // in English: "German"
	Regions []string `yaml:"regions"` // whose number words and units are others than the language's: pt-PT
	Cases   []string `yaml:"cases"`   // in the order of a noun's forms, as CLDR names them: nominative, genitive …

	Numbers     Numbers `yaml:"numbers"`
	NumberRules string  `yaml:"number_rules"` // number words that CLDR lacks, in CLDR's notation

	// Nouns are things that are counted, by a name that the tables below use. CLDR's units need no
	// entry; one with the same name replaces them.
	Nouns       map[string]string   `yaml:"nouns"`
	Declensions []Declension        `yaml:"declensions"` // nouns that decline alike, named by their nominatives
	Units       map[string][]string `yaml:"units"`       // how each is written: kilometer: [km]
	Percents    map[string][]string `yaml:"percents"`    // and per mille, and percentage points
	Currencies  map[string][]string `yaml:"currencies"`  // signs and codes
	Cents       map[string]string   `yaml:"cents"`       // of each currency its hundredth
	Magnitudes  map[string][]string `yaml:"magnitudes"`  // million: [Mio.]
	Spans       map[string][]string `yaml:"spans"`       // what a sum may be paid by: €/month
	Places      []Place             `yaml:"places"`      // measures that stand in another case

	Describing Describing            `yaml:"describing"`
	Governs    map[string]Government `yaml:"governs"` // by kind of thing: numbers, hours, places …
	Counted    Counted               `yaml:"counted"`
	Months     map[string][]string   `yaml:"months"`      // how each is written besides CLDR's names, by its number: 1: [Jän.]
	MonthNames []string              `yaml:"month_names"` // as they are said in a date, where CLDR's are not
	Words      map[string]Words      `yaml:"words"`       // what phrases call {name}: written and said
	Lists      map[string]string     `yaml:"lists"`       // the same for nouns in all their forms
	Suffixes   map[string]string     `yaml:"suffixes"`    // endings behind figures → what they can be, the likelier first
	Phrases    []Phrase              `yaml:"phrases"`

	Abbreviations Abbreviations `yaml:"abbreviations"`
	Web           Web           `yaml:"web"`
}

// Numbers is how figures are said.
type Numbers struct {
	Decimals  Decimals                     `yaml:"decimals"`
	Marks     string                       `yaml:"marks"` // the decimal marks, if they are others than CLDR's
	Minus     string                       `yaml:"minus"` // in front of a number
	Plus      string                       `yaml:"plus"`
	Signs     map[string]string            `yaml:"signs"`                 // other signs in front of a number: "~"
	To        string                       `yaml:"to"`                    // of 3–5
	Joiners   map[string]string            `yaml:"joiners"`               // words between two numbers, and the case that they put the latter in
	Between   map[string]string            `yaml:"between"`               // words in front of two numbers, and what joins those: {between: and}
	Dashes    string                       `yaml:"dashes"`                // that join two numbers; "–-" if left out
	Dots      bool                         `yaml:"dots"`                  // dots join two numbers: -5...-7
	Twice     bool                         `yaml:"twice"`                 // both numbers may have the unit or currency: 5 km–10 km
	Behind    map[string]string            `yaml:"behind"`                // signs behind what is counted: {+: plus}
	Every     bool                         `yaml:"every"`                 // nothing agrees with a number: it is said whatever stands around it
	Times     string                       `yaml:"times"`                 // of 7,62×39
	Powers    map[string]string            `yaml:"powers"`                // of a letter or a number: ²: squared
	Per       string                       `yaml:"per"`                   // of €/Kopf: "pro {0}"
	PerUnit   string                       `yaml:"per_measure"`           // of мг/л: "на {0}"; Per if left out
	Cents     string                       `yaml:"cents"`                 // between a sum and its cents; "-": only their number is said
	Of        string                       `yaml:"of"`                    // between millions and what is counted: "de {0}"
	OfVowel   string                       `yaml:"of_vowel"`              // before a vowel: "d'{0}"
	Vowels    string                       `yaml:"vowels"`                // pattern of what counts as one at the start of a word
	Few       string                       `yaml:"few"`                   // the form of a noun behind 2 to 4: "genitive singular"; the plural
	Living    bool                         `yaml:"few_living"`            // a few living beings are an accusative like the genitive: двох поранених
	MidCase   string                       `yaml:"mid_case"`              // the case behind a word in small letters that governs none
	Year      string                       `yaml:"year"`                  // CLDR's rule set for 1100 to 1999; "-": what may be a year is left as written
	First     string                       `yaml:"first"`                 // of the first day of a month, if other days are cardinals: "primero"
	Genders   map[string]string            `yaml:"genders"`               // CLDR's genders of units that are another for number words
	Cardinals map[string]string            `yaml:"cardinals"`             // CLDR's rule set by gender and case, where its name does not tell
	Ordinals  map[string]map[string]string `yaml:"ordinals"`              // marks of stems → gender, or plural → endings by case
	Respell   map[string]string            `yaml:"respell"`               // number words that are spelled otherwise; "^" for those at the start
	Stop      bool                         `yaml:"stop_is_ordinal"`       // "5." is the fifth
	Thousands bool                         `yaml:"comma_may_group"`       // "5,000" may be five thousand: it is left as written
	Opening   int                          `yaml:"opening"`               // how many words of a sentence are too few for its end; 4 if left out
	Opens     bool                         `yaml:"opens_with_capital"`    // what is said for figures at the start of a sentence
	Capitals  bool                         `yaml:"nouns_are_capitalised"` // so that a capital tells nothing of where a sentence ends
}

// Decimals is how a number with decimals is said. Without a point or a word to join them, CLDR says
// them.
type Decimals struct {
	Point     string            `yaml:"point"`     // the word or noun behind the whole part
	Digits    string            `yaml:"digits"`    // the digits behind it: "one by one" (drei Komma eins vier) or "number" (tres coma catorce)
	Gender    string            `yaml:"gender"`    // of the whole part; "": that of what is counted
	Join      string            `yaml:"join"`      // a word before the decimals
	Fractions []string          `yaml:"fractions"` // nouns for tenths, hundredths, thousandths
	Declined  bool              `yaml:"declined"`  // the decimals take the case too
	Zero      string            `yaml:"zero"`      // behind a whole part of zero, in place of Join
	Nought    string            `yaml:"nought"`    // in place of a whole part of zero and Point; the decimals are not declined then
	Half      map[string]string `yaml:"half"`      // a word for 1,5 by gender, and by "oblique"
}

// Government is what words in front put a number or noun in: cases, the likelier first → words. A
// phrase may have endings in their place. Under "else" stands what holds where no word does, and
// under "like" the table that has the words which this one lacks.
type Government map[string]string

// Counted is what the words around a number tell of how it agrees with its noun.
type Counted struct {
	Genders     map[string]string `yaml:"genders"`     // nouns in the plural by gender; "-os" stands for all that end so
	Endings     []Ending          `yaml:"endings"`     // that tell the forms of other nouns: the longest that fits
	Adjectives  string            `yaml:"adjectives"`  // endings of words that may stand between a number and its noun
	NoNouns     string            `yaml:"no_nouns"`    // words that are no nouns: the number stands alone before them
	Nameless    string            `yaml:"nameless"`    // the gender of a number behind which stands nothing, or the name of a type: 41 Lancet-3
	Adverbs     string            `yaml:"adverbs"`     // that may stand between a word that governs and the number
	Numbered    string            `yaml:"numbered"`    // words before a number that only names something: "No."
	Codes       string            `yaml:"codes"`       // words before a telephone number and the like
	Verbs       string            `yaml:"verbs"`       // endings of verbs, whose subject or object a number may be
	Nominatives string            `yaml:"nominatives"` // words before a number in the nominative
	Objects     string            `yaml:"objects"`     // endings of verbs, whose object a number is
}

// Describing tells where a sum or measure describes the noun behind it, and so is in the singular:
// "a $5 billion loan", "the 5-km zone".
type Describing struct {
	Articles    string `yaml:"articles"`    // words in front behind which it does
	Determiners string `yaml:"determiners"` // words, and endings ("-'s"), behind which it does if no participle follows
	Participles string `yaml:"participles"` // endings
	Things      string `yaml:"things"`      // nouns that it describes whatever stands in front
	Dimensions  string `yaml:"dimensions"`  // that it describes behind an article only: long
	Never       string `yaml:"never"`       // words that it does not describe
	Units       string `yaml:"units"`       // units that describe any word behind
	Worth       string `yaml:"worth"`       // words behind a hyphen that it does not describe
	Numbers     string `yaml:"numbers"`     // the rule set for a whole sum: twenty-five hundred
}

// Ending tells the forms of words that no list has.
type Ending struct {
	Endings string `yaml:"endings"`
	Gender  string `yaml:"gender"` // "": it does not tell
	Plural  bool   `yaml:"plural"`
	Cases   string `yaml:"cases"`
	Animate bool   `yaml:"animate"`
}

// Place is a measure that says where something is, or what is a part of what: "в 5 км от города".
type Place struct {
	Front  string `yaml:"front"`  // the words in front
	Before string `yaml:"before"` // pattern of what follows
	Kind   string `yaml:"kind"`   // "unit" or "percent"
	Case   string `yaml:"case"`
}

// Phrase is a kind of thing that is said by a pattern: dates, times, years. docs/languages.md has
// its language.
type Phrase struct {
	Rule      string `yaml:"rule"`       // what a site switches it off by: date, time, year …
	Written   string `yaml:"written"`    // {day}. {month} {year}
	Said      string `yaml:"said"`       // {day: ordinal masculine @day} {month} {year}
	Front     string `yaml:"front"`      // the word in front governs in this table; or words, with spaces between; "! " in front: is none of them; "-": there is none
	Behind    string `yaml:"behind"`     // what must stand in front, as Written is written
	NotBehind string `yaml:"not_behind"` // what must not
	Before    string `yaml:"before"`     // what must stand behind
	Unless    string `yaml:"unless"`     // what must not
	Late      bool   `yaml:"late"`       // it comes after quantities, so that it may look like one: a score of 3-1
	Alone     bool   `yaml:"alone"`      // no unit, currency or magnitude may follow
	Prefer    string `yaml:"prefer"`     // the case of a noun that could be several, behind a word
	Uncounted string `yaml:"uncounted"`  // "n noun": the number can't count the noun as it is written
	Regional  bool   `yaml:"regional"`   // it holds only in the pack's regions
	Where     string `yaml:"where"`      // what holds of its numbers: "n > n2", "n + n2 = 100"
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
	At      string            `yaml:"at"`
	Dot     string            `yaml:"dot"`
	Slash   string            `yaml:"slash"`
	Dash    string            `yaml:"dash"`
	Under   string            `yaml:"underscore"`
	Hash    string            `yaml:"hashtag"`
	Domains string            `yaml:"domains"`     // ends of addresses besides com, org and the language's tag
	Split   bool              `yaml:"names_split"` // @stop_go and #StopGo are said as words
	Words   map[string]string `yaml:"words"`       // parts that are said as a word, or otherwise: com: kom
}

// Load reads the data files (pack*.yaml) of a folder. An error names the file, the line and the
// key.
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
