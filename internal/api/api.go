// Package api is the JSON API of the newsroom for admins and programs on other machines. Like the
// commands, it shows the state of articles and what they would cost, and changes them.
//
// It checks who calls and what the caller may do, translates between JSON and the newsroom, and
// says what to do about an error (RFC 9457). It has no rule about articles and listens on no
// address: process serves it on the admin address, below Path. Its routes are the table Routes,
// which is printed in docs/admins.md.
package api

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"github.com/aloud-audio/aloud/internal/access"
	"github.com/aloud-audio/aloud/internal/clientaddr"
	"github.com/aloud-audio/aloud/internal/logging"
	"github.com/aloud-audio/aloud/internal/newsroom"
)

// Path is where the API is served.
const Path = "/api/"

const (
	openAPIPath = Path + "openapi.json"
	// changeTimeout bounds a change. It continues if the caller disconnects: half of a change would
	// be worse than all of it.
	changeTimeout = 2 * time.Minute
	maxOrder      = 256 << 10 // bytes of a request that names articles
	maxArticle    = 20 << 20  // bytes of an article
	maxPage       = 64 << 20  // bytes of a page of articles
)

// Options configure the handler. All of them are needed.
type Options struct {
	Newsroom func() *newsroom.Newsroom // by the settings in force
	Guard    *access.Guard
	Looks    func(*http.Request) bool // whether a request without a token may look, and change nothing
	Proxies  clientaddr.Proxies
	Version  string // of aloud
	Log      *slog.Logger
}

// server answers requests.
type server struct{ Options }

// New returns the handler of all paths below Path.
func New(o Options) http.Handler {
	mux := http.NewServeMux()
	s := &server{o}
	api := humago.New(mux, config(o.Version))
	api.UseMiddleware(s.authorise)
	for _, r := range Routes {
		r.add(s, api)
	}
	mux.HandleFunc("GET "+openAPIPath, s.serveOpenAPI(api.OpenAPI()))
	mux.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
		problemf(http.StatusNotFound, codeNoRoute, "there is nothing here, or not by this method: see %s", openAPIPath).write(w)
	})
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "no-store")
		w.Header().Set("X-Content-Type-Options", "nosniff")
		mux.ServeHTTP(w, r.WithContext(logging.Into(r.Context(), o.Log)))
	})
}

// config leaves out what huma adds by itself: pages that load scripts, and a field in every answer.
func config(version string) huma.Config {
	c := huma.DefaultConfig("aloud", version)
	c.OpenAPIPath, c.DocsPath, c.SchemasPath, c.CreateHooks = "", "", "", nil
	c.RejectUnknownQueryParameters = true
	c.Info.Description = "How articles stand, what they would cost, and to change them. docs/admins.md explains roles and errors."
	c.Components.SecuritySchemes = map[string]*huma.SecurityScheme{
		"token": {Type: "http", Scheme: "bearer", Description: "of one site: aloud token create"},
	}
	c.Security = []map[string][]string{{"token": {}}}
	return c
}

func (s *server) serveOpenAPI(document *huma.OpenAPI) http.HandlerFunc {
	text, err := json.Marshal(document)
	if err != nil {
		panic("api: the document is made of plain data: " + err.Error())
	}
	return func(w http.ResponseWriter, r *http.Request) {
		if _, problem := s.caller(r, "", access.Viewer); problem != nil {
			problem.write(w)
			return
		}
		w.Header().Set("Content-Type", "application/openapi+json")
		_, _ = w.Write(text)
	}
}

// Route is one operation of the API.
type Route struct {
	Method, Path string
	Role         access.Role // that is needed
	Means        string

	id   string
	body int64 // the most bytes that are read
	raw  bool  // the body is no JSON of the API's own
	add  func(*server, huma.API)
}

// handle returns the route with its handler, whose errors become problems.
func handle[In, Out any](r Route, answer func(*server, context.Context, *In) (Out, error)) Route {
	r.add = func(s *server, api huma.API) {
		huma.Register(api, r.operation(), func(ctx context.Context, in *In) (*struct{ Body Out }, error) {
			ctx, cancel := r.context(ctx)
			defer cancel()
			out, err := answer(s, ctx, in)
			if err != nil {
				return nil, problemOf(ctx, err)
			}
			return &struct{ Body Out }{out}, nil
		})
	}
	return r
}

// context lets a change continue if the caller disconnects.
func (r Route) context(ctx context.Context) (context.Context, context.CancelFunc) {
	if r.Method == http.MethodGet {
		return context.WithCancel(ctx)
	}
	return context.WithTimeout(context.WithoutCancel(ctx), changeTimeout)
}

func (r Route) operation() huma.Operation {
	return huma.Operation{
		OperationID: r.id, Method: r.Method, Path: r.Path, Summary: r.Means, Description: fmt.Sprintf("Role: %s.", r.Role),
		MaxBodyBytes: r.body, SkipValidateBody: r.raw, BodyReadTimeout: 30 * time.Second, Metadata: map[string]any{roleKey: r.Role},
		Errors: []int{http.StatusBadRequest, http.StatusUnauthorized, http.StatusForbidden, http.StatusNotFound, http.StatusTooManyRequests},
	}
}
