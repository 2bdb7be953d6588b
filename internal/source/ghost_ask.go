package source

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/lazyregexp"
)

var ghostAsking = Asking{Keys: []string{GhostContentKey, GhostAdminKey, "pages"}, Detailed: true, Has: isGhostID, New: newGhostAsker}

// The names of Ghost's keys: of its Content API and its Admin API.
const (
	GhostContentKey = "content_key"
	GhostAdminKey   = "admin_key"
)

var (
	ghostID         = lazyregexp.New(`^[0-9a-f]{24}$`)
	ghostContentKey = lazyregexp.New(`^[0-9a-f]{26}$`)
	ghostAdminKey   = lazyregexp.New(`^([0-9a-f]{24}):([0-9a-f]{64})$`)
)

func isGhostID(id string) bool { return ghostID().MatchString(id) }

// ghostAsker polls Ghost's Admin API if it has a key for it, and else its Content API
// (https://ghost.org/docs/content-api/, https://ghost.org/docs/admin-api/). Both list every
// published post, for members too. Of a post that the Content API does not have, it cannot say
// whether it is a draft or deleted, which is the same to readers.
type ghostAsker struct {
	fetch  *fetcher
	home   string     // address of the site
	api    string     // address of the API
	kinds  []string   // what of Ghost's is an article: posts, and pages
	query  url.Values // of every request
	filter string     // of lists
	sign   func() http.Header
	closed bool // the whole site is behind a password, which neither API says
}

func newGhostAsker(a Address, client *http.Client) (Asker, error) {
	home := strings.TrimSuffix(a.URLs[0], "/") + "/"
	site := home + "ghost/api/"
	g := &ghostAsker{fetch: newFetcher(sameHostOnly(client)), home: home, kinds: []string{"posts"}, query: url.Values{}, sign: func() http.Header { return ghostHeader() }}
	switch {
	case len(a.URLs) > 1:
		return nil, errors.New("url: has several addresses: write only Ghost's")
	case a.Keys[GhostAdminKey] != "":
		key := ghostAdminKey().FindStringSubmatch(a.Keys[GhostAdminKey])
		if key == nil {
			return nil, errors.New("admin_key: is not Ghost's Admin API key, which is an id, a colon and a secret, all in hex")
		}
		g.api, g.filter, g.sign = site+"admin/", "status:published", func() http.Header { return signedForGhost(key[1], key[2]) }
	case ghostContentKey().MatchString(a.Keys[GhostContentKey]):
		g.api = site + "content/"
		g.query.Set("key", a.Keys[GhostContentKey])
	case a.Keys[GhostContentKey] != "":
		return nil, errors.New("content_key: is not Ghost's Content API key, which has 26 hex digits")
	default:
		return nil, errors.New("content_key: is missing: Ghost shows it under Settings → Integrations → the custom integration")
	}
	if a.Pages {
		g.kinds = append(g.kinds, "pages")
	}
	return g, nil
}

func ghostHeader() http.Header {
	return http.Header{"Accept": {"application/json"}, "Accept-Version": {"v5.0"}}
}

// signedForGhost is the header of a request that lasts for five minutes
// (https://ghost.org/docs/admin-api/#token-authentication).
func signedForGhost(id, secret string) http.Header {
	now := time.Now().Unix()
	part := base64.RawURLEncoding.EncodeToString
	token := part([]byte(`{"alg":"HS256","typ":"JWT","kid":"`+id+`"}`)) + "." +
		part(fmt.Appendf(nil, `{"iat":%d,"exp":%d,"aud":"/admin/"}`, now, now+300))
	key, _ := hex.DecodeString(secret) // its form was checked
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(token))
	header := ghostHeader()
	header.Set("Authorization", "Ghost "+token+"."+part(mac.Sum(nil)))
	return header
}

// ghostPosts is an answer of either API.
type ghostPosts struct {
	Posts []json.RawMessage `json:"posts"`
	Pages []json.RawMessage `json:"pages"` // of an answer about pages
	Meta  struct {
		Pagination struct {
			Next int `json:"next"`
		} `json:"pagination"`
	} `json:"meta"`
	Errors []struct {
		Type string `json:"type"`
	} `json:"errors"`
}

// ghostPage is a parsed page of a list.
type ghostPage struct {
	articles []Listed
	next     int // 0: it is the last
}

// ghostListLimit is the most that Ghost 6 returns in a page.
const ghostListLimit = "100"

// lookAtHome checks whether visitors are asked for a password. A site without its own pages asks
// for none. If the home page fails, the site's lists prove nothing.
func (g *ghostAsker) lookAtHome(ctx context.Context) error {
	r, err := g.fetch.get(ctx, g.home, nil)
	switch {
	case err != nil:
		return err
	case r.status == http.StatusTooManyRequests || r.status >= http.StatusInternalServerError:
		return r.unavailable()
	}
	g.closed = r.status == http.StatusOK && r.address.Path == strings.TrimSuffix(pathOf(g.home), "/")+"/private/"
	return nil
}

func pathOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return u.Path
}

// shown returns a post as visitors see it: a removal, if the site is closed.
func (g *ghostAsker) shown(p article.Payload) article.Payload {
	if g.closed {
		return removal(p.ID, p.UpdatedAt)
	}
	return p
}

// List implements Asker.
func (g *ghostAsker) List(ctx context.Context) ([]Listed, error) {
	if err := g.lookAtHome(ctx); err != nil {
		return nil, err
	}
	var all []Listed
	for _, kind := range g.kinds {
		listed, err := g.list(ctx, kind)
		if err != nil {
			return nil, err
		}
		all = append(all, listed...)
	}
	if len(g.kinds) > 1 {
		slices.SortStableFunc(all, func(a, b Listed) int { return b.PublishedAt.Compare(a.PublishedAt) })
	}
	return all, nil
}

// list returns the published posts, or pages.
func (g *ghostAsker) list(ctx context.Context, kind string) (all []Listed, err error) {
	for page := 1; page != 0; {
		p, err := getList(ctx, g.fetch, g.address(kind, "", url.Values{
			"fields":  {"id,comment_id,updated_at,published_at,visibility,status,url,title,custom_excerpt"},
			"include": {"authors,tags"}, "limit": {ghostListLimit}, "page": {strconv.Itoa(page)},
			"order": {"published_at desc, id desc"}, "filter": {g.filter},
		}), g.sign(), parseGhostPage)
		if err != nil {
			return nil, err
		}
		if p.next != 0 && p.next != page+1 {
			return nil, UnavailableError{error: fmt.Errorf("page %d of Ghost's list is followed by page %d", page, p.next)}
		}
		for _, l := range p.articles {
			l.Payload = g.shown(l.Payload)
			l.Mark = markOf(l.Payload)
			all = append(all, l)
		}
		page = p.next
	}
	return all, nil
}

func (g *ghostAsker) address(kind, post string, query url.Values) string {
	all := url.Values{}
	for _, values := range []url.Values{g.query, query} {
		for name := range values {
			if value := values.Get(name); value != "" {
				all.Set(name, value)
			}
		}
	}
	if post != "" {
		post = url.PathEscape(post) + "/"
	}
	return g.api + kind + "/" + post + "?" + all.Encode()
}

func parseGhostPage(r reply) (ghostPage, error) {
	answer, err := decodeGhostPosts(r)
	if err != nil || answer.Posts == nil {
		return ghostPage{}, notGhost(r)
	}
	page := ghostPage{next: answer.Meta.Pagination.Next}
	for _, post := range answer.Posts {
		payload, own, err := parseGhostPost(post)
		if err != nil {
			return page, err
		}
		payload.HTML = ""
		page.articles = append(page.articles, Listed{Payload: payload, Former: formerGhostID(payload.ID, own)})
	}
	return page, nil
}

// decodeGhostPosts reads an answer; pages count as posts.
func decodeGhostPosts(r reply) (answer ghostPosts, err error) {
	err = json.Unmarshal(r.body, &answer)
	if answer.Posts == nil {
		answer.Posts = answer.Pages
	}
	return answer, err
}

func notGhost(r reply) error {
	return fmt.Errorf("%s answered %s where Ghost's API should be: check url", r.address.Host, mediaType(r.header))
}

// parseGhostPost reads a post as either API writes it. own is its own id.
func parseGhostPost(post json.RawMessage) (p article.Payload, own string, err error) {
	state, err := decodeState(post)
	if err != nil {
		return p, "", err
	}
	if state.ID == "" {
		return p, "", missing("id")
	}
	updatedAt, err := parseTime("updated_at", state.UpdatedAt)
	if err != nil {
		return p, state.ID, err
	}
	if state.Status != "" && !state.visible() { // the Content API has published posts only, and before Ghost 5.1 no status
		return removal(state.articleID(), updatedAt), state.ID, nil
	}
	p, err = ghostContentOf(post, state.articleID(), updatedAt)
	return from(ghostName, p), state.ID, err
}

// Ask implements Asker. An article's id is its post's own or, if the post was imported, the one
// that it had before.
func (g *ghostAsker) Ask(ctx context.Context, id, _ string) (answer Answer, err error) {
	for _, kind := range g.kinds {
		found := false
		answer, found, err = g.ask(ctx, kind, id, id, nil)
		if err == nil && !found {
			answer, found, err = g.ask(ctx, kind, id, "", url.Values{"filter": {"comment_id:'" + id + "'"}})
		}
		if found || err != nil {
			break
		}
	}
	return answer, err
}

// ask requests one post or page, and reports whether it exists.
func (g *ghostAsker) ask(ctx context.Context, kind, id, post string, query url.Values) (a Answer, found bool, err error) {
	if query == nil {
		query = url.Values{}
	}
	query.Set("formats", "html")
	query.Set("include", "authors,tags")
	r, err := g.fetch.get(ctx, g.address(kind, post, query), g.sign())
	if err != nil {
		return a, false, err
	}
	answer, err := decodeGhostPosts(r)
	if err != nil {
		answer = ghostPosts{}
	}
	none := r.status == http.StatusOK && post == "" && answer.Posts != nil && len(answer.Posts) == 0 ||
		r.status == http.StatusNotFound && len(answer.Errors) > 0 && answer.Errors[0].Type == "NotFoundError"
	switch {
	case r.status == http.StatusOK && len(answer.Posts) == 1:
		payload, own, err := parseGhostPost(answer.Posts[0])
		if err == nil && payload.ID != id && own != id {
			err = fmt.Errorf("asked for %s, Ghost answered with %.40q", id, own)
		}
		payload.ID = id
		return Answer{g.shown(withPaywall(payload, answer.Posts[0])), r.at}, true, err
	case none:
		return Answer{removal(id, time.Time{}), r.at}, false, nil
	case r.status == http.StatusOK:
		return a, false, UnavailableError{error: notGhost(r)}
	default:
		return a, false, r.unavailable()
	}
}

// withPaywall restores the paywall's marker at the end of a text that the API cut there, which
// "access": false indicates. Otherwise it is unknown which part of the text visitors see, and none
// is read.
func withPaywall(p article.Payload, post json.RawMessage) article.Payload {
	var seen struct {
		Access *bool `json:"access"`
	}
	cut := json.Unmarshal(post, &seen) == nil && seen.Access != nil && !*seen.Access
	if cut && p.Status == article.Published && p.Restricted() {
		p.HTML += "<!--members-only-->"
	}
	return p
}
