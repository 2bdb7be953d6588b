package newsroom

import (
	"context"

	"github.com/aloud-audio/aloud/internal/catalogue"
	"github.com/aloud-audio/aloud/internal/library"
)

// blast finds out which articles a change of the lexicon concerns. A row that was judged by the
// former lexicon need not be judged anew if its article uses no form that changed, and has none that
// was added. The latter takes a reading of its text.
type blast struct {
	*Newsroom
	site    string
	changes map[catalogue.Ground]lexiconChange
}

func newBlast(n *Newsroom, site string) *blast {
	return &blast{Newsroom: n, site: site, changes: map[catalogue.Ground]lexiconChange{}}
}

// lexiconChange is how the lexicon differs from that of some judgements.
type lexiconChange struct {
	catalogue.Change
	known bool
	has   func(library.Narration) bool // any added form
}

// settled returns the choices of rows that the filter's Query chooses. doubted are the articles of
// which the rows do not tell whether they are stale; for those in unless it is enough to look for
// added forms.
func (b *blast) settled(ctx context.Context, filter Filter, rows []catalogue.Row) (all []choice, unless map[library.Ref]catalogue.Row, doubted []library.Ref, err error) {
	if filter.Retrying {
		return nil, nil, nil, nil // those are due, and never settled
	}
	unless = map[library.Ref]catalogue.Row{}
	for _, row := range rows {
		if filter.ToRetry && row.State != library.Failed {
			continue
		}
		c := choice{Article: b.articleOf(b.site, row), chosen: true}
		if filter.Stale {
			v, err := b.verdict(ctx, row)
			if err != nil {
				return nil, nil, nil, err
			}
			if v == holdsUnless {
				unless[c.Ref()] = row
			}
			if v != holds {
				doubted = append(doubted, c.Ref())
				continue
			}
			c.chosen, c.Judged = row.Judgement.Stale, byCatalogue
		}
		all = append(all, c)
	}
	return all, unless, doubted, nil
}

// verdict says how a row's judgement can be used.
type verdict string

const (
	holds       verdict = "holds"
	holdsUnless verdict = "holds unless the text has an added form"
	doubtful    verdict = "the article has to be judged anew"
)

func (b *blast) verdict(ctx context.Context, row catalogue.Row) (verdict, error) {
	if b.Catalogue.Judged(b.site, row) {
		return holds, nil
	}
	c, err := b.change(ctx, row.Judgement.Ground)
	switch {
	case err != nil:
		return doubtful, err
	case !c.known || c.Concerns(row):
		return doubtful, nil
	case len(c.Added) > 0:
		return holdsUnless, nil
	}
	return holds, nil
}

func (b *blast) change(ctx context.Context, judged catalogue.Ground) (c lexiconChange, err error) {
	c, has := b.changes[judged]
	if has {
		return c, nil
	}
	if c.Change, c.known, err = b.Catalogue.LexiconChange(ctx, b.site, judged); err != nil {
		return c, err
	}
	c.has = b.Narrator.FinderOf(b.site, c.Added)
	b.changes[judged] = c
	return c, nil
}

// reread judges an article by its row, if the narration has none of the added forms. ok reports
// whether it has none.
func (b *blast) reread(ctx context.Context, row catalogue.Row) (c choice, ok bool, err error) {
	n, err := b.Library.Narration(ctx, library.Ref{Site: b.site, ID: row.ID})
	if err != nil || b.changes[row.Judgement.Ground].has(n) {
		return c, false, library.IgnoreUnreadable(err)
	}
	c = choice{Article: b.articleOf(b.site, row), chosen: row.Judgement.Stale}
	c.Judged = byReading
	return c, true, nil
}
