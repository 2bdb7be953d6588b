package sourcetest

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// Keys that the Ghost accepts.
const (
	GhostContentKey = "0123456789abcdef0123456789"
	GhostAdminKey   = "5f5f5f5f5f5f5f5f5f5f5f5f:" + ghostSecret
	ghostSecret     = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff"
)

// NewGhost starts a Ghost (https://ghost.org/docs/content-api/, https://ghost.org/docs/admin-api/).
func NewGhost(t testing.TB) *Server { return newServer(t, handleGhost) }

// SetPrivate makes a Ghost ask every visitor for a password, or a static site refuse all of them;
// false undoes it.
func (s *Server) SetPrivate(private bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.private = private
	s.ahead += tick
}

func handleGhost(s *Server, w http.ResponseWriter, r *http.Request) {
	if r.URL.Path == "/" || r.URL.Path == "/private/" {
		if s.private && r.URL.Path == "/" {
			http.Redirect(w, r, "/private/?r=%2F", http.StatusFound)
			return
		}
		_, _ = w.Write([]byte("<!doctype html><title>Post</title>"))
		return
	}
	kind := "posts"
	if strings.Contains(r.URL.Path, "/pages/") {
		kind = "pages"
	}
	api, id, found := strings.Cut(strings.TrimPrefix(r.URL.Path, "/ghost/api/"), "/"+kind+"/")
	if r.Method != http.MethodGet || !found || !strings.HasSuffix(r.URL.Path, "/") {
		s.refuse(w, r, "Ghost has no such address")
		return
	}
	admin := api == "admin"
	if admin && !ghostToken(r.Header.Get("Authorization")) || !admin && r.URL.Query().Get("key") != GhostContentKey {
		ghostError(w, http.StatusUnauthorized, "UnauthorizedError")
		return
	}
	if id = strings.TrimSuffix(id, "/"); id != "" {
		s.ghostPost(w, admin, kind, id, r)
		return
	}
	s.ghostList(w, r, admin, kind)
}

func ghostError(w http.ResponseWriter, status int, kind string) {
	answer(w, status, map[string]any{"errors": []any{map[string]any{"message": "no", "type": kind}}})
}

// ghostToken checks a JSON Web Token as Ghost does.
func ghostToken(authorization string) bool {
	token, found := strings.CutPrefix(authorization, "Ghost ")
	parts := strings.Split(token, ".")
	if !found || len(parts) != 3 {
		return false
	}
	key, _ := hex.DecodeString(ghostSecret)
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(parts[0] + "." + parts[1]))
	var head struct{ Alg, Typ, Kid string }
	var claims struct {
		Iat, Exp int64
		Aud      string
	}
	now := time.Now().Unix()
	return parts[2] == base64.RawURLEncoding.EncodeToString(mac.Sum(nil)) && decodePart(parts[0], &head) && decodePart(parts[1], &claims) &&
		head.Alg == "HS256" && head.Kid == strings.Split(GhostAdminKey, ":")[0] &&
		claims.Aud == "/admin/" && claims.Iat <= now && claims.Exp > now && claims.Exp-claims.Iat <= 300
}

func decodePart(part string, v any) bool {
	data, err := base64.RawURLEncoding.DecodeString(part)
	return err == nil && json.Unmarshal(data, v) == nil
}

func (s *Server) ghostList(w http.ResponseWriter, r *http.Request, admin bool, kind string) {
	q := r.URL.Query()
	if comment, one := strings.CutPrefix(q.Get("filter"), "comment_id:'"); one {
		s.ghostImported(w, r, admin, kind, strings.TrimSuffix(comment, "'"))
		return
	}
	limit, _ := strconv.Atoi(q.Get("limit"))
	page, _ := strconv.Atoi(q.Get("page"))
	if limit < 1 || limit > 100 || page < 1 || q.Get("order") == "" {
		s.refuse(w, r, "Ghost pages have up to 100 posts, in an order")
		return
	}
	if admin != (q.Get("filter") == "status:published") {
		s.refuse(w, r, "the Admin API lists drafts too, the Content API published posts only")
		return
	}
	posts := s.shown(func(a Article) bool { return a.Status == "" && a.kind() == kind })
	pages := max(1, (len(posts)+limit-1)/limit)
	pagination := map[string]any{"page": page, "limit": limit, "pages": pages, "total": len(posts), "next": nil, "prev": nil}
	if page < pages {
		pagination["next"] = page + 1
	}
	shown := []any{}
	for _, a := range posts[min(len(posts), (page-1)*limit):min(len(posts), page*limit)] {
		shown = append(shown, s.ghostFields(a, strings.Split(q.Get("fields"), ","), q.Get("include")))
	}
	body, _ := json.Marshal(map[string]any{kind: shown, "meta": map[string]any{"pagination": pagination}})
	s.list(w, r, "application/json; charset=utf-8", body)
}

func (s *Server) ghostPost(w http.ResponseWriter, admin bool, kind, id string, r *http.Request) {
	a, found := s.find(func(a Article) bool { return a.ID == id && a.kind() == kind })
	if !found || !admin && a.Status != "" {
		ghostError(w, http.StatusNotFound, "NotFoundError")
		return
	}
	post := s.ghostFields(a, nil, r.URL.Query().Get("include"))
	if !admin && a.Visibility != "" && a.Visibility != "public" {
		post["html"], post["access"] = "", false
	}
	answer(w, http.StatusOK, map[string]any{kind: []any{post}})
}

// ghostImported answers with the posts that had an id before they were imported.
func (s *Server) ghostImported(w http.ResponseWriter, r *http.Request, admin bool, kind, id string) {
	posts := []any{}
	if a, found := s.find(func(a Article) bool { return or(a.CommentID, a.ID) == id && a.kind() == kind }); found && (admin || a.Status == "") {
		posts = append(posts, s.ghostFields(a, nil, r.URL.Query().Get("include")))
	}
	answer(w, http.StatusOK, map[string]any{kind: posts, "meta": map[string]any{}})
}

// ghostFields are the fields of a post that were asked for; without any, all.
func (s *Server) ghostFields(a Article, fields []string, include string) map[string]any {
	all := map[string]any{
		"id": a.ID, "comment_id": or(a.CommentID, a.ID), "uuid": "u-" + a.ID, "title": a.Title, "slug": a.Slug, "html": "<p>" + a.Text + "</p>", "url": s.URL + "/" + a.Slug + "/",
		"status": or(a.Status, "published"), "visibility": or(a.Visibility, "public"), "custom_excerpt": nil,
		"updated_at": ghostTime(a.Updated), "published_at": ghostTime(a.Published),
	}
	if a.Excerpt != "" {
		all["custom_excerpt"] = a.Excerpt
	}
	if len(fields) > 0 {
		for name := range all {
			if !slices.Contains(fields, name) {
				delete(all, name)
			}
		}
	}
	if include == "authors,tags" || include == "tags,authors" {
		all["authors"], all["tags"] = named(a.Authors, "name"), named(a.Tags, "slug")
	}
	return all
}

func named(values []string, key string) []any {
	all := []any{}
	for _, value := range values {
		all = append(all, map[string]any{key: value, "id": "n-" + value})
	}
	return all
}

func ghostTime(t time.Time) string {
	return t.UTC().Truncate(time.Second).Format("2006-01-02T15:04:05.000Z")
}

func or(value, otherwise string) string {
	if value == "" {
		return otherwise
	}
	return value
}

// kind is where Ghost has the article.
func (a Article) kind() string {
	if a.Page {
		return "pages"
	}
	return "posts"
}
