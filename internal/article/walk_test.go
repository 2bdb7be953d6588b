package article_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/article"
)

// parse reads a public fragment and returns blocks as "role: text" and what is skipped as "reason:
// text".
func parse(t *testing.T, html string) (blocks, skipped []string) {
	t.Helper()
	a, err := article.Parse(article.Payload{HTML: html, Visibility: "public"}, article.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return lines(a)
}

func lines(a article.Article) (blocks, skipped []string) {
	for _, b := range a.Blocks {
		blocks = append(blocks, string(b.Role)+": "+b.Text)
	}
	for _, s := range a.Skipped {
		skipped = append(skipped, s.Reason+": "+s.Text)
	}
	return blocks, skipped
}

func equal(t *testing.T, what string, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s:\n got  %q\n want %q", what, got, want)
	}
}

func TestBlocks(t *testing.T) {
	for _, test := range []struct {
		name, html string
		want       []string
	}{
		{"paragraphs", `<p>One.</p><p>Two.</p>`, []string{"paragraph: One.", "paragraph: Two."}},
		{"text in the root", `One.<p>Two.</p>Three.`, []string{"paragraph: One.", "paragraph: Two.", "paragraph: Three."}},
		{"text in a div beside paragraphs", `<div>One.<p>Two.</p></div>`, []string{"paragraph: One.", "paragraph: Two."}},
		{"headings", `<h2>A</h2><p>b</p><h6>C</h6><p>d</p>`, []string{"heading: A", "paragraph: b", "heading: C", "paragraph: d"}},
		{"inline elements", `<p>a<b>b</b><em>c</em> <a href="x">d</a><code>e</code><span>f</span><x-y>g</x-y><s>h</s><ins>i</ins></p>`, []string{"paragraph: abc defghi"}},
		{"deleted text", `<p>It was <del>ten</del><ins>twelve</ins>.</p>`, []string{"paragraph: It was twelve."}},
		{"a link around blocks", `<a href="x"><p>One.</p><p>Two.</p></a>`, []string{"paragraph: One.", "paragraph: Two."}},
		{"a line break is a space", `<p>One<br>two</p>`, []string{"paragraph: One two"}},
		{"two line breaks part paragraphs", `<p>One<br> <br/>two</p>`, []string{"paragraph: One", "paragraph: two"}},
		{"nested lists", `<ul><li>A<ul><li>B</li></ul>C</li></ul>`, []string{"list_item: A", "list_item: B", "list_item: C"}},
		{"paragraphs in a list item", `<ol><li><p>A</p><p>B</p></li></ol>`, []string{"list_item: A", "list_item: B"}},
		{"a definition list", `<dl><dt>A</dt><dd>B</dd></dl>`, []string{"list_item: A", "list_item: B"}},
		{"a quote's paragraphs", `<blockquote><p>A</p><p>B</p><footer>C</footer></blockquote>`, []string{"quote: A", "quote: B", "quote: C"}},
		{"a list in a quote", `<blockquote>A<ul><li>B</li></ul>C</blockquote>`, []string{"quote: A", "list_item: B", "quote: C"}},
		{"a layout table", `<table><tr><td><p>A</p></td></tr><tr><td>B</td></tr></table>`, []string{"paragraph: A", "paragraph: B"}},
		{"details", `<details><summary>A</summary><p>B</p></details>`, []string{"paragraph: A", "paragraph: B"}},
		{"white space", "<p>\n a\u00a0 b\t<b> c</b>\n</p>", []string{"paragraph: a b c"}},
		{"exponents and indices", `<p>10<sup>2</sup>, 10<sup>-3</sup>, CO<sub>2</sub>, 1<sup>st</sup></p>`, []string{"paragraph: 10², 10⁻³, CO2, 1st"}},
		{"a comment in a word", `<p>so<!-- not -->me</p>`, []string{"paragraph: some"}},
		{"no end tags", `<p>One<p>Two<ul><li>A<li>B`, []string{"paragraph: One", "paragraph: Two", "list_item: A", "list_item: B"}},
		{"an h1 that opens the text is the headline", `<h1>A</h1><p>b</p>`, []string{"headline: A", "paragraph: b"}},
		{"an h1 later on is a heading", `<p>b</p><h1>A</h1><p>c</p>`, []string{"paragraph: b", "heading: A", "paragraph: c"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			blocks, _ := parse(t, test.html)
			equal(t, "blocks", blocks, test.want...)
		})
	}
}

func TestSkipped(t *testing.T) {
	for _, test := range []struct{ html, want string }{
		{`<figure><img alt="x"><figcaption>A <b>b</b></figcaption></figure>`, "caption: A b"},
		{`<figure class="wp-block-image"><img><figcaption class="wp-element-caption">A</figcaption></figure>`, "caption: A"},
		{`<div class="kg-card kg-bookmark-card"><p>A</p></div>`, "bookmark card: A"},
		{`<div class="kg-card kg-transistor-card"><p>A</p></div>`, "unknown card: A"},
		{`<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">https://example.org/v</div></figure>`, "embed: https://example.org/v"},
		{`<div class="wp-block-buttons"><a>A</a></div>`, "button: A"},
		{`<ul class="wp-block-navigation__container"><li>A</li></ul>`, "navigation: A"},
		{`<ol class="wp-block-footnotes"><li>A</li></ol>`, "footnotes: A"},
		{`<div class="footnotes" role="doc-endnotes"><p>A</p></div>`, "footnotes: A"},
		{`<nav>A</nav>`, "navigation: A"},
		{`<aside><p>A</p></aside>`, "aside: A"},
		{`<footer>A</footer>`, "page footer: A"},
		{`<form><label>A</label><input></form>`, "form: A"},
		{`<button>A</button>`, "button: A"},
		{`<pre>A</pre>`, "code: A"},
		{`<div hidden>A</div>`, "hidden: A"},
		{`<p aria-hidden="true">A</p>`, "hidden: A"},
		{`<p style="color:red; DISPLAY: none">A</p>`, "hidden: A"},
		{`<p style="display:none">A</p>`, "hidden: A"},
		{`<table><tr><td>A</td><td>B</td></tr></table>`, "table: A B"},
		{`<video>A</video>`, "video player: A"},
		{`<math><mi>A</mi></math>`, "formula: A"},
		{`<p>* * *</p>`, "nothing to say: * * *"},
		{`<p>—</p>`, "nothing to say: —"},
		{`<p>This audio is created with AI assistance</p>`, "AI audio label: This audio is created with AI assistance"},
		{`<!--kg-card-begin: html--><p>A</p><!--kg-card-end: html-->`, "HTML card: A"},
	} {
		t.Run(test.want, func(t *testing.T) {
			blocks, skipped := parse(t, `<p>Before.</p>`+test.html+`<p>After.</p>`)
			equal(t, "blocks", blocks, "paragraph: Before.", "paragraph: After.")
			equal(t, "skipped", skipped, test.want)
		})
	}
}

func TestSkippedWithoutTextLeavesNoTrace(t *testing.T) {
	blocks, skipped := parse(t, `<p>a</p><figure class="kg-card kg-image-card"><img alt="b"></figure><script>c()</script><style>d{}</style>`+
		`<noscript><p>e</p></noscript><svg><title>f</title></svg><template><p>g</p></template><iframe>h</iframe><p></p><hr>`)
	equal(t, "blocks", blocks, "paragraph: a")
	equal(t, "skipped", skipped)
}

func TestSkippedTextIsCut(t *testing.T) {
	_, skipped := parse(t, `<p>a</p><aside>`+strings.Repeat("їжак ", 100)+`</aside>`)
	text := []rune(strings.TrimPrefix(skipped[0], "aside: "))
	if len(text) > 300 || text[len(text)-1] != '…' {
		t.Errorf("got %d code points, the last %q; want at most 300 and an ellipsis", len(text), text[len(text)-1])
	}
}

func TestFootnoteMarks(t *testing.T) {
	for _, test := range []struct{ html, want string }{
		{`word<sup class="footnote-ref"><a href="#fn1">[1]</a></sup>`, "word"},
		{`word<sup>[12]</sup>`, "word"},
		{`word<sup>¹</sup>`, "word"},
		{`word<sup>*</sup>`, "word"},
		{`word<sup data-fn="ab-1"><a href="#ab-1">1</a></sup>`, "word"},
		{`word<sup><a href="#_ftn3">3</a></sup>`, "word"},
		{`word.<sup>3</sup>`, "word."},
		{`"word."<sup>3</sup>`, `"word."`},
		{`km<sup>2</sup>`, "km²"},
		{`the 2<sup>nd</sup>`, "the 2nd"},
		{`E = mc<sup>2</sup>`, "E = mc²"},
		{`R<sup>2</sup> and 10<sup>−6</sup> and a<sup>n</sup>`, "R² and 10⁻⁶ and aⁿ"},
		{`<sup>137</sup>Cs, U<sup>235</sup>, <sup>90</sup>Sr and Fe<sup>3+</sup>`, "¹³⁷Cs, U²³⁵, ⁹⁰Sr and Fe³⁺"},
		{`18 км<sup>3</sup> and 5 m/s<sup>2</sup>`, "18 км³ and 5 m/s²"},
		{`one word<sup>7</sup> more`, "one word more"},
		{`one word<sup>2,3</sup> more<sup>4–6</sup>, and<sup>(7)</sup> words.<sup>a</sup>`, "one word more, and words."},
		{`le XIX<sup>e</sup> siècle, M<sup>me</sup> Roe`, "le XIXe siècle, Mme Roe"},
		{`word<a class="footnote-anchor" href="#footnote-1">1</a> more`, "word more"},
		{`word<a href="https://boats.example/p/tides#footnote-2-818">2</a> more`, "word more"},
		{`word<a href="#fn3">3</a> more<sub><a href="#n4">4</a></sub>`, "word more"},
		{`see <a href="#part-2">2</a> more`, "see 2 more"},
		{`H<sub>2</sub>O`, "H2O"},
	} {
		t.Run(test.html, func(t *testing.T) {
			blocks, _ := parse(t, "<p>"+test.html+"</p>")
			equal(t, "blocks", blocks, "paragraph: "+test.want)
		})
	}
}
