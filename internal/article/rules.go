package article

import (
	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"
)

// verdict is what a rule does with the elements it matches.
type verdict string

const (
	skip                 verdict = "skip"
	read                 verdict = "read" // it and what it contains, which is subject to the rules in its turn
	readUnlessSoliciting verdict = "read unless it solicits"
)

// rules decide what is read. The first rule that matches an element decides; elements without one are read, struck-out
// text too, s and del alike: which of them it is depends on the editor's tool.
//
// Cards are those of Ghost's editor as its renderer writes them (TryGhost/Koenig, kg-default-nodes), blocks those of
// WordPress (WordPress/gutenberg, block-library).
var rules = compile([]rule{
	// Ghost's cards.
	{selector: ".kg-callout-emoji", verdict: skip, reason: "emoji"},
	{selector: ".kg-callout-card", verdict: readUnlessSoliciting, reason: "solicitation"},
	{selector: ".kg-toggle-card, .kg-header-card", verdict: read},
	{selector: ".kg-header-card-button", verdict: skip, reason: "button"},
	{selector: ".kg-image-card", verdict: skip, reason: "caption"},
	{selector: ".kg-bookmark-card", verdict: skip, reason: "bookmark card"},
	{selector: ".kg-gallery-card", verdict: skip, reason: "gallery"},
	{selector: ".kg-embed-card, .kg-nft-card", verdict: skip, reason: "embed"},
	{selector: ".kg-button-card", verdict: skip, reason: "button"},
	{selector: ".kg-product-card", verdict: skip, reason: "product"},
	{selector: ".kg-signup-card", verdict: skip, reason: "sign-up form"},
	{selector: ".kg-cta-card", verdict: skip, reason: "call to action"},
	{selector: ".kg-audio-card", verdict: skip, reason: "audio player"},
	{selector: ".kg-video-card", verdict: skip, reason: "video player"},
	{selector: ".kg-file-card", verdict: skip, reason: "file"},
	{selector: ".kg-code-card", verdict: skip, reason: "code"},
	{selector: ".kg-card", verdict: skip, reason: "unknown card"}, // of a later Ghost: most are not text

	// WordPress's blocks, and what its common plug-ins add.
	{selector: ".wp-block-verse", verdict: read}, // a poem, although in pre
	{selector: ".wp-block-embed", verdict: skip, reason: "embed"},
	{selector: ".wp-block-gallery, .gallery", verdict: skip, reason: "gallery"},
	{selector: ".wp-block-buttons, .wp-block-button", verdict: skip, reason: "button"},
	{selector: ".wp-block-file", verdict: skip, reason: "file"},
	{selector: ".wp-block-audio, .wp-block-playlist", verdict: skip, reason: "audio player"},
	{selector: ".wp-block-video", verdict: skip, reason: "video player"},
	{selector: ".wp-block-code", verdict: skip, reason: "code"},
	{selector: ".wp-block-pullquote", verdict: skip, reason: "pull quote"}, // repeats the text
	{selector: ".wp-element-caption, .wp-caption-text", verdict: skip, reason: "caption"},
	{selector: ".wp-block-latest-posts, .wp-block-query, .wp-block-rss, .jp-relatedposts, .more-link", verdict: skip, reason: "related articles"},
	{selector: ".wp-block-search, .wp-block-table-of-contents, .wp-block-tag-cloud", verdict: skip, reason: "navigation"},
	{selector: "[class*=wp-block-navigation]", verdict: skip, reason: "navigation"},
	{selector: "[class*=wp-block-comments], .wp-block-latest-comments", verdict: skip, reason: "comments"},
	{selector: ".wp-block-social-links, .sharedaddy", verdict: skip, reason: "share links"},

	// Footnotes: Ghost's Markdown card, WordPress, goldmark, DPUB-ARIA. Marks without any of these: footnoteMark.
	{selector: ".footnotes, .wp-block-footnotes, [role=doc-endnotes]", verdict: skip, reason: "footnotes"},
	{selector: ".footnote-ref, .footnote-backref, [data-fn], [role=doc-backlink], [role=doc-noteref]", verdict: skip, reason: reasonFootnoteMark},

	// The parts of a page around its article's text.
	{selector: "nav, [role=navigation], .breadcrumb, .breadcrumbs", verdict: skip, reason: "navigation"},
	{selector: "body > header, [role=banner], [role=search]", verdict: skip, reason: "page header"},
	{selector: "blockquote footer", verdict: read}, // who is quoted
	{selector: "footer, [role=contentinfo]", verdict: skip, reason: "page footer"},
	{selector: "aside, [role=complementary]", verdict: skip, reason: "aside"},
	{selector: ".gh-article-tag, .gh-article-meta, .entry-meta, .post-meta, .reading-time", verdict: skip, reason: "date, author and tags"},
	{selector: ".gh-comments, #comments, .comments-area, #disqus_thread", verdict: skip, reason: "comments"},
	{selector: ".gh-card, .gh-read-more, .related-posts", verdict: skip, reason: "related articles"},

	// Embeds that stand outside a card.
	{selector: ".twitter-tweet, .instagram-media, .tiktok-embed, .bluesky-embed, .fb-post", verdict: skip, reason: "embed"},

	// Elements that are no running text. Those without text of their own leave no trace in the list of what is skipped.
	{selector: `[hidden], [aria-hidden=true], [style*="display:none" i], [style*="display: none" i]`, verdict: skip, reason: "hidden"},
	{selector: "script, style, template, noscript, svg, head, title", verdict: skip, reason: "not text"},
	{selector: "figcaption", verdict: skip, reason: "caption"},
	{selector: "form, input, select, textarea, datalist", verdict: skip, reason: "form"},
	{selector: "button", verdict: skip, reason: "button"},
	{selector: "iframe, object, embed, canvas, map", verdict: skip, reason: "embed"},
	{selector: "audio", verdict: skip, reason: "audio player"},
	{selector: "video", verdict: skip, reason: "video player"},
	{selector: "pre", verdict: skip, reason: "code"},
	{selector: "math", verdict: skip, reason: "formula"},
	{selector: "dialog", verdict: skip, reason: "dialog"},
	{selector: "rt, rp", verdict: skip, reason: "reading aid"}, // says the ruby text a second time
})

type rule struct {
	selector string // CSS
	verdict  verdict
	reason   string // for people, if it is not read
	matcher  cascadia.SelectorGroup
}

func compile(table []rule) []rule {
	for i, r := range table {
		matcher, err := cascadia.ParseGroup(r.selector)
		if err != nil {
			panic("article: the rule for " + r.selector + ": " + err.Error())
		}
		table[i].matcher = matcher
	}
	return table
}

// ruleFor is the rule that decides on an element.
func ruleFor(n *html.Node) rule {
	for _, r := range rules {
		if r.matcher.Match(n) {
			return r
		}
	}
	return rule{verdict: read}
}

// attr is the value of an element's attribute, "" if it has none.
func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name && a.Namespace == "" {
			return a.Val
		}
	}
	return ""
}
