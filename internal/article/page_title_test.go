package article_test

import (
	"testing"

	"github.com/aloud-audio/aloud/internal/article"
)

// TestHeadline: what readers see, without what a page adds for machines.
func TestHeadline(t *testing.T) {
	const h1 = "<h1>Tram drivers vote to strike</h1>"
	for _, test := range []struct{ name, head, body, want string }{
		{"the site's name behind it", `<meta property="og:title" content="Tram drivers vote to strike - Riverside Post">`, h1, "Tram drivers vote to strike"},
		{"a short name and a date", `<title>Tram drivers vote to strike | RP | 04.03.2026</title>`, h1, "Tram drivers vote to strike"},
		{"without an h1, by the name of the site", `<meta property="og:site_name" content="RP"><title>Tram drivers vote to strike · RP</title>`, "", "Tram drivers vote to strike"},
		{"by the address", `<meta property="og:url" content="https://www.riversidepost.example.com/a"><link rel=canonical href="https://riversidepost.com/a"><meta property="og:title" content="Riverside Post - Tram drivers vote to strike">`, "", "Tram drivers vote to strike"},
		{"a section behind a bar", `<title>Tram drivers vote to strike | City</title>`, "", "Tram drivers vote to strike"},
		{"a dash of its own", `<title>Tram drivers vote – again</title>`, "", "Tram drivers vote – again"},
		{"a kicker with a name", `<title>Tram drivers vote to strike</title>`, `<h1><span class="article-kicker">Transport</span>Tram drivers vote to strike</h1>`, "Tram drivers vote to strike"},
		{"a kicker without", `<meta property="og:title" content="Tram drivers vote to strike">`, `<h1><span class="u7">Transport in town</span><span class="u8">Tram drivers vote to strike</span></h1>`, "Tram drivers vote to strike"},
		{"other words for networks", `<meta property="og:title" content="Why tram drivers in town now vote to strike">`, h1, "Tram drivers vote to strike"},
		{"an h1 of the site", `<meta property="og:site_name" content="Riverside Post"><meta property="og:title" content="Tram drivers vote to strike">`, `<h1>Riverside Post</h1><h2>Tram drivers vote to strike</h2>`, "Tram drivers vote to strike"},
		{"JSON-LD with line breaks and a comma too many", "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"Tram drivers\nvote to strike\",}</script><meta property=\"og:title\" content=\"Strike!\">", "", "Tram drivers vote to strike"},
		{"cut for machines", `<meta property="og:title" content="Tram drivers vote to…">`, h1, "Tram drivers vote to strike"},
		{"the site's name in a lower heading", `<title>Tram drivers vote to strike - The Bell of Lower Riverside</title>`, h1 + `<h3>The Bell of Lower Riverside</h3>`, "Tram drivers vote to strike"},
		{"an h1 that leads home", `<title>Tram drivers vote to strike - The Bell</title><meta property="og:title" content="Tram drivers vote to strike">`, `<h1><a href="https://bell.example/">The Bell, first to tell of trams and strikes</a></h1>`, "Tram drivers vote to strike"},
		{"a German kicker", `<title>Transport in town: Tram drivers vote to strike</title>`, `<h1><span class="dachzeile">Transport in town</span> <span class="headline">Tram drivers vote to strike</span></h1>`, "Tram drivers vote to strike"},
		{"dates in small print", `<title>Tram drivers vote to strike</title>`, `<h1>Tram drivers vote to strike <small>02.02.2026 • City</small></h1>`, "Tram drivers vote to strike"},
		{"a hidden site's name", `<title>Tram drivers vote to strike | Bell</title>`, `<h1>Tram drivers vote to strike<span class="element-invisible"> | Bell of Riverside and the Hills</span></h1>`, "Tram drivers vote to strike"},
		{"the title where the site's name belongs", `<meta name="application-name" content="Tram drivers vote to strike"><meta property="og:title" content="Tram drivers vote to strike"><title>Tram drivers vote to strike - Bell</title>`, `<h1 class="top">Morning in Riverside</h1>` + h1, "Tram drivers vote to strike"},
		{"the section and the headline are both stated", `<title>Riverside online - City - Tram drivers vote to strike</title>`, `<h1>City</h1>` + h1, "Tram drivers vote to strike"},
		{"the site's name in the h1", `<meta property="og:site_name" content="Bell"><meta property="og:title" content="Tram drivers vote to strike">`, `<h1 class="visuallyhidden">Tram drivers vote to strike | Bell</h1>`, "Tram drivers vote to strike"},
		{"a date before it", `<title>04.03.2026 - Tram drivers vote to strike</title>`, `<h1>04.03.2026 - Tram drivers vote to strike</h1>`, "Tram drivers vote to strike"},
		{"a kicker that nothing divides", `<meta property="og:title" content="Transport. Tram drivers vote to strike"><meta property="twitter:title" content="Tram drivers vote to strike"><script type="application/ld+json">{"@type":"NewsArticle","headline":"Transport | Tram drivers vote to strike"}</script>`, `<h1><span>Transport</span> Tram drivers vote to strike</h1>`, "Tram drivers vote to strike"},
		{"the path through the site in an h1", `<title>Strike: Tram drivers vote today | City</title><meta property="og:title" content="Tram drivers vote to strike">`, `<ol><li><h1 class="id-Breadcrumb-link">Strike: Tram drivers vote today</h1></li></ol><h2>Tram drivers vote to strike</h2>`, "Tram drivers vote to strike"},
		{"the site in Chinese, behind a dash without spaces", `<title>电车司机决定下周开始罢工！-河岸新闻网</title>`, "", "电车司机决定下周开始罢工！"},
		{"the channel and the site behind underscores", `<title>电车司机决定下周开始罢工_城市频道_河岸网</title>`, "", "电车司机决定下周开始罢工"},
		{"encoded twice", `<meta property="og:title" content="Drivers&amp;#8217; vote">`, "", "Drivers’ vote"},
	} {
		t.Run(test.name, func(t *testing.T) {
			a := parsePage(t, article.Payload{HTML: "<html><head>" + test.head + "</head><body><main>" + test.body + "<div class=entry-content><p>b</p></div></main>"})
			if a.Title != test.want {
				t.Errorf("got %q, want %q", a.Title, test.want)
			}
		})
	}
}

// TestAuthors: only people, and all of them.
func TestAuthors(t *testing.T) {
	const head = `<meta property="og:site_name" content="Riverside Post"><link rel=canonical href="https://riversidepost.com/a">`
	ld := func(author string) string {
		return `<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"Organization","name":"Riverside Media"},` +
			`{"@type":"Person","@id":"#ann","name":"Ann Lee"},{"@type":["NewsArticle"],"headline":"H","author":` + author + `,"publisher":{"name":"Riverside Media"}}]}</script>`
	}
	for _, test := range []struct {
		name, html string
		want       []string
	}{
		{"a reference", ld(`{"@id":"#ann"}`), []string{"Ann Lee"}},
		{"JSON-LD before meta", `<meta name=author content="Riverside Verlag GmbH &amp; Co. KG">` + ld(`[{"@type":"Person","name":"Bo Um"}]`), []string{"Bo Um"}},
		{"the publisher is none", ld(`{"@type":"Organization","name":"Riverside Media"}`), nil},
		{"the site is none", `<meta name=author content="riversidepost.com"><meta name="parsely-author" content="Riverside Post">`, nil},
		{"an agency is one", ld(`{"@type":"Organization","name":"AFP"}`), []string{"AFP"}},
		{"several in one", `<meta name=author content="By Ann Lee, Bo Um and Cy Dee, Riverside Post">`, []string{"Ann Lee", "Bo Um", "Cy Dee"}},
		{"in German", `<meta name=author content="Von Anna Leh und Jörg von Ohm">`, []string{"Anna Leh", "Jörg von Ohm"}},
		{"an e-mail address, a handle, a login", `<meta name=author content="a.lee@riversidepost.com"><meta name="article:author" content="@annlee"><meta name=byl content="annlee7">`, nil},
		{"a handle behind it", `<meta name=author content="Ann Lee @annlee">`, []string{"Ann Lee"}},
		{"a degree", `<meta name=author content="Ann Lee, PhD">`, []string{"Ann Lee"}},
		{"capitals", `<meta name=author content="ANN O'LEE-DEE">`, []string{"Ann O'Lee-Dee"}},
		{"beside the headline", `</head><body><h1>H</h1><div class="meta"><div class="story-byline">By <a href="/staff/ann">Ann Lee</a> and <a href="/staff/bo">Bo Um</a></div></div>`, []string{"Ann Lee", "Bo Um"}},
		{"not of another article", `</head><body><h1>H</h1><div><a rel=author href="/a">Ann Lee</a></div><div class=x><h2>Other</h2><a rel=author href="/b">Bo Um</a></div>`, []string{"Ann Lee"}},
		{"a line above the text", `</head><body><h1>H</h1><p>By Ann Lee and Bo Um</p>`, []string{"Ann Lee", "Bo Um"}},
		{"by a name of the theme's own", `</head><body><h1>H</h1><div class="post--header_author"><span>By</span> <a href="/x">Ann Lee</a></div>`, []string{"Ann Lee"}},
		{"the staff is nobody", `<meta name=author content="Staff"><meta name=byl content="Editorial Team">`, nil},
		{"the role before the name", ld(`{"@type":"Person","name":"Von RIVER-Online-Redakteurin Anna Leh"}`), []string{"Anna Leh"}},
		{"roles behind the names", `<meta name=author content="Ann Lee, AP Sports Writer and Bo Um, Senior Editor">`, []string{"Ann Lee", "Bo Um"}},
		{"the paper behind a bar", `<meta name=author content="Ann Lee, Bo Um | The Daily Tribune">`, []string{"Ann Lee", "Bo Um"}},
		{"an agency beside a person", `<meta name=author content="Ann Lee, The Associated Press">`, []string{"Ann Lee"}},
		{"the surname first", `<meta name="DC.creator" content="Lee, Ann">`, []string{"Ann Lee"}},
		{"given name and family name", ld(`{"@type":"Person","givenName":"Ann","familyName":"Lee"}`), []string{"Ann Lee"}},
		{"a desk in five languages", `<meta name=author content="Redacción RP"><meta name=byl content="Onlineredaktion"><meta name="dc.creator" content="La rédaction"><meta name="parsely-author" content="Our Foreign Staff"><meta name="sailthru.author" content="Da Redação">`, nil},
		{"an e-mail address behind it", `<meta name=author content="Ann Lee ann.lee@riversidepost.com">`, []string{"Ann Lee"}},
		{"a Korean reporter", `<meta name=author content="홍길동 기자 hong@riverside.example">`, []string{"홍길동"}},
		{"a Russian and a Polish name", `<meta name=author content="Автор: Анна Ли и Богдан Ум">`, []string{"Анна Ли", "Богдан Ум"}},
		{"a badge, an icon and the day", `</head><body><h1>H</h1><div><span itemprop=author>Ann Lee<span class=b>Contributor</span> <i class=i></i> <span>Monday</span></span></div>`, []string{"Ann Lee"}},
		{"a menu of columnists", `</head><body><nav><a href="/author/bo">Bo Um</a></nav><h1>H</h1>`, nil},
		{"a button", `</head><body><h1>H</h1><div class=author><button>Follow Author</button></div>`, nil},
		{"who commented", `</head><body><h1>H</h1><div class="comments"><p><span class="author-name">Ann Lee</span></p></div>`, nil},
		{"who took a picture", `</head><body><h1>H</h1><figure><figcaption itemprop=author>Ann Lee</figcaption></figure>`, nil},
		{"a label for previews", `<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ann Lee">`, []string{"Ann Lee"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			text := "<p>The drivers had asked for more rest between shifts since the autumn, and the company had not answered them.</p>"
			a := parsePage(t, article.Payload{HTML: "<html lang=en><head>" + head + test.html + text + text + text + "</html>"})
			equal(t, "byline", a.Byline, test.want...)
		})
	}
}

// TestAuthorsBelowTheText: some papers sign at the end.
func TestAuthorsBelowTheText(t *testing.T) {
	text := "<p>The drivers had asked for more rest between shifts since the autumn, and the company had not answered them.</p>"
	a := parsePage(t, article.Payload{HTML: asPage("<article><h1>H</h1>" + text + text + "<p><em>Text: Ann Lee</em></p></article>")})
	equal(t, "byline", a.Byline, "Ann Lee")
}

// TestHeadlineIsReadOnce: a heading with a kicker and the headline says nothing new.
func TestHeadlineIsReadOnce(t *testing.T) {
	const text = "<p>The drivers had asked for more rest between shifts since the autumn, and the company had not answered them.</p>"
	a := parsePage(t, article.Payload{HTML: `<html><head><meta property="og:title" content="Drivers vote to strike"></head><body><article><header><h2><span>Transport</span><span>Drivers vote to strike</span></h2></header>` + text + text + `</article>`})
	blocks, _ := lines(a)
	if len(blocks) < 2 || blocks[0] != "headline: Drivers vote to strike" || blocks[1][:10] != "paragraph:" {
		t.Errorf("read %q", blocks)
	}
}
