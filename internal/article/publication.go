package article

import (
	"net/url"
	"slices"
	"strings"

	"github.com/PuerkitoBio/goquery"

	"github.com/aloud-audio/aloud/internal/lang"
)

// publication has the names of a page's site and publisher, as words has them, in lower case: they
// are no part of a headline and no author.
type publication struct{ names []string }

func publicationOf(doc *goquery.Document, data structured) publication {
	var p publication
	p.add(metas(doc, "og:site_name")...)
	for _, name := range []string{"application-name", "apple-mobile-web-app-title", "publisher", "dc.publisher", "copyright", "cre"} {
		p.add(withoutTitle(metas(doc, name), doc)...)
	}
	p.add(data.publishers()...)
	for _, handle := range metas(doc, "twitter:site") {
		p.add(strings.TrimPrefix(handle, "@"))
	}
	if u, err := url.Parse(pageURL(doc)); err == nil && u.Hostname() != "" {
		host := strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
		p.add(host)
		if labels := strings.Split(host, "."); len(labels) > 1 {
			p.add(labels[len(labels)-2])
		}
	}
	return p
}

// withoutTitle leaves out the page's title, which some templates put where the site's name belongs.
func withoutTitle(names []string, doc *goquery.Document) []string {
	title := meta(doc, "og:title")
	return slices.DeleteFunc(names, func(name string) bool { return sameWords(name, title) })
}

func (p *publication) add(names ...string) {
	const shortest = 2 // bytes
	for _, name := range names {
		if name = strings.ToLower(words(plain(name))); len(name) >= shortest && !slices.Contains(p.names, name) {
			p.names = append(p.names, name)
		}
	}
}

// is reports whether a text is one of the names.
func (p publication) is(text string) bool {
	text = strings.ToLower(words(text))
	return slices.ContainsFunc(p.names, func(name string) bool {
		return name == text || slices.ContainsFunc(lang.Phrases("site names: in front"), func(word string) bool { return word+name == text || name == word+text })
	})
}

// isLike reports whether a short text is a form of one of the names: it begins with one, or one
// begins with it.
func (p publication) isLike(text string) bool {
	const longest, shortest = 5, 3 // words, bytes
	if len(strings.Fields(text)) > longest {
		return false
	}
	text = strings.ToLower(words(text))
	return len(text) >= shortest && slices.ContainsFunc(p.names, func(name string) bool {
		return len(name) >= shortest && (strings.HasPrefix(text, name) || strings.HasPrefix(name, text) || strings.HasSuffix(name, text))
	})
}
