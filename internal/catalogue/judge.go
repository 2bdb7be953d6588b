package catalogue

import (
	"context"
	"maps"
	"slices"

	"github.com/aloud-audio/aloud/internal/library"
)

// judgedAtOnce is how many articles one Rejudge reads: about a second's work.
const judgedAtOnce = 500

// Rejudge judges articles again whose rows are based on former settings or a former release, those
// of the newest month that has any, and reports whether it found any. After a change of the lexicon
// it reads only articles that the change may concern.
func (c *Catalogue) Rejudge(ctx context.Context, site string) (found bool, err error) {
	h, err := c.head(ctx, site)
	if err != nil {
		return false, err
	}
	blast := c.Blast(site)
	for _, month := range slices.Backward(slices.Sorted(maps.Keys(h.Pages))) {
		refs, err := c.unjudged(ctx, site, h, month, blast)
		if err != nil {
			return false, err
		}
		if len(refs) > 0 {
			return true, c.update(ctx, site, refs, blast.renew)
		}
	}
	return false, nil
}

// unjudged returns articles of a month whose rows are based on former settings, with at most
// judgedAtOnce that have to be read.
func (c *Catalogue) unjudged(ctx context.Context, site string, h head, month string, blast *Blast) (refs []library.Ref, err error) {
	if c.Ground == nil || c.cache.judged(site, h.Pages[month].Object, c.Ground(site)) {
		return nil, nil
	}
	reads := 0
	_, err = c.readFrom(ctx, site, &h, func(h head) error {
		refs, reads = nil, 0
		pages, err := c.pagesOf(ctx, site, h, present(h, month))
		if err != nil {
			return err
		}
		for _, row := range pages[month] {
			verdict, err := blast.Verdict(ctx, row)
			if err != nil {
				return err
			}
			if c.Judged(site, row) || verdict != Holds && reads == judgedAtOnce {
				continue
			}
			if verdict != Holds {
				reads++
			}
			refs = append(refs, library.Ref{Site: site, ID: row.ID})
		}
		if len(refs) == 0 {
			c.cache.judge(site, h.Pages[month].Object, c.Ground(site))
		}
		return nil
	})
	return refs, err
}

// present returns a month if the head has it.
func present(h head, month string) []string {
	if _, has := h.Pages[month]; has {
		return []string{month}
	}
	return nil
}

// Judged reports whether a row's judgement is based on the current settings. An article without
// public audio needs none.
func (c *Catalogue) Judged(site string, row Row) bool {
	return c.Ground == nil || row.Public == nil || row.Judgement.Ground == c.Ground(site)
}

// Blast finds out which articles of a site a change of its lexicon concerns. A row that was judged
// by the former lexicon still counts if its article uses no form that changed, and has none that
// was added. The latter takes a reading of its text. Its methods are not safe for concurrent use,
// but for those that are called after Verdict for the same row.
type Blast struct {
	catalogue *Catalogue
	site      string
	changes   map[Ground]lexiconChange
}

// lexiconChange is how the lexicon differs from that of some judgements.
type lexiconChange struct {
	Change
	known bool
	has   func(library.Narration) bool // any added form
}

// Blast returns what compares the rows of a site with its lexicon in force.
func (c *Catalogue) Blast(site string) *Blast {
	return &Blast{catalogue: c, site: site, changes: map[Ground]lexiconChange{}}
}

// Verdict says how a row's judgement can be used.
type Verdict string

// The verdicts.
const (
	Holds       Verdict = "it holds"
	HoldsUnless Verdict = "it holds unless the text has an added form"
	Doubtful    Verdict = "the article has to be judged anew"
)

// Verdict says how a row's judgement can be used.
func (b *Blast) Verdict(ctx context.Context, row Row) (Verdict, error) {
	if b.catalogue.Judged(b.site, row) {
		return Holds, nil
	}
	c, err := b.change(ctx, row.Judgement.Ground)
	switch {
	case err != nil:
		return Doubtful, err
	case !c.known || c.Concerns(row):
		return Doubtful, nil
	case len(c.Added) > 0:
		return HoldsUnless, nil
	}
	return Holds, nil
}

func (b *Blast) change(ctx context.Context, judged Ground) (c lexiconChange, err error) {
	c, has := b.changes[judged]
	if has {
		return c, nil
	}
	if c.Change, c.known, err = b.catalogue.LexiconChange(ctx, b.site, judged); err != nil {
		return c, err
	}
	if b.catalogue.Finder != nil {
		c.has = b.catalogue.Finder(b.site, c.Added)
	}
	b.changes[judged] = c
	return c, nil
}

// Has reports whether a narration has any of the forms that were added since a row was judged. The
// row's Verdict was HoldsUnless.
func (b *Blast) Has(n library.Narration, row Row) bool {
	has := b.changes[row.Judgement.Ground].has
	return has == nil || has(n)
}

// Knows reports whether a row's Forms say if its article's text has a form: the lexicon by which it
// was judged had an entry for it.
func (b *Blast) Knows(ctx context.Context, row Row, form string) (bool, error) {
	if b.catalogue.Lexicon == nil || row.Public == nil {
		return false, nil
	}
	_, has := b.catalogue.Lexicon(b.site)[form]
	if b.catalogue.Judged(b.site, row) {
		return has, nil
	}
	c, err := b.change(ctx, row.Judgement.Ground)
	return c.known && (c.Changed[form] || has && !slices.Contains(c.Added, form)), err
}

// renew bases a row's judgement on the current settings. It is called after Verdict.
func (b *Blast) renew(ctx context.Context, row Row) (Row, bool, error) {
	verdict, err := Doubtful, error(nil)
	if _, known := b.changes[row.Judgement.Ground]; known { // also while others ask: it is only read
		verdict, err = b.Verdict(ctx, row)
	}
	if err == nil && verdict == HoldsUnless {
		n, readErr := b.catalogue.Library.Narration(ctx, library.Ref{Site: b.site, ID: row.ID})
		if err = library.IgnoreUnreadable(readErr); readErr != nil || !n.Is(row.Versions) || b.Has(n, row) {
			verdict = Doubtful
		}
	}
	row.Judgement.Ground = b.catalogue.Ground(b.site)
	return row, verdict != Doubtful, err
}
