package article_test

import (
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/article"
)

// TestGates: what a page or a fragment gates is never read, whatever the site's settings are.
func TestGates(t *testing.T) {
	const open = `<p>The tide tables are free for everyone who asks at the office.</p>`
	for _, test := range []struct{ name, html, reason string }{
		{"AMP subscriptions", `<div subscriptions-section="content"><p>SECRET</p></div>`, "gated block"},
		{"AMP subscriptions, for others", `<div subscriptions-section="content-not-granted"><p>SECRET</p></div>`, "membership"},
		{"AMP access", `<section amp-access="loggedIn AND paid"><p>SECRET</p></section>`, "gated block"},
		{"AMP access, for others", `<section amp-access="NOT paid"><p>SECRET</p></section>`, "membership"},
		{"Jetpack", `<div class="wp-block-jetpack-paid-content"><p>SECRET</p></div>`, "gated block"},
		{"Jetpack's premium block", `<div class="wp-block-premium-content-container"><div class="wp-block-premium-content-subscriber-view"><p>SECRET</p></div></div>`, "gated block"},
		{"Jetpack's premium block, for others", `<div class="wp-block-premium-content-logged-out-view"><h3>SECRET</h3></div>`, "membership"},
		{"Paid Memberships Pro", `<div class="pmpro_content"><p>SECRET</p></div>`, "gated block"},
		{"Restrict Content Pro", `<div class="rcp_restricted"><p>SECRET</p></div>`, "gated block"},
		{"MemberPress", `<div class="mepr-content"><p>SECRET</p></div>`, "gated block"},
		{"a theme", `<div class="story premium-content"><p>SECRET</p></div>`, "gated block"},
		{"a theme's paragraph", `<p class="is-premium">SECRET</p>`, "gated block"},
		{"a theme that says for whom", `<div class="story__part--subscriber-only"><p>SECRET</p></div>`, "gated block"},
		{"a theme, of members", `<div class="member-only"><p>SECRET</p></div>`, "gated block"},
		{"a theme's section", `<section data-paywall><p>SECRET</p></section>`, "gated block"},
		{"a theme's attribute", `<div data-visibility="members"><p>SECRET</p></div>`, "gated block"},
		{"a comment", `<!-- paywall --><p>SECRET</p><p>SECRET</p>`, "behind the paywall"},
		{"a shortcode", `<p>[membership level="2,3"]SECRET[/membership]</p>`, "gated block"},
		{"a shortcode around paragraphs", `<p>[restrict]</p><p>SECRET</p><p>SECRET</p><p>[/restrict]</p>`, "gated block"},
		{"a shortcode in itself", `[private]SECRET [private role="x"]SECRET[/private] SECRET[/private]`, "gated block"},
		{"a shortcode closed once of twice", `[private]SECRET [private]SECRET[/private]`, "gated block"},
		{"JSON-LD", `<script type="application/ld+json">{"@type":"NewsArticle","headline":"H","isAccessibleForFree":false,` +
			`"hasPart":{"@type":"WebPageElement","isAccessibleForFree":"False","cssSelector":".rest"}}</script><div class="rest"><p>SECRET</p></div>`, "gated block"},
		{"JSON-LD with several parts", `<script type="application/ld+json">{"@graph":[{"@type":"WebPage","hasPart":[{"isAccessibleForFree":false,"cssSelector":["#a",".b, .c"]}]}]}</script>` +
			`<div id="a">SECRET</div><div class="c"><p>SECRET</p></div>`, "gated block"},
	} {
		for _, shape := range []struct{ name, before, after string }{
			{"fragment", "", ""},
			{"page", `<html><head><title>T</title><!-- paywall --></head><body><article>`, `</article></body></html>`},
		} {
			t.Run(test.name+", "+shape.name, func(t *testing.T) {
				p := article.Payload{Title: "T", HTML: shape.before + open + test.html + shape.after}
				a, err := article.Parse(p, article.Options{Read: []string{"*"}})
				if err != nil {
					t.Fatal(err)
				}
				blocks, skipped := lines(a)
				equal(t, "blocks", blocks, "headline: T", "paragraph: The tide tables are free for everyone who asks at the office.")
				if len(skipped) == 0 || !strings.HasPrefix(skipped[0], test.reason+": SECRET") {
					t.Errorf("skipped %q", skipped)
				}
			})
		}
	}
}

// TestGatesOfAPageThatSomebodyHas: it is read as it shows itself to them; what a CMS marks is not.
func TestGatesOfAPageThatSomebodyHas(t *testing.T) {
	const page = `<html><head><meta property="article:content_tier" content="locked"><script type="application/ld+json">{"headline":"H","isAccessibleForFree":false,` +
		`"hasPart":{"isAccessibleForFree":false,"cssSelector":".rest"}}</script></head><body><article class="entry-content"><p>The tide tables are free for everyone who asks at the office.</p>` +
		`<div class="rest"><p>The harbour office prints them twice a year, in March and in September.</p></div>` +
		`<!--kg-gated-block:begin nonMember:false --><p>Members get them by post in the first week.</p><!--kg-gated-block:end--></article></body></html>`
	for gates, want := range map[article.Gates]int{article.AllGates: 1, article.CMSGates: 2, article.NoGates: 3} {
		a, err := article.Parse(article.Payload{HTML: page}, article.Options{Gates: gates})
		if err != nil || len(bodyOf(a)) != want || !a.Paid {
			t.Errorf("with %q: %v, paid %t, read %q", gates, err, a.Paid, bodyOf(a))
		}
	}
}

// TestWhatIsLeftOfAGatedText: a caption or a label is no article.
func TestWhatIsLeftOfAGatedText(t *testing.T) {
	for _, left := range []string{"<p>The ferry at the pier.</p>", "<p>In brief</p>", "<ul><li>Ships</li></ul>"} {
		a, err := article.Parse(article.Payload{HTML: `<html><head><title>T</title></head><body><article><h1>T</h1>` + left + `<div class="is-premium"><p>The harbour office prints them twice a year, in March and in September.</p></div></article></body></html>`}, article.Options{})
		if err != nil || !a.MembersOnly || len(a.Blocks) > 0 {
			t.Errorf("%s: %v, read %+v", left, err, a.Blocks)
		}
	}
}

// TestOpenGates: what says that it is free is read.
func TestOpenGates(t *testing.T) {
	for _, html := range []string{
		`<section data-paywall="false"><p>The tide tables are free.</p></section>`,
		`<div data-visibility="public"><p>The tide tables are free.</p></div>`,
		`<script type="application/ld+json">{"headline":"H","isAccessibleForFree":"True","hasPart":{"isAccessibleForFree":true,"cssSelector":".rest"}}</script><p class="rest">The tide tables are free.</p>`,
		`<script type="application/ld+json">{"headline":"H","mentions":{"headline":"I","isAccessibleForFree":false}}</script><p>The tide tables are free.</p>`,
		`<p>The tide tables [private] are free.</p>`,
		`<p>The tide tables are [restrict] free.</p>`,
	} {
		a, err := article.Parse(article.Payload{HTML: html}, article.Options{})
		if err != nil || a.MembersOnly || len(a.Blocks) != 1 {
			t.Errorf("%s: %v, %+v", html, err, a)
		}
	}
}

// TestPagesForMembersOnly: what a page says of itself decides if the CMS does not say more.
func TestPagesForMembersOnly(t *testing.T) {
	const text = `<p>The tide tables are free for everyone who asks.</p>`
	const locked = `<meta property="article:content_tier" content="locked">`
	for _, test := range []struct {
		name, html, visibility, option string
		membersOnly                    bool
	}{
		{"locked", `<html><head>` + locked + `</head><body>` + text, "", "", true},
		{"metered", `<html><head><meta property="article:content_tier" content="metered"></head><body>` + text, "", "", false},
		{"locked, but the CMS says public", `<html><head>` + locked + `</head><body>` + text, "public", "", false},
		{"locked, a preview of it", `<html><head>` + locked + `</head><body>` + text + `<!--paywall--><p>SECRET</p>`, "", "preview", false},
		{"not free", `<script type="application/ld+json">{"headline":"H","isAccessibleForFree":"http://schema.org/False"}</script>` + text, "", "", true},
		{"not free, and the part is not here", `<script type="application/ld+json">{"headline":"H","isAccessibleForFree":false,"hasPart":{"isAccessibleForFree":false,"cssSelector":".gone"}}</script>` + text, "", "preview", true},
		{"all of it gated", `<body class="is-premium">` + text, "", "", true},
		{"all of it gated, as the CMS says", `<div class="gated-content">` + text + `</div>`, "public", "", true},
	} {
		t.Run(test.name, func(t *testing.T) {
			a, err := article.Parse(article.Payload{HTML: test.html, Visibility: test.visibility}, article.Options{MembersOnly: test.option})
			if err != nil || a.MembersOnly != test.membersOnly || (len(a.Blocks) == 0) != test.membersOnly {
				t.Errorf("%v, %+v", err, a)
			}
			for _, b := range a.Blocks {
				if strings.Contains(b.Text, "SECRET") {
					t.Errorf("read: %s", b.Text)
				}
			}
		})
	}
}

func TestShortcodes(t *testing.T) {
	for _, test := range []struct {
		name, html string
		blocks     []string
		skipped    []string
	}{
		{"a caption", `<p>a</p>[caption id="attachment_7" width="300"]<img src="x"> A boat[/caption]<p>b</p>`, []string{"paragraph: a", "paragraph: b"}, []string{"caption: A boat"}},
		{"a gallery", `<p>a</p><p>[gallery ids="1,2"]</p><p>b</p>`, []string{"paragraph: a", "paragraph: b"}, nil},
		{"galleries, one of which is closed", `<p>a</p>[gallery ids="1"]<p>b</p>[gallery ids="2"][/gallery]`, []string{"paragraph: a", "paragraph: b"}, nil},
		{"an embed", `<p>a</p>[embed width="3"]https://example.org/v[/embed]`, []string{"paragraph: a"}, []string{"embed: https://example.org/v"}},
		{"what only arranges", `[column size="half"]<p>a</p>[/column]<p>b</p>`, []string{"paragraph: a", "paragraph: b"}, nil},
		{"typographic quotation marks", `<p>a</p><p>[slider id=”7″ kind=&#8221;wide&#8221;]</p>`, []string{"paragraph: a"}, nil},
		{"an editor's insertion", `<p>“[The mayor] is [sic] late [and tired],” she said.</p>`, []string{"paragraph: “[The mayor] is [sic] late [and tired],” she said."}, nil},
		{"JSON in a script", `<script type="application/ld+json">{"articleBody":"[caption id=\"1\"]x[/caption]"}</script><p>a</p>`, []string{"paragraph: a"}, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			blocks, skipped := parse(t, test.html)
			equal(t, "blocks", blocks, test.blocks...)
			equal(t, "skipped", skipped, test.skipped...)
		})
	}
}
