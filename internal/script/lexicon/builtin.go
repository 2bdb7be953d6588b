package lexicon

import (
	"bytes"
	"sync"

	"github.com/aloud-audio/aloud/internal/lang"
)

// BuiltInName is the name of aloud's own layer.
const BuiltInName = "built-in"

var builtIn sync.Map // by language: func() *Layer

// BuiltIn returns aloud's own layer for a language (BCP 47; only the primary subtag counts), or nil
// if there is none. It is parsed once.
func BuiltIn(language string) *Layer {
	base := lang.Base(language)
	if read, known := builtIn.Load(base); known {
		return read.(func() *Layer)()
	}
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
