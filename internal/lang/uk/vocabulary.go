package uk

import (
	_ "embed"
	"sync"

	"github.com/aloud-audio/aloud/internal/lang/pack"
)

//go:embed words.yaml
var wordsYAML []byte

// vocab returns the words that the rules of Ukrainian use. They are decoded on first use.
var vocab = sync.OnceValue(func() *vocabulary { return pack.Decode[vocabulary]("uk/words.yaml", wordsYAML) })

// vocabulary is words.yaml, which explains each list.
type vocabulary struct {

	// abbreviation
	Abbreviations map[string]string `yaml:"abbreviations"`
	Unfinished    pack.Set          `yaml:"unfinished"`
	Institutes    map[string]string `yaml:"institutes"`

	// acronym
	Spelt pack.Set          `yaml:"spelt"`
	Read  map[string]string `yaml:"read"`
	Short pack.Set          `yaml:"short"`

	// agreement
	Adjectives pack.List `yaml:"adjectives"`
	Consonants pack.List `yaml:"consonants"`
	Verbs      pack.List `yaml:"verbs"`

	// amount
	Magnitudes map[string]string `yaml:"magnitudes"`

	// angle
	Winds map[string]string `yaml:"winds"`

	// case
	InstrumentalWith pack.List `yaml:"instrumental_with"`
	Adverbs          pack.List `yaml:"adverbs"`

	// date
	Months     pack.List `yaml:"months"`
	MonthStems pack.List `yaml:"month_stems"`

	// designation
	Types      map[string]string `yaml:"types"`
	LookAlikes map[string]string `yaml:"look_alikes"`
	Formulas   map[string]string `yaml:"formulas"`

	// ordinal
	HardPlural pack.List `yaml:"hard_plural"`
	SoftPlural pack.List `yaml:"soft_plural"`

	// roman
	Rulers    pack.List `yaml:"rulers"`
	RulersInA pack.List `yaml:"rulers_in_a"`

	// suffix
	Collectives    map[string]string `yaml:"collectives"`
	UnitAdjectives map[string]string `yaml:"unit_adjectives"`

	// symbol
	Symbols map[string]string `yaml:"symbols"`

	// web
	Domains map[string]string `yaml:"domains"`

	// things that are counted
	Units          map[string]pack.List `yaml:"units"`
	Currencies     map[string]pack.List `yaml:"currencies"`
	CurrencySigns  map[string]pack.List `yaml:"currency_signs"`
	Cents          map[string]string    `yaml:"cents"`
	Per            map[string]pack.List `yaml:"per"`
	FullMagnitudes map[string]string    `yaml:"full_magnitudes"`
	Titles         map[string]pack.List `yaml:"titles"`
	Sites          map[string]pack.List `yaml:"sites"`
	Items          map[string]pack.List `yaml:"items"`

	// nouns
	Nouns       map[string]pack.List  `yaml:"nouns"`
	Declensions map[string]declension `yaml:"declensions"`

	// numbers
	Cardinals    map[int64]pack.List  `yaml:"cardinals"`
	Ones         map[gender]pack.List `yaml:"ones"`
	Twos         map[gender]pack.List `yaml:"twos"`
	Hard         map[gender]pack.List `yaml:"hard"`
	Soft         map[gender]pack.List `yaml:"soft"`
	OrdinalStems map[int64]string     `yaml:"ordinal_stems"`
	Fronts       map[int64]string     `yaml:"fronts"`

	// dates and times
	DayWords           pack.Set       `yaml:"day_words"`
	TimeWords          pack.Set       `yaml:"time_words"`
	Seasons            pack.Set       `yaml:"seasons"`
	MonthAbbreviations map[string]int `yaml:"month_abbreviations"`
	MonthEndings       pack.Set       `yaml:"month_endings"`

	// nouns that are numbered
	Ordered   pack.List `yaml:"ordered"`
	Headings  pack.List `yaml:"headings"`
	RomanOnly pack.List `yaml:"roman_only"`

	// government
	Government map[string]pack.List `yaml:"government"`
}
