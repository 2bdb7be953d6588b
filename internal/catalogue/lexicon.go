package catalogue

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/store"
)

// lexiconsPrefix is where the lexicons are by which rows were judged: for each, the hash of what it
// said of each form. They tell which articles a change of the lexicon concerns.
func lexiconsPrefix(site string) string { return library.CataloguePrefix(site) + "lexicons/" }

func lexiconKey(site, sum string) string { return lexiconsPrefix(site) + sum + ".json" }

// keepLexicon stores the current lexicon, once in the life of a process. Rows name it.
func (c *Catalogue) keepLexicon(ctx context.Context, site string) error {
	if c.Lexicon == nil || c.Ground == nil {
		return nil
	}
	key := lexiconKey(site, c.Ground(site).Lexicon)
	if _, kept := c.kept.Load(key); kept {
		return nil
	}
	body, err := json.Marshal(c.Lexicon(site))
	if err != nil {
		return err
	}
	_, err = c.Store.Put(ctx, key, body, store.PutOptions{If: store.IfAbsent(), ContentType: "application/json"})
	if err == nil || errors.Is(err, store.ErrConflict) {
		c.kept.Store(key, true)
		return nil
	}
	return err
}

// Change says how the lexicon in force differs from an earlier one.
type Change struct {
	Changed map[string]bool // forms that are said differently now, or have no entry any more
	Added   []string        // forms that had no entry
}

// LexiconChange returns how a site's lexicon differs from the one that a judgement is based on. It
// reports false if that is unknown, or if more than the lexicon differs.
func (c *Catalogue) LexiconChange(ctx context.Context, site string, judged Ground) (change Change, known bool, err error) {
	if c.Lexicon == nil || c.Ground == nil || judged.Rules != c.Ground(site).Rules {
		return change, false, nil
	}
	body, _, err := store.Read(ctx, c.Store, lexiconKey(site, judged.Lexicon))
	if errors.Is(err, store.ErrNotFound) {
		return change, false, nil
	}
	if err != nil {
		return change, false, err
	}
	var before map[string]string
	if json.Unmarshal(body, &before) != nil {
		return change, false, nil
	}
	change, now := Change{Changed: map[string]bool{}}, c.Lexicon(site)
	for form, said := range before {
		if now[form] != said {
			change.Changed[form] = true
		}
	}
	for form := range now {
		if _, had := before[form]; !had {
			change.Added = append(change.Added, form)
		}
	}
	slices.Sort(change.Added)
	return change, true, nil
}

// Concerns reports whether an article may use a form that changed.
func (ch Change) Concerns(row Row) bool {
	return slices.ContainsFunc(row.Judgement.Forms, func(form string) bool { return ch.Changed[form] })
}

// discardLexicons deletes those that no row names.
func (c *Catalogue) discardLexicons(ctx context.Context, site string, named map[string]bool) error {
	for entry, err := range c.Store.List(ctx, lexiconsPrefix(site)) {
		if err != nil {
			return err
		}
		sum := strings.TrimSuffix(strings.TrimPrefix(entry.Key, lexiconsPrefix(site)), ".json")
		if named[sum] || c.Now().Sub(entry.Modified) < abandonedAfter {
			continue
		}
		c.kept.Delete(entry.Key)
		if err := c.Store.Delete(ctx, entry.Key); err != nil {
			return err
		}
	}
	return nil
}
