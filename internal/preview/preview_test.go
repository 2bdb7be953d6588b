package preview_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/preview"
	"github.com/aloud-audio/aloud/internal/script"
	"github.com/aloud-audio/aloud/internal/script/lexicon"
	"github.com/aloud-audio/aloud/internal/speech"
)

var ferry = article.Article{
	Title: "Ferry <script>alert()</script>", Language: "en", LanguageBy: "text", Byline: []string{"Ann Roe"},
	Blocks: []article.Block{
		{Role: article.Headline, Text: "Ferry <script>alert()</script>"},
		{Role: article.Paragraph, Text: "It came to Zhovkva on Dec. 2."},
		{Role: article.ListItem, Text: "Two cabins"},
	},
	Skipped: []article.Skipped{
		{Reason: "caption", Text: "A <b>ferry</b>", Before: 1},
		{Reason: "related articles", Text: "Read also", Before: 3},
	},
}

func page(t *testing.T, p preview.Page) *goquery.Document {
	t.Helper()
	var html bytes.Buffer
	if err := preview.Write(&html, p); err != nil {
		t.Fatal(err)
	}
	doc, err := goquery.NewDocumentFromReader(&html)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func ferryPage(t *testing.T) preview.Page {
	t.Helper()
	layer := lexicon.NewLayer("site", lexicon.List{Language: "en", Entries: []lexicon.Entry{
		{Written: []string{"Zhovkva"}, Alias: "Zhovkva", IPA: "ˈʒɔwkwa"},
	}})
	s, err := script.Build(ferry, script.Options{Lexicon: []*lexicon.Layer{layer}})
	if err != nil {
		t.Fatal(err)
	}
	return preview.Page{
		Article: ferry, Script: s, Bill: speech.Bill{"google:b": 100_000}, Prices: speech.Prices{"google:a": 10, "google:b": 30},
		Voice: speech.Voice{Provider: "google", Name: "B-1", Family: "b"},
	}
}

func TestPageHasAllInTheArticlesOrder(t *testing.T) {
	doc := page(t, ferryPage(t))
	var got []string
	doc.Find("main section").Each(func(_ int, s *goquery.Selection) {
		got = append(got, s.Find("h2").Text()+": "+strings.Join(strings.Fields(s.Find("p").Text()), " "))
	})
	want := []string{
		"headline: 0Ferry <script>alert()</script>",
		"caption: A <b>ferry</b>",
		"paragraph: 1It came to ZhovkvaZhovkva /ˈʒɔwkwa/ on Dec. 2December second.",
		"list item: 2Two cabins",
		"related articles: Read also",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if n := doc.Find("script, main b, link, img, [src], [href]").Length(); n > 0 {
		t.Errorf("%d elements of the article or from elsewhere", n)
	}
}

func TestPageTellsTheCost(t *testing.T) {
	doc := page(t, ferryPage(t))
	if got := doc.Find("header dl").Text(); !strings.Contains(got, "google:B-1") || !strings.Contains(got, "$3.00") {
		t.Errorf("the head says %q", got)
	}
	if got := strings.Join(strings.Fields(doc.Find("footer table").Text()), " "); got != "google:a$1.00 google:b$3.00" {
		t.Errorf("the costs are %q", got)
	}
	if got := doc.Find("tr.chosen th").Text(); got != "google:b" {
		t.Errorf("chosen is %q", got)
	}
}

func TestPageOfAnArticleThatIsNotRead(t *testing.T) {
	doc := page(t, preview.Page{
		Article: article.Article{Title: "Members"}, Silence: "for members only",
		Script: script.Script{Skipped: []article.Skipped{{Reason: "for members only", Text: "The body."}}},
	})
	if got := doc.Find(".silence").Text(); got != "No audio: for members only" || doc.Find("section.skipped p").Text() != "The body." {
		t.Errorf("the page says %q", doc.Find("body").Text())
	}
}
