package script

import (
	"fmt"
	"slices"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/script/lexicon"
)

// LexiconOf returns the lexicon of an article: its own entries first, then the layers of the site,
// then the built-in one unless it is switched off. It returns the error of CheckEntries.
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

// CheckEntries returns everything that is wrong with an article's own entries.
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
