package article_test

import (
	"testing"

	"github.com/aloud-audio/aloud/internal/article"
)

func TestHead(t *testing.T) {
	for _, test := range []struct {
		name    string
		payload article.Payload
		blocks  []string
		skipped []string
	}{
		{
			"headline, byline and standfirst come first",
			article.Payload{Title: " A  title ", Byline: []string{"By Ann Lee", "Bo Um", "Cy Ko"}, Standfirst: "In short.", HTML: "<p>b</p>"},
			[]string{"headline: A title", "byline: By Ann Lee, Bo Um and Cy Ko", "standfirst: In short.", "paragraph: b"},
			nil,
		},
		{
			"the language's own byline",
			article.Payload{Language: "uk", Byline: []string{"Олена", "Петро"}, HTML: "<p>б</p>"},
			[]string{"byline: Олена і Петро", "paragraph: б"},
			nil,
		},
		{
			"a language without words for it",
			article.Payload{Language: "ja", Byline: []string{"A", "B"}, HTML: "<p>b</p>"},
			[]string{"byline: A, B", "paragraph: b"},
			nil,
		},
		{
			"what the body repeats of it",
			article.Payload{Title: "A title", Byline: []string{"Ann Lee"}, Standfirst: "In short.", HTML: "<h1>A Title</h1><p>By Ann Lee</p><p>In short</p><p>b</p><p>In short.</p>"},
			[]string{"headline: A title", "byline: By Ann Lee", "paragraph: In short", "paragraph: b", "paragraph: In short."},
			[]string{"repeats the text: In short.", "repeats the headline: A Title", "repeats the byline: By Ann Lee"},
		},
		{
			"a flash whose text is its standfirst",
			article.Payload{Title: "A title", Standfirst: "In short.", HTML: "<p>In short.</p>"},
			[]string{"headline: A title", "paragraph: In short."},
			[]string{"repeats the text: In short."},
		},
		{
			"a flash whose text is its headline",
			article.Payload{Title: "A title", HTML: "<p>A title.</p>"},
			[]string{"headline: A title"},
			[]string{"repeats the headline: A title."},
		},
		{
			"headings alone",
			article.Payload{Title: "A title", HTML: "<h1>A title</h1><h2>b</h2>"},
			nil,
			[]string{"no text below it: A title", "repeats the headline: A title", "no text below it: b"},
		},
		{
			"nothing below it",
			article.Payload{Title: "A title", Byline: []string{"Ann Lee"}, HTML: "<figure class='kg-card kg-image-card'><figcaption>c</figcaption></figure>"},
			nil,
			[]string{"no text below it: A title", "no text below it: By Ann Lee", "caption: c"},
		},
		{
			"plain text",
			article.Payload{Title: "A title", Text: "One\r\nline.\r\n\r\nTwo.\n \n\n* * *\n"},
			[]string{"headline: A title", "paragraph: One line.", "paragraph: Two."},
			[]string{"nothing to say: * * *"},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			a, err := article.Parse(test.payload, article.Options{})
			if err != nil {
				t.Fatal(err)
			}
			blocks, skipped := lines(a)
			equal(t, "blocks", blocks, test.blocks...)
			equal(t, "skipped", skipped, test.skipped...)
		})
	}
}

func TestMembersOnly(t *testing.T) {
	const free, paid = "<p>free</p>", "<p>paid</p>"
	const marked = free + "<!--members-only-->" + paid
	for _, test := range []struct {
		name, visibility, option, html string
		read                           []string
		membersOnly                    bool
	}{
		{"public reads behind a marker", "public", "", marked, []string{"headline: t", "paragraph: free", "paragraph: paid"}, false},
		{"unsaid stops at a marker", "", "", marked, []string{"headline: t", "paragraph: free"}, false},
		{"unsaid without a marker", "", "", free + paid, []string{"headline: t", "paragraph: free", "paragraph: paid"}, false},
		{"paid reads nothing", "paid", "none", marked, nil, true},
		{"members reads nothing by default", "members", "", marked, nil, true},
		{"an unknown visibility reads nothing", "friends", "", marked, nil, true},
		{"preview stops at the marker", "paid", "preview", marked, []string{"headline: t", "paragraph: free"}, false},
		{"preview without a marker", "tiers", "preview", free + paid, nil, true},
		{"preview of nothing", "paid", "preview", "<!--members-only-->" + paid, nil, true},
		{"preview of a public article", "public", "preview", marked, []string{"headline: t", "paragraph: free", "paragraph: paid"}, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := article.Payload{Title: "t", HTML: test.html, Visibility: test.visibility}
			a, err := article.Parse(p, article.Options{MembersOnly: test.option})
			if err != nil {
				t.Fatal(err)
			}
			blocks, _ := lines(a)
			equal(t, "blocks", blocks, test.read...)
			if a.MembersOnly != test.membersOnly {
				t.Errorf("MembersOnly is %t", a.MembersOnly)
			}
			if a.Title != "t" {
				t.Errorf("the title is %q", a.Title)
			}
		})
	}
}

func TestMembersOnlyText(t *testing.T) {
	a, err := article.Parse(article.Payload{Text: "One.\n\nTwo.", Visibility: "paid"}, article.Options{})
	if err != nil {
		t.Fatal(err)
	}
	blocks, skipped := lines(a)
	equal(t, "blocks", blocks)
	equal(t, "skipped", skipped, "for members only: One.", "for members only: Two.")
}

func TestRegions(t *testing.T) {
	const begin, open, end = `<!--kg-gated-block:begin nonMember:false memberSegment:"status:free" -->`, `<!--kg-gated-block:begin nonMember:true memberSegment:"" -->`, `<!--kg-gated-block:end-->`
	const card, cardEnd = `<!--kg-card-begin: html-->`, `<!--kg-card-end: html-->`
	for _, test := range []struct {
		name, html string
		blocks     []string
		skipped    []string
	}{
		{"gated", "<p>a</p>" + begin + "<p>x</p>" + end + "<p>b</p>", []string{"paragraph: a", "paragraph: b"}, []string{"gated block: x"}},
		{"for non-members", "<p>a</p>" + open + "<p>b</p>" + end, []string{"paragraph: a", "paragraph: b"}, nil},
		{"a card for non-members", "<p>a</p>" + open + card + "x" + cardEnd + end, []string{"paragraph: a"}, []string{"HTML card: x"}},
		{"a gate within one for non-members", "<p>a</p>" + open + begin + "x" + end + "<p>b</p>" + end, []string{"paragraph: a", "paragraph: b"}, []string{"gated block: x"}},
		{"one for non-members within a gate", "<p>a</p>" + begin + open + "x" + end + "<p>y</p>" + end + "<p>b</p>", []string{"paragraph: a", "paragraph: b"}, []string{"gated block: x y"}},
		{"never closed", "<p>a</p>" + begin + "<p>x</p><p>y</p>", []string{"paragraph: a"}, []string{"gated block: x y"}},
		{"closed and never opened", "<p>a</p>" + end + cardEnd + "<p>b</p>", []string{"paragraph: a", "paragraph: b"}, nil},
		{"at different depths", "<div><p>a</p>" + begin + "<p>x</p></div><div>y" + end + "<p>b</p></div>", []string{"paragraph: a", "paragraph: b"}, []string{"gated block: x y"}},
		{"in a paragraph", "<p>a " + begin + "x" + end + "b</p>", []string{"paragraph: a", "paragraph: b"}, []string{"gated block: x"}},
		{"in a table, whose text the parser moves", "<p>a</p><table>" + begin + "x" + end + "<tr><td>b</td></tr></table>", []string{"paragraph: a", "paragraph: b"}, []string{"gated block: x"}},
		{"behind the body", "<html><body><p>a</p></body>" + begin + "<p>x</p>" + end + "</html>", []string{"paragraph: a"}, []string{"gated block: x"}},
		{"without parameters", "<p>a</p><!--kg-gated-block:begin-->x" + end, []string{"paragraph: a"}, []string{"gated block: x"}},
		{"a broken begin", "<p>a</p><!--kg-gated-block:begin nonMember:true " + begin + "x" + end, []string{"paragraph: a"}, []string{"gated block: x"}},
		{"a Markdown card is text", "<!--kg-card-begin: markdown--><p>a</p><!--kg-card-end: markdown-->", []string{"paragraph: a"}, nil},
		{"spaces and capitals", "<p>a</p><!-- KG-card-begin: HTML -->x<!-- kg-card-end:html -->", []string{"paragraph: a"}, []string{"HTML card: x"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			blocks, skipped := parse(t, test.html)
			equal(t, "blocks", blocks, test.blocks...)
			equal(t, "skipped", skipped, test.skipped...)
		})
	}
}
