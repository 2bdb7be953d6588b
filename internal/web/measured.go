package web

import (
	"io"
	"net/http"
	"path"
	"strconv"
	"strings"
	"time"

	"github.com/aloud-audio/aloud/internal/audio"
)

// routes name what requests are for, in metrics. A path is a stranger's text and is no label.
const (
	routeHook      = "hook"
	routeAudio     = "audio"
	routeCaptions  = "captions"
	routeNarration = "narration"
	routeEmbed     = "embed"
	routeFeed      = "feed"
	routePlayer    = "player"
	routeEvents    = "events"
	routeHealth    = "health"
	routeOther     = "other"
)

var (
	routes = []string{routeHook, routeAudio, routeCaptions, routeNarration, routeEmbed, routeFeed, routePlayer, routeEvents, routeHealth, routeOther}
	codes  = []string{"2xx", "3xx", "4xx", "5xx"}
)

// firstParts are routes by the first part of a path.
var firstParts = map[string]string{
	"hooks": routeHook, "embed": routeEmbed, "events": routeEvents, "healthz": routeHealth, "readyz": routeHealth, "oembed": routeEmbed,
	"feeds": routeFeed,
}

// routeOf returns what a request is for.
func routeOf(p string) string {
	first, _, _ := strings.Cut(strings.TrimPrefix(p, "/"), "/")
	extension := path.Ext(p)
	switch {
	case firstParts[first] != "":
		return firstParts[first]
	case first == "public" && isAudio(extension):
		return routeAudio
	case first == "public" && extension == ".vtt":
		return routeCaptions
	case first == "public" && path.Base(p) == "narration.json":
		return routeNarration
	case first != "public" && (extension == ".js" || extension == ".map"):
		return routePlayer
	}
	return routeOther
}

func isAudio(extension string) bool {
	for _, format := range audio.Formats {
		if format.Extension == extension {
			return true
		}
	}
	return false
}

// measured is a response of which status, size and start are recorded.
type measured struct {
	http.ResponseWriter
	code  int
	began time.Time
	first time.Duration // until the status was sent
	bytes int64
}

// WriteHeader implements http.ResponseWriter.
func (m *measured) WriteHeader(code int) {
	if m.code == 0 && code >= http.StatusOK {
		m.code, m.first = code, time.Since(m.began)
	}
	m.ResponseWriter.WriteHeader(code)
}

// Write implements http.ResponseWriter.
func (m *measured) Write(p []byte) (int, error) {
	m.start()
	n, err := m.ResponseWriter.Write(p)
	m.bytes += int64(n)
	return n, err
}

// ReadFrom keeps the server's own way to send files.
func (m *measured) ReadFrom(r io.Reader) (int64, error) {
	m.start()
	n, err := io.Copy(m.ResponseWriter, r)
	m.bytes += n
	return n, err
}

func (m *measured) start() {
	if m.code == 0 {
		m.code, m.first = http.StatusOK, time.Since(m.began)
	}
}

// Unwrap lets http.ResponseController reach the connection.
func (m *measured) Unwrap() http.ResponseWriter { return m.ResponseWriter }

// measure serves a request and counts it.
func (s *Server) measure(w http.ResponseWriter, r *http.Request, serve http.HandlerFunc) {
	route := routeOf(r.URL.Path)
	m := &measured{ResponseWriter: w, began: time.Now()}
	serve(m, r)
	m.start()
	s.metrics.response(route, strconv.Itoa(m.code/100)+"xx", m.first, m.bytes)
}
