package api

import (
	"context"
	"net/http"
	"time"

	"github.com/aloud-audio/aloud/internal/access"
	"github.com/aloud-audio/aloud/internal/journal"
	"github.com/aloud-audio/aloud/internal/newsroom"
)

const sitePath = Path + "sites/{site}"

// Routes is everything that may be asked for, the OpenAPI document apart, which every caller gets.
var Routes = []Route{
	handle(Route{Method: http.MethodGet, Path: Path + "token", id: "token", Role: access.Viewer, Means: "What the token is for"}, (*server).token),
	handle(Route{Method: http.MethodGet, Path: sitePath, id: "siteStatus", Role: access.Viewer, Means: "How a whole site stands"}, (*server).siteStatus),
	handle(Route{Method: http.MethodGet, Path: sitePath + "/articles", id: "list", Role: access.Viewer, Means: "Articles, ordered by id or newest first, a page of them"}, (*server).list),
	handle(Route{Method: http.MethodGet, Path: sitePath + "/articles/{id}", id: "status", Role: access.Viewer, Means: "How an article stands"}, (*server).status),
	handle(Route{Method: http.MethodGet, Path: sitePath + "/articles/{id}/script", id: "script", Role: access.Viewer, Means: "What would be read of an article now"}, (*server).script),
	handle(Route{Method: http.MethodPut, Path: sitePath + "/articles/{id}", id: "publish", Role: access.Editor, body: maxArticle, raw: true, Means: "Publish an article as a hook would, and release it"}, (*server).publish),
	change("estimate", access.Viewer, "What a render would need; changes nothing", (*server).estimate),
	change("render", access.Editor, "Bring articles up to date, or render them again, and release them", (*server).render),
	change("remove", access.Editor, "Take articles out of the public at once, and hold them there", (*server).remove),
	change("restore", access.Editor, "Publish the previous track again, while it is kept", (*server).restore),
	change("retry", access.Editor, "Another attempt now", (*server).retry),
	change("erase", access.Admin, "Delete everything that only these articles used", (*server).erase),
	handle(Route{Method: http.MethodGet, Path: backfillsPath, id: "backfills", Role: access.Viewer, Means: "How the backfills stand"}, (*server).backfills),
	handle(Route{Method: http.MethodPost, Path: backfillsPath + "/estimate", id: "estimateBackfill", Role: access.Editor, body: maxPage, Means: "What a backfill would need; changes nothing"}, (*server).estimateBackfill),
	handle(Route{Method: http.MethodPut, Path: backfillsPath + "/{name}/articles/{from}", id: "addToBackfill", Role: access.Admin, body: maxPage, Means: "Store articles for a backfill that is not started yet, 100 at a time"}, (*server).addToBackfill),
	handle(Route{Method: http.MethodPost, Path: backfillsPath, id: "startBackfill", Role: access.Admin, body: maxOrder, Means: "Start a backfill"}, (*server).startBackfill),
	changeBackfill("pause", access.Editor, "Stop a backfill after what is under way", func(n *newsroom.Newsroom, ctx context.Context, in *BackfillChange) (newsroom.Backfill, error) {
		return n.PauseBackfill(ctx, in.Site, in.Name)
	}),
	changeBackfill("resume", access.Admin, "Go on with a paused backfill", func(n *newsroom.Newsroom, ctx context.Context, in *BackfillChange) (newsroom.Backfill, error) {
		return n.ResumeBackfill(ctx, in.Site, in.Name, in.Body.MaxUSD)
	}),
	changeBackfill("cancel", access.Admin, "End a backfill after what is under way", func(n *newsroom.Newsroom, ctx context.Context, in *BackfillChange) (newsroom.Backfill, error) {
		return n.CancelBackfill(ctx, in.Site, in.Name)
	}),
	handle(Route{Method: http.MethodGet, Path: sitePath + "/journal", id: "journal", Role: access.Admin, Means: "Who changed what"}, (*server).journal),
}

// change is the route of a request that names articles of a site.
func change[In, Out any](id string, role access.Role, means string, answer func(*server, context.Context, *changeInput[In]) (Out, error)) Route {
	return handle(Route{Method: http.MethodPost, Path: sitePath + "/" + id, id: id, Role: role, body: maxOrder, Means: means}, answer)
}

// SitePart is the site in an address.
type SitePart struct {
	Site string `path:"site"`
}

// Token is what a caller's token is for; without one it has the role viewer, of all sites.
type Token struct {
	access.Token
	Version string `json:"version"` // of aloud
}

func (s *server) token(ctx context.Context, _ *struct{}) (Token, error) {
	token := callerOf(ctx).Token
	if token.ID == "" {
		token.Role = access.Viewer
	}
	return Token{token, s.Version}, nil
}

func (s *server) siteStatus(ctx context.Context, in *SitePart) (newsroom.SiteStatus, error) {
	n := s.Newsroom()
	site, err := n.Site(in.Site)
	if err != nil {
		return newsroom.SiteStatus{}, err
	}
	return n.SiteStatus(ctx, site)
}

// ArticlePart is the article in an address.
type ArticlePart struct {
	SitePart
	ID string `path:"id"`
}

func (s *server) status(ctx context.Context, in *ArticlePart) (newsroom.Article, error) {
	n := s.Newsroom()
	ref, err := n.Ref(in.Site, in.ID)
	if err != nil {
		return newsroom.Article{}, err
	}
	return n.Status(ctx, ref)
}

// ListQuery chooses articles, and the page of them.
type ListQuery struct {
	SitePart
	State    string    `query:"state" doc:"only articles in this state"`
	Stale    bool      `query:"stale" doc:"only articles that would sound different with today's settings"`
	Retrying bool      `query:"retrying" doc:"only articles whose work failed and waits for its next attempt"`
	ToRetry  bool      `query:"to_retry" doc:"only articles that failed, or wait for their next attempt"`
	Since    time.Time `query:"since" doc:"only articles that were published since this time"`
	Until    time.Time `query:"until" doc:"only articles that were published before this time"`
	Changed  time.Time `query:"changed" doc:"only articles on which work ended since this time, or has not ended"`
	Tag      string    `query:"tag" doc:"only articles with this tag"`
	Language string    `query:"language" doc:"only articles in this language"`
	Search   string    `query:"search" doc:"only articles whose title or address has all of these words"`
	Public   bool      `query:"public" doc:"only articles that can be heard"`
	NotHeld  bool      `query:"not_held" doc:"only articles that no admin holds back"`
	Newest   bool      `query:"newest" doc:"the newest publication first, instead of by id"`
	IDs      []string  `query:"ids" maxItems:"1000" doc:"only these articles, in this order and in one page; unknown ones are left out"`
	After    string    `query:"after" doc:"next of the page before"`
	Limit    int       `query:"limit" minimum:"1" maximum:"1000" default:"100" doc:"the most articles of a page; it may have fewer, and none, although more follow"`
}

func (s *server) list(ctx context.Context, in *ListQuery) (newsroom.Page, error) {
	n := s.Newsroom()
	filter := in.filter()
	site, err := n.Site(in.Site)
	if err == nil {
		err = filter.Check()
	}
	if err != nil {
		return newsroom.Page{}, err
	}
	switch {
	case len(in.IDs) > 0:
		return n.Named(ctx, site, in.IDs, filter)
	case in.Newest:
		return n.Newest(ctx, site, filter, in.After, in.Limit)
	default:
		return n.Page(ctx, site, filter, in.After, in.Limit)
	}
}

func (in *ListQuery) filter() newsroom.Filter {
	return newsroom.Filter{
		Query: newsroom.Query{
			State: newsroom.State(in.State), Tag: in.Tag, Language: in.Language, Since: in.Since, Until: in.Until, Changed: in.Changed,
			Search: in.Search, Public: in.Public, NotHeld: in.NotHeld,
		},
		Stale: in.Stale, Retrying: in.Retrying, ToRetry: in.ToRetry,
	}
}

// Journal is who changed what.
type Journal struct {
	Entries []journal.Entry `json:"entries" nullable:"false"`
}

type journalQuery struct {
	SitePart
	Since time.Time `query:"since" doc:"only changes since this time"`
}

func (s *server) journal(ctx context.Context, in *journalQuery) (Journal, error) {
	entries, err := s.Newsroom().Journal(ctx, in.Site, in.Since)
	return Journal{entries}, err
}
