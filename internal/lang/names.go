package lang

import (
	"embed"
	"io/fs"
	"path"
)

// lexicon.pls says how names of a language's news are pronounced; common.txt lists the words with
// capitals that any voice of it says right; declensions.tsv is how its names decline. Package
// lexicon reads them.

//go:embed */lexicon.pls */common.txt */declensions.tsv
var nameFiles embed.FS

// Lexicon is a language's lexicon.pls, nil if it has none.
func Lexicon(tag string) []byte { return nameFile(tag, "lexicon.pls") }

// Declensions is a language's declensions.tsv, nil if it has none.
func Declensions(tag string) []byte { return nameFile(tag, "declensions.tsv") }

// DeclensionLanguages lists the languages that have a declensions.tsv, by their tags.
func DeclensionLanguages() []string {
	files, _ := fs.Glob(nameFiles, "*/declensions.tsv") // the pattern is right
	for i, file := range files {
		files[i] = path.Dir(file)
	}
	return files
}

// CommonWords is a language's common.txt, nil if it has none.
func CommonWords(tag string) []byte { return nameFile(tag, "common.txt") }

func nameFile(tag, name string) []byte {
	data, _ := nameFiles.ReadFile(Base(tag) + "/" + name)
	return data
}
