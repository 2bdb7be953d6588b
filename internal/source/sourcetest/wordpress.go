package sourcetest

import (
	"encoding/json"
	"net/http"
	"strconv"
	"strings"
	"testing"
)

// NewWordPress starts a WordPress's REST API, as a visitor sees it
// (https://developer.wordpress.org/rest-api/reference/posts/). Ids are numbers; Status is empty,
// draft or private, Visibility empty or password.
func NewWordPress(t testing.TB) *Server { return newServer(t, handleWordPress) }

func handleWordPress(s *Server, w http.ResponseWriter, r *http.Request) {
	kind, id, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/wp-json/wp/v2/"), "/")
	switch {
	case r.Method != http.MethodGet || kind != "posts" && kind != "users":
		s.refuse(w, r, "WordPress has no such address")
	case kind == "users":
		s.wordpressUsers(w, r)
	case id == "":
		s.wordpressList(w, r)
	default:
		s.wordpressPost(w, r, id)
	}
}

func wordpressError(w http.ResponseWriter, status int, code string) {
	answer(w, status, map[string]any{"code": code, "message": "no", "data": map[string]any{"status": status}})
}

// author is the number of an author: one for all articles, whose name is the first article's.
const author = 1

func (s *Server) wordpressUsers(w http.ResponseWriter, r *http.Request) {
	name := ""
	for _, a := range s.articles {
		name = strings.Join(a.Authors, " & ")
	}
	body, _ := json.Marshal([]any{map[string]any{"id": author, "name": name}})
	w.Header().Set("Content-Type", "application/json; charset=UTF-8")
	_, _ = w.Write(body)
}

func (s *Server) wordpressList(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	limit, _ := strconv.Atoi(q.Get("per_page"))
	page, _ := strconv.Atoi(q.Get("page"))
	if limit < 1 || limit > 100 || page < 1 || q.Get("orderby") != "date" {
		s.refuse(w, r, "WordPress's pages have up to 100 posts")
		return
	}
	posts := s.shown(func(a Article) bool { return a.Status == "" })
	pages := (len(posts) + limit - 1) / limit
	if page > max(1, pages) {
		wordpressError(w, http.StatusBadRequest, "rest_post_invalid_page_number")
		return
	}
	shown := []any{}
	for _, a := range posts[min(len(posts), (page-1)*limit):min(len(posts), page*limit)] {
		post := s.wordpressFields(a)
		delete(post, "_embedded")
		post["content"] = map[string]any{"protected": a.Visibility != ""}
		shown = append(shown, post)
	}
	s.lists++
	w.Header().Set("X-WP-Total", strconv.Itoa(len(posts)))
	w.Header().Set("X-WP-TotalPages", strconv.Itoa(pages))
	answer(w, http.StatusOK, shown)
}

func (s *Server) wordpressPost(w http.ResponseWriter, r *http.Request, id string) {
	a, found := s.find(func(a Article) bool { return a.ID == id })
	switch {
	case !found:
		wordpressError(w, http.StatusNotFound, "rest_post_invalid_id")
	case a.Status != "":
		wordpressError(w, http.StatusUnauthorized, "rest_forbidden")
	case r.URL.Query().Get("_embed") == "":
		s.refuse(w, r, "without _embed there are no names")
	default:
		answer(w, http.StatusOK, s.wordpressFields(a))
	}
}

func (s *Server) wordpressFields(a Article) map[string]any {
	id, _ := strconv.Atoi(a.ID)
	content := map[string]any{"rendered": "<p>" + a.Text + "</p>", "protected": false}
	if a.Visibility != "" {
		content = map[string]any{"rendered": "", "protected": true}
	}
	numbers := []int{}
	terms := []any{}
	for _, tag := range a.Tags {
		numbers = append(numbers, len(tag))
		terms = append(terms, map[string]any{"slug": tag, "taxonomy": "post_tag"})
	}
	return map[string]any{
		"id": id, "date_gmt": a.Published.UTC().Format("2006-01-02T15:04:05"), "modified_gmt": a.Updated.UTC().Format("2006-01-02T15:04:05"),
		"link": s.URL + "/" + a.Slug + "/", "status": "publish", "title": map[string]any{"rendered": a.Title},
		"content": content, "author": author, "tags": numbers, "categories": []int{1},
		"_embedded": map[string]any{"author": named(a.Authors, "name"), "wp:term": []any{terms}},
	}
}
