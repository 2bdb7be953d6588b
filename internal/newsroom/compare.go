package newsroom

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/source"
)

// doubt is an article that may differ, of which the source is asked singly.
type doubt struct {
	ref            library.Ref
	listed         source.Listed // zero if the list does not have it
	wrong          Wrong
	why            string
	title, address string

	answer source.Answer
	err    error
	asked  bool
	halted bool
	done   string
}

const unknownHere = "published there, unknown here"

// compare raises a doubt about every article that may differ: those gone first, then those that
// changed, then those missed.
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
		return cmp.Compare(slices.Index(order, a.wrong), slices.Index(order, b.wrong))
	})
	return nil
}

// look compares a listed article with the desired state, unless it was in order under the same
// mark.
func (p *pass) look(ctx context.Context, l source.Listed) error {
	ref, err := library.NewRef(p.site, cmp.Or(p.memory.Known[l.ID], l.ID))
	if err != nil {
		return nil //nolint:nilerr // no article of ours can have such an id
	}
	p.listed[ref] = true
	delete(p.memory.Asked, ref.ID)
	if p.public[ref] {
		p.owned++
	}
	mark, seen := p.memory.Seen[l.ID]
	if seen && mark == l.Mark && p.order.Since.IsZero() {
		return nil
	}
	desired, err := p.Library.Desired(ctx, ref)
	switch {
	case errors.Is(err, library.ErrNotFound):
		return p.lookAtUnknown(ctx, ref, l, seen)
	case errors.Is(err, library.ErrDamaged):
		p.doubt(ref, l, Missed, "published there, damaged here")
		return nil
	case err != nil:
		return err
	}
	if p.anothers(l, ref, desired) {
		p.memory.Seen[l.ID] = l.Mark
		return nil
	}
	if wrong, why := p.difference(l, desired, seen); wrong != "" {
		p.doubt(ref, l, wrong, why)
	} else {
		p.memory.Seen[l.ID] = l.Mark
	}
	return nil
}

// anothers reports whether an article came from a hook or an admin, and the list has only its page:
// they know more of it than a page says. Whether it is gone is looked at all the same.
func (p *pass) anothers(l source.Listed, ref library.Ref, d library.Desired) bool {
	return p.src.Asking.Pages && ref.ID != l.ID && (d.Gone() || d.Article.Source != p.src.Name)
}

// lookAtUnknown leaves the archive alone: whoever connects a source does not buy it by that. An
// article without a date belongs to it if it was listed when the source was first asked, or has not
// changed since.
func (p *pass) lookAtUnknown(ctx context.Context, ref library.Ref, l source.Listed, seen bool) error {
	archived := l.PublishedAt.Before(p.since())
	if l.PublishedAt.IsZero() {
		archived = p.first || seen || !l.UpdatedAt.IsZero() && l.UpdatedAt.Before(p.since())
	}
	known, err := p.articleAt(ctx, l)
	switch {
	case err != nil:
		return err
	case known != "":
		p.memory.Known[l.ID] = known
		return p.look(ctx, l)
	case archived:
		p.memory.Seen[l.ID] = l.Mark
	default:
		p.doubt(ref, l, Missed, unknownHere)
	}
	return nil
}

// articleAt returns the id of the article whose page a list of pages has: a hook or an admin may
// have brought it under another id. "" for none.
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

// knownPages returns all articles by their pages. It reads those that came since the last time.
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

// difference tells what the list says otherwise than the desired state; "" for nothing.
func (p *pass) difference(l source.Listed, d library.Desired, seen bool) (Wrong, string) {
	switch {
	case !d.ErasedAt.IsZero() && !l.UpdatedAt.After(d.Revision.UpdatedAt):
		return "", ""
	case d.Gone():
		return Missed, "published there, removed here"
	case l.UpdatedAt.After(d.Revision.UpdatedAt):
		return Missed, "newer there"
	case p.src.Asking.Detailed:
		return detail(l.Payload, *d.Article)
	case seen: // under another mark
		return Changed, "listed differently"
	default:
		return "", ""
	}
}

// detail names the first field that a list says otherwise.
func detail(there, here article.Payload) (Wrong, string) {
	for _, field := range []struct {
		name  string
		equal bool
	}{
		{"visibility", there.Visibility == here.Visibility}, {"title", there.Title == here.Title},
		{"standfirst", there.Standfirst == here.Standfirst}, {"address", there.URL == here.URL},
		{"authors", slices.Equal(there.Byline, here.Byline)}, {"tags", slices.Equal(there.Tags, here.Tags)},
	} {
		if !field.equal {
			return Changed, "other " + field.name + " there"
		}
	}
	return "", ""
}

func (p *pass) doubt(ref library.Ref, l source.Listed, wrong Wrong, why string) {
	p.doubts = append(p.doubts, &doubt{ref: ref, listed: l, wrong: wrong, why: why, title: l.Title, address: l.URL})
}

// How many articles that have left a window are asked for in a pass, and how long none is asked for
// again.
const (
	newlyUnlisted = 25
	longUnlisted  = 10
	unlistedRest  = time.Hour
)

// lookForGone raises a doubt about the source's articles that the public has and the list has not.
// Where the list is a window, articles leave it all the time: those that were in it before are
// asked for at once, the others in turn.
func (p *pass) lookForGone(ctx context.Context) error {
	var unlisted []*doubt
	for _, ref := range p.exposed() {
		d, isOurs, err := p.owns(ctx, ref)
		if err != nil {
			return err
		}
		if !isOurs {
			continue
		}
		if p.public[ref] {
			p.owned++
		}
		unlisted = append(unlisted, d)
	}
	if p.src.Asking.Window {
		unlisted = p.inTurn(unlisted)
	}
	p.doubts = append(p.doubts, unlisted...)
	return nil
}

// exposed are the articles that the public has, or may be about to get, and the list has not.
func (p *pass) exposed() (refs []library.Ref) {
	for _, group := range []map[library.Ref]bool{p.public, p.due} {
		for ref := range group {
			if !p.listed[ref] && !slices.Contains(refs, ref) {
				refs = append(refs, ref)
			}
		}
	}
	slices.SortFunc(refs, func(a, b library.Ref) int { return cmp.Compare(a.ID, b.ID) })
	return refs
}

// owns reports whether the article is the source's, and not gone here. It is if the list had it, it
// came from there, or, if nothing tells where it came from, its id is of the source's kind.
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

// inTurn chooses the articles that are asked for in this pass.
func (p *pass) inTurn(unlisted []*doubt) []*doubt {
	askedAt := func(d *doubt) int64 { return p.memory.Asked[d.ref.ID] }
	slices.SortStableFunc(unlisted, func(a, b *doubt) int { return cmp.Compare(askedAt(a), askedAt(b)) })
	var chosen []*doubt
	rested := p.Now().Add(-unlistedRest).Unix()
	left := longUnlisted
	for _, d := range unlisted {
		switch at := askedAt(d); {
		case at == 0 && len(chosen) < newlyUnlisted:
			chosen = append(chosen, d)
		case at != 0 && at < rested && left > 0:
			chosen, left = append(chosen, d), left-1
		}
	}
	return chosen
}
