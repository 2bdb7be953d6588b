// Package pack defines the data that a linguist writes about a language, and reads the files of the
// language's folder strictly. docs/languages.md explains every key. Package grammar applies a pack
// to texts; package lang finds the packs. It has no number words and no names of units: those come
// from CLDR, and a pack adds only what CLDR lacks.
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
	Regions []string `yaml:"regions"` // regions whose number words and units differ from the language's: pt-PT
	Cases   []string `yaml:"cases"`   // in the order of a noun's forms, with CLDR's names: nominative, genitive …

	Numbers     Numbers `yaml:"numbers"`
	NumberRules string  `yaml:"number_rules"` // number words that CLDR lacks, in CLDR's notation

	// Nouns are things that are counted, by the names that the tables below use. CLDR's units need
	// no entry; an entry with the same name replaces one.
	Nouns       map[string]string   `yaml:"nouns"`
	Declensions []Declension        `yaml:"declensions"` // nouns with common endings, named by their nominatives
	Units       map[string][]string `yaml:"units"`       // symbols of each unit: kilometer: [km]
	Percents    map[string][]string `yaml:"percents"`    // symbols of percent, per mille and percentage points
	Currencies  map[string][]string `yaml:"currencies"`  // signs and codes
	Cents       map[string]string   `yaml:"cents"`       // a currency's name → its hundredth
	Magnitudes  map[string][]string `yaml:"magnitudes"`  // million: [Mio.]
	Spans       map[string][]string `yaml:"spans"`       // periods and the like after a slash: €/month
	Places      []Place             `yaml:"places"`      // measures in another case

	Describing Describing            `yaml:"describing"`
	Governs    map[string]Government `yaml:"governs"` // by kind of number: numbers, hours, places …
	Counted    Counted               `yaml:"counted"`
	Months     map[string][]string   `yaml:"months"`      // how each is written besides CLDR's names, by number: 1: [Jän.]
	MonthNames []string              `yaml:"month_names"` // the spoken names in dates, if CLDR's are wrong
	Words      map[string]Words      `yaml:"words"`       // word lists that phrases use as {name}: written → said
	Lists      map[string]string     `yaml:"lists"`       // the same for nouns in all their forms
	Suffixes   map[string]string     `yaml:"suffixes"`    // endings after digits → their possible readings, the likelier first
	Phrases    []Phrase              `yaml:"phrases"`

	Abbreviations Abbreviations `yaml:"abbreviations"`
	Web           Web           `yaml:"web"`
}

// Numbers describes how numbers are spelled out.
type Numbers struct {
	Decimals  Decimals                     `yaml:"decimals"`
	Marks     string                       `yaml:"marks"` // the decimal marks, if they differ from CLDR's
	Minus     string                       `yaml:"minus"` // the word for a minus before a number
	Plus      string                       `yaml:"plus"`
	Signs     map[string]string            `yaml:"signs"`                 // other signs before a number: "~"
	To        string                       `yaml:"to"`                    // the word for the dash in 3–5
	Joiners   map[string]string            `yaml:"joiners"`               // words between two numbers → the case of the second number
	Between   map[string]string            `yaml:"between"`               // words before two numbers → what joins those: {between: and}
	Dashes    string                       `yaml:"dashes"`                // dashes that join two numbers; default "–-"
	Dots      bool                         `yaml:"dots"`                  // dots join two numbers: -5...-7
	Twice     bool                         `yaml:"twice"`                 // both numbers may have the unit or currency: 5 km–10 km
	Behind    map[string]string            `yaml:"behind"`                // signs after the counted noun: {+: plus}
	Every     bool                         `yaml:"every"`                 // nothing agrees with a number, so every number is spelled out in any context
	Times     string                       `yaml:"times"`                 // the word for × in 7,62×39
	Powers    map[string]string            `yaml:"powers"`                // exponents of a letter or a number: ²: squared
	Per       string                       `yaml:"per"`                   // for €/Kopf: "pro {0}"
	PerUnit   string                       `yaml:"per_measure"`           // for мг/л: "на {0}"; default Per
	Cents     string                       `yaml:"cents"`                 // between a sum and its cents; "-": the cents are a bare number
	Of        string                       `yaml:"of"`                    // between millions and the counted noun: "de {0}"
	OfVowel   string                       `yaml:"of_vowel"`              // before a vowel: "d'{0}"
	Vowels    string                       `yaml:"vowels"`                // pattern of what counts as a vowel at the start of a word
	Few       string                       `yaml:"few"`                   // form of a noun after 2 to 4: "genitive singular"; default the plural
	Living    bool                         `yaml:"few_living"`            // the accusative of a few living beings equals the genitive: двох поранених
	MidCase   string                       `yaml:"mid_case"`              // the case after a lower-case word that governs none
	Year      string                       `yaml:"year"`                  // CLDR's ruleset for 1100 to 1999; "-": possible years are left as written
	First     string                       `yaml:"first"`                 // the first day of a month, if other days are cardinals: "primero"
	Genders   map[string]string            `yaml:"genders"`               // CLDR's genders of units → those of number words, where they differ
	Cardinals map[string]string            `yaml:"cardinals"`             // CLDR's ruleset by gender and case, where the name is irregular
	Ordinals  map[string]map[string]string `yaml:"ordinals"`              // marks of stems → gender, or plural → endings by case
	Respell   map[string]string            `yaml:"respell"`               // corrected spellings of number words; "^" marks a prefix
	Stop      bool                         `yaml:"stop_is_ordinal"`       // "5." is an ordinal
	Thousands bool                         `yaml:"comma_may_group"`       // "5,000" may be five thousand, so it is left as written
	Opening   int                          `yaml:"opening"`               // within so many words of its start a sentence does not end; default 4
	Opens     bool                         `yaml:"opens_with_capital"`    // words that replace digits at the start of a sentence get a capital
	Capitals  bool                         `yaml:"nouns_are_capitalised"` // a capital does not show where a sentence begins
}

// Decimals describes how a number with decimals is spelled out. Without a point or a joining word,
// CLDR spells it out.
type Decimals struct {
	Point     string            `yaml:"point"`     // the word or noun after the whole part
	Digits    string            `yaml:"digits"`    // the decimals: "one by one" (drei Komma eins vier) or "number" (tres coma catorce)
	Gender    string            `yaml:"gender"`    // of the whole part; default that of the counted noun
	Join      string            `yaml:"join"`      // a word before the decimals
	Fractions []string          `yaml:"fractions"` // nouns for tenths, hundredths, thousandths
	Declined  bool              `yaml:"declined"`  // the decimals inflect too
	Zero      string            `yaml:"zero"`      // replaces Join after a whole part of zero
	Nought    string            `yaml:"nought"`    // replaces a whole part of zero and Point; the decimals then do not inflect
	Half      map[string]string `yaml:"half"`      // the word for 1.5, by gender and by "oblique"
}

// Government lists the cases that preceding words govern: cases, the likelier first → words. A
// phrase may use endings instead of cases. The key "else" holds the default, and "like" names the
// table that has the words missing here.
type Government map[string]string

// Counted describes how the words around a number determine its agreement with its noun.
type Counted struct {
	Genders     map[string]string `yaml:"genders"`     // plural nouns by gender; "-os" stands for all with that ending
	Endings     []Ending          `yaml:"endings"`     // endings that determine the forms of other nouns: the longest applies
	Adjectives  string            `yaml:"adjectives"`  // endings of words that may stand between a number and its noun
	NoNouns     string            `yaml:"no_nouns"`    // words that are not nouns: before them the number stands alone
	Nameless    string            `yaml:"nameless"`    // gender of a number before nothing or before a type name: 41 Lancet-3
	Adverbs     string            `yaml:"adverbs"`     // may stand between a governing word and the number
	Numbered    string            `yaml:"numbered"`    // words before a number that is only a label: "No."
	Codes       string            `yaml:"codes"`       // words before a telephone number and the like
	Verbs       string            `yaml:"verbs"`       // endings of verbs whose subject or object a number may be
	Nominatives string            `yaml:"nominatives"` // words before a number in the nominative
	Objects     string            `yaml:"objects"`     // endings of verbs after which a number is the object
	Owners      string            `yaml:"owners"`      // nouns, and endings ("-ння"), after which a number is in the genitive: закупівля п'яти дронів
	Passives    string            `yaml:"passives"`    // endings of words after a number without a noun that is their object: 21 поранено
	NoOwners    string            `yaml:"no_owners"`   // nouns with these endings that are none
	Occasions   string            `yaml:"occasions"`   // words before such a noun after which it governs nothing
	Purposes    string            `yaml:"purposes"`    // the same for sums
}

// Describing determines where a sum or measure describes the noun after it, and so is singular: "a
// $5 billion loan", "the 5-km zone".
type Describing struct {
	Articles    string `yaml:"articles"`    // preceding words after which it does
	Determiners string `yaml:"determiners"` // words, and endings ("-'s"), after which it does unless a participle follows
	Participles string `yaml:"participles"` // endings
	Things      string `yaml:"things"`      // nouns that it describes whatever precedes it
	Dimensions  string `yaml:"dimensions"`  // words that it describes only after an article: long
	Never       string `yaml:"never"`       // words that it never describes
	Units       string `yaml:"units"`       // units that describe any following word
	Worth       string `yaml:"worth"`       // words after a hyphen that it does not describe
	Numbers     string `yaml:"numbers"`     // the ruleset for a whole sum: twenty-five hundred
}

// Ending determines the forms of words that no list has.
type Ending struct {
	Endings string `yaml:"endings"`
	Gender  string `yaml:"gender"` // "": undetermined
	Plural  bool   `yaml:"plural"`
	Cases   string `yaml:"cases"`
	Animate bool   `yaml:"animate"`
}

// Place is a measure of a location or a share: "в 5 км от города".
type Place struct {
	Front  string `yaml:"front"`  // the preceding words
	Before string `yaml:"before"` // pattern of what follows
	Kind   string `yaml:"kind"`   // "unit" or "percent"
	Case   string `yaml:"case"`
}

// Phrase is a pattern for one kind of text: dates, times, years. docs/languages.md describes the
// pattern language.
type Phrase struct {
	Rule      string `yaml:"rule"`       // the name by which a site switches it off: date, time, year …
	Written   string `yaml:"written"`    // {day}. {month} {year}
	Said      string `yaml:"said"`       // {day: ordinal masculine @day} {month} {year}
	Front     string `yaml:"front"`      // a table in which the preceding word governs; or allowed preceding words; "! " and excluded ones; "-": no word
	Behind    string `yaml:"behind"`     // must precede; a pattern like Written
	NotBehind string `yaml:"not_behind"` // must not precede
	Before    string `yaml:"before"`     // must follow
	Unless    string `yaml:"unless"`     // must not follow
	Late      bool   `yaml:"late"`       // applied after quantities, because it may look like one: a score of 3-1
	Alone     bool   `yaml:"alone"`      // no unit, currency or magnitude may follow
	Prefer    string `yaml:"prefer"`     // preferred case of an ambiguous noun, after a word
	Uncounted string `yaml:"uncounted"`  // "n noun": applies only if the number cannot count the noun in its written form
	Regional  bool   `yaml:"regional"`   // applies only in the pack's regions
	Where     string `yaml:"where"`      // a condition on its numbers: "n > n2", "n + n2 = 100"
}

// Abbreviations are expanded abbreviations, by where they may stand.
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

// Web describes how addresses are said.
type Web struct {
	At      string            `yaml:"at"`
	Dot     string            `yaml:"dot"`
	Slash   string            `yaml:"slash"`
	Dash    string            `yaml:"dash"`
	Under   string            `yaml:"underscore"`
	Hash    string            `yaml:"hashtag"`
	Domains string            `yaml:"domains"`     // top-level domains besides com, org and the language's tag
	Split   bool              `yaml:"names_split"` // @stop_go and #StopGo are split into words
	Words   map[string]string `yaml:"words"`       // labels that are said as a word, or differently: com: kom
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
