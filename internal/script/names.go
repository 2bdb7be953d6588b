package script

import (
	"fmt"
	"slices"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/script/lexicon"
)

// LexiconOf returns the lexicon of an article: its own entries first, then the layers of the site,
// then the built-in one unless it is switched off. Its error is that of CheckEntries.
func LexiconOf(a article.Article, opts Options) (*lexicon.Lexicon, error) {
	var own []*lexicon.Layer
	if len(a.Lexicon) > 0 {
		list, err := listOf(a.Language, a.Lexicon)
		if err != nil {
			return nil, err
		}
		own = append(own, lexicon.NewLayer("article", list))
	}
	return opts.lexicon(a.Language, own...), nil
}

// lexicon returns the site's lexicon for a language, with the article's own layers first.
func (o Options) lexicon(language string, own ...*lexicon.Layer) *lexicon.Lexicon {
	layers := append(own, o.Lexicon...)
	if !slices.Contains(o.Off, RuleLexicon) {
		layers = append(layers, lexicon.BuiltIn(language))
	}
	return lexicon.New(language, layers...)
}

// lexiconsOf returns the lexicons for the languages of an article's text; own is the one for its
// main language.
func lexiconsOf(a article.Article, own *lexicon.Lexicon, opts Options) map[string]*lexicon.Lexicon {
	all := map[string]*lexicon.Lexicon{}
	for _, language := range a.ForeignLanguages() {
		all[language] = opts.lexicon(language)
	}
	all[a.Language] = own
	return all
}

// CheckEntries returns all errors in an article's own entries.
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
