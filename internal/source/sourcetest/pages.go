package sourcetest

import (
	"fmt"
	"html"
	"net/http"
	"strings"
	"testing"
	"time"
)

// window is how many articles a feed has.
const window = 10

// NewPages starts a static site with a feed in three formats (/rss.xml, /atom.xml, /feed.json), a
// sitemap in two parts behind an index (/sitemap.xml), a news sitemap (/news.xml), and its pages.
func NewPages(t testing.TB) *Server { return newServer(t, handlePages) }

func handlePages(s *Server, w http.ResponseWriter, r *http.Request) {
	write, isList := map[string]func(*Server, []Article) (string, string){
		"/rss.xml": rss, "/atom.xml": atom, "/feed.json": jsonFeed, "/sitemap.xml": sitemapIndex, "/news.xml": newsSitemap,
		"/sitemap-posts.xml": sitemapPosts, "/sitemap-pages.xml": sitemapPages,
	}[r.URL.Path]
	if isList {
		contentType, body := write(s, s.shown(func(a Article) bool { return a.Status == "" }))
		s.list(w, r, contentType, []byte(body))
		return
	}
	if s.private {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	a, found := s.find(func(a Article) bool { return r.URL.Path == "/"+a.Slug+"/" })
	switch {
	case !found && (r.URL.Path == "/imprint/" || r.URL.Path == "/"):
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprintf(w, `<html><head><link rel="canonical" href="%s%s"><title>Imprint</title></head><body><h1>Imprint</h1><p>Who we are, and where.</p></body></html>`, s.URL, r.URL.Path)
	case !found || a.Status == "draft":
		http.NotFound(w, r)
	case a.Status == "home":
		http.Redirect(w, r, "/", http.StatusMovedPermanently)
	case a.Visibility != "":
		w.Header().Set("Content-Type", "text/html")
		w.WriteHeader(http.StatusForbidden)
	default:
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprintf(w, `<html lang="en"><head><link rel="canonical" href="%s/%s/"><meta property="og:type" content="article">
			<meta property="article:published_time" content="%s"><title>%s</title></head>
			<body><article><h1>%[4]s</h1><p>%s</p></article></body></html>`,
			s.URL, a.Slug, a.Published.Format(time.RFC3339), html.EscapeString(a.Title), html.EscapeString(a.Text))
	}
}

func rss(s *Server, all []Article) (contentType, body string) {
	var b strings.Builder
	fmt.Fprintf(&b, `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Post</title><link>%s</link><description>News</description>`, s.URL)
	for _, a := range all[:min(window, len(all))] {
		fmt.Fprintf(&b, `<item><title>%s</title><link>%s/%s/?utm_source=rss</link><guid isPermaLink="false">%s</guid><pubDate>%s</pubDate><description>%s</description>%s</item>`,
			html.EscapeString(a.Title), s.URL, a.Slug, a.ID, a.Published.Format(time.RFC1123Z), html.EscapeString(a.Text), categories(a))
	}
	b.WriteString(`<item><title>Elsewhere</title><link>https://elsewhere.example/x</link></item></channel></rss>`)
	return "application/rss+xml", b.String()
}

func categories(a Article) string {
	var b strings.Builder
	for _, tag := range a.Tags {
		fmt.Fprintf(&b, "<category>%s</category>", html.EscapeString(tag))
	}
	return b.String()
}

func atom(s *Server, all []Article) (contentType, body string) {
	var b strings.Builder
	fmt.Fprintf(&b, `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><id>%[1]s</id><title>Post</title><link href="%[1]s"/><updated>2026-01-01T00:00:00Z</updated>`, s.URL)
	for _, a := range all[:min(window, len(all))] {
		fmt.Fprintf(&b, `<entry><id>urn:%s</id><title>%s</title><link rel="alternate" href="/%s/"/><published>%s</published><updated>%s</updated><summary>%s</summary></entry>`,
			a.ID, html.EscapeString(a.Title), a.Slug, a.Published.Format(time.RFC3339), a.Updated.Format(time.RFC3339), html.EscapeString(a.Text))
	}
	return "application/atom+xml", b.String() + "</feed>"
}

func jsonFeed(s *Server, all []Article) (contentType, body string) {
	var items []string
	for _, a := range all[:min(window, len(all))] {
		items = append(items, fmt.Sprintf(`{"id":%q,"url":%q,"title":%q,"content_text":%q,"date_published":%q,"date_modified":%q}`,
			a.ID, s.URL+"/"+a.Slug+"/", a.Title, a.Text, a.Published.Format(time.RFC3339), a.Updated.Format(time.RFC3339)))
	}
	return "application/feed+json", fmt.Sprintf(`{"version":"https://jsonfeed.org/version/1.1","title":"Post","home_page_url":%q,"items":[%s]}`, s.URL, strings.Join(items, ","))
}

const sitemaps = `http://www.sitemaps.org/schemas/sitemap/0.9`

func sitemapIndex(s *Server, _ []Article) (contentType, body string) {
	return "application/xml", fmt.Sprintf(`<?xml version="1.0" encoding="UTF-8"?><sitemapindex xmlns="%[2]s"><sitemap><loc>%[1]s/sitemap-posts.xml</loc></sitemap>`+
		`<sitemap><loc>%[1]s/sitemap-pages.xml</loc><lastmod>2026-01-01</lastmod></sitemap></sitemapindex>`, s.URL, sitemaps)
}

func sitemapPosts(s *Server, all []Article) (contentType, body string) {
	var b strings.Builder
	fmt.Fprintf(&b, `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="%s">`, sitemaps)
	for _, a := range all {
		fmt.Fprintf(&b, "<url><loc>%s/%s/</loc><lastmod>%s</lastmod></url>", s.URL, a.Slug, a.Updated.Format(time.RFC3339))
	}
	return "application/xml", b.String() + "</urlset>"
}

func sitemapPages(s *Server, all []Article) (contentType, body string) {
	if len(all) == 0 {
		return "application/xml", fmt.Sprintf(`<urlset xmlns="%s"></urlset>`, sitemaps)
	}
	return "application/xml", fmt.Sprintf(`<urlset xmlns="%s"><url><loc>%[2]s/imprint/</loc></url><url><loc>%[2]s/</loc></url></urlset>`, sitemaps, s.URL)
}

func newsSitemap(s *Server, all []Article) (contentType, body string) {
	var b strings.Builder
	fmt.Fprintf(&b, `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="%s" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">`, sitemaps)
	for _, a := range all[:min(window, len(all))] {
		fmt.Fprintf(&b, "<url><loc>%s/%s/</loc><lastmod>%s</lastmod><news:news><news:publication><news:name>Post</news:name><news:language>en</news:language></news:publication>"+
			"<news:publication_date>%s</news:publication_date><news:title>%s</news:title></news:news></url>",
			s.URL, a.Slug, a.Updated.Format(time.RFC3339), a.Published.Format(time.RFC3339), html.EscapeString(a.Title))
	}
	return "application/xml", b.String() + "</urlset>"
}
