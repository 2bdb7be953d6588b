package article_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/article"
)

// filler are paragraphs of about a hundred characters, no two alike.
func filler(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "<p>On day %d the pilot boat went out at five, met nobody, and came back with the same two men in it.</p>", i+1)
	}
	return b.String()
}

// TestParagraphsAroundTheText: a paragraph is read wherever between the headline and the end of the
// article it stands, however short it is and however much text there is.
func TestParagraphsAroundTheText(t *testing.T) {
	const headline = `<h1>Pilot boat meets nobody</h1>`
	shapes := map[string]string{
		"in a header":                   `<article><header>` + headline + `<p>@</p></header><div class="t">#</div></article>`,
		"a paragraph of a lead":         `<article>` + headline + `<p class="lead">@</p><div class="t">#</div></article>`,
		"a box of a lead":               `<article>` + headline + `<div class="lead">@</div><div class="t">#</div></article>`,
		"a paragraph in a box":          `<article>` + headline + `<div class="intro"><p>@</p></div><div class="t">#</div></article>`,
		"a bare paragraph":              `<article>` + headline + `<p>@</p><div class="t">#</div></article>`,
		"bare, without an article":      `<div class="page">` + headline + `<p>@</p><div class="t">#</div></div>`,
		"bold, in a line of its own":    `<article>` + headline + `<b>@</b><div class="t">#</div></article>`,
		"behind a picture and a byline": `<article>` + headline + `<div class="by">By Ann Lee</div><div><img src="x"><span>The boat</span></div><p>@</p><div class="t">#</div></article>`,
		"in a box with a date":          `<article><div class="head"><time>4 March</time> ` + headline + `</div><div class="o-head"><span>4 March 2026</span><div class="intro"><p>@</p></div></div><div class="t">#</div></article>`,
		"bold, in a paragraph":          `<article>` + headline + `<div class="u"><strong><p class="d">@</p></strong></div><div class="t">#</div></article>`,
		"promoted, as Drupal says":      `<div class="cmp"><p>We and our partners store cookies. You may choose which of them we set on your device, and change it later.</p></div><article class="node node--promoted">` + headline + `<p>@</p><div class="t">#</div></article>`,
		"above a theme's text":          `<article>` + headline + `<p>@</p><div class="entry-content">#</div></article>`,
		"below the text":                `<article>` + headline + `<div class="t">#</div><div class="u"><p>@</p></div></article>`,
		"below the text, bare":          `<article>` + headline + `<div class="t">#</div><p>@</p></article>`,
		"between two parts":             `<article>` + headline + `<div class="t">#</div><p>@</p><div class="t"><p>The harbour master has asked for a second boat, so that the first one has somebody to meet.</p><p>He is told that there is no money for it, as there was none in any of the last eleven years.</p></div></article>`,
		"a block as all others":         `<article>` + headline + strings.ReplaceAll(`#<p>@</p>`, "<p>", `<div data-component="text"><p>`) + `</article>`,
	}
	for name, shape := range shapes {
		for _, text := range []string{"The pilot has quit.", "The pilot has quit, says his wife, who knows.", "The pilot has <b>quit</b>,<a href='/x'> his wife says</a>, over a letter from the harbour office on Monday."} {
			for _, paragraphs := range []int{3, 12} {
				t.Run(fmt.Sprintf("%s, %d letters, %d paragraphs", name, len(text), paragraphs), func(t *testing.T) {
					page := strings.NewReplacer("@", text, "#", filler(paragraphs)).Replace(shape)
					page = strings.ReplaceAll(page, "</p><div data-component", "</p></div><div data-component")
					blocks, _ := lines(parsePage(t, article.Payload{HTML: asPage(page)}))
					want := "paragraph: " + plain(text)
					if !slices.Contains(blocks, want) || len(blocks) < paragraphs+2 {
						t.Errorf("not read: %s\n%q", want, blocks)
					}
				})
			}
		}
	}
}

func plain(s string) string {
	return strings.NewReplacer("<b>", "", "</b>", "", "<a href='/x'>", "", "</a>", "").Replace(s)
}

func TestHeadingBelowTheHeadlineIsTheStandfirst(t *testing.T) {
	page := `<article><h1>Pilot boat meets nobody</h1><h2>The harbour office calls it a good year for everyone</h2><div class="t">` + filler(5) + `</div></article>`
	blocks, _ := lines(parsePage(t, article.Payload{Title: "Pilot boat meets nobody", HTML: asPage(page)}))
	if len(blocks) != 7 || blocks[1] != "standfirst: The harbour office calls it a good year for everyone" {
		t.Errorf("%q", blocks)
	}
}

// TestWhatIsAroundTheText has what stands in the same places and is no text.
func TestWhatIsAroundTheText(t *testing.T) {
	for _, test := range []struct{ above, below string }{
		{above: `<div>Ann Lee</div><div>Shipping correspondent</div>`},
		{above: `<div>Published 3 May 2026, 10:00</div>`},
		{above: `<p>By Ann Lee in the harbour</p>`},
		{above: `<div><img src="x"><div>The pilot boat at the quay in May (Agency)</div></div>`},
		{above: `<div class="newsletter"><p>Our harbour letter comes on Fridays.</p></div>`},
		{above: `<div><a href="/a">The other boat in this harbour also meets nobody.</a></div>`},
		{below: `<div class="x"><p>Support our reporting with a coin.</p></div>`},
		{below: `<div class="x"><p>Ann Lee is a reporter in the harbour.</p></div>`},
		{below: `<div class="x"><a href="/a">Next</a><p>The other boat met a seal.</p><p>Nobody minds.</p></div>`},
		{below: `<div class="x"><h3>Boats</h3><p>The other boat met a seal.</p></div>`},
		{below: `<div>Boats</div><div>Harbour</div>`},
	} {
		page := `<article><h1>Pilot boat meets nobody</h1>` + test.above + `<div class="t">` + filler(6) + `</div>` + test.below + `</article>`
		blocks, _ := lines(parsePage(t, article.Payload{Title: "Pilot boat meets nobody", Byline: []string{"Ann Lee"}, HTML: asPage(page)}))
		if len(blocks) != 8 {
			t.Errorf("%s%s: %q", test.above, test.below, blocks)
		}
	}
}

// TestEndsWithText: a heading, a number of likes and a date below a text or a lede are no text.
func TestEndsWithText(t *testing.T) {
	text := filler(2)
	page := asPage("<article><h1>Pilot boat meets nobody</h1>" + strings.Replace(text, "</p>", "</p><p>04.03.2026</p>", 1) + "<p>14</p><h3>More of the harbour</h3><p>0</p></article>")
	blocks, _ := lines(parsePage(t, article.Payload{HTML: page}))
	if len(blocks) != 3 {
		t.Errorf("read %q", blocks)
	}
}
