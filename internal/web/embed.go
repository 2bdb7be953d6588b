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

// embedPage is what the template fills in. Its addresses are relative to the page where this server has the file.
type embedPage struct {
	Style     template.CSS
	Player    string // address of player.js
	Language  string // BCP 47
	Direction string
	Title     string
	Label     string
	Audio     string // "": there is none
	AudioType string
	Captions  string

	Structured *audioObject // nil: there is none
}

// embedRoot leads from /embed/{site}/{id} to the server's root, also below a proxy's path.
const embedRoot = "../../"

// serveEmbed serves a whole page with the article's audio, for a frame in the article's page. It works without
// JavaScript.
func (s *Server) serveEmbed(w http.ResponseWriter, r *http.Request) {
	ref, err := library.NewRef(r.PathValue("site"), r.PathValue("id"))
	site, known := s.sites[ref.Site]
	if err != nil || !known {
		s.writeEmbed(w, site, http.StatusNotFound, silentPage())
		return
	}
	narration, err := s.library.Narration(r.Context(), ref)
	switch {
	case errors.Is(err, library.ErrNotFound), err == nil && len(narration.Audio) == 0:
		s.writeEmbed(w, site, http.StatusNotFound, silentPage())
	case err != nil:
		s.log.ErrorContext(r.Context(), "embed page", "site", ref.Site, "id", ref.ID, "error", err)
		storeTrouble(w)
	default:
		s.writeEmbed(w, site, http.StatusOK, s.narrationPage(ref, narration))
	}
}

// silentPage is shown where there is no audio.
func silentPage() embedPage {
	return embedPage{Language: "en", Direction: "ltr", Title: "This article has no audio"}
}

// narrationPage links the audio to the CDN if there is one, and the captions always to this server: a browser takes
// captions of another origin only with CORS, which a CDN grants to the site and not to this page.
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
		panic("web: the embed page's template fits its data: " + err.Error())
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", library.NarrationCacheControl)
	w.Header().Set("Content-Security-Policy", s.embedPolicy(site))
	w.WriteHeader(status)
	_, _ = w.Write(body.Bytes()) // the reader may be gone
}

// embedPolicy allows the page what it has, and the site to frame it: any site if we do not know the site's origin.
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

// direction is how a language is written, going by its script.
func direction(lang string) string {
	script, _ := language.Make(lang).Script()
	switch script.String() {
	case "Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm", "Rohg":
		return "rtl"
	default:
		return "ltr"
	}
}
