package lang

import (
	"embed"
	"io/fs"
	"path"
)

// lexicon.pls has pronunciations of names in a language's news. common.txt lists capitalized words
// that every voice of the language pronounces correctly. declensions.tsv has the declensions of its
// names. Package lexicon reads them.

//go:embed */lexicon.pls */common.txt */declensions.tsv
var nameFiles embed.FS

// Lexicon returns a language's lexicon.pls, or nil if it has none.
func Lexicon(tag string) []byte { return nameFile(tag, "lexicon.pls") }

// Declensions returns a language's declensions.tsv, or nil if it has none.
func Declensions(tag string) []byte { return nameFile(tag, "declensions.tsv") }

// DeclensionLanguages returns the sorted tags of the languages that have a declensions.tsv.
func DeclensionLanguages() []string {
	files, _ := fs.Glob(nameFiles, "*/declensions.tsv") // the pattern is right
	for i, file := range files {
		files[i] = path.Dir(file)
	}
	return files
}

// CommonWords returns a language's common.txt, or nil if it has none.
func CommonWords(tag string) []byte { return nameFile(tag, "common.txt") }

func nameFile(tag, name string) []byte {
	data, _ := nameFiles.ReadFile(Base(tag) + "/" + name)
	return data
}
