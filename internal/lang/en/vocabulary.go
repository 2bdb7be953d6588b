package en

import (
	"sync/atomic"

	"github.com/aloud-audio/aloud/internal/lang/grammar"
	"github.com/aloud-audio/aloud/internal/lang/pack"
)

// english is the grammar with the words of pack.yaml, which documents each list. Rules sets it.
var english atomic.Pointer[grammar.Grammar]

// list returns a word list: written → said.
func list(name string) pack.Words {
	words, ok := english.Load().Pack.Words[name]
	if !ok {
		panic("en: pack.yaml has no " + name)
	}
	return words
}

// is reports whether a word is in a list.
func is(name, word string) bool { return list(name)[word] != "" }
