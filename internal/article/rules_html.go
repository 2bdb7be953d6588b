package article

const (
	reasonFootnoteMark = "footnote mark"
	reasonCaption      = "caption"
	reasonRelated      = "related articles"
	reasonRelatedLinks = "links to earlier articles"
	reasonLinks        = "list of links"
	reasonLink         = "link"
	reasonComments     = "comments"
	reasonCookies      = "cookie notice"
	reasonDialog       = "dialog"
	reasonCopyright    = "copyright"
	reasonShare        = "share links"
	reasonTable        = "table"
	reasonByline       = "date, author and tags"
	reasonBio          = "about the author"
	reasonNote         = "note from the author"
	reasonSolicitation = "solicitation"
	reasonQuoted       = "who is quoted"
	reasonTime         = "time"
	reasonRepeats      = "repeats the text"
	reasonBeside       = "beside the text"
	reasonOther        = "another article"
	reasonNothingBelow = "no text below it"
	reasonAudio        = "audio player"
	reasonAd           = "advertisement"
	reasonPromotion    = "promotion"
	reasonNavigation   = "navigation"
	reasonReader       = "note to the reader"
	reasonSummary      = "summary"
	reasonEmbed        = "embed"
	reasonMembership   = "membership"
	reasonHover        = "shows at a pointer"
	reasonAlert        = "alert"
)

// htmlRules decide on elements, roles and widely used classes of any page. Data tables and footnote
// marks that nothing tells but their shape: table.go, footnote.go. Elements without text: wordless.
var htmlRules = []rule{
	// Footnotes: Ghost's Markdown card, WordPress, goldmark, DPUB-ARIA.
	{".footnotes, .wp-block-footnotes, [role=doc-endnotes], div.footnote, section.footnote, li.footnote", skip, "footnotes"},
	{".footnote-ref, .footnote-backref, [data-fn], [role=doc-backlink], [role=doc-noteref]", skip, reasonFootnoteMark},

	// Quotes. An aside or a figure that is one is no aside; all are dropped if they repeat the text
	// (quotes.go).
	{"blockquote footer, blockquote cite, figure.quote figcaption", read, reasonQuoted},
	{".pullquote, .pull-quote, .pull_quote, .pullQuote, [data-pullquote]", readAsQuote, "a quote; dropped if it repeats the text"},

	// Posts of other sites, with and without the frame that shows them.
	{".twitter-tweet, .twitter-video, .instagram-media, .tiktok-embed, .bluesky-embed, .mastodon-embed, .fb-post, .reddit-embed-bq, .reddit-card, .telegram-post, .text-post-media", skipUnlessWanted, reasonEmbed},
	{"iframe, object, embed, canvas, map, amp-twitter, amp-instagram, amp-facebook, amp-youtube, amp-iframe, amp-embed", skip, reasonEmbed},

	// The parts of a page around its article's text.
	{"nav, [role=navigation], [role=menu], [role=menubar], .breadcrumb, .breadcrumbs", skip, "navigation"},
	{"body > header, [role=banner], [role=search]", skip, "page header"},
	{"footer, [role=contentinfo]", skip, "page footer"},
	{"aside, [role=complementary]", skip, "aside"},
	{"#comments, .comments-area, .comment-list, .comment-respond, #disqus_thread", skip, reasonComments},
	{".related-posts, .related-articles, .related-stories, [role=feed]", skip, reasonRelated},
	{"amp-ad, amp-sticky-ad, ins.adsbygoogle, .adsbygoogle", skip, "advertisement"},
	{"amp-consent, amp-user-notification, #onetrust-banner-sdk, #CybotCookiebotDialog, #cookie-law-info-bar", skip, reasonCookies},
	{"dialog, [role=dialog], [role=alertdialog], [aria-modal=true]", skip, reasonDialog},

	// Elements that are no running text. Those without text of their own leave no trace in the list
	// of what is skipped.
	{"[role=tooltip], [popover], .hovercard, .hover-card, .tooltiptext, .tooltip-text, .tooltip-content, .popover-content, .popover-body", skip, reasonHover},
	{"[role=alert], [role=status], [role=marquee], marquee", skip, reasonAlert},
	{`[hidden], [style*="display:none" i], [style*="display: none" i], [style*="visibility:hidden" i], .screen-reader-text, .sr-only, .visually-hidden, .visuallyhidden`, skip, "hidden"},
	{"[aria-hidden=true]", skipUnlessText, "hidden"},
	{"figcaption, amp-img, .caption, .wp-caption, .image-caption, .photo-credit, .image-credit", skip, reasonCaption},
	{"figure:haschild(blockquote), figure:haschild(table)", read, "what is in it has its own rules"},
	{"figure", skipUnlessText, reasonCaption},
	{"form, input, datalist, fieldset, label", skip, "form"},
	{"button, [role=button]", skip, "button"},
	{"audio, amp-audio", skip, "audio player"},
	{"video, amp-video", skip, "video player"},
	{".poem, .poetry, .verse, .stanza, .lyrics", read, "a poem, line by line"},
	{"pre", skip, "code"},
	{"math", skip, "formula"},
	{"del", skip, "deleted"},        // s is what a reader is still to see, often as a joke
	{"rt, rp", skip, "reading aid"}, // says the ruby text a second time
	{"details, summary", read, "as if it stood open"},
}
