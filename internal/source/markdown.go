package source

import (
	"bytes"
	"cmp"
	"fmt"
	"strings"
	"sync"

	"github.com/goccy/go-yaml"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/lazyregexp"
)

// markdown is GitHub's, with footnotes. Raw HTML passes: the rules decide on it as on any other.
var markdown = sync.OnceValue(func() goldmark.Markdown {
	return goldmark.New(
		goldmark.WithExtensions(extension.GFM, extension.Footnote),
		goldmark.WithRendererOptions(html.WithUnsafe()),
	)
})

// frontMatter is the YAML block that may open a Markdown file. Other keys are ignored. Authors are
// a name, a list of names, or a list of objects with a name.
type frontMatter struct {
	Title       string `yaml:"title"`
	Author      any    `yaml:"author"`
	Authors     any    `yaml:"authors"`
	Byline      any    `yaml:"byline"`
	Language    string `yaml:"language"`
	Lang        string `yaml:"lang"`
	Standfirst  string `yaml:"standfirst"`
	Description string `yaml:"description"`
}

var frontMatterBlock = lazyregexp.New(`(?s)^---[ \t]*\r?\n([\w-]+:.*?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)`)

// parseMarkdown fills in a payload from Markdown. The title is the front matter's, or else the
// first level-one heading if nothing but headings and comments stands above it.
func parseMarkdown(p *article.Payload, data []byte) error {
	src := utf8Text(data)
	var front frontMatter
	if m := frontMatterBlock().FindStringSubmatchIndex(src); m != nil {
		if err := yaml.Unmarshal([]byte(src[m[2]:m[3]]), &front); err != nil {
			return fmt.Errorf("%w: front matter: %w", ErrBadPayload, err)
		}
		src = src[m[1]:]
	}
	source := []byte(src)
	doc := markdown().Parser().Parse(text.NewReader(source))
	heading, err := takeTitle(doc, source)
	if err != nil {
		return err
	}
	body, err := renderMarkdown(doc, source)
	if err != nil {
		return err
	}
	p.Title = cmp.Or(strings.TrimSpace(front.Title), heading)
	p.Byline = article.Names(front.Byline, front.Authors, front.Author)
	p.Language = cmp.Or(front.Language, front.Lang)
	p.Standfirst = cmp.Or(front.Standfirst, front.Description)
	p.HTML = body
	return checkText(p.HTML)
}

// takeTitle takes the heading that is the title out of the document.
func takeTitle(doc ast.Node, source []byte) (string, error) {
	for n := doc.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Heading:
			if n.Level != 1 {
				continue
			}
			rendered, err := renderMarkdown(n, source)
			if err != nil {
				return "", err
			}
			doc.RemoveChild(doc, n)
			return article.TextOfHTML(rendered)
		case *ast.HTMLBlock, *ast.ThematicBreak:
			continue
		}
		return "", nil
	}
	return "", nil
}

func renderMarkdown(n ast.Node, source []byte) (string, error) {
	var out bytes.Buffer
	if err := markdown().Renderer().Render(&out, source, n); err != nil {
		return "", fmt.Errorf("reading the markdown: %w", err)
	}
	return out.String(), nil
}
