package en

import (
	_ "embed"
	"sync"

	"github.com/aloud-audio/aloud/internal/lang/cldr"
	"github.com/aloud-audio/aloud/internal/lang/pack"
)

//go:embed words.yaml
var wordsYAML []byte

// vocabulary is words.yaml, which explains each list.
type vocabulary struct {
	Words       map[string]pack.Words `yaml:"words"`
	NumberRules string                `yaml:"number_rules"`
	Units       map[string][]string   `yaml:"units"`
	Currencies  map[string][]string   `yaml:"currencies"`
}

// vocab returns the words that the rules of English use. They are decoded on first use.
var vocab = sync.OnceValue(func() *vocabulary { return pack.Decode[vocabulary]("en/words.yaml", wordsYAML) })

// own are the number rules that CLDR lacks.
var own = sync.OnceValue(func() *cldr.Rules {
	rules, err := cldr.ParseRules("en", vocab().NumberRules)
	if err != nil {
		panic("en/words.yaml: " + err.Error())
	}
	return rules
})

// list returns what a list of words says for each.
func list(name string) pack.Words {
	words, ok := vocab().Words[name]
	if !ok {
		panic("en: words.yaml has no " + name)
	}
	return words
}

// is reports whether a word stands in a list.
func is(name, word string) bool { return list(name)[word] != "" }
