package source

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/article"
)

func TestFile(t *testing.T) {
	for _, test := range []struct {
		name, file, format, data string
		want                     article.Payload
	}{
		{"HTML", "a/keeper.html", "", "<p>x</p>", article.Payload{ID: "keeper", HTML: "<p>x</p>"}},
		{"HTML with a byte order mark", "keeper.HTM", "", "\ufeff<p>x</p>", article.Payload{ID: "keeper", HTML: "<p>x</p>"}},
		{"HTML in another encoding", "keeper.html", "", "<meta charset=windows-1251><p>\xbf\xe6\xe0\xea</p>", article.Payload{ID: "keeper", HTML: "<meta charset=windows-1251><p>їжак</p>"}},
		{"HTML in UTF-8 that says otherwise", "keeper.html", "", "<meta charset=windows-1251><p>їжак</p>", article.Payload{ID: "keeper", HTML: "<meta charset=windows-1251><p>їжак</p>"}},
		{"standard input", "-", "html", "<p>x</p>", article.Payload{ID: "file-3973e022", HTML: "<p>x</p>"}},
		{"the format wins over the name", "keeper.html", "text", "<p>x</p>", article.Payload{ID: "keeper", Text: "<p>x</p>"}},
		{"a Ghost hook", "keeper.json", "", string(hook(post, `{}`)), published},
		{"a Ghost hook of a deleted post", "keeper.json", "", string(hook(`{}`, post)), removed},
		{"a payload without id, status and time", "keeper.json", "", `{"title":"T","text":"x"}`, article.Payload{ID: "keeper", Title: "T", Text: "x"}},
		{"a payload", "k.json", "", `{"id":"64f1a2b3c4d5e6f708192a3b","updated_at":"2026-02-03T07:30:05Z","status":"removed"}`, removed},
		{"Markdown", "keeper.md", "", "# The *keeper*\n\nHe stays.\n", article.Payload{ID: "keeper", Title: "The keeper", HTML: "<p>He stays.</p>\n"}},
		{"Markdown with a kicker", "keeper.md", "", "## Coast\n\n# The keeper\n\nHe stays.\n", article.Payload{ID: "keeper", Title: "The keeper", HTML: "<h2>Coast</h2>\n<p>He stays.</p>\n"}},
		{"Markdown with a heading below text", "keeper.md", "", "He stays.\n\n# Why\n", article.Payload{ID: "keeper", HTML: "<p>He stays.</p>\n<h1>Why</h1>\n"}},
		{
			"Markdown with front matter", "keeper.markdown", "",
			"---\ntitle: The keeper\nauthors: [Ann Lee, {name: Bo Um}]\nlang: en\ndescription: In short.\ndraft: true\n---\nHe stays.\n",
			article.Payload{ID: "keeper", Title: "The keeper", Byline: []string{"Ann Lee", "Bo Um"}, Language: "en", Standfirst: "In short.", HTML: "<p>He stays.</p>\n"},
		},
		{"Markdown between rules", "keeper.md", "", "---\nHe stays.\n", article.Payload{ID: "keeper", HTML: "<hr>\n<p>He stays.</p>\n"}},
		{"text", "keeper.txt", "", "He stays.\r\n\r\nUntil spring.\n", article.Payload{ID: "keeper", Text: "He stays.\n\nUntil spring.\n"}},
		{"text with a headline", "keeper.txt", "", "\nThe keeper stays\n\nUntil spring.", article.Payload{ID: "keeper", Title: "The keeper stays", Text: "\nUntil spring."}},
		{"text whose first line goes on", "keeper.txt", "", "The keeper\nstays\n", article.Payload{ID: "keeper", Text: "The keeper\nstays\n"}},
		{"text of one line", "keeper.txt", "", "The keeper stays", article.Payload{ID: "keeper", Text: "The keeper stays"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if test.want.Status == "" {
				test.want.Status = article.Published
			}
			got, err := ParseFile(test.file, test.format, []byte(test.data))
			if err != nil || !reflect.DeepEqual(got, test.want) {
				t.Errorf("got  %+v, %v\nwant %+v", got, err, test.want)
			}
		})
	}
}

func TestFileIDs(t *testing.T) {
	for name, want := range map[string]string{
		"Two words (final).html":          "Two-words-final",
		`C:\texts\keeper.v2.txt`:          "keeper.v2",
		".hidden.txt":                     "hidden",
		"їжак.txt":                        "file-483f13bb",
		"їжак-2.txt":                      "2-acae3a0a",
		strings.Repeat("a", 200) + ".txt": strings.Repeat("a", 119) + "-c2a908d9",
	} {
		p, err := ParseFile(name, "text", []byte("x"))
		if err != nil || p.ID != want {
			t.Errorf("%s: got %q, %v; want %q", name, p.ID, err, want)
		}
	}
}

func TestFileErrors(t *testing.T) {
	for _, test := range []struct {
		name, file, format, data string
		is                       error
		says                     string
	}{
		{"unknown extension", "keeper.docx", "", "x", ErrUnknownFormat, "html, json, markdown, text"},
		{"standard input without a format", "-", "", "x", ErrUnknownFormat, "html, json, markdown, text"},
		{"unknown format", "keeper.html", "pdf", "x", ErrUnknownFormat, "html, json, markdown, text"},
		{"empty", "keeper.html", "", " \n", ErrNoText, "no text"},
		{"broken JSON", "keeper.json", "", "{", ErrBadPayload, "unexpected end"},
		{"JSON of something else", "keeper.json", "", `{"a":1}`, ErrBadPayload, "html and text"},
		{"broken front matter", "keeper.md", "", "---\ntitle: [a\n---\nx\n", ErrBadPayload, "front matter"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := ParseFile(test.file, test.format, []byte(test.data))
			if !errors.Is(err, test.is) || !strings.Contains(err.Error(), test.says) {
				t.Errorf("got %v, want %v that says %q", err, test.is, test.says)
			}
		})
	}
}

// TestMarkdownBlocks reads what Markdown has of its own.
func TestMarkdownBlocks(t *testing.T) {
	const source = `# The keeper

He ~~goes~~ stays[^1] on *the rock*.

- [x] wind the weights
- trim the wick

> The sea does not read rosters.

| Year | Storms |
|------|--------|
| 2024 | 31     |

    lamp --on

![A lamp](lamp.jpg)

[^1]: Until spring.
`
	p, err := ParseFile("keeper.md", "", []byte(source))
	if err != nil {
		t.Fatal(err)
	}
	a, err := article.Parse(p, article.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var blocks, skipped []string
	for _, b := range a.Blocks {
		blocks = append(blocks, string(b.Role)+": "+b.Text)
	}
	for _, s := range a.Skipped {
		skipped = append(skipped, s.Reason+": "+s.Text)
	}
	wantBlocks := []string{"headline: The keeper", "paragraph: He stays on the rock.", "list_item: wind the weights",
		"list_item: trim the wick", "quote: The sea does not read rosters."}
	wantSkipped := []string{"deleted: goes", "footnote mark: 1", "table: Year Storms 2024 31", "code: lamp --on", "footnotes: Until spring. ↩︎"}
	if !slices.Equal(blocks, wantBlocks) || !slices.Equal(skipped, wantSkipped) {
		t.Errorf("got %q, without %q", blocks, skipped)
	}
}
