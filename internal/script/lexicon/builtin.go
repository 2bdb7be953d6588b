package lexicon

import (
	"bytes"
	"sync"

	"github.com/aloud-audio/aloud/internal/lang"
)

// BuiltInName is the name of the layer that comes with aloud.
const BuiltInName = "built-in"

var builtIn sync.Map // by language: func() *Layer

// BuiltIn returns the layer that comes with aloud for a language (BCP 47; its first part counts), nil if there is none.
// It is read once.
func BuiltIn(language string) *Layer {
	base := lang.Base(language)
	pls := lang.Lexicon(base)
	if pls == nil {
		return nil
	}
	read, _ := builtIn.LoadOrStore(base, sync.OnceValue(func() *Layer {
		list, err := Read(bytes.NewReader(pls))
		if err != nil {
			panic("the lexicon of " + base + ": " + err.Error()) // part of the binary: a test reads all
		}
		return NewLayer(BuiltInName, list)
	}))
	return read.(func() *Layer)()
}
