package web

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"errors"
	"html/template"
	"net/http"
	"strings"

	"golang.org/x/text/language"

	"github.com/aloud-audio/aloud/internal/library"
)

//go:embed embed.html
var embedHTML string

//go:embed embed.css
var embedCSS string

var embedTemplate = template.Must(template.New("embed").Parse(embedHTML))

// embedPage is the data of the template. Addresses of files on this server are relative to the
// page.
type embedPage struct {
	Style     template.CSS
	Player    string // address of player.js
	Language  string // BCP 47
	Direction string
	Title     string
	Label     string
	Audio     string // "" if there is none
	AudioType string
	Captions  string

	Structured *audioObject // nil if there is no audio
}

// embedRoot leads from /embed/{site}/{id} to the root of the server, also below a proxy's path.
const embedRoot = "../../"

// serveEmbed serves a complete page with the article's audio, for an iframe. It works without
// JavaScript.
func (s *Server) serveEmbed(w http.ResponseWriter, r *http.Request) {
	ref, err := library.NewRef(r.PathValue("site"), r.PathValue("id"))
	site, known := s.sites[ref.Site]
	if err != nil || !known {
		s.writeEmbed(w, site, http.StatusNotFound, silentPage())
		return
	}
	narration, err := s.newsroom.Library.Narration(r.Context(), ref)
	switch {
	case errors.Is(err, library.ErrNotFound), err == nil && len(narration.Audio) == 0:
		s.writeEmbed(w, site, http.StatusNotFound, silentPage())
	case err != nil:
		s.log.ErrorContext(r.Context(), "cannot serve the embed page", "site", ref.Site, "article", ref.ID, "error", err)
		storeUnreachable(w)
	default:
		s.writeEmbed(w, site, http.StatusOK, s.narrationPage(ref, narration))
	}
}

// silentPage returns the page of an article without audio.
func silentPage() embedPage {
	return embedPage{Language: "en", Direction: "ltr", Title: "This article has no audio"}
}

// narrationPage takes the audio from the CDN if there is one. The captions always come from this
// server: a browser loads captions from another origin only with CORS, which a CDN grants to the
// site and not to this page.
func (s *Server) narrationPage(ref library.Ref, n library.Narration) embedPage {
	files := strings.TrimPrefix(strings.TrimSuffix(ref.NarrationKey(), "narration.json"), "public/")
	local := embedRoot + "public/" + files
	public := local
	if s.publicURL != "" {
		public = s.publicURL + "/" + files
	}
	page := embedPage{
		Language: n.Language, Direction: direction(n.Language), Title: n.Title, Label: n.Label,
		Audio: public + n.Audio[0].URL, AudioType: n.Audio[0].Type,
	}
	if len(n.Captions) > 0 {
		page.Captions = local + n.Captions[0].URL
	}
	page.Structured = page.structured(n)
	return page
}

func (s *Server) writeEmbed(w http.ResponseWriter, site site, status int, page embedPage) {
	page.Style, page.Player = template.CSS(embedCSS), embedRoot+"player.js"
	var body bytes.Buffer
	if err := embedTemplate.Execute(&body, page); err != nil {
		panic("web: cannot execute the template of the embed page: " + err.Error())
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", library.NarrationCacheControl)
	w.Header().Set("Content-Security-Policy", s.embedPolicy(site))
	w.WriteHeader(status)
	_, _ = w.Write(body.Bytes()) // the reader may be gone
}

// embedPolicy returns the page's Content-Security-Policy. Only the site may frame it, or any site
// if its origin is unknown.
func (s *Server) embedPolicy(site site) string {
	ancestors := "'self' " + site.origin
	if site.origin == "" {
		ancestors = "*"
	}
	sum := sha256.Sum256([]byte(embedCSS))
	return strings.Join([]string{
		"default-src 'none'",
		"script-src 'self'",
		"style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'",
		strings.TrimSpace("media-src 'self' " + s.publicHost),
		"base-uri 'none'",
		"form-action 'none'",
		"require-trusted-types-for 'script'",
		"frame-ancestors " + ancestors,
	}, "; ")
}

// direction returns the writing direction of a language: rtl or ltr.
func direction(lang string) string {
	script, _ := language.Make(lang).Script()
	switch script.String() {
	case "Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm", "Rohg":
		return "rtl"
	default:
		return "ltr"
	}
}
