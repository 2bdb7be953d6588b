package client

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"iter"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"time"

	"github.com/aloud-audio/aloud/internal/api"
	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/fleet"
	"github.com/aloud-audio/aloud/internal/journal"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/newsroom"
)

// Site returns the token's site, which is the only one that may be named.
func (c *Client) Site(name string) (string, error) {
	if name != "" && name != c.token.Site {
		return "", newsroom.NewInvalidError(fmt.Sprintf("ALOUD_TOKEN is for site %s, not for %s: set one for that site", c.token.Site, name))
	}
	return c.token.Site, nil
}

// Ref names an article of the site.
func (c *Client) Ref(site, id string) (newsroom.Ref, error) {
	site, err := c.Site(site)
	if err != nil {
		return newsroom.Ref{}, err
	}
	ref, err := library.NewRef(site, id)
	if err != nil {
		return ref, newsroom.NewInvalidError(err.Error())
	}
	return ref, nil
}

// Refs is Ref for several ids.
func (c *Client) Refs(site string, ids []string) (refs []newsroom.Ref, err error) {
	for _, id := range ids {
		ref, err := c.Ref(site, id)
		if err != nil {
			return nil, err
		}
		refs = append(refs, ref)
	}
	return refs, nil
}

func articlePath(ref newsroom.Ref) string { return "sites/" + ref.Site + "/articles/" + ref.ID }

// Status returns the state of an article.
func (c *Client) Status(ctx context.Context, ref newsroom.Ref) (a newsroom.Article, err error) {
	err = c.do(ctx, http.MethodGet, articlePath(ref), nil, &a)
	return a, err
}

// SiteStatus returns the state of the site.
func (c *Client) SiteStatus(ctx context.Context, site string) (s newsroom.SiteStatus, err error) {
	err = c.do(ctx, http.MethodGet, "sites/"+site, nil, &s)
	return s, err
}

// Unnamed returns no site: a token does not see the others.
func (c *Client) Unnamed(context.Context) ([]string, error) { return nil, nil }

// List yields the articles that the filter chooses, the newest publication first.
func (c *Client) List(ctx context.Context, site string, filter newsroom.Filter) iter.Seq2[newsroom.Article, error] {
	return func(yield func(newsroom.Article, error) bool) {
		q := query(filter)
		q.Set("newest", "true")
		for after := ""; ; {
			page, err := c.page(ctx, site, q, after, mostOfPage)
			if err != nil {
				yield(newsroom.Article{}, err)
				return
			}
			for _, a := range page.Articles {
				if !yield(a, nil) {
					return
				}
			}
			if after = page.Next; after == "" {
				return
			}
		}
	}
}

// Newest returns at most limit of the articles that the filter chooses, the newest publication
// first.
func (c *Client) Newest(ctx context.Context, site string, filter newsroom.Filter, after string, limit int) (all newsroom.Page, err error) {
	q := query(filter)
	q.Set("newest", "true")
	for all.Next = after; ; {
		page, err := c.page(ctx, site, q, all.Next, min(limit-len(all.Articles), mostOfPage))
		if err != nil {
			return all, err
		}
		all.Articles, all.Next = append(all.Articles, page.Articles...), page.Next
		if page.Next == "" || len(all.Articles) >= limit {
			return all, nil
		}
	}
}

// mostOfPage is the most articles that a server puts on a page.
const mostOfPage = 1000

func (c *Client) page(ctx context.Context, site string, q url.Values, after string, limit int) (page newsroom.Page, err error) {
	q.Set("limit", strconv.Itoa(limit))
	if q.Del("after"); after != "" {
		q.Set("after", after)
	}
	err = c.do(ctx, http.MethodGet, "sites/"+site+"/articles?"+q.Encode(), nil, &page)
	return page, err
}

func query(f newsroom.Filter) url.Values {
	q := url.Values{}
	for name, value := range map[string]string{"state": string(f.State), "tag": f.Tag, "language": f.Language, "search": f.Search} {
		if value != "" {
			q.Set(name, value)
		}
	}
	for name, set := range map[string]bool{
		"stale": f.Stale, "retrying": f.Retrying, "to_retry": f.ToRetry, "public": f.Public, "not_held": f.NotHeld,
	} {
		if set {
			q.Set(name, "true")
		}
	}
	for name, at := range map[string]time.Time{"since": f.Since, "until": f.Until, "changed": f.Changed} {
		if !at.IsZero() {
			q.Set(name, at.UTC().Format(time.RFC3339Nano))
		}
	}
	return q
}

// Choose names the articles with these ids or, without any, those that the filter chooses.
func (c *Client) Choose(ctx context.Context, site string, ids []string, filter newsroom.Filter) (refs []newsroom.Ref, err error) {
	if len(ids) > 0 {
		return c.Refs(site, ids)
	}
	if site, err = c.Site(site); err != nil {
		return nil, err
	}
	for a, err := range c.List(ctx, site, filter) {
		if err != nil {
			return nil, err
		}
		refs = append(refs, a.Ref())
	}
	return refs, nil
}

// Estimate returns what an order would need.
func (c *Client) Estimate(ctx context.Context, ref newsroom.Ref, order newsroom.Order) (newsroom.Estimate, error) {
	var answer api.Estimates
	err := c.do(ctx, http.MethodPost, "sites/"+ref.Site+"/estimate", orderOf([]newsroom.Ref{ref}, order), &answer)
	if err == nil && len(answer.Estimates) != 1 {
		err = errors.New("ALOUD_SERVER returned no estimate: check that it runs the same release as this command")
	}
	if err != nil {
		return newsroom.Estimate{}, err
	}
	e := answer.Estimates[0]
	e.Estimate.Price, e.Estimate.Problem = e.Price, e.Problem
	return e.Estimate, nil
}

func orderOf(refs []newsroom.Ref, o newsroom.Order) api.Order {
	return api.Order{IDs: api.IDs{IDs: idsOf(refs)}, Force: o.Force, Voice: o.Voice, LowPriority: o.Bulk, WithdrawPrevious: o.WithdrawPrevious}
}

func idsOf(refs []newsroom.Ref) []string {
	ids := make([]string, len(refs))
	for i, ref := range refs {
		ids[i] = ref.ID
	}
	return ids
}

// AwaitSettings returns at once: the server's settings are those of the order.
func (c *Client) AwaitSettings(context.Context, func([]fleet.Process, string)) error { return nil }

// CheckRendered returns nil: this machine has no settings to compare a track with.
func (c *Client) CheckRendered(context.Context, []newsroom.Ref) error { return nil }

// Render orders articles to be brought up to date.
func (c *Client) Render(ctx context.Context, refs []newsroom.Ref, order newsroom.Order) (newsroom.Receipt, error) {
	return c.change(ctx, refs, "render", func(some []newsroom.Ref) any { return orderOf(some, order) })
}

// Remove takes articles down and holds them.
func (c *Client) Remove(ctx context.Context, refs []newsroom.Ref) (newsroom.Receipt, error) {
	return c.change(ctx, refs, "remove", func(some []newsroom.Ref) any { return api.IDs{IDs: idsOf(some)} })
}

// Restore orders that the tracks that the public ones replaced are published again.
func (c *Client) Restore(ctx context.Context, refs []newsroom.Ref) (newsroom.Receipt, error) {
	return c.change(ctx, refs, "restore", func(some []newsroom.Ref) any { return api.IDs{IDs: idsOf(some)} })
}

// RemoveAll removes every article of the site.
func (c *Client) RemoveAll(ctx context.Context, site string) (newsroom.Receipt, error) {
	refs, err := c.Choose(ctx, site, nil, newsroom.Filter{})
	if err != nil {
		return newsroom.Receipt{}, err
	}
	return c.Remove(ctx, refs)
}

// change requests a change of articles, as many per request as it may name.
func (c *Client) change(ctx context.Context, refs []newsroom.Ref, what string, body func([]newsroom.Ref) any) (all newsroom.Receipt, err error) {
	for some := range slices.Chunk(refs, api.MaxIDs) {
		var answer api.Receipt
		err := c.do(ctx, http.MethodPost, "sites/"+some[0].Site+"/"+what, body(some), &answer)
		add(&all, some[0].Site, answer, err)
		if err != nil {
			return all, err
		}
	}
	return all, nil
}

// add adds the articles for which a change is stored, all or those before an error.
func add(all *newsroom.Receipt, site string, answer api.Receipt, err error) {
	ids := answer.IDs
	if part := (*api.PartlyError)(nil); errors.As(err, &part) {
		ids = part.Done
	}
	for _, id := range ids {
		all.Refs = append(all.Refs, newsroom.Ref{Site: site, ID: id})
	}
	if answer.NotQueued != "" {
		all.NotQueued = cmp.Or(all.NotQueued, errors.New(answer.NotQueued))
	}
}

// Retry makes another attempt at articles.
func (c *Client) Retry(ctx context.Context, refs []newsroom.Ref) (all newsroom.Receipt, idle []newsroom.Article, err error) {
	for some := range slices.Chunk(refs, api.MaxIDs) {
		var answer api.Retried
		err := c.do(ctx, http.MethodPost, "sites/"+some[0].Site+"/retry", api.Retry{IDs: idsOf(some)}, &answer)
		add(&all, some[0].Site, answer.Receipt, err)
		if idle = append(idle, answer.Idle...); err != nil {
			return all, idle, err
		}
	}
	return all, idle, nil
}

// RetryHints makes the workers fetch the pages of hints again, and returns their number.
func (c *Client) RetryHints(ctx context.Context, site string) (int, error) {
	var answer api.Retried
	err := c.do(ctx, http.MethodPost, "sites/"+site+"/retry", api.Retry{Hints: true}, &answer)
	return answer.Hints, err
}

// Erase deletes what only an article used, or counts it.
func (c *Client) Erase(ctx context.Context, ref newsroom.Ref, dryRun bool) (newsroom.Erasure, newsroom.Receipt, error) {
	var answer api.Erased
	var receipt newsroom.Receipt
	err := c.do(ctx, http.MethodPost, "sites/"+ref.Site+"/erase", api.Erase{IDs: api.IDs{IDs: []string{ref.ID}}, DryRun: dryRun}, &answer)
	if err == nil && len(answer.Erased) != 1 {
		err = errors.New("ALOUD_SERVER does not say what it erased: check that it runs the same release as this command")
	}
	if err != nil {
		return newsroom.Erasure{}, receipt, err
	}
	add(&receipt, ref.Site, api.Receipt{NotQueued: answer.NotQueued}, nil)
	return answer.Erased[0], receipt, nil
}

// Publish passes an article to the service.
func (c *Client) Publish(ctx context.Context, ref newsroom.Ref, payload article.Payload) (newsroom.Receipt, error) {
	var answer api.Published
	var receipt newsroom.Receipt
	err := c.do(ctx, http.MethodPut, articlePath(ref), payload, &answer)
	add(&receipt, ref.Site, answer.Receipt, err)
	receipt.Newer = answer.Newer
	return receipt, err
}

// waitPoll is the interval at which Wait reads the state of an article.
const waitPoll = time.Second

// Wait returns when no work on the articles is left, or when it is parked. After each it calls
// done.
func (c *Client) Wait(ctx context.Context, refs []newsroom.Ref, done func(int)) error {
	for i, ref := range refs {
		for {
			a, err := c.Status(ctx, ref)
			if err != nil {
				return err
			}
			if !a.Due || a.State == library.Parked {
				break
			}
			select {
			case <-time.After(waitPoll):
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		if done != nil {
			done(i + 1)
		}
	}
	return nil
}

// Journal returns the changes that people and programs requested at the site since a time.
func (c *Client) Journal(ctx context.Context, site string, since time.Time) ([]journal.Entry, error) {
	var answer api.Journal
	q := url.Values{"since": {since.UTC().Format(time.RFC3339Nano)}}
	err := c.do(ctx, http.MethodGet, "sites/"+site+"/journal?"+q.Encode(), nil, &answer)
	return answer.Entries, err
}
