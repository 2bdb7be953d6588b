package newsroom

import (
	"cmp"
	"context"
	"errors"
	"maps"
	"slices"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/source"
)

// compare raises a doubt about every article that may differ: what is public first, of that what is
// gone, then what changed, then what was missed.
func (p *pass) compare(ctx context.Context, all []source.Listed) error {
	for _, l := range all {
		if l.Status == article.Removed {
			continue
		}
		if err := p.look(ctx, l); err != nil {
			return err
		}
	}
	if err := p.lookForGone(ctx); err != nil {
		return err
	}
	order := []Wrong{Gone, Changed, Missed}
	slices.SortStableFunc(p.doubts, func(a, b *doubt) int {
		return cmp.Or(cmp.Compare(p.turn(a), p.turn(b)), cmp.Compare(slices.Index(order, a.wrong), slices.Index(order, b.wrong)))
	})
	return nil
}

// turn is 0 for what the public may hear, which comes first, and 1 for the rest.
func (p *pass) turn(d *doubt) int {
	if p.exposed(d) {
		return 0
	}
	return 1
}

// look compares a listed article with the desired state, unless it was in order under the same
// mark.
func (p *pass) look(ctx context.Context, l source.Listed) error {
	if err := p.findFormer(ctx, l); err != nil {
		return err
	}
	ref, err := library.NewRef(p.site, cmp.Or(p.memory.Known[l.ID], l.ID))
	if err != nil {
		return nil //nolint:nilerr // no article of ours can have such an id
	}
	p.listed[ref] = true
	delete(p.memory.Asked, ref.ID)
	if p.public[ref] {
		p.owned++
	}
	if mark, seen := p.memory.Seen[l.ID]; seen && mark == l.Mark && p.order.Since.IsZero() {
		return nil
	}
	return p.compareWithDesired(ctx, ref, l)
}

func (p *pass) compareWithDesired(ctx context.Context, ref library.Ref, l source.Listed) error {
	_, seen := p.memory.Seen[l.ID]
	desired, err := p.Library.Desired(ctx, ref)
	if errors.Is(err, library.ErrNotFound) {
		return p.lookAtUnknown(ctx, ref, l, seen)
	}
	if library.IgnoreUnreadable(err) != nil {
		return err
	}
	id := ref.ID
	if id == p.formerOf(l) {
		id = l.ID
	}
	wrong, why := comparison{
		listed: l, source: p.src.Name, asking: p.src.Asking, id: id, known: desired, damaged: err != nil, seen: seen,
	}.difference()
	if wrong == "" {
		p.memory.Seen[l.ID] = l.Mark
		return nil
	}
	p.doubt(ref, l, wrong, why)
	return nil
}

// findFormer finds the article of a listed page by the id that former releases gave it, once: a
// page that was already listed under its current id has its article.
func (p *pass) findFormer(ctx context.Context, l source.Listed) error {
	if _, seen := p.memory.Seen[l.ID]; seen || p.memory.Known[l.ID] != "" {
		return nil
	}
	former := p.formerOf(l)
	if former == l.ID {
		return nil
	}
	if l.Former != "" { // of two that are known, the one that outlives a migration counts
		if exists, err := p.exists(ctx, l.ID); err != nil || exists {
			return err
		}
	}
	if mark, seen := p.memory.Seen[former]; seen {
		p.memory.Seen[l.ID] = mark
		delete(p.memory.Seen, former)
	}
	known := cmp.Or(p.memory.Known[former], former)
	exists, err := p.exists(ctx, known)
	if exists {
		p.memory.Known[l.ID], p.bySource[known] = known, l.ID
		delete(p.memory.Known, former)
	}
	return err
}

func (p *pass) formerOf(l source.Listed) string {
	return cmp.Or(l.Former, p.formerID(l.ID, l.URL))
}

func (p *pass) exists(ctx context.Context, id string) (bool, error) {
	ref, err := library.NewRef(p.site, id)
	if err != nil {
		return false, nil //nolint:nilerr // no article of ours can have such an id
	}
	_, err = p.Library.Desired(ctx, ref)
	return !errors.Is(err, library.ErrNotFound), library.IgnoreUnreadable(err)
}

// lookAtUnknown looks up a listed article with an unknown id by its page.
func (p *pass) lookAtUnknown(ctx context.Context, ref library.Ref, l source.Listed, seen bool) error {
	known, err := p.articleAt(ctx, l)
	switch {
	case err != nil:
		return err
	case known != "":
		p.memory.Known[l.ID] = known
		return p.look(ctx, l)
	case archived(l, p.since(), p.first, seen):
		p.memory.Seen[l.ID] = l.Mark
	default:
		p.doubt(ref, l, Missed, unknownHere)
	}
	return nil
}

// articleAt returns the id of the article of a listed page, "" if there is none: it may have come
// from a hook or an admin, with another id.
func (p *pass) articleAt(ctx context.Context, l source.Listed) (id string, err error) {
	if !p.src.Asking.Pages || p.memory.Known[l.ID] != "" {
		return "", nil
	}
	if p.pages == nil {
		if p.pages, err = p.knownPages(ctx); err != nil {
			return "", err
		}
	}
	return p.pages[source.FoldAddress(l.URL)], nil
}

// knownPages returns all articles by their pages. It reads only those that are new since the last
// time.
func (p *pass) knownPages(ctx context.Context) (map[string]string, error) {
	all := map[string]string{}
	for ref, err := range p.Library.Articles(ctx, p.site) {
		if err != nil {
			return nil, err
		}
		page, read := p.memory.Pages[ref.ID]
		if !read {
			d, err := p.Library.Desired(ctx, ref)
			if library.IgnoreUnreadable(err) != nil {
				return nil, err
			}
			if !d.Gone() {
				page = source.FoldAddress(d.Article.URL)
				p.memory.Pages[ref.ID] = page
			}
		}
		if page != "" {
			all[page] = ref.ID
		}
	}
	return all, nil
}

// lookForGone raises a doubt about each of the source's articles that is public and not listed. If
// the list is a window, articles leave it all the time, and not all are requested at once.
func (p *pass) lookForGone(ctx context.Context) error {
	var unlisted []*doubt
	for _, ref := range p.unlisted() {
		d, isOurs, err := p.owns(ctx, ref)
		if err != nil {
			return err
		}
		if !isOurs {
			delete(p.memory.Seen, cmp.Or(p.bySource[ref.ID], ref.ID))
			continue
		}
		if p.public[ref] {
			p.owned++
		}
		unlisted = append(unlisted, d)
	}
	if p.src.Asking.Window {
		unlisted = inTurn(unlisted, p.memory.Asked, p.Now())
	}
	p.doubts = append(p.doubts, unlisted...)
	return nil
}

// unlisted returns the articles that are public, or may soon be, and not listed. Unless the list is
// a window, it also returns those that were listed before: an order must not restore one that
// failed or was withdrawn.
func (p *pass) unlisted() []library.Ref {
	all := map[library.Ref]bool{}
	maps.Copy(all, p.public)
	maps.Copy(all, p.due)
	if !p.src.Asking.Window {
		for id := range p.memory.Seen {
			if ref, err := library.NewRef(p.site, cmp.Or(p.memory.Known[id], id)); err == nil {
				all[ref] = true
			}
		}
	}
	maps.DeleteFunc(all, func(ref library.Ref, _ bool) bool { return p.listed[ref] })
	return slices.SortedFunc(maps.Keys(all), func(a, b library.Ref) int { return cmp.Compare(a.ID, b.ID) })
}

// owns reports whether the article is the source's and not removed in the library. It is the
// source's if the list had it, if it came from there, or, if its origin is unknown, if its id is of
// the source's kind.
func (p *pass) owns(ctx context.Context, ref library.Ref) (*doubt, bool, error) {
	desired, err := p.Library.Desired(ctx, ref)
	if library.IgnoreUnreadable(err) != nil {
		return nil, false, err
	}
	_, wasListed := p.memory.Seen[cmp.Or(p.bySource[ref.ID], ref.ID)]
	d := &doubt{ref: ref, wrong: Gone, why: "not listed there"}
	if desired.Gone() { // or damaged
		return d, false, nil
	}
	d.title, d.address = desired.Article.Title, desired.Article.URL
	from, has := desired.Article.Source, p.src.Asking.Has
	return d, wasListed || from == p.src.Name || from == "" && has != nil && has(ref.ID), nil
}
