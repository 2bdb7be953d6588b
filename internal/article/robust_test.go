package article_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/article"
)

func asPage(body string) string {
	return "<!doctype html><html><head><title>T</title></head><body>" + body + "</body></html>"
}

// TestHugeArticles: what is large is read in time and memory that grow with it, or refused with an
// error that says why.
func TestHugeArticles(t *testing.T) {
	const sentence = "The boats came home late, and nobody saw them. "
	paragraph := strings.Repeat(sentence, 1<<20/len(sentence))
	word := strings.Repeat("a", 10<<20)
	for _, test := range []struct {
		name, html string
		blocks     int
	}{
		{"a paragraph of 1 MB", "<p>" + paragraph, 1},
		{"a page with a paragraph of 1 MB", asPage("<div><p>" + paragraph + "</p></div>"), 2},
		{"a word of 10 MB", "<p>" + word, 1},
		{"a page with a word of 1 MB", asPage("<p>" + word[:1<<20]), 2},
		{"4,000 paragraphs", strings.Repeat("<p>"+sentence, 4_000), 4_000},
		{"a page of 4,000 paragraphs, which differ", asPage(numbered("<p>", sentence, 4_000)), 4_001},
		{"4,000 quotes that repeat nothing", "<p>" + sentence + strings.ReplaceAll(numbered("<blockquote>", "The quick brown fox jumps.@", 4_000), "@", "</blockquote>"), 4_001},
		{"4,000 labels", strings.Repeat("<p>Read more:</p>", 4_000) + "<p>a</p>", 1},
		{"4,000 headings that are labels", strings.Repeat("<h2>Related</h2>", 4_000) + "<p>a</p>", 4_001},
		{"4,000 elements in a line", "<p>" + strings.Repeat("<span>a <b>b</b></span>", 4_000), 1},
		{"500 boxes in each other", strings.Repeat("<div class=kg-callout-card>", 500) + paragraph, 1},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			a, err := article.Parse(article.Payload{HTML: test.html, Visibility: "public"}, article.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if len(a.Blocks) != test.blocks {
				t.Errorf("%d blocks, want %d", len(a.Blocks), test.blocks)
			}
		})
	}
}

// numbered is n paragraphs that differ.
func numbered(tag, text string, n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(tag + "Item " + strings.Repeat("I", i%7) + string(rune('a'+i%26)) + string(rune('a'+i/26%26)) + string(rune('a'+i/676%26)) + ". " + text)
	}
	return b.String()
}

func TestTooDeep(t *testing.T) {
	for name, html := range map[string]string{
		"a fragment": strings.Repeat("<div>", 100_000) + "a",
		"a page":     asPage(strings.Repeat("<div>", 100_000) + "a"),
		"links":      strings.Repeat("<b><i><a href=x>", 100_000) + "a",
		"tables":     asPage(strings.Repeat("<table><tr><td>", 100_000) + "a"),
	} {
		t.Run(name, func(t *testing.T) {
			_, err := article.Parse(article.Payload{HTML: html}, article.Options{})
			if err == nil || !strings.Contains(err.Error(), "512") {
				t.Errorf("got %v, want an error that names the limit", err)
			}
		})
	}
}

func TestOddText(t *testing.T) {
	for _, test := range []struct{ name, html, want string }{
		{"broken UTF-8", "a\xff\xfeb \xc3(", "a\ufffd\ufffdb \ufffd("},
		{"a surrogate in UTF-8", "a\xed\xa0\x80b", "a\ufffd\ufffd\ufffdb"},
		{"Chinese", "船只在黎明时分回家。没有人看见它们。", "船只在黎明时分回家。没有人看见它们。"},
		{"Japanese with reading aids", "<ruby>船<rt>ふね</rt></ruby>が帰る。", "船が帰る。"},
		{"Hebrew with direction marks", "\u200fהסירות \u202bחזרו\u202c עם שחר.\u200e", "הסירות חזרו עם שחר."},
		{"Arabic with a joiner", "می\u200cخواهم", "می\u200cخواهم"},
		{"zero-width spaces", "bo\u200bats \u2060co\ufeffme", "boats come"},
		{"soft hyphens", "harb&shy;our", "harbour"},
		{"combining characters", "Zo\u0308e\u0301 й", "Zo\u0308e\u0301 й"},
		{"an emoji of several", "a 👩\u200d🚀 b", "a 👩\u200d🚀 b"},
		{"nulls", "a\x00b&#0;c", "ab\ufffdc"},
	} {
		t.Run(test.name, func(t *testing.T) {
			for _, html := range []string{"<p>" + test.html + "</p>", asPage("<div class=entry-content><p>" + test.html + "</p></div>")} {
				a, err := article.Parse(article.Payload{HTML: html}, article.Options{})
				if err != nil {
					t.Fatal(err)
				}
				read := bodyOf(a)
				if len(read) != 1 || read[0] != test.want || !utf8.ValidString(read[0]) {
					t.Errorf("%.60q gives %q, want %q", html, read, test.want)
				}
			}
		})
	}
}

// TestPagesInOtherScripts: what tells text from the rest knows more than Latin stops.
func TestPagesInOtherScripts(t *testing.T) {
	for name, sentence := range map[string]string{
		"Chinese": "船只在黎明时分回到了港口，港务局里没有人愿意说船上装的是什么东西，因为谁也没有看见它们，也没有人问过它们是从哪里来的。",
		"Hindi":   "नावें भोर में बंदरगाह लौट आईं और दफ़्तर में किसी ने यह नहीं बताया कि उन पर क्या लदा हुआ था।",
		"Arabic":  "عادت القوارب إلى الميناء عند الفجر ولم يقل أحد في المكتب ماذا كان على متنها، فهل رآها أحد؟",
	} {
		t.Run(name, func(t *testing.T) {
			menu := strings.Repeat(`<li><a href="/">`+string([]rune(sentence)[:8])+`</a></li>`, 9)
			a, err := article.Parse(article.Payload{HTML: asPage(`<div><ul>` + menu + `</ul></div><div><p>` + sentence + `</p><p>` + sentence + sentence + `</p></div>`)}, article.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if read := bodyOf(a); len(read) != 2 || read[0] != sentence {
				t.Errorf("read %q", read)
			}
		})
	}
}
