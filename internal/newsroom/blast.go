package newsroom

import (
	"context"

	"github.com/aloud-audio/aloud/internal/catalogue"
	"github.com/aloud-audio/aloud/internal/library"
)

// blast finds out by the rows of a catalogue which articles are stale, also after a change of the
// lexicon.
type blast struct {
	*Newsroom
	*catalogue.Blast
	site string
}

func newBlast(n *Newsroom, site string) *blast {
	return &blast{n, n.Catalogue.Blast(site), site}
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
			v, err := b.Verdict(ctx, row)
			if err != nil {
				return nil, nil, nil, err
			}
			if v == catalogue.HoldsUnless {
				unless[c.Ref()] = row
			}
			if v != catalogue.Holds {
				doubted = append(doubted, c.Ref())
				continue
			}
			c.chosen, c.Judged = row.Judgement.Stale, byCatalogue
		}
		all = append(all, c)
	}
	return all, unless, doubted, nil
}

// reread judges an article by its row, if the narration has none of the added forms. ok reports
// whether it has none.
func (b *blast) reread(ctx context.Context, row catalogue.Row) (c choice, ok bool, err error) {
	n, err := b.Library.Narration(ctx, library.Ref{Site: b.site, ID: row.ID})
	if err != nil || b.Has(n, row) {
		return c, false, library.IgnoreUnreadable(err)
	}
	c = choice{Article: b.articleOf(b.site, row), chosen: row.Judgement.Stale}
	c.Judged = byReading
	return c, true, nil
}
