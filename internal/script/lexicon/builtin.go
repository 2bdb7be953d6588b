package lexicon

import (
	"bytes"
	"embed"
	"strings"
	"sync"
)

// BuiltInName is the name of the layer that comes with aloud.
const BuiltInName = "built-in"

//go:embed en.pls uk.pls
var builtInFiles embed.FS

var builtIn = map[string]func() *Layer{
	"en": sync.OnceValue(func() *Layer { return mustBuiltIn("en.pls") }),
	"uk": sync.OnceValue(func() *Layer { return mustBuiltIn("uk.pls") }),
}

// BuiltIn returns the layer that comes with aloud for a language (BCP 47; its first part counts), nil if there is none.
// It is read once.
func BuiltIn(language string) *Layer {
	base, _, _ := strings.Cut(strings.ToLower(language), "-")
	layer, ok := builtIn[base]
	if !ok {
		return nil
	}
	return layer()
}

func mustBuiltIn(file string) *Layer {
	pls, err := builtInFiles.ReadFile(file)
	if err != nil {
		panic(err)
	}
	list, err := Read(bytes.NewReader(pls))
	if err != nil {
		panic(file + ": " + err.Error())
	}
	return NewLayer(BuiltInName, list)
}
