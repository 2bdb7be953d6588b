package newsroom

import (
	"context"
	"errors"
	"slices"

	"github.com/aloud-audio/aloud/internal/catalogue"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/narrate"
)

// Concerned says how many published articles have some words of a lexicon, and how that was found
// out.
type Concerned struct {
	ByCatalogue int // articles with the words, as the catalogue knows
	ByReading   int // articles with the words, as their texts were read
	Read        int // texts that were read
	Unread      int // texts that there was no time to read
}

// Concerned counts the published articles of a site that a change of these words in its lexicon
// concerns. Texts are read only for words that had no entry when the article was catalogued. If ctx
// ends, it returns what it has counted, with what is left.
func (n *Newsroom) Concerned(ctx context.Context, site, language string, words []string) (c Concerned, err error) {
	unread, err := n.unknownTo(ctx, site, language, words, &c)
	if err != nil {
		return c, err
	}
	has := narrate.FinderOfWords(language, words)
	read := func(ctx context.Context, ref library.Ref) (bool, error) {
		narration, err := n.Library.Narration(ctx, ref)
		return err == nil && has(narration), library.IgnoreUnreadable(err)
	}
	for found, err := range library.Ahead(ctx, library.Each(unread), read) {
		if err != nil && ctx.Err() == nil {
			return c, err
		}
		if err != nil {
			break
		}
		if c.Read++; found {
			c.ByReading++
		}
	}
	c.Unread = len(unread) - c.Read
	return c, nil
}

// unknownTo counts the articles that have the words by the catalogue, and returns those whose texts
// have to be read.
func (n *Newsroom) unknownTo(ctx context.Context, site, language string, words []string, c *Concerned) (unread []library.Ref, err error) {
	view, ok, err := n.open(ctx, site)
	if err != nil {
		return nil, err
	}
	var rows []catalogue.Row
	if ok {
		rows, err = view.Rows(ctx, Query{Public: true})
	}
	if !ok || errors.Is(err, catalogue.ErrNone) {
		return collect(n.Library.PublicArticles(ctx, site))
	}
	blast := n.Catalogue.Blast(site)
	for _, row := range rows {
		found, known := false, true
		for _, word := range words {
			form := narrate.FormName(language, word)
			knows, err := blast.Knows(ctx, row, form)
			if err != nil {
				return nil, err
			}
			found, known = found || knows && slices.Contains(row.Judgement.Forms, form), known && knows
		}
		switch {
		case found:
			c.ByCatalogue++
		case !known:
			unread = append(unread, library.Ref{Site: site, ID: row.ID})
		}
	}
	return append(unread, refsOf(view.Pending)...), err
}
