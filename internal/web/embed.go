package web

import (
	"bytes"
	_ "embed"
	"errors"
	"html/template"
	"net/http"
	"strings"

	"golang.org/x/text/language"

	"github.com/aloud-audio/aloud/internal/lang"
	"github.com/aloud-audio/aloud/internal/library"
)

var (
	//go:embed embed.html
	embedHTML string
	//go:embed embed.css
	embedCSS string
	//go:embed embed.js
	embedJS string
)

var embedTemplate = template.Must(template.New("embed").Parse(embedHTML))

// embedPage is the data of the template. Addresses of files on this server are relative to the
// page.
type embedPage struct {
	Style      template.CSS
	Script     template.JS
	Player     string // address of player.js
	Theme      string // light or dark; "": what the reader's system has
	Compact    bool   // without the title and the row of buttons
	Language   string // BCP 47
	Direction  string
	Title      string
	Label      string
	Made       string // what opens the next three
	Voice      string
	Policy     string // "" if the site has none
	PolicyText string
	Source     string // address of narration.json
	Audio      string // "" if there is none
	AudioURL   string // the same, absolute
	Captions   string
	OEmbed     string // "" if there is no audio

	Narration  *library.Narration // for the script: a sandboxed frame may fetch nothing
	Structured *audioObject       // nil if there is no audio
}

// embedRoot is the relative address of the server's root from /embed/{site}/{id}, also below a
// proxy's path.
const embedRoot = "../../"

// serveEmbed serves a complete page with the article's audio, for an iframe. It works without
// JavaScript.
func (s *Server) serveEmbed(w http.ResponseWriter, r *http.Request) {
	ref, err := library.NewRef(r.PathValue("site"), r.PathValue("id"))
	site, known := s.sites[ref.Site]
	if err != nil || !known {
		s.writeEmbed(w, r, site, http.StatusNotFound, silentPage())
		return
	}
	narration, err := s.newsroom.Library.Narration(r.Context(), ref)
	switch {
	case errors.Is(err, library.ErrNotFound), err == nil && len(narration.Audio) == 0:
		s.writeEmbed(w, r, site, http.StatusNotFound, silentPage())
	case err != nil:
		s.log.ErrorContext(r.Context(), "cannot serve the embed page", "site", ref.Site, "article", ref.ID, "error", err)
		storeUnreachable(w)
	default:
		s.writeEmbed(w, r, site, http.StatusOK, s.narrationPage(r, ref, narration))
	}
}

// silentPage returns the page of an article without audio.
func silentPage() embedPage {
	return embedPage{Language: "en", Direction: "ltr", Title: "This article has no audio"}
}

// narrationPage takes the audio from the CDN if there is one. The captions always come from this
// server: a browser loads captions from another origin only with CORS, which a CDN grants to the
// site and not to this page.
func (s *Server) narrationPage(r *http.Request, ref library.Ref, n library.Narration) embedPage {
	files := strings.TrimPrefix(strings.TrimSuffix(ref.NarrationKey(), "narration.json"), "public/")
	local := embedRoot + "public/" + files
	public := local
	if s.publicURL != "" {
		public = s.publicURL + "/" + files
	}
	page := embedPage{
		Language: n.Language, Direction: direction(n.Language), Title: n.Title, Label: n.Label,
		Source: local + "narration.json", Audio: public + n.Audio[0].URL, Narration: &n,
		OEmbed: oEmbedAddress(r, ref),
	}
	page.AudioURL = page.Audio
	if s.publicURL == "" {
		page.AudioURL = serverRoot(r).JoinPath("public", files, n.Audio[0].URL).String()
	}
	page.disclose(n)
	if len(n.Captions) > 0 {
		page.Captions = local + n.Captions[0].URL
	}
	page.Structured = page.structured(n)
	return page
}

// disclose fills in how the audio is made. Narrations of early releases bring no texts.
func (p *embedPage) disclose(n library.Narration) {
	text := func(key string) string {
		if own, has := n.Labels[key]; has {
			return own
		}
		return lang.PlayerTexts(n.Language)[key]
	}
	p.Made, p.Policy, p.PolicyText = text("made"), n.Policy, text("policy")
	p.Voice = strings.NewReplacer("{1}", n.Voice.Name, "{2}", n.Voice.Provider).Replace(text("voice"))
}

// writeEmbed writes a page in the theme that the address asks for.
func (s *Server) writeEmbed(w http.ResponseWriter, r *http.Request, site site, status int, page embedPage) {
	query := r.URL.Query()
	if theme := query.Get("theme"); theme == "light" || theme == "dark" {
		page.Theme = theme
	}
	page.Compact = query.Get("compact") == "1"
	page.Style, page.Script, page.Player = template.CSS(embedCSS), template.JS(embedJS), embedRoot+"player.js"
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
