package api

import (
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"net/http"
	"time"

	"github.com/aloud-audio/aloud/internal/access"
	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/newsroom"
	"github.com/aloud-audio/aloud/internal/source"
)

const backfillsPath = sitePath + "/backfills"

// Backfills are those of a site, the oldest first.
type Backfills struct {
	Backfills []newsroom.BackfillStatus `json:"backfills" nullable:"false"`
}

func (s *server) backfills(ctx context.Context, in *SitePart) (Backfills, error) {
	n := s.Newsroom()
	site, err := n.Site(in.Site)
	if err != nil {
		return Backfills{}, err
	}
	all, err := n.Backfills(ctx, site)
	return Backfills{newsroom.BackfillStatuses(all, n.Now())}, err
}

// BackfillOrder says which part of an archive to narrate.
type BackfillOrder struct {
	Source string    `json:"source,omitempty" doc:"of the settings, which lists the articles"`
	Since  time.Time `json:"since,omitzero" doc:"published since"`
	Until  time.Time `json:"until,omitzero" doc:"published before"`
	Tag    string    `json:"tag,omitempty" doc:"only with this tag, by its slug"`
	Limit  int       `json:"limit,omitempty" minimum:"0" doc:"this many articles at most"`
	MaxUSD float64   `json:"max_usd,omitempty" minimum:"0" doc:"stop before more dollars are spent"`
}

// Articles are articles as the generic hook takes them.
type Articles struct {
	Articles []json.RawMessage `json:"articles,omitempty" maxItems:"100" doc:"each as the generic hook takes it"`
}

// payloads yields the articles.
func (a Articles) payloads() iter.Seq2[article.Payload, error] {
	return func(yield func(article.Payload, error) bool) {
		for i, text := range a.Articles {
			p, err := source.ParseFile(fmt.Sprint("article-", i+1), "json", text)
			if err != nil {
				err = newsroom.NewInvalidError(fmt.Sprintf("article %d of the request cannot be read: %v", i+1, err))
			}
			if !yield(p, err) || err != nil {
				return
			}
		}
	}
}

// BackfillQuestion requests an estimate for a part of an archive: of a source, or of the articles
// in the request.
type BackfillQuestion struct {
	BackfillOrder
	Articles
}

func (s *server) estimateBackfill(ctx context.Context, in *changeInput[BackfillQuestion]) (newsroom.BackfillEstimate, error) {
	n, order := s.Newsroom(), newsroom.BackfillOrder(in.Body.BackfillOrder)
	site, articles, err := s.archive(ctx, in.Site, in.Body.BackfillOrder)
	if err != nil {
		return newsroom.BackfillEstimate{}, err
	}
	if order.Source == "" {
		articles = in.Body.payloads()
	}
	return n.EstimateBackfill(ctx, site, order, articles)
}

// archive returns the articles of the source that an order names.
func (s *server) archive(ctx context.Context, name string, o BackfillOrder) (site string, articles iter.Seq2[article.Payload, error], err error) {
	n := s.Newsroom()
	site, err = n.Site(name)
	if err == nil && o.Source != "" {
		articles, err = n.Archive(ctx, site, newsroom.BackfillOrder(o))
	}
	return site, articles, err
}

// BackfillPart names a backfill in an address.
type BackfillPart struct {
	SitePart
	Name string `path:"name"`
}

type backfillPage struct {
	BackfillPart
	From int `path:"from" minimum:"0" doc:"index of the first article, a multiple of 100"`
	Body Articles
}

// Added says how many articles of a backfill are stored.
type Added struct {
	Articles int `json:"articles"`
}

func (s *server) addToBackfill(ctx context.Context, in *backfillPage) (Added, error) {
	n := s.Newsroom()
	site, err := n.Site(in.Site)
	if err != nil {
		return Added{}, err
	}
	var page []article.Payload
	for p, err := range in.Body.payloads() {
		if err != nil {
			return Added{}, err
		}
		page = append(page, p)
	}
	return Added{in.From + len(page)}, n.AddToBackfill(ctx, site, in.Name, in.From, page)
}

// BackfillStart starts a backfill: of a source, or of the articles that were stored under its name.
type BackfillStart struct {
	BackfillOrder
	Name  string `json:"name,omitempty" doc:"under which the articles were stored, as 20261130-101500-0a1b; none with source"`
	Total int    `json:"total,omitempty" minimum:"0" doc:"how many were stored"`
}

func (s *server) startBackfill(ctx context.Context, in *changeInput[BackfillStart]) (newsroom.Backfill, error) {
	n, order := s.Newsroom(), newsroom.BackfillOrder(in.Body.BackfillOrder)
	site, articles, err := s.archive(ctx, in.Site, in.Body.BackfillOrder)
	if err != nil {
		return newsroom.Backfill{}, err
	}
	if order.Source == "" {
		return n.StartUploaded(ctx, site, in.Body.Name, in.Body.Total, order)
	}
	return n.StartBackfill(ctx, site, order, articles)
}

// BackfillChange changes a backfill.
type BackfillChange struct {
	BackfillPart
	Body struct {
		MaxUSD float64 `json:"max_usd,omitempty" minimum:"0" doc:"for resume: what it may buy now"`
	}
}

// changeBackfill is the route of a change of a backfill.
func changeBackfill(id string, role access.Role, means string, change func(*newsroom.Newsroom, context.Context, *BackfillChange) (newsroom.Backfill, error)) Route {
	r := Route{Method: http.MethodPost, Path: backfillsPath + "/{name}/" + id, id: id + "Backfill", Role: role, body: maxOrder, Means: means}
	return handle(r, func(s *server, ctx context.Context, in *BackfillChange) (newsroom.Backfill, error) {
		n := s.Newsroom()
		if _, err := n.Site(in.Site); err != nil {
			return newsroom.Backfill{}, err
		}
		return change(n, ctx, in)
	})
}
