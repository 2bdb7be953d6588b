package article_test

import (
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/article"
)

func TestSitesRules(t *testing.T) {
	for _, test := range []struct {
		name    string
		options article.Options
		html    string
		blocks  []string
		skipped []string
	}{
		{
			"what a site skips",
			article.Options{Skip: []string{".promo-box, .weather", "h2 + p.note"}},
			`<p>a</p><div class="weather"><p>b</p></div><h2>c</h2><p class="note">d</p><p class="note">e</p>`,
			[]string{"paragraph: a", "heading: c", "paragraph: e"},
			[]string{"site rule .promo-box, .weather: b", "site rule h2 + p.note: d"},
		},
		{
			"what a site reads of what is skipped otherwise",
			article.Options{Read: []string{"aside.facts", "figcaption"}},
			`<p>a</p><aside class="facts"><p>b</p></aside><aside>c</aside><figure><figcaption>d</figcaption></figure>`,
			[]string{"paragraph: a", "paragraph: b", "paragraph: d"},
			[]string{"aside: c"},
		},
		{
			"what is in it has rules of its own",
			article.Options{Read: []string{"aside"}},
			`<p>a</p><aside><p>b</p><button>c</button></aside>`,
			[]string{"paragraph: a", "paragraph: b"},
			[]string{"button: c"},
		},
		{
			"read stands above skip, and within it",
			article.Options{Skip: []string{".box"}, Read: []string{".box .fact", ".box.always"}},
			`<p>a</p><div class="box"><p>b</p><p class="fact">c</p><p>d</p></div><div class="box always">e</div>`,
			[]string{"paragraph: a", "paragraph: c", "paragraph: e"},
			[]string{"site rule .box: b", "site rule .box: d"},
		},
		{
			"read stands above the built-in rules, and within what they skip",
			article.Options{Read: []string{".kg-bookmark-description"}},
			`<p>a</p><figure class="kg-card kg-bookmark-card"><div class="kg-bookmark-title">b</div><div class="kg-bookmark-description">c</div></figure>`,
			[]string{"paragraph: a", "paragraph: c"},
			[]string{"bookmark card: b"},
		},
		{
			"read stands above what text tells",
			article.Options{Read: []string{".kept"}, SkipPhrases: []string{"Forecast"}},
			`<p>a</p><p class="kept">Read more: c</p><p class="kept">14:05</p><p class="kept">Forecast: d</p><p>Forecast: e</p>`,
			[]string{"paragraph: a", "paragraph: Read more: c", "paragraph: 14:05", "paragraph: Forecast: d"},
			[]string{"site phrase forecast: Forecast: e"},
		},
		{
			"phrases",
			article.Options{SkipPhrases: []string{"Don’t miss our app", "Погода"}},
			`<p>a</p><p>Don't miss   our app!</p><p>DON'T MISS OUR APP in spring.</p><p>Don't miss our apple.</p><p>Погода: сонце.</p><p>Погодапогода</p><p>It said: don't miss our app.</p>`,
			[]string{"paragraph: a", "paragraph: Don't miss our apple.", "paragraph: Погодапогода", "paragraph: It said: don't miss our app."},
			[]string{"site phrase don't miss our app: Don't miss our app!", "site phrase don't miss our app: DON'T MISS OUR APP in spring.", "site phrase погода: Погода: сонце."},
		},
		{
			"a table that a site reads",
			article.Options{Read: []string{"table"}},
			`<p>a</p><table><thead><tr><th>Year</th><th>Storms</th></tr></thead><tbody><tr><td>2024</td><td>31</td></tr><tr><th>2025</th><td></td></tr></tbody></table>`,
			[]string{"paragraph: a", "list_item: Year: 2024, Storms: 31", "list_item: Year: 2025"},
			nil,
		},
		{
			"never what is for members only",
			article.Options{Read: []string{"*"}},
			`<p>a</p><!--kg-gated-block:begin nonMember:false --><p>b</p><!--kg-gated-block:end--><!--members-only--><p>c</p>`,
			[]string{"paragraph: a"},
			[]string{"gated block: b", "behind the paywall: c"},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			a, err := article.Parse(article.Payload{HTML: test.html}, test.options)
			if err != nil {
				t.Fatal(err)
			}
			blocks, skipped := lines(a)
			equal(t, "blocks", blocks, test.blocks...)
			equal(t, "skipped", skipped, test.skipped...)
		})
	}
}

func TestSkipTags(t *testing.T) {
	options := article.Options{SkipTags: []string{"news-alert", "hash-video"}}
	for _, test := range []struct {
		name string
		tags []string
		want string
	}{
		{"without tags", nil, ""},
		{"with others", []string{"coast", "news-alerts"}, ""},
		{"with one of them", []string{"coast", "News-Alert"}, "tag News-Alert"},
		{"with both", []string{"hash-video", "news-alert"}, "tag hash-video"},
	} {
		t.Run(test.name, func(t *testing.T) {
			a, err := article.Parse(article.Payload{Title: "T", Tags: test.tags, HTML: "<p>a</p>"}, options)
			if err != nil {
				t.Fatal(err)
			}
			if a.Unwanted != test.want || (len(a.Blocks) == 0) != (test.want != "") {
				t.Errorf("unwanted by %q, blocks %v", a.Unwanted, a.Blocks)
			}
			if test.want != "" {
				_, skipped := lines(a)
				equal(t, "skipped", skipped, test.want+": T", test.want+": a")
			}
		})
	}
}

// TestMembersOnlyComesFirst: what is for members only is said to be so, whatever its tags.
func TestMembersOnlyComesFirst(t *testing.T) {
	a, err := article.Parse(article.Payload{Visibility: "paid", Tags: []string{"x"}, HTML: "<p>a</p>"}, article.Options{SkipTags: []string{"x"}})
	if err != nil || !a.MembersOnly || a.Unwanted != "" {
		t.Errorf("%+v, %v", a, err)
	}
}

func TestValidate(t *testing.T) {
	if err := (article.Options{Skip: []string{"a > b:not(.c), [d^=e i]"}, Read: []string{"p:has(img)"}, SkipPhrases: []string{"a"}, SkipTags: []string{"b"}}).Validate(); err != nil {
		t.Error(err)
	}
	wrong := article.Options{Skip: []string{".a", ".b >", "p:hover(", ""}, Read: []string{"]"}, SkipPhrases: []string{"—"}, SkipTags: []string{" "}}
	err := wrong.Validate()
	if err == nil {
		t.Fatal("accepted")
	}
	for _, want := range []string{`skip: ".b >"`, `skip: "p:hover("`, `skip: ""`, `read: "]"`, `skip_phrases: "—"`, "skip_tags"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%v\ndoes not name %s", err, want)
		}
	}
	if _, err := article.Parse(article.Payload{HTML: "<p>a</p>"}, wrong); err == nil {
		t.Error("parsed by wrong rules")
	}
}
