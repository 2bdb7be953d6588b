package client

import (
	"context"
	"encoding/json"
	"iter"
	"net/http"
	"strconv"
	"time"

	"github.com/aloud-audio/aloud/internal/api"
	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/newsroom"
)

func backfillsPath(site string) string { return "sites/" + site + "/backfills" }

// Archive returns nil: the server polls the source.
func (c *Client) Archive(context.Context, string, newsroom.BackfillOrder) (iter.Seq2[article.Payload, error], error) {
	return nil, nil //nolint:nilnil // the articles of a source do not pass this machine
}

// EstimateBackfill returns what an order would need; the server lists the articles of a source.
func (c *Client) EstimateBackfill(ctx context.Context, site string, o newsroom.BackfillOrder, articles iter.Seq2[article.Payload, error]) (newsroom.BackfillEstimate, error) {
	e := newsroom.BackfillEstimate{Priced: true}
	if o.Source != "" {
		err := c.do(ctx, http.MethodPost, backfillsPath(site)+"/estimate", api.BackfillQuestion{BackfillOrder: api.BackfillOrder(o)}, &e)
		return e, err
	}
	_, err := eachPage(o.Chosen(articles), func(_ int, page api.Articles) error {
		var part newsroom.BackfillEstimate
		err := c.do(ctx, http.MethodPost, backfillsPath(site)+"/estimate", api.BackfillQuestion{Articles: page}, &part)
		e.Add(part)
		return err
	})
	return e, err
}

// StartBackfill starts a backfill; articles that are not a source's are sent first.
func (c *Client) StartBackfill(ctx context.Context, site string, o newsroom.BackfillOrder, articles iter.Seq2[article.Payload, error]) (b newsroom.Backfill, err error) {
	start := api.BackfillStart{BackfillOrder: api.BackfillOrder(o)}
	if o.Source == "" {
		start.Name = newsroom.NewBackfillName(time.Now())
		start.Total, err = eachPage(o.Chosen(articles), func(from int, page api.Articles) error {
			var added api.Added
			return c.do(ctx, http.MethodPut, backfillsPath(site)+"/"+start.Name+"/articles/"+strconv.Itoa(from), page, &added)
		})
	}
	if err == nil {
		err = c.do(ctx, http.MethodPost, backfillsPath(site), start, &b)
	}
	return b, err
}

// eachPage calls do for each page of articles, with the index of its first, and returns how many
// articles there are.
func eachPage(articles iter.Seq2[article.Payload, error], do func(from int, page api.Articles) error) (total int, err error) {
	var page api.Articles
	send := func() error {
		defer func() { total, page.Articles = total+len(page.Articles), nil }()
		return do(total, page)
	}
	for p, err := range articles {
		if err != nil {
			return total, err
		}
		text, err := json.Marshal(p)
		if err != nil {
			return total, err
		}
		if page.Articles = append(page.Articles, text); len(page.Articles) == library.BackfillPage {
			err = send()
		}
		if err != nil {
			return total, err
		}
	}
	if len(page.Articles) > 0 {
		err = send()
	}
	return total, err
}

// Backfills returns the site's backfills, the oldest first.
func (c *Client) Backfills(ctx context.Context, site string) (all []newsroom.Backfill, err error) {
	var answer api.Backfills
	err = c.do(ctx, http.MethodGet, backfillsPath(site), nil, &answer)
	for _, b := range answer.Backfills {
		all = append(all, b.Backfill)
	}
	return all, err
}

// PauseBackfill stops a backfill after the articles in progress.
func (c *Client) PauseBackfill(ctx context.Context, site, name string) (newsroom.Backfill, error) {
	return c.changeBackfill(ctx, site, name, "pause", 0)
}

// ResumeBackfill continues a paused backfill.
func (c *Client) ResumeBackfill(ctx context.Context, site, name string, maxUSD float64) (newsroom.Backfill, error) {
	return c.changeBackfill(ctx, site, name, "resume", maxUSD)
}

// CancelBackfill ends a backfill after the articles in progress.
func (c *Client) CancelBackfill(ctx context.Context, site, name string) (newsroom.Backfill, error) {
	return c.changeBackfill(ctx, site, name, "cancel", 0)
}

// changeBackfill changes a backfill by its name, or the only one.
func (c *Client) changeBackfill(ctx context.Context, site, name, what string, maxUSD float64) (b newsroom.Backfill, err error) {
	if name == "" {
		all, err := c.Backfills(ctx, site)
		if err == nil {
			name, err = newsroom.OnlyBackfill(site, all)
		}
		if err != nil {
			return b, err
		}
	}
	var change api.BackfillChange
	change.Body.MaxUSD = maxUSD
	err = c.do(ctx, http.MethodPost, backfillsPath(site)+"/"+name+"/"+what, change.Body, &b)
	return b, err
}
