package article_test

import (
	"slices"
	"testing"
)

// TestJunk: what pages put between and below the paragraphs of a text, in several languages.
func TestJunk(t *testing.T) {
	const before = "<p>The drivers had asked for more rest between shifts since the autumn, and the company had not answered them.</p>"
	const after = "<p>Both sides will meet again on Thursday, when the mayor is back in town, the union's speaker said.</p>"
	for _, test := range []struct{ html, want string }{
		{"<p>Published4 March 2026, 07:15</p>", "date, author and tags"},
		{"<p>Aktualisiert am 04.03.2026 - 07:15 UhrLesezeit: 3 Min.</p>", "date, author and tags"},
		{"<p>3 minute read. Last updated 5 min ago.</p>", "date, author and tags"},
		{"<p>Caption</p>", "caption"},
		{"<p>Image 2 of 7</p>", "caption"},
		{"<p>Bild 2 von 7</p>", "caption"},
		{"<p>Trams stand still at the depot. Photo: Ann Lee / Riverside Post</p>", "caption"},
		{"<p>Trams stand still at the depot. (Ann Lee/Riverside Post)</p>", "caption"},
		{"<p>Трамваї стоять у депо. Фото: Марта Коваль</p>", "caption"},
		{"<p>Trams stand still. © Ann Lee</p>", "caption"},
		{"<p>Ann Lee and Bo Um contributed to this report.</p>", "date, author and tags"},
		{"<p>Additional reporting from the agencies</p>", "date, author and tags"},
		{"<p>Copyright @ 2026 Riverside Post.</p>", "copyright"},
		{"<p>Les også: <a href=/1>Trikken står stille i morgen</a></p>", "related articles"},
		{"<p>À lire aussi<a href=/1>Les trams à l’arrêt</a></p>", "related articles"},
		{"<p>Más información</p>", "related articles"},
		{"<p>Sjå: <a href=/1>Trikken står stille i morgon tidleg</a></p>", "related articles"},
		{"<p>Читайте також: <a href=/1>Трамваї не ходитимуть</a></p>", "related articles"},
		{"<p>Get all the news of the city right in your inbox.</p>", "solicitation"},
		{"<p>Follow our full coverage of trams at https://riversidepost.com/trams</p>", "solicitation"},
		{"<p>Підписуйтесь на наш канал, щоб не пропустити новини.</p>", "solicitation"},
		{"<p>Abonnez-vous pour lire la suite de nos enquêtes.</p>", "solicitation"},
		{"<p>All comments are moderated: comments must keep to the topic.</p>", "comments"},
		{"<p>This summary was made by AI.</p>", "summary"},
	} {
		t.Run(test.html, func(t *testing.T) {
			blocks, skipped := parse(t, before+test.html+after)
			if len(blocks) != 2 || len(skipped) != 1 || !slices.ContainsFunc(skipped, func(s string) bool { return s[:min(len(s), len(test.want))] == test.want }) {
				t.Errorf("read %q, skipped %q, want %s", blocks, skipped, test.want)
			}
		})
	}
	for _, text := range []string{
		"<p>Image rights will cost the club more, he said.</p>",
		"<p>Subscribe to the theory or not, the trams stand still, the mayor said.</p>",
		"<p>Key developments:</p><ul><li>The drivers of <a href=/1>two lines</a> strike from noon.</li><li>The <a href=/2>ferries</a> run as usual.</li></ul>",
		"<p>The photo (taken in May) shows the depot.</p>",
		"<p>Trams run at 20 km/h (12 mi/h).</p>",
	} {
		t.Run(text, func(t *testing.T) {
			if _, skipped := parse(t, before+text+after); len(skipped) > 0 {
				t.Errorf("skipped %q", skipped)
			}
		})
	}
}

// TestCardsInSentences: what shows when a reader points at a name is not part of the sentence.
func TestCardsInSentences(t *testing.T) {
	blocks, skipped := parse(t, `<p>The strike was called by <span class=p1><a href=/a>Ann Lee</a><span class=p2><a href=/a>Ann Lee</a><a href=/1>Trams stand still</a></span></span> on Monday.</p>`)
	equal(t, "blocks", blocks, "paragraph: The strike was called by Ann Lee on Monday.")
	equal(t, "skipped", skipped, "list of links: Ann LeeTrams stand still")
}

// TestEndOfText: notes about authors whom nothing else names, and other articles.
func TestEndOfText(t *testing.T) {
	const text = "<p>The drivers had asked for more rest between shifts since the autumn, and the company had not answered them.</p>"
	blocks, _ := parse(t, text+text[:3]+"Both sides meet again on Thursday, the speaker of the union of drivers said.</p>"+
		"<p>Ann Lee is a transport correspondent for the Post. She has written two books.</p><p>More Fine RIVERSIDE Stories</p><ul><li>How a depot got <a href=/1>a garden</a></li><li><a href=/2>Ten ferries</a> worth the trip</li></ul>")
	if len(blocks) != 2 {
		t.Errorf("read %q", blocks)
	}
}
