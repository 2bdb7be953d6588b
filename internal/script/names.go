package script

import (
	"fmt"
	"slices"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/script/lexicon"
)

// LexiconOf is the lexicon of an article: its own entries come first, then the layers of the site, then the built-in one
// unless it is switched off. The error is CheckEntries'.
func LexiconOf(a article.Article, opts Options) (*lexicon.Lexicon, error) {
	var layers []*lexicon.Layer
	if len(a.Lexicon) > 0 {
		list, err := listOf(a.Language, a.Lexicon)
		if err != nil {
			return nil, err
		}
		layers = append(layers, lexicon.NewLayer("article", list))
	}
	layers = append(layers, opts.Lexicon...)
	if !slices.Contains(opts.Off, RuleLexicon) {
		layers = append(layers, lexicon.BuiltIn(a.Language))
	}
	return lexicon.New(a.Language, layers...), nil
}

// CheckEntries tells what is wrong with an article's own entries, for all of them at once.
func CheckEntries(entries []article.Entry) error {
	_, err := listOf("und", entries)
	return err
}

func listOf(language string, entries []article.Entry) (lexicon.List, error) {
	list := lexicon.List{Language: language}
	for _, e := range entries {
		list.Entries = append(list.Entries, lexicon.Entry{Written: e.Written, Alias: e.Alias, IPA: e.IPA})
	}
	if err := list.Check(); err != nil {
		return lexicon.List{}, fmt.Errorf("lexicon: %w", err)
	}
	return list, nil
}
