package lang

import "embed"

// lexicon.pls says how names of a language's news are pronounced; common.txt lists the words with
// capitals that any voice of it says right. Package lexicon reads both.

//go:embed */lexicon.pls */common.txt
var nameFiles embed.FS

// Lexicon is a language's lexicon.pls, nil if it has none.
func Lexicon(tag string) []byte { return nameFile(tag, "lexicon.pls") }

// CommonWords is a language's common.txt, nil if it has none.
func CommonWords(tag string) []byte { return nameFile(tag, "common.txt") }

func nameFile(tag, name string) []byte {
	data, _ := nameFiles.ReadFile(Base(tag) + "/" + name)
	return data
}
