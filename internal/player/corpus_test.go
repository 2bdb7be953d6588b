package player_test

import (
	"encoding/json"
	"fmt"
	"html"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
)

// phrases is what articles of a language are made of. {name}, {place} and {n} are filled in.
type phrases struct {
	Direction, By, More, Caption                    string
	Names, Places, Headlines, Standfirsts, Headings []string
	Sentences, Short, Ads                           []string
}

// corpusPage is an article's page in the shape of a theme. Elements with data-truth="i" hold the
// segment i.
type corpusPage struct {
	Theme, Language, Direction string
	HTML                       string
	Segments                   []corpusSegment
}

type corpusSegment struct {
	Role      string   `json:"role"`
	Text      string   `json:"text"`
	Sentences []string `json:"sentences"`
}

// corpus makes pages in every theme, ten each, always the same ones of a seed.
func corpus(t testing.TB, seed uint64) (pages []corpusPage) {
	t.Helper()
	text, err := testdata.ReadFile("testdata/corpus.json")
	if err != nil {
		t.Fatal(err)
	}
	var all map[string]phrases
	if err := json.Unmarshal(text, &all); err != nil {
		t.Fatal(err)
	}
	for i, theme := range themes {
		for j, language := range []string{"en", "uk", "ar", "en", "uk", "en", "ar", "en", "uk", "en"} {
			w := &writer{phrases: all[language], rand: rand.New(rand.NewPCG(seed, uint64(100*i+j)))}
			page := corpusPage{Theme: theme.name, Language: language, Direction: w.Direction}
			page.HTML = theme.page(w)
			page.Segments = w.segments
			pages = append(pages, page)
		}
	}
	return pages
}

// writer writes one article: what is read of it, and how its page has that.
type writer struct {
	phrases
	rand     *rand.Rand
	segments []corpusSegment
}

func (w *writer) pick(of []string) string { return of[w.rand.IntN(len(of))] }

func (w *writer) fill(text string) string {
	return strings.NewReplacer("{name}", w.pick(w.Names), "{place}", w.pick(w.Places), "{n}", fmt.Sprint(2+w.rand.IntN(90))).Replace(text)
}

// some returns sentences of a paragraph, now and then a short one alone.
func (w *writer) some() (sentences []string) {
	if w.rand.IntN(6) == 0 {
		return []string{w.pick(w.Short)}
	}
	for range 1 + w.rand.IntN(3) {
		sentences = append(sentences, w.fill(w.pick(w.Sentences)))
	}
	if w.rand.IntN(3) == 0 {
		sentences = append(sentences, w.pick(w.Short))
	}
	return sentences
}

// block adds a segment and returns it as an element of the page.
func (w *writer) block(role, tag string, sentences ...string) string {
	i := len(w.segments)
	w.segments = append(w.segments, corpusSegment{role, strings.Join(sentences, " "), sentences})
	return fmt.Sprintf(`<%s data-truth="%d">%s</%s>`, tag, i, w.typeset(strings.Join(sentences, " ")), strings.Fields(tag)[0])
}

func (w *writer) headline(tag string) string {
	return w.block("headline", tag, w.fill(w.pick(w.Headlines)))
}

// byline is said with "By"; pages have that, or not, or the name in a link.
func (w *writer) byline(format string) string {
	i, name := len(w.segments), w.pick(w.Names)
	w.segments = append(w.segments, corpusSegment{"byline", w.By + name, []string{w.By + name}})
	return fmt.Sprintf(`<span data-truth="%d">`+format+`</span>`, i, name)
}

func (w *writer) standfirst(tag string) string {
	return w.block("standfirst", tag, w.fill(w.pick(w.Standfirsts)))
}

var word = regexp.MustCompile(`\pL{6,}`)

// typeset does to a text what editors, CMSs and themes do: quotes, dashes, hard and thin spaces,
// soft hyphens, ligatures, and markup inside of words.
func (w *writer) typeset(text string) string {
	text = html.EscapeString(text)
	swap := func(chance int, old, with string) {
		if w.rand.IntN(chance) == 0 {
			text = strings.ReplaceAll(text, old, with)
		}
	}
	swap(2, "“", "&quot;")
	swap(2, "”", "&quot;")
	swap(2, "’", "&#39;")
	swap(2, " – ", " — ")
	swap(3, " — ", "—")
	swap(3, "fi", "ﬁ")
	swap(4, " ", "\n\t")
	n := 0
	return word.ReplaceAllStringFunc(text, func(s string) string {
		r, at := []rune(s), 3
		if n++; n > 6 {
			return s
		}
		a, b := string(r[:at]), string(r[at:])
		switch w.rand.IntN(9) {
		case 0:
			return a + "&shy;" + b
		case 1:
			return `<a href="#x">` + s + `</a>`
		case 2:
			return `<em>` + a + `</em>` + b
		case 3:
			return a + "<wbr>" + b
		case 4:
			return s + `&nbsp;`
		case 5:
			return `<strong><span class="name">` + a + `&#8203;` + b + `</span></strong>`
		case 6:
			return s + `<sup><a href="#n">` + fmt.Sprint(n) + `</a></sup>`
		}
		return s
	})
}

// body is paragraphs, headings, lists and quotes, with what stands between them on pages. wrap puts
// a paragraph's element into others.
func (w *writer) body(paragraphs int, wrap func(string) string) string {
	var b strings.Builder
	for i := range paragraphs {
		b.WriteString(wrap(w.block("paragraph", "p", w.some()...)))
		b.WriteString(w.clutter(between, 30, ""))
		switch w.rand.IntN(7) {
		case 0:
			b.WriteString(w.block("heading", "h2", w.fill(w.pick(w.Headings))))
		case 1:
			fmt.Fprintf(&b, `<figure><div class="picture"></div><figcaption>%s</figcaption></figure>`, w.fill(w.Caption))
		case 2:
			fmt.Fprintf(&b, `<div class="ad"><p>%s</p></div>`, w.pick(w.Ads))
		case 3:
			fmt.Fprintf(&b, `<div class="more"><b>%s</b><p>%s</p></div>`, w.More, w.pick(w.segments[len(w.segments)-1].Sentences))
		case 4:
			fmt.Fprintf(&b, `<aside class="pull"><p>%s</p></aside>`, w.pick(w.segments[w.rand.IntN(len(w.segments))].Sentences))
		case 5:
			if i > 1 {
				b.WriteString(w.block("quote", "blockquote", w.fill(w.pick(w.Sentences))))
			}
		}
	}
	return b.String()
}

func (w *writer) list(items int) string {
	var b strings.Builder
	b.WriteString("<ul>")
	for range items {
		sentence := w.fill(w.pick(w.Sentences))
		if w.rand.IntN(3) == 0 {
			sentence = w.pick(w.Short)
		}
		b.WriteString(w.block("list_item", "li", sentence))
	}
	return b.String() + "</ul>"
}

// around is what pages have before and behind an article, where its title stands again.
func (w *writer) around(article string) string {
	title := html.EscapeString(w.segments[0].Text)
	other := func() string { return html.EscapeString(w.fill(w.pick(w.Headlines))) }
	return fmt.Sprintf(`<div class="ticker">%[1]s</div><div class="strip"><p>%[1]s</p><p>%[2]s</p></div><nav><a href="#">%[1]s</a></nav>
%[7]s<main>%[3]s</main>%[8]s
<section class="related"><div><h3>%[1]s</h3><p>%[4]s</p></div><div><h3>%[2]s</h3><p>%[5]s</p></div></section>
<form><label>%[6]s<input></label><button>%[6]s</button></form><footer><p>%[6]s</p></footer>`,
		title, other(), article, html.EscapeString(w.segments[len(w.segments)-1].Text), w.pick(w.Short), w.pick(w.Ads), w.clutter(before, 4, article), w.clutter(after, 4, article))
}

func same(s string) string { return s }

// themes are the shapes of pages.
var themes = []struct {
	name string
	page func(*writer) string
}{
	{"Ghost Casper", func(w *writer) string {
		head := `<header class="article-header">` + w.headline(`h1 class="article-title"`)
		name := w.byline(`<a href="#">%s</a>`)
		return w.around(`<article>` + head + w.standfirst("p") + `<h4 class="author-name">` + name + `</h4><time>20 Nov 2026</time> <span>3 min</span></header>
<section class="gh-content">` + w.body(12, same) + `</section></article>`)
	}},
	{"Ghost Source", func(w *writer) string {
		head, name := w.headline("h1"), w.byline(w.By+`%s`)
		return w.around(`<article><header><a href="#">News</a>` + head + w.standfirst("p") + `<div class="meta"><h4>` + name + `</h4><div>20 Nov 2026 — 4 min</div></div>
<figure><figcaption>` + w.fill(w.Caption) + `</figcaption></figure></header><section class="gh-content">` + w.body(10, same) + w.list(3) + w.body(3, same) + `</section></article>`)
	}},
	{"WordPress classic", func(w *writer) string {
		return w.around(`<article><header>` + w.headline(`h1 class="entry-title"`) + `<div class="entry-meta">20.11.2026 | ` + w.byline(`<a href="#">%s</a>`) + `</div></header>
<div class="entry-content">` + w.body(11, same) + `</div><div class="sharedaddy"><h3>Share</h3></div></article>`)
	}},
	{"WordPress blocks", func(w *writer) string {
		return w.around(`<div class="wp-block-group">` + w.headline(`h1 class="wp-block-post-title"`) + `</div><div class="wp-block-post-author"><p>` + w.byline("%s") + `</p></div>
<div class="entry-content wp-block-post-content">` + w.body(4, same) + `<div class="wp-block-columns"><div class="wp-block-column">` + w.body(3, same) + `</div><div class="wp-block-column">` + w.body(3, same) + `</div></div></div>`)
	}},
	{"plain", func(w *writer) string {
		return w.around(w.headline("h1") + `<p>` + w.byline("%s") + `</p>` + w.body(9, same))
	}},
	{"lines", func(w *writer) string {
		inline := func(s string) string {
			return strings.NewReplacer("<p ", "<span ", "</p>", "</span><br><br>").Replace(s)
		}
		return w.around(w.headline("h1") + `<div>` + w.byline("%s") + `<br>` + w.body(9, inline) + `</div>`)
	}},
	{"lists", func(w *writer) string {
		return w.around(w.headline("h1") + `<p class="by">` + w.byline("%s") + `</p>` + w.standfirst("p") + w.body(2, same) + w.list(9) + w.body(2, same) + w.list(7) + w.body(1, same))
	}},
	{"interview", func(w *writer) string {
		talk := func() (s string) {
			for range 7 {
				s += w.block("paragraph", "p", w.fill(w.pick(w.Sentences))) + w.block("paragraph", "p", w.pick(w.Short)) + w.block("quote", "blockquote", w.some()...)
			}
			return s
		}
		return w.around(w.headline("h1") + w.standfirst("div") + `<address>` + w.byline("%s") + `</address><article>` + talk() + `</article>`)
	}},
	{"drop caps", func(w *writer) string {
		capital := regexp.MustCompile(`^(<p [^>]*>)(\pL)`)
		drop := func(s string) string {
			return capital.ReplaceAllString(s, `$1<span style="float:left;font-size:3em">$2</span>`)
		}
		return w.around(`<h1>` + w.headline("span") + `</h1><div class="byline">` + w.byline("%s") + `</div>` +
			`<div class="columns">` + w.body(5, drop) + `</div><hr><div class="columns">` + w.body(5, drop) + `</div>`)
	}},
	{"components", func(w *writer) string {
		boxed := func(s string) string { return `<div data-component="text"><div><div>` + s + `</div></div></div>` }
		return w.around(`<div data-component="head">` + w.headline("h1") + `</div><div data-component="by"><div><span>` + w.byline("%s") + `</span></div></div>` + w.body(12, boxed))
	}},
}
