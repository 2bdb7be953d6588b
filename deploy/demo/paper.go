package main

import (
	"bytes"
	"errors"
	"html/template"
	"net"
	"net/http"
	"strings"
	"time"
)

// policy is a strict Content Security Policy, as the player's documentation has it. ALOUD stands
// for aloud's address.
const policy = "default-src 'none'; script-src ALOUD; style-src 'self'; img-src 'self'; media-src ALOUD; connect-src ALOUD; " +
	"require-trusted-types-for 'script'; trusted-types 'none'; base-uri 'none'"

// paper is the newspaper: it serves its articles' pages, and a preview of what aloud reads of each.
type paper struct {
	url      string
	stories  []story
	listener net.Listener
	server   *http.Server
}

// openPaper listens at an address, or at another port if that one is taken, and serves nothing yet.
func openPaper(address string) (*paper, error) {
	stories, err := readStories()
	if err != nil {
		return nil, err
	}
	listener, err := net.Listen("tcp", address)
	if err != nil {
		host, _, _ := net.SplitHostPort(address)
		if listener, err = net.Listen("tcp", net.JoinHostPort(host, "0")); err != nil {
			return nil, err
		}
	}
	return &paper{url: "http://" + listener.Addr().String(), stories: stories, listener: listener}, nil
}

// serve serves pages that load the player and the audio from an aloud.
func (p *paper) serve(aloud *server) {
	mux := http.NewServeMux()
	for i, s := range p.stories {
		other := p.stories[(i+1)%len(p.stories)].Path
		mux.HandleFunc("GET "+s.Path, func(w http.ResponseWriter, _ *http.Request) { p.servePage(w, aloud, s, other) })
		mux.HandleFunc("GET /preview/"+s.ID, func(w http.ResponseWriter, _ *http.Request) { p.servePreview(w, aloud, s) })
	}
	for _, name := range []string{"style.css", "pump-hall.svg"} {
		mux.HandleFunc("GET /"+name, func(w http.ResponseWriter, r *http.Request) { http.ServeFileFS(w, r, pages, "pages/"+name) })
	}
	mux.Handle("GET /{$}", http.RedirectHandler(p.stories[0].Path, http.StatusSeeOther))
	p.server = &http.Server{Handler: mux, ReadHeaderTimeout: 10 * time.Second}
	go func() { _ = p.server.Serve(p.listener) }() // until close
}

func (p *paper) close() {
	if p.server != nil {
		_ = p.server.Close() // readers may come back
	}
	_ = p.listener.Close()
}

var pageTemplate = template.Must(template.ParseFS(pages, "pages/page.html"))

// servePage serves an article's page. other is the path of the same article in the other language.
func (p *paper) servePage(w http.ResponseWriter, aloud *server, s story, other string) {
	var page bytes.Buffer
	err := pageTemplate.Execute(&page, struct {
		story
		Aloud, Site, Address, OtherPath string
	}{s, aloud.url, p.url, p.url + s.Path, other})
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Security-Policy", strings.ReplaceAll(policy, "ALOUD", aloud.url))
	_, _ = w.Write(page.Bytes()) // the reader may be gone
}

// servePreview serves what `aloud script --html` shows to editors.
func (p *paper) servePreview(w http.ResponseWriter, aloud *server, s story) {
	body, err := s.payload(p.url+s.Path, time.Now())
	cmd := aloud.command("script", "-", "--format", "json", "--site", site, "--html")
	cmd.Stdin = bytes.NewReader(body)
	preview, failed := cmd.Output()
	if err := errors.Join(err, failed); err != nil {
		http.Error(w, "aloud script: "+err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	_, _ = w.Write(preview)
}
