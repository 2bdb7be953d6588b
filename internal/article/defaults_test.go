package article_test

import (
	"strings"
	"testing"
)

// TestDefaults has what is decided for everything around a text: in each case what stands between
// two paragraphs is read as want says, or not at all.
func TestDefaults(t *testing.T) {
	const before = `<p>The boats came home at dawn, as they do in every week of the year.</p>`
	const after = `<p>Nobody in the harbour office would say what they had on board.</p>`
	for _, test := range []struct {
		name, html string
		want       []string // blocks
		reason     string   // why it is not read
	}{
		// Boxes of the editors are read.
		{"a callout", `<div class="kg-card kg-callout-card"><div class="kg-callout-text">The quay has 26 berths.</div></div>`, []string{"paragraph: The quay has 26 berths."}, ""},
		{"a toggle", `<div class="kg-card kg-toggle-card"><div class="kg-toggle-heading"><h4>Why at dawn?</h4><button>x</button></div><div class="kg-toggle-content"><p>The tide is high.</p></div></div>`, []string{"heading: Why at dawn?", "paragraph: The tide is high."}, ""},
		{"details", `<details class="wp-block-details"><summary>Why at dawn?</summary><p>The tide is high.</p></details>`, []string{"paragraph: Why at dawn?", "paragraph: The tide is high."}, ""},
		{"an accordion", `<div class="wp-block-accordion"><h3><span>Why at dawn?</span></h3><div><p>The tide is high.</p></div></div>`, []string{"heading: Why at dawn?", "paragraph: The tide is high."}, ""},
		{"a poem", `<pre class="wp-block-verse">The tide is high<br>and I am not.</pre>`, []string{"paragraph: The tide is high and I am not."}, ""},
		{"an editor's note", `<p><em>Editor's note: Names in this report were changed for the sailors' safety.</em></p>`, []string{"paragraph: Editor's note: Names in this report were changed for the sailors' safety."}, ""},

		// Tables cannot be followed by ear, unless they only arrange.
		{"a table", `<table><tr><th>Boat</th><th>Crew</th></tr><tr><td>Zoria</td><td>8</td></tr></table>`, nil, "table"},
		{"a small table", `<table><tr><td>Boat</td><td>Zoria</td></tr></table>`, nil, "table"},
		{"a table in a figure", `<figure class="wp-block-table"><table><tr><td>Boat</td><td>Zoria</td></tr></table></figure>`, nil, "table"},
		{"a table that says that it arranges", `<table role="presentation"><tr><td>The Zoria</td><td>was first.</td></tr></table>`, []string{"paragraph: The Zoria", "paragraph: was first."}, ""},
		{"a table of paragraphs", `<table><tr><td><img></td><td><p>The Zoria was first.</p><p>Then came the rest.</p></td></tr></table>`, []string{"paragraph: The Zoria was first.", "paragraph: Then came the rest."}, ""},

		// Quotes that repeat the text.
		{"a pull quote that repeats the text", `<blockquote>“As they do in every week of the year”</blockquote>`, nil, "repeats the text"},
		{"a pull quote in a figure", `<figure class="wp-block-pullquote"><blockquote><p>as they do in every week of the year</p></blockquote></figure>`, nil, "repeats the text"},
		{"a pull quote in an aside", `<aside class="pullquote">Nobody in the harbour office would say</aside>`, nil, ""},
		{"a pull quote of its own", `<figure class="wp-block-pullquote"><blockquote><p>We saw nothing at all.</p></blockquote></figure>`, []string{"quote: We saw nothing at all."}, ""},
		{"a quote in a figure", `<figure><blockquote>We saw nothing at all.</blockquote><figcaption>The harbour master</figcaption></figure>`, []string{"quote: We saw nothing at all."}, "caption"},
		{"a pull quote with its source", `<blockquote><p>as they do in every week of the year</p><cite>The harbour master</cite></blockquote>`, nil, "repeats the text"},
		{"a quote with its source", `<blockquote><p>We saw nothing at all.</p><cite>The harbour master</cite></blockquote>`, []string{"quote: We saw nothing at all.", "quote: The harbour master"}, ""},
		{"a short pull quote", `<figure class="wp-block-pullquote"><blockquote><p>home at dawn</p><cite>The harbour master</cite></blockquote></figure>`, nil, "repeats the text"},
		{"a quote of a few words", `<blockquote>At dawn</blockquote>`, []string{"quote: At dawn"}, ""},

		// Posts of other sites.
		{"an embedded post", `<blockquote class="twitter-tweet"><p>Look at them!</p>— Ann (@ann)</blockquote>`, nil, "embed"},
		{"an embedded post in WordPress", `<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">https://example.org/1</div></figure>`, nil, "embed"},

		// Live blogs.
		{"a timestamp", `<p>14:05</p>`, nil, "time"},
		{"a timestamp with its zone", `<h3>2:30 p.m. GMT</h3>`, nil, "time"},
		{"a timestamp with its day", `<div><time>12 May 2026, 14:05</time></div>`, nil, "time"},
		{"a timestamp that counts", `<span>12 minutes ago</span>`, nil, "time"},
		{"a timestamp before its entry", `<p><time>15:30</time> The Zoria left.</p>`, []string{"paragraph: The Zoria left."}, "time"},
		{"a time in a sentence", `<p>At <time>15:30</time> the Zoria left.</p>`, []string{"paragraph: At 15:30 the Zoria left."}, ""},
		{"a time that an author wrote", `<p>15:30: The Zoria left.</p>`, []string{"paragraph: 15:30: The Zoria left."}, ""},
		{"a timestamp in Ukrainian", `<p>15 хвилин тому</p>`, nil, "time"},
		{"a year is a heading", `<h3>2019</h3>`, []string{"heading: 2019"}, ""},
		{"a day is a heading", `<h3>March 3</h3><p>The tide was low.</p>`, []string{"heading: March 3", "paragraph: The tide was low."}, ""},

		// What leads elsewhere.
		{"read more", `<p>Read more: <a href="/a">Ten boats come home</a></p>`, nil, "related articles"},
		{"read more without a colon", `<p><a href="/a">Read also Ten boats come home</a></p>`, nil, "related articles"},
		{"read more in Ukrainian", `<p><strong>Читайте також:</strong> <a href="/a">Десять човнів удома</a></p>`, nil, "related articles"},
		{"read more in German", `<p>Lesen Sie auch: <a href="/a">Zehn Boote sind zurück</a></p>`, nil, "related articles"},
		{"a sentence that begins so", `<p>Read more books, the harbour master said.</p>`, []string{"paragraph: Read more books, the harbour master said."}, ""},
		{"a word and a colon", `<p>READ: the log of the harbour master.</p>`, []string{"paragraph: READ: the log of the harbour master."}, ""},
		{"a heading over links", `<h3>Related</h3><ul><li><a href="/a">Ten boats</a></li><li><a href="/b">One boat</a></li></ul>`, nil, "related articles"},
		{"a box", `<div class="related-box"><h4>More on boats</h4><p>Ten boats came home. Nobody saw them.</p></div>`, nil, "related articles"},
		{"a list of links", `<ul><li><a href="/a">Ten boats</a></li><li><a href="/b">One boat</a></li></ul>`, nil, "list of links"},
		{"a list with links", `<ul><li><a href="/a">Ten boats</a> came home last week.</li></ul>`, []string{"list_item: Ten boats came home last week."}, ""},
		{"a paragraph that is a link", `<p><a href="/a">What the harbour office says</a></p>`, nil, "link"},
		{"a linked sentence", `<p><a href="/a">The harbour office says that there were ten.</a></p>`, []string{"paragraph: The harbour office says that there were ten."}, ""},

		// What speaks to the reader.
		{"a newsletter form", `<form><p>Get it by mail.</p><input type="email"><button>Go</button></form>`, nil, "form"},
		{"a newsletter box", `<div class="newsletter-signup"><p>The harbour letter, every Friday. It is free.</p></div>`, nil, "sign-up form"},
		{"a membership banner", `<section class="membership-banner"><p>We have no owner. Join us.</p></section>`, nil, "membership"},
		{"an advertisement's label", `<div>Advertisement</div>`, nil, "advertisement"},
		{"an advertisement's label in Ukrainian", `<p>Реклама</p>`, nil, "advertisement"},
		{"an advertisement", `<div class="ad-slot"><a href="/b">Boots that stay dry</a></div>`, nil, "advertisement"},
		{"share links", `<div>Share Facebook Twitter Email</div>`, nil, "share links"},
		{"words between share links", `<p>Ten boats came home.</p><p>And this.</p>`, []string{"paragraph: Ten boats came home.", "paragraph: And this."}, ""},
		{"a share bar", `<div class="social-share"><span>Tell a friend</span></div>`, nil, "share links"},
		{"a cookie banner", `<div id="cookie-consent"><p>We use cookies. You can refuse them.</p></div>`, nil, "cookie notice"},

		// Sentences that begin like a label, quote a notice, or stand in what is called like a part
		// of the page.
		{"a source who speaks", `<p>Source: the harbour office expects to open the books again in May.</p>`, []string{"paragraph: Source: the harbour office expects to open the books again in May."}, ""},
		{"a source", `<p>Source: Ministry of Ports, Harbour Office of Odesa.</p>`, nil, "source"},
		{"a video that proves", `<p>Video: it was all that the harbour master had to show us.</p>`, []string{"paragraph: Video: it was all that the harbour master had to show us."}, ""},
		{"a video", `<p>Video: Ten Boats Come Home</p>`, nil, "related articles"},
		{"something related", `<p>Related: three more boats were seen off the cape in the night.</p>`, []string{"paragraph: Related: three more boats were seen off the cape in the night."}, ""},
		{"something related, with a link", `<p>Related: <a href="/a">Three more boats were seen off the cape in the night.</a></p>`, nil, "related articles"},
		{"a picture and a sentence", `<p>Photo: a boat of the harbour office comes home at dawn.</p>`, nil, "caption"},
		{"a quoted notice", `<p>The box said “All rights reserved”, and nobody had ever asked for any.</p>`, []string{"paragraph: The box said “All rights reserved”, and nobody had ever asked for any."}, ""},
		{"a notice", `<p>The Harbour Post, 2026. All rights reserved. Nothing may be copied.</p>`, nil, "copyright"},
		{"an opinion", `<div class="comment-article"><p>Nobody should own a harbour, least of all those who never see it.</p></div>`, []string{"paragraph: Nobody should own a harbour, least of all those who never see it."}, ""},
		{"a topic", `<div class="social-housing"><p>The flats stand empty.</p></div><div class="credit-crunch"><p>Nobody lends to boats.</p></div>`, []string{"paragraph: The flats stand empty.", "paragraph: Nobody lends to boats."}, ""},
		{"a part of a part", `<div class="comment-list-item"><p>Nobody should own a harbour, least of all those who never see it.</p></div>`, nil, "comments"},

		// What is about the page.
		{"a list of networks", `<ul><li>Facebook</li><li>Telegram</li><li>Video</li></ul>`, []string{"list_item: Facebook", "list_item: Telegram", "list_item: Video"}, ""},
		{"a heading of one word", `<h3>Search</h3><p>It took a day.</p>`, []string{"heading: Search", "paragraph: It took a day."}, ""},
		{"what was published", `<p>Published 12 novels.</p><p>Data from 2019 show less.</p>`, []string{"paragraph: Published 12 novels.", "paragraph: Data from 2019 show less."}, ""},
		{"a credit", `<p>Photo: Agency</p>`, nil, "caption"},
		{"a credit in Ukrainian", `<p>Фото: Агенція</p>`, nil, "caption"},
		{"a credit with an agency", `<p>Ann Lee via Reuters</p>`, nil, "caption"},
		{"a credit with a library and a year", `<p>Getty Images 2026</p>`, nil, "caption"},
		{"a line that ends with an agency", `<p>The photographer told Reuters</p><h3>Why she sued Getty Images</h3><p>Nobody answered.</p>`, []string{"paragraph: The photographer told Reuters", "heading: Why she sued Getty Images", "paragraph: Nobody answered."}, ""},
		{"a credit in a name", `<div class="photo-credit">Ann Lee</div>`, nil, "caption"},
		{"text in a figure", `<figure><img><div>A boat at dawn.</div></figure>`, nil, "caption"},
		{"when it was changed", `<p>Updated at 10:35 on May 3</p>`, nil, "date, author and tags"},
		{"when it was changed, in Ukrainian", `<p>Оновлено: 3 травня, 10:35</p>`, nil, "date, author and tags"},
		{"how long reading takes", `<div>5 min read</div>`, nil, "date, author and tags"},
		{"that it will change", `<p>This is a developing story and will be updated.</p>`, nil, "update note"},
		{"rights", `<p>© 2026 The Harbour Post. All rights reserved.</p>`, nil, "copyright"},
		{"the number of comments", `<p>12 comments</p>`, nil, "comments"},
		{"footnotes", `<div class="footnotes"><ol><li>Log of 1903.</li></ol></div>`, nil, "footnotes"},
	} {
		t.Run(test.name, func(t *testing.T) {
			blocks, skipped := parse(t, before+test.html+after)
			equal(t, "blocks", blocks[1:len(blocks)-1], test.want...)
			for _, s := range skipped {
				if test.reason != "" && !strings.HasPrefix(s, test.reason+": ") {
					t.Errorf("skipped %q, want the reason %q", s, test.reason)
				}
			}
			if len(skipped) == 0 && test.want == nil {
				t.Error("nothing is said to be skipped")
			}
		})
	}
}

// TestEnds has what stands below a text.
func TestEnds(t *testing.T) {
	const text = `<p>The boats came home at dawn, as they do in every week of the year.</p><p>Nobody in the harbour office would say what they had on board.</p>`
	for _, test := range []struct{ name, html, reason string }{
		{"who the author is", `<p><em>Ann Lee covers the coast. She joined us in 2019.</em></p>`, "about the author"},
		{"about the author, in a box", `<div class="author-bio"><p>Ann has lived by the sea for years. She writes.</p></div>`, "about the author"},
		{"about the author, below a heading", `<h3>About the author</h3><p>She has lived by the sea for years.</p>`, "about the author"},
		{"a note from the author", `<p><strong>Note from the author:</strong></p><p>Hi, this is Ann. Thank you for reading.</p><p>Please think of joining us.</p>`, "note from the author"},
		{"a note in one paragraph", `<p>Note from the author: Thank you for reading.</p>`, "note from the author"},
		{"a note in Ukrainian", `<p>Від авторки:</p><p>Дякую, що дочитали.</p>`, "note from the author"},
		{"a request", `<p>Support our journalism.</p>`, "solicitation"},
		{"a heading over what is not read", `<h2>See also</h2><ul><li><a href="/a">Ten boats</a></li><li><a href="/b">One</a></li></ul>`, "related articles"},
		{"a heading over nothing", `<h2>Gallery of boats</h2><figure><figcaption>A boat</figcaption></figure>`, ""},
		{"a signature", `<p>— Ann Lee</p>`, "about the author"},
		{"another's signature", `<p>— Bo Um Ford</p>`, "about the author"},
		{"the author once more", `<p>By Ann Lee in Odesa</p>`, "about the author"},
	} {
		t.Run(test.name, func(t *testing.T) {
			a := parsePage(t, payloadBy("Ann Lee", text+test.html))
			blocks, skipped := lines(a)
			if len(blocks) != 3 { // with the byline
				t.Errorf("blocks %q", blocks)
			}
			for _, s := range skipped {
				if test.reason != "" && !strings.HasPrefix(s, test.reason+": ") {
					t.Errorf("skipped %q, want the reason %q", s, test.reason)
				}
			}
		})
	}
}

// TestAuthorsInTheText: an author may be written about.
func TestAuthorsInTheText(t *testing.T) {
	for _, text := range []string{
		"Ann Lee is the mother of three, and she spoke against the new harbour on Monday.",
		"Ann Lee was on board when the boats came home, and she saw nothing at all.",
		"Ann Lee has no boat.",
	} {
		a := parsePage(t, payloadBy("Ann Lee", `<p>The boats came home at dawn, as they do in every week of the year.</p><p>`+text+`</p>`))
		blocks, _ := lines(a)
		equal(t, "blocks", blocks[2:], "paragraph: "+text)
	}
	for _, bio := range []string{
		"Ann Lee is an award-winning reporter who lives by the sea.",
		"Ann Lee is a professor of law, and the author of two books about harbours.",
		"Ann Lee has covered the coast since 2019.",
		"Ann Lee — кореспондентка у портах.",
	} {
		a := parsePage(t, payloadBy("Ann Lee", `<p>The boats came home at dawn, as they do in every week of the year.</p><p>`+bio+`</p>`))
		if _, skipped := lines(a); len(skipped) != 1 || skipped[0] != "about the author: "+bio {
			t.Errorf("%q", skipped)
		}
	}
}

// TestNamesThatMeanTheText: what holds much of the text is read whatever its name.
func TestNamesThatMeanTheText(t *testing.T) {
	blocks, _ := parse(t, `<div class="sidebar-left related"><p>The boats came home at dawn, as they do in every week.</p><p>Nobody saw them, and nobody asked what they had on board.</p></div>`)
	if len(blocks) != 2 {
		t.Errorf("blocks %q", blocks)
	}
	blocks, _ = parse(t, `<h2 id="share-prices-and-ads">Share prices and ads</h2><p>They fell.</p>`)
	equal(t, "blocks", blocks, "heading: Share prices and ads", "paragraph: They fell.")
	blocks, _ = parse(t, `<p>He had <span class="author">no name</span> to speak of.</p>`)
	equal(t, "blocks", blocks, "paragraph: He had no name to speak of.")
}

func TestANoteMayOpenAnArticle(t *testing.T) {
	blocks, _ := parse(t, `<p>A note to readers:</p><p>We were wrong about the boats.</p><p>They came home at noon, and everybody saw them.</p><p>There were ten of them.</p>`)
	equal(t, "blocks", blocks, "paragraph: They came home at noon, and everybody saw them.", "paragraph: There were ten of them.")
}
