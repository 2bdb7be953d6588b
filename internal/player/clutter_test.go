package player_test

import (
	"fmt"
	"html"
	"regexp"
	"strings"
)

// clutter is what pages repeat of an article's texts: outside of it, and between its paragraphs.
// The texts are HTML. hidden copies are for print, for other devices and for search engines.
type clutter func(w *writer, copies copies) string

// copies are texts of an article, as HTML without attributes.
type copies struct{ title, first, last, any, sentence, heading, name, whole string }

// copies returns what an article of HTML has by now. whole is the article without what tells its
// segments.
func (w *writer) copies(article string) copies {
	paragraph := func(role string, from int) string {
		for i := range w.segments {
			if s := w.segments[(from+i)%len(w.segments)]; s.Role == role {
				return html.EscapeString(s.Text)
			}
		}
		return ""
	}
	at := w.rand.IntN(len(w.segments))
	c := copies{title: paragraph("headline", 0), first: paragraph("paragraph", 0), any: paragraph("paragraph", at), heading: paragraph("heading", 0), name: paragraph("byline", 0)}
	c.last = html.EscapeString(w.segments[len(w.segments)-1].Text)
	c.sentence = html.EscapeString(w.pick(w.segments[at].Sentences))
	c.whole = truth.ReplaceAllString(article, "")
	return c
}

var truth = regexp.MustCompile(` data-truth="\d+"`)

// before stands above an article, after below it, between in its text.
var (
	before = []clutter{
		func(w *writer, c copies) string {
			return `<ol class="crumbs"><li><a href="/">News</a></li><li>` + c.title + `</li></ol>`
		},
		func(w *writer, c copies) string {
			return `<div class="sticky"><span>` + c.title + `</span><button>Share</button></div>`
		},
		func(w *writer, c copies) string { return `<h1 style="display:none">` + c.title + `</h1>` },
		func(w *writer, c copies) string {
			return `<div class="top"><article class="card"><h2><a href="#">` + c.title + `</a></h2><p>` + c.first + `</p></article></div>`
		},
		func(w *writer, c copies) string {
			return `<ul class="key-points"><li>` + c.sentence + `</li><li>` + c.any + `</li></ul>`
		},
		func(w *writer, c copies) string {
			return `<div class="toc"><ul><li><a href="#">` + c.heading + `</a></li></ul></div>`
		},
		func(w *writer, c copies) string { return `<div class="preview"><p>` + c.first + `</p></div>` },
		func(w *writer, c copies) string {
			return `<div class="print" style="display:none">` + c.whole + `</div>`
		},
		func(w *writer, c copies) string {
			return `<aside class="summary"><h2>` + w.More + `</h2><p>` + c.any + `</p></aside>`
		},
	}
	after = []clutter{
		func(w *writer, c copies) string {
			return `<section class="comments"><ol><li><b>` + w.pick(w.Names) + `</b><blockquote><p>` + c.any + `</p></blockquote><p>` + w.pick(w.Short) + `</p></li><li><p>` + c.last + `</p></li></ol></section>`
		},
		func(w *writer, c copies) string { return `<amp-story hidden>` + c.whole + `</amp-story>` },
		func(w *writer, c copies) string {
			return `<div class="cards"><article class="card"><h3>` + c.title + `</h3><p>` + c.first + `</p><span>` + c.name + `</span></article><article class="card"><h3>` + html.EscapeString(w.fill(w.pick(w.Headlines))) + `</h3><p>` + html.EscapeString(w.fill(w.pick(w.Sentences))) + `</p></article></div>`
		},
		func(w *writer, c copies) string {
			return `<div class="author"><h3>` + c.name + `</h3><p>` + w.pick(w.Short) + `</p></div>`
		},
		func(w *writer, c copies) string {
			return `<div class="share"><p>` + c.title + `</p><textarea>` + c.title + `</textarea></div>`
		},
		func(w *writer, c copies) string {
			return `<main class="next"><h1>` + html.EscapeString(w.fill(w.pick(w.Headlines))) + `</h1><p>` + html.EscapeString(w.fill(w.pick(w.Sentences))) + `</p><p>` + c.last + `</p></main>`
		},
		func(w *writer, c copies) string {
			return `<footer><h2>` + c.title + `</h2><p>` + c.sentence + `</p></footer>`
		},
	}
	between = []clutter{
		func(w *writer, c copies) string { return `<aside class="pull"><p>` + c.any + `</p></aside>` },
		func(w *writer, c copies) string {
			return `<figure class="pullquote"><blockquote><p>` + c.last + `</p></blockquote></figure>`
		},
		func(w *writer, c copies) string { return `<div class="ad"><span>` + w.pick(w.Ads) + `</span></div>` },
		func(w *writer, c copies) string {
			return `<figure><img alt=""><figcaption>` + c.sentence + `</figcaption></figure>`
		},
		func(w *writer, c copies) string { return `<p class="print" style="display:none">` + c.last + `</p>` },
		func(w *writer, c copies) string { return `<div hidden><p>` + c.any + `</p></div>` },
		func(w *writer, c copies) string { return `<p class="more"><a href="#">` + c.title + `</a></p>` },
		func(w *writer, c copies) string {
			return `<div class="letter"><h4>` + w.More + `</h4><p>` + w.pick(w.Ads) + `</p><form><input><button>OK</button></form></div>`
		},
		func(w *writer, c copies) string { return `<div class="quote"><p>` + c.last + `</p></div>` },
	}
)

// some returns pieces of clutter, each with a chance of one in n.
func (w *writer) clutter(of []clutter, n int, article string) string {
	var b strings.Builder
	for _, piece := range of {
		if w.rand.IntN(n) == 0 {
			fmt.Fprint(&b, piece(w, w.copies(article)))
		}
	}
	return b.String()
}
