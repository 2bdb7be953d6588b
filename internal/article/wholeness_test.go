package article_test

import (
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/article"
)

// TestTextInSeveralBoxes: Readability keeps one of several boxes that hold a text; all are read.
func TestTextInSeveralBoxes(t *testing.T) {
	box := func(text string) string {
		return `<div class=con><div class=mod><div class=box>` + text + `</div></div></div>`
	}
	sentences := func(who string, n int) string {
		return numbered("<p>", "The "+who+" of two lines had asked for more rest between shifts since the autumn, and the company had not answered them until this week, the speaker said.", n)
	}
	for name, page := range map[string]string{
		"of an article": "<article><h1>Trams</h1>" + box(sentences("drivers", 5)) + "<div class=slot></div>" + box(sentences("inspectors", 3)) + "</article>",
		"of a page":     "<div><h1>Trams</h1>" + box(sentences("drivers", 5)) + box(sentences("inspectors", 3)) + "</div><div class=foot><p>Imprint.</p></div>",
	} {
		a := parsePage(t, article.Payload{HTML: asPage(page)})
		if n := len(bodyOf(a)); n != 8 {
			t.Errorf("%s: %d paragraphs: %q", name, n, bodyOf(a))
		}
	}
}

// TestElementor: the word widget in its classes is no aside.
func TestElementor(t *testing.T) {
	widget := func(kind, content string) string {
		return `<div class="elementor-element elementor-widget elementor-widget-` + kind + `"><div class="elementor-widget-container">` + content + `</div></div>`
	}
	blocks, skipped := parse(t, `<div class="elementor elementor-7">`+widget("heading", `<h2 class="elementor-heading-title">Who strikes</h2>`)+
		widget("text-editor", "<p>Two lines.</p>")+widget("text-editor", "<ul><li>Line 1</li><li>Line 4</li></ul>")+
		widget("button", `<a class="elementor-button" href="/give"><span>Give now</span></a>`)+widget("posts", "<p>Another article.</p>")+
		widget("text-editor", "<blockquote><p>We are tired.</p></blockquote>")+`</div>`)
	equal(t, "blocks", blocks, "heading: Who strikes", "paragraph: Two lines.", "list_item: Line 1", "list_item: Line 4", "quote: We are tired.")
	equal(t, "skipped", skipped, "button: Give now", "related articles: Another article.")
}

// TestTextOfTheClassicEditor: blank lines are paragraphs, as WordPress shows them.
func TestTextOfTheClassicEditor(t *testing.T) {
	blocks, _ := parse(t, "The trams <b>stand still</b>.\r\n\r\n<h2>Why</h2>\n\nThe drivers strike.\nNobody knows for how long.\n\n<!--more-->\n\n<a href=/1>Two lines</a> run.")
	equal(t, "blocks", blocks, "paragraph: The trams stand still.", "heading: Why", "paragraph: The drivers strike. Nobody knows for how long.", "paragraph: Two lines run.")
	blocks, _ = parse(t, "<p>One\n\nparagraph.</p>")
	equal(t, "blocks", blocks, "paragraph: One paragraph.")
}

// TestBareShortcodes: a name that no editor writes in brackets, and pairs.
func TestBareShortcodes(t *testing.T) {
	blocks, _ := parse(t, "<p>[vc_row][vc_column]The trams stand still.[/vc_column][/vc_row]</p><p>[newsletter_form]</p><p>[lead]The drivers strike.[/lead]</p><p>[the mayor] left, [sic].</p>")
	equal(t, "blocks", blocks, "paragraph: The trams stand still.", "paragraph: The drivers strike.", "paragraph: [the mayor] left, [sic].")
}

// TestAWrapperThatSaysAd: what holds the page's main part is no advertisement.
func TestAWrapperThatSaysAd(t *testing.T) {
	a := parsePage(t, article.Payload{HTML: asPage(`<div class="wrap gate-ad"><main><h1>Trams</h1><div><p>The trams stand still today, the company said. Drivers strike until noon.</p></div></main></div>`)})
	if text := strings.Join(bodyOf(a), " "); !strings.Contains(text, "stand still") {
		t.Errorf("read %q", text)
	}
}
