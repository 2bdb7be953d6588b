package uk

import (
	_ "embed"
	"sync"

	"github.com/aloud-audio/aloud/internal/lang/cldr"
	"github.com/aloud-audio/aloud/internal/lang/pack"
)

//go:embed words.yaml
var wordsYAML []byte

// vocab returns the words that the rules of Ukrainian use. They are decoded on first use.
var vocab = sync.OnceValue(func() *vocabulary { return pack.Decode[vocabulary]("uk/words.yaml", wordsYAML) })

// vocabulary is words.yaml, which explains each list.
type vocabulary struct {
	Spelt      pack.Set          `yaml:"spelt"`
	Read       map[string]string `yaml:"read"`
	Short      pack.Set          `yaml:"short"`
	Types      map[string]string `yaml:"types"`
	LookAlikes map[string]string `yaml:"look_alikes"`
	Formulas   map[string]string `yaml:"formulas"`
	Symbols    map[string]string `yaml:"symbols"`
	Domains    map[string]string `yaml:"domains"`
}

//go:embed pack.numbers.yaml
var numbersYAML []byte

// numbers are the number rules of the pack.
var numbers = sync.OnceValue(func() *cldr.Rules {
	rules, err := cldr.ParseRules("uk", pack.Decode[pack.Pack]("uk/pack.numbers.yaml", numbersYAML).NumberRules)
	if err != nil {
		panic("uk: " + err.Error())
	}
	return rules
})
