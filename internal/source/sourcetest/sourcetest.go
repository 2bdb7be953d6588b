// Package sourcetest plays sources that are asked, as their APIs are documented: pages, ETags,
// errors in their own form. They are strict, so a test fails by a request that the real one would
// refuse, and they can lie. Only tests import it.
package sourcetest

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"slices"
	"sync"
	"testing"
	"time"
)

// Lie is how a source misleads its callers.
type Lie string

// The lies. Singly means that the source still answers truly about one article.
const (
	None          Lie = ""
	Empty         Lie = "an empty list"
	Half          Lie = "a list of half the archive"
	Failing       Lie = "500"
	Overloaded    Lie = "503 with Retry-After"
	CaptivePortal Lie = "a captive portal's HTML with 200"
	Login         Lie = "a redirect to a login elsewhere"
	Forgetful     Lie = "not found, for every article"
)

// Lies are all of them.
var Lies = []Lie{Empty, Half, Failing, Overloaded, CaptivePortal, Login, Forgetful}

// Article is an article of a source.
type Article struct {
	ID                 string
	Title, Text, Slug  string
	Published, Updated time.Time
	Status, Visibility string // as the source writes them; empty: published and public
	Tags, Authors      []string
	Excerpt            string
	Page               bool   // Ghost has it as a page
	CommentID          string // of a post that was imported into Ghost: the id that it had
}

// Server is a source.
type Server struct {
	*httptest.Server
	t testing.TB

	mu        sync.Mutex
	articles  []Article // the newest first
	lie       Lie
	private   bool
	ahead     time.Duration // of its clock, which each change moves: HTTP dates have whole seconds
	lists     int           // requests of lists that were answered in full
	unchanged int           // and those with 304
	singles   int
}

func newServer(t testing.TB, handle func(*Server, http.ResponseWriter, *http.Request)) *Server {
	s := &Server{t: t}
	elsewhere := httptest.NewServer(http.HandlerFunc(portal))
	t.Cleanup(elsewhere.Close)
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.mu.Lock()
		defer s.mu.Unlock()
		w.Header().Set("Date", time.Now().Add(s.ahead).UTC().Format(http.TimeFormat))
		switch s.lie {
		case Failing:
			http.Error(w, "oh no", http.StatusInternalServerError)
		case Overloaded:
			w.Header().Set("Retry-After", "120")
			http.Error(w, "later", http.StatusServiceUnavailable)
		case CaptivePortal:
			portal(w, r)
		case Login:
			http.Redirect(w, r, elsewhere.URL+"/login", http.StatusFound)
		default:
			handle(s, w, r)
		}
	}))
	t.Cleanup(s.Close)
	return s
}

func portal(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/html")
	_, _ = w.Write([]byte("<!doctype html><title>Welcome</title><h1>Welcome to our network</h1><p>Please sign in to use it, and read the terms.</p>"))
}

const tick = 2 * time.Second

// Set has the source hold these articles, in place of those with the same ids.
func (s *Server) Set(articles ...Article) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.ahead += tick
	for _, a := range articles {
		s.articles = slices.DeleteFunc(s.articles, func(b Article) bool { return b.ID == a.ID })
		s.articles = append(s.articles, a)
	}
	slices.SortStableFunc(s.articles, func(a, b Article) int { return b.Published.Compare(a.Published) })
}

// Change changes every article that has an id among ids; none means all.
func (s *Server) Change(change func(*Article), ids ...string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.ahead += tick
	for i := range s.articles {
		if len(ids) == 0 || slices.Contains(ids, s.articles[i].ID) {
			change(&s.articles[i])
		}
	}
}

// Delete deletes articles.
func (s *Server) Delete(ids ...string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.ahead += tick
	s.articles = slices.DeleteFunc(s.articles, func(a Article) bool { return slices.Contains(ids, a.ID) })
}

// Lie has the source mislead from now on.
func (s *Server) Lie(lie Lie) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.lie = lie
}

// Requests returns how many lists and single articles were sent, and how many lists had not
// changed.
func (s *Server) Requests() (lists, unchanged, singles int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.lists, s.unchanged, s.singles
}

// shown are the articles that the list has.
func (s *Server) shown(is func(Article) bool) (shown []Article) {
	for _, a := range s.articles {
		if is(a) {
			shown = append(shown, a)
		}
	}
	switch s.lie {
	case Empty:
		return nil
	case Half:
		return shown[:len(shown)/2]
	}
	return shown
}

// find returns an article, unless the source lies about all.
func (s *Server) find(is func(Article) bool) (Article, bool) {
	s.singles++
	i := slices.IndexFunc(s.articles, is)
	if i < 0 || s.lie == Forgetful {
		return Article{}, false
	}
	return s.articles[i], true
}

// list answers with a list, or with 304.
func (s *Server) list(w http.ResponseWriter, r *http.Request, contentType string, body []byte) {
	sum := sha256.Sum256(body)
	etag := `W/"` + hex.EncodeToString(sum[:6]) + `"`
	w.Header().Set("ETag", etag)
	if r.Header.Get("If-None-Match") == etag {
		s.unchanged++
		w.WriteHeader(http.StatusNotModified)
		return
	}
	s.lists++
	w.Header().Set("Content-Type", contentType)
	_, _ = w.Write(body)
}

func answer(w http.ResponseWriter, status int, v any) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(v)
}

// refuse fails the test: the real source would not understand the request.
func (s *Server) refuse(w http.ResponseWriter, r *http.Request, why string) {
	s.t.Errorf("%s %s: %s", r.Method, r.URL.Path, why)
	http.Error(w, why, http.StatusBadRequest)
}
