package api_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/access"
	"github.com/aloud-audio/aloud/internal/api"
	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/config"
	"github.com/aloud-audio/aloud/internal/docstest"
	"github.com/aloud-audio/aloud/internal/newsroom"
	"github.com/aloud-audio/aloud/internal/service"
	"github.com/aloud-audio/aloud/internal/speech/providers"
	"github.com/aloud-audio/aloud/internal/store"
)

// desk is an API over an empty store with one article.
type desk struct {
	t     *testing.T
	store store.Store
	now   time.Time
	log   bytes.Buffer
	news  *newsroom.Newsroom
}

func newDesk(t *testing.T) *desk {
	cfg, err := config.Load(nil, nil, providers.All())
	if err != nil {
		t.Fatal(err)
	}
	s, remove, err := service.Temporary(cfg)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(remove)
	d := &desk{t: t, store: s.Store, now: time.Now(), news: s.LocalNewsroom()}
	ref, err := d.news.Ref("main", "ferry")
	if err == nil {
		_, err = d.news.Publish(t.Context(), ref, article.Payload{ID: "ferry", Status: article.Published, Title: "Ferry", Text: "It leaves at nine."})
	}
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// serve returns a server; with looks, requests without a token may look.
func (d *desk) serve(looks bool) *httptest.Server {
	server := httptest.NewServer(api.New(api.Options{
		Newsroom: func() *newsroom.Newsroom { return d.news }, Guard: access.NewGuard(d.store, func() time.Time { return d.now }),
		Looks: func(*http.Request) bool { return looks }, Version: "1.2.3", Log: slog.New(slog.NewTextHandler(&d.log, nil)),
	}))
	d.t.Cleanup(server.Close)
	return server
}

func (d *desk) token(site string, role access.Role) string {
	d.t.Helper()
	_, secret, err := access.Create(d.t.Context(), d.store, access.Token{Site: site, Role: role}, d.now)
	if err != nil {
		d.t.Fatal(err)
	}
	return secret
}

// ask sends a request and returns the answer and its body.
func (d *desk) ask(method, url, token, body string) (*http.Response, string) {
	d.t.Helper()
	req, err := http.NewRequestWithContext(d.t.Context(), method, url, strings.NewReader(body))
	if err != nil {
		d.t.Fatal(err)
	}
	if token != "" {
		req.Header.Set("Authorization", "Bearer "+token)
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		d.t.Fatal(err)
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	if err != nil {
		d.t.Fatal(err)
	}
	return resp, string(text)
}

// requestOf is a request of a route that succeeds for whoever may send it.
func requestOf(r api.Route) (path, body string) {
	path = strings.NewReplacer("{site}", "main", "{id}", "ferry", "{name}", "20261130-101500-0a1b", "{from}", "0").Replace(r.Path)
	switch {
	case r.Method == http.MethodGet:
		return path, ""
	case strings.HasSuffix(r.Path, "/backfills/estimate"), strings.HasSuffix(r.Path, "/articles/{from}"):
		return path, `{"articles":[{"id":"tower","title":"Tower","text":"It stands."}]}`
	case strings.HasSuffix(r.Path, "/backfills"):
		return path, `{"name":"20261130-101500-0a1b","total":1}`
	case strings.Contains(r.Path, "/backfills/{name}/"):
		return path, `{}`
	case r.Method == http.MethodPut:
		return path, `{"title":"Ferry","text":"It leaves at ten."}`
	default:
		return path, `{"ids":["ferry"]}`
	}
}

// docs/admins.md has what every route answers whom.
func TestRoutesAndTokens(t *testing.T) {
	d := newDesk(t)
	strangers, local := d.serve(false), d.serve(true)
	type column struct {
		name   string
		server *httptest.Server
		token  string
	}
	columns := []column{
		{"no token", strangers, ""}, {"no token, may look", local, ""}, {"other site's", strangers, d.token("other", access.Admin)},
		{"viewer", strangers, d.token("main", access.Viewer)}, {"editor", strangers, d.token("main", access.Editor)}, {"admin", strangers, d.token("main", access.Admin)},
	}
	head, line := "| route | what it does |", "| --- | --- |"
	for _, c := range columns {
		head, line = head+" "+c.name+" |", line+" --- |"
	}
	table := head + "\n" + line + "\n"
	for _, r := range append([]api.Route{{Method: "GET", Path: "/api/openapi.json", Means: "The OpenAPI document"}}, api.Routes...) {
		path, body := requestOf(r)
		table += fmt.Sprintf("| `%s %s` | %s |", r.Method, r.Path, r.Means)
		for _, c := range columns {
			resp, text := d.ask(r.Method, c.server.URL+path, c.token, body)
			table += fmt.Sprintf(" %d |", resp.StatusCode)
			checkAnswer(t, resp, text)
		}
		table += "\n"
	}
	docstest.Keep(t, "../../docs/admins.md", map[string]string{"routes": table})
	if strings.Contains(d.log.String(), access.Prefix) {
		t.Errorf("the log has a token: %s", d.log.String())
	}
}

// checkAnswer checks what holds of every answer.
func checkAnswer(t *testing.T, resp *http.Response, text string) {
	t.Helper()
	if resp.Header.Get("Cache-Control") != "no-store" || resp.Header.Get("Access-Control-Allow-Origin") != "" {
		t.Errorf("%s: headers %v", resp.Request.URL, resp.Header)
	}
	if !json.Valid([]byte(text)) {
		t.Errorf("%s: no JSON: %s", resp.Request.URL, text)
	}
	if resp.StatusCode < 400 {
		return
	}
	var problem api.Problem
	if err := json.Unmarshal([]byte(text), &problem); err != nil || problem.Status != resp.StatusCode || problem.Detail == "" ||
		!strings.HasPrefix(resp.Header.Get("Content-Type"), "application/problem+json") {
		t.Errorf("%s: %d without a problem: %s", resp.Request.URL, resp.StatusCode, text)
	}
}

// The OpenAPI document has every route, and nothing else.
func TestOpenAPIHasTheRoutes(t *testing.T) {
	d := newDesk(t)
	_, text := d.ask("GET", d.serve(true).URL+"/api/openapi.json", "", "")
	var document struct {
		OpenAPI string                                `json:"openapi"`
		Paths   map[string]map[string]json.RawMessage `json:"paths"`
	}
	if err := json.Unmarshal([]byte(text), &document); err != nil || !strings.HasPrefix(document.OpenAPI, "3.1") {
		t.Fatalf("%v: %.200s", err, text)
	}
	operations := 0
	for _, path := range document.Paths {
		operations += len(path)
	}
	for _, r := range api.Routes {
		if document.Paths[r.Path][strings.ToLower(r.Method)] == nil {
			t.Errorf("the document has no %s %s", r.Method, r.Path)
		}
	}
	if operations != len(api.Routes) {
		t.Errorf("%d operations for %d routes", operations, len(api.Routes))
	}
}

// What is wrong with a request is said as a problem, and nothing too large is read.
func TestProblems(t *testing.T) {
	d := newDesk(t)
	server, token := d.serve(false), d.token("main", access.Admin)
	for _, c := range []struct {
		method, path, body string
		status             int
		says               string
	}{
		{"GET", "/api/nothing", "", 404, "openapi.json"},
		{"DELETE", "/api/sites/main/articles/ferry", "", 404, "openapi.json"},
		{"GET", "/api/sites/main/articles/nobody", "", 404, "no such article"},
		{"GET", "/api/sites/main/articles/not%20an%20id", "", 400, "letters, digits"},
		{"GET", "/api/sites/main/articles?state=odd", "", 400, "states are"},
		{"GET", "/api/sites/main/articles?colour=red", "", 422, "validation"},
		{"POST", "/api/sites/main/remove", `{"ids":[]}`, 422, "ids"},
		{"POST", "/api/sites/main/remove", `{"id":"ferry"}`, 422, "ids"},
		{"POST", "/api/sites/main/remove", `not JSON`, 400, ""},
		{"POST", "/api/sites/main/render", `{"ids":["ferry"],"voice":"none:such"}`, 400, "none"},
		{"POST", "/api/sites/main/remove", `{"ids":["` + strings.Repeat("a", 300<<10) + `"]}`, 413, ""},
		{"PUT", "/api/sites/main/articles/ferry", `{"title":"without a text"}`, 400, "html and text are missing"},
	} {
		resp, text := d.ask(c.method, server.URL+c.path, token, c.body)
		if resp.StatusCode != c.status || !strings.Contains(text, c.says) || !strings.HasPrefix(resp.Header.Get("Content-Type"), "application/problem+json") {
			t.Errorf("%s %s: %d %s: %s", c.method, c.path, resp.StatusCode, resp.Header.Get("Content-Type"), text)
		}
	}
}

// A client may send some wrong tokens, and is then not listened to for a minute, except with a
// token that was known before.
func TestWrongTokens(t *testing.T) {
	d := newDesk(t)
	server, known, unknown := d.serve(false), d.token("main", access.Viewer), d.token("main", access.Viewer)
	url := server.URL + "/api/token"
	answers := func(token string, want int) {
		t.Helper()
		if resp, text := d.ask("GET", url, token, ""); resp.StatusCode != want {
			t.Errorf("%d, want %d: %s", resp.StatusCode, want, text)
		}
	}
	answers(known, 200)
	for range 20 {
		answers(known[:len(known)-1]+"7", 401)
	}
	answers("aloud_x", 429)
	answers(unknown, 429)
	answers(known, 200)
	d.now = d.now.Add(time.Minute)
	answers("aloud_x", 401)
	answers(unknown, 200)
}

// A revoked or expired token is refused when what is known of it is not fresh any more.
func TestARevokedToken(t *testing.T) {
	d := newDesk(t)
	url := d.serve(false).URL + "/api/token"
	token, secret, err := access.Create(t.Context(), d.store, access.Token{Site: "main", Role: access.Viewer, Expires: d.now.Add(time.Hour)}, d.now)
	if err != nil {
		t.Fatal(err)
	}
	brief := d.token("main", access.Viewer)
	for _, s := range []string{secret, brief} {
		if resp, text := d.ask("GET", url, s, ""); resp.StatusCode != 200 {
			t.Fatalf("%d: %s", resp.StatusCode, text)
		}
	}
	if _, err := access.Revoke(t.Context(), d.store, strings.Split(brief, "_")[1]); err != nil {
		t.Fatal(err)
	}
	if _, err := access.Revoke(t.Context(), d.store, brief); !errors.Is(err, access.ErrUnknown) {
		t.Errorf("revoked by its secret: %v", err)
	}
	d.now = d.now.Add(access.Fresh)
	if resp, _ := d.ask("GET", url, brief, ""); resp.StatusCode != 401 {
		t.Errorf("a revoked token: %d", resp.StatusCode)
	}
	d.now = token.Expires
	if resp, text := d.ask("GET", url, secret, ""); resp.StatusCode != 401 || !strings.Contains(text, "expired") {
		t.Errorf("an expired token: %d %s", resp.StatusCode, text)
	}
}

// The store has no token.
func TestTheStoreHasNoSecret(t *testing.T) {
	d := newDesk(t)
	secret := d.token("main", access.Admin)
	for entry, err := range d.store.List(t.Context(), "private/") {
		if err != nil {
			t.Fatal(err)
		}
		body, _, err := store.Read(t.Context(), d.store, entry.Key)
		if err != nil || bytes.Contains(body, []byte(secret)) || bytes.Contains(body, []byte(secret[len(secret)-32:])) {
			t.Errorf("%s: %v: %s", entry.Key, err, body)
		}
	}
}
