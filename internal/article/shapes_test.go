package article_test

import (
	"testing"

	"github.com/aloud-audio/aloud/internal/article"
)

// TestTablesOfSentences: a table of two columns that has sentences is text.
func TestTablesOfSentences(t *testing.T) {
	for _, test := range []struct {
		name, html string
		want       []string
		skipped    []string
	}{
		{"with headings", `<table><tr><th>Claim</th><th>What is known</th></tr><tr><td>The pier was closed for the whole of the year.</td><td>It was closed for two weeks in March, the office says.</td></tr><tr><td>Nobody was told.</td><td>The office put up a sign on the first day of the works.</td></tr></table>`,
			[]string{"list_item: Claim: The pier was closed for the whole of the year. What is known: It was closed for two weeks in March, the office says.",
				"list_item: Claim: Nobody was told. What is known: The office put up a sign on the first day of the works."}, nil},
		{"with a label in the first column", `<table><tr><td>March 3</td><td>The Zoria left the harbour with eight people on board.</td></tr><tr><td>March 5</td><td>Fishermen saw her off the cape, with her engine running.</td></tr></table>`,
			[]string{"list_item: March 3: The Zoria left the harbour with eight people on board.", "list_item: March 5: Fishermen saw her off the cape, with her engine running."}, nil},
		{"of figures", `<table><tr><th>Boat</th><th>Crew</th></tr><tr><td>Zoria</td><td>8</td></tr><tr><td>Desna</td><td>12</td></tr></table>`, nil, []string{"table: Boat Crew Zoria 8 Desna 12"}},
		{"of three columns", `<table><tr><td>Zoria</td><td>8</td><td>She left the harbour with eight people on board in March.</td></tr></table>`, nil, []string{"table: Zoria 8 She left the harbour with eight people on board in March."}},
	} {
		t.Run(test.name, func(t *testing.T) {
			blocks, skipped := between(t, test.html, "en", article.Options{})
			equal(t, "blocks", blocks, test.want...)
			equal(t, "skipped", skipped, test.skipped...)
		})
	}
}

// TestListsOfLinkedSentences: a list that a line announces is the article's content, although its
// items are links.
func TestListsOfLinkedSentences(t *testing.T) {
	const items = `<li><a href="/1">The drivers of two lines are on strike from noon.</a></li><li><a href="/2">The ferries run as usual, the harbour office said.</a></li>`
	blocks, skipped := between(t, `<p>Key developments:</p><ul>`+items+`</ul>`, "en", article.Options{})
	equal(t, "blocks", blocks, "paragraph: Key developments:", "list_item: The drivers of two lines are on strike from noon.", "list_item: The ferries run as usual, the harbour office said.")
	equal(t, "skipped", skipped)
	for _, html := range []string{
		`<p>Read also:</p><ul>` + items + `</ul>`,
		`<ul>` + items + `</ul>`,
		`<p>Key developments:</p><ul><li><a href="/1">Two lines on strike</a></li><li><a href="/2">Ferries run as usual</a></li></ul>`,
	} {
		if blocks, _ := between(t, html, "en", article.Options{}); len(blocks) > 1 {
			t.Errorf("of %s: %q", html, blocks)
		}
	}
}

// TestHoverCards: what shows only when a reader points at a word is no part of the sentence.
func TestHoverCards(t *testing.T) {
	for _, card := range []string{
		`<span role="tooltip">A bill of the council.</span>`,
		`<span class="tooltiptext">A bill of the council.</span>`,
		`<span class="hovercard"><b>A bill</b> of the council.</span>`,
		`<span popover id="a">A bill of the council.</span>`,
	} {
		blocks, skipped := between(t, `<p>The <span class="tooltip">ordinance`+card+`</span> passed on Monday.</p>`, "en", article.Options{})
		equal(t, "blocks", blocks, "paragraph: The ordinance passed on Monday.")
		equal(t, "skipped", skipped, "shows at a pointer: A bill of the council.")
	}
}

// TestAlerts: bars with other news are no text.
func TestAlerts(t *testing.T) {
	for _, html := range []string{
		`<div role="alert"><p>There is a storm warning for the whole coast at this hour, stay off the piers.</p></div>`,
		`<div class="site-alert"><p>There is a storm warning for the whole coast at this hour, stay off the piers.</p></div>`,
		`<section class="breaking-news-bar"><p>There is a storm warning for the whole coast at this hour, stay off the piers.</p></section>`,
	} {
		blocks, skipped := between(t, html, "en", article.Options{})
		equal(t, "blocks", blocks)
		equal(t, "skipped", skipped, "alert: There is a storm warning for the whole coast at this hour, stay off the piers.")
	}
}
