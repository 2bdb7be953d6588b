package article_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/article"
)

func parsePage(t *testing.T, p article.Payload) article.Article {
	t.Helper()
	a, err := article.Parse(p, article.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestPageTitle(t *testing.T) {
	for _, test := range []struct{ name, head, body, want string }{
		{"og:title", `<meta property="og:title" content="A &amp; b"><title>C</title>`, `<h1>D</h1>`, "A & b"},
		{"h1", `<title>C</title>`, `<h1> D <b>d</b></h1>`, "D d"},
		{"title", `<title>C | The Post</title>`, ``, "C | The Post"},
		{"title with the site's name", `<meta property="og:site_name" content="The Post"><title>C | The Post</title>`, ``, "C"},
	} {
		t.Run(test.name, func(t *testing.T) {
			a := parsePage(t, article.Payload{HTML: "<html><head>" + test.head + "</head><body>" + test.body + "<div class=entry-content><p>b</p></div>"})
			if a.Title != test.want {
				t.Errorf("got %q, want %q", a.Title, test.want)
			}
		})
	}
}

func TestPageByline(t *testing.T) {
	const jsonLD = `<script type="application/ld+json">%s</script>`
	for _, test := range []struct {
		name, head, body string
		want             []string
	}{
		{"meta", `<meta name="author" content="By Ann Lee"><meta name=author content="Bo Um">`, ``, []string{"Ann Lee", "Bo Um"}},
		{"article:author", `<meta property="article:author" content="Ann Lee">`, ``, []string{"Ann Lee"}},
		{"an address is no name", `<meta property="article:author" content="https://example.org/ann">`, `<a rel="author" href="/ann">Ann Lee</a>`, []string{"Ann Lee"}},
		{"JSON-LD", fmt.Sprintf(jsonLD, `{"@graph":[{"@type":"WebSite"},{"author":[{"name":"Ann Lee"},{"name":"Bo Um"}]}]}`), ``, []string{"Ann Lee", "Bo Um"}},
		{"JSON-LD with a name", fmt.Sprintf(jsonLD, `[{"author":"Ann Lee"}]`), ``, []string{"Ann Lee"}},
		{"broken JSON-LD", fmt.Sprintf(jsonLD, `{"author":`), `<h4 class="gh-article-author-name">Ann Lee</h4>`, []string{"Ann Lee"}},
		{"nobody", ``, ``, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			a := parsePage(t, article.Payload{HTML: "<!doctype html><html><head>" + test.head + "</head><body>" + test.body + "<div class=entry-content><p>b</p></div>"})
			equal(t, "byline", a.Byline, test.want...)
		})
	}
}

func TestThePayloadWinsOverThePage(t *testing.T) {
	a := parsePage(t, article.Payload{
		URL: "https://example.org/p", Title: "P", Byline: []string{"Pat"}, Standfirst: "p.", Language: "pl",
		HTML: `<html lang="en"><head><link rel="canonical" href="https://example.org/q"><meta name="author" content="Q"></head>` +
			`<body><h1>Q</h1><p class="standfirst">q.</p><div itemprop="articleBody"><p>b</p></div></body></html>`,
	})
	blocks, _ := lines(a)
	equal(t, "blocks", blocks, "headline: P", "byline: Pat", "standfirst: p.", "paragraph: b")
	if a.URL != "https://example.org/p" || a.Language != "pl" {
		t.Errorf("url %q, language %q", a.URL, a.Language)
	}
}

// Players and embed pages link to the address, so it must lead to a page and run nothing.
func TestOnlyAddressesOfPages(t *testing.T) {
	for _, address := range []string{"javascript:alert(1)", " JavaScript://a.example/%0aalert(1)", "data:text/html,x", "file:///etc/passwd", "//a.example/x", "/p", "https://", "https:a.example", "http://a b/"} {
		html := `<html><head><link rel="canonical" href="` + address + `"></head><body><div class="post-content"><p>b</p></div>`
		if a := parsePage(t, article.Payload{URL: address, HTML: html}); a.URL != "" {
			t.Errorf("%q became %q", address, a.URL)
		}
		html = strings.ReplaceAll(html, address, "https://a.example/q")
		if a := parsePage(t, article.Payload{URL: address, HTML: html}); a.URL != "https://a.example/q" {
			t.Errorf("with a page that has an address %q became %q", address, a.URL)
		}
	}
}

// TestPageDescriptionIsNotRead: it is written for search engines.
func TestPageDescriptionIsNotRead(t *testing.T) {
	a := parsePage(t, article.Payload{HTML: `<html><head><meta name="description" content="Buy now"></head><body><div class="post-content"><p>b</p></div>`})
	blocks, _ := lines(a)
	equal(t, "blocks", blocks, "paragraph: b")
}

func TestPageRoots(t *testing.T) {
	for _, root := range []string{`class="gh-content x"`, `itemprop="articleBody"`, `class="entry-content"`, `class="post-content"`, `class="article-body"`} {
		t.Run(root, func(t *testing.T) {
			a := parsePage(t, article.Payload{HTML: `<html><body><p>menu</p><div ` + root + `></div><div ` + root + `><p>The text.</p></div><p>more</p></body></html>`})
			blocks, _ := lines(a)
			equal(t, "blocks", blocks, "paragraph: The text.")
		})
	}
}

// TestPageOfAnUnknownTheme: Readability finds the text, and the rules hold in it.
func TestPageOfAnUnknownTheme(t *testing.T) {
	var text strings.Builder
	for i := range 8 {
		fmt.Fprintf(&text, "<p>Paragraph %d tells, in a good many words, how the boats came home, who saw them, and what they had on board.</p>", i)
	}
	page := `<!doctype html><html lang="en"><head><title>Boats</title></head><body>` +
		`<div id="menu"><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></div>` +
		`<div class="story"><h1>Boats come home</h1>` + text.String() + `<figure><img src="b.jpg"><figcaption>A boat</figcaption></figure></div>` +
		`<div class="sidebar"><a href="/1">Read this</a> <a href="/2">And this</a></div></body></html>`
	a := parsePage(t, article.Payload{HTML: page})
	blocks, skipped := lines(a)
	if len(blocks) != 9 || blocks[0] != "headline: Boats come home" || !strings.HasPrefix(blocks[8], "paragraph: Paragraph 7") {
		t.Errorf("blocks %q", blocks)
	}
	equal(t, "skipped", skipped, "repeats the headline: Boats come home", "caption: A boat")
}

func TestPageWithHardlyAnyText(t *testing.T) {
	blocks, _ := lines(parsePage(t, article.Payload{HTML: "<?xml version='1.0'?>\n<html><body>Back at ten."}))
	equal(t, "blocks", blocks, "paragraph: Back at ten.")
}

func TestFragmentsAreNoPages(t *testing.T) {
	blocks, _ := parse(t, "<!-- note --> \n<section lang='uk'><p>a</p></section>")
	equal(t, "blocks", blocks, "paragraph: a")
}

func payloadBy(author, html string) article.Payload {
	return article.Payload{Byline: []string{author}, Language: "en", HTML: html, Visibility: "public"}
}

// TestPageBehindWarnings: servers write warnings before a page, and editors a mark of byte order.
func TestPageBehindWarnings(t *testing.T) {
	const page = `<!DOCTYPE html><html><head><title>Ferry returns</title></head><body><h2>Menu</h2><p>The ferry will run again from December, the port said on Friday.</p></body></html>`
	for name, before := range map[string]string{
		"warning":         "<br />\n<b>Warning</b>:  connection refused in <b>/www/db.php</b> on line <b>9</b><br />\n",
		"byte order mark": "\ufeff\n",
	} {
		if a := parsePage(t, article.Payload{HTML: before + page}); a.Title != "Ferry returns" {
			t.Errorf("%s: the title is %q", name, a.Title)
		}
	}
}
