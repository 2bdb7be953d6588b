package article

// ghostRules decide on the cards of Ghost's editor, as its renderer writes them (TryGhost/Koenig,
// kg-default-nodes), and on the parts of its themes. HTML cards are cut out before (paywall.go).
var ghostRules = []rule{
	{".kg-callout-emoji", skip, "emoji"},
	{".kg-callout-card", readUnlessSoliciting, reasonSolicitation}, // an editor's aside, or a request for support
	{".kg-toggle-card", read, "heading and text, as if it stood open"},
	{".kg-header-card-button", skip, "button"},
	{".kg-header-card", read, "headings of a part"},
	{".kg-image-card", skip, "caption"},
	{".kg-bookmark-card", skip, "bookmark card"},
	{".kg-gallery-card", skip, "gallery"},
	{".kg-embed-card", skipUnlessWanted, reasonEmbed},
	{".kg-nft-card", skip, reasonEmbed},
	{".kg-button-card", skip, "button"},
	{".kg-product-card", skip, "product"},
	{".kg-signup-card", skip, "sign-up form"},
	{".kg-cta-card", skip, "call to action"},
	{".kg-audio-card", skip, "audio player"},
	{".kg-video-card", skip, "video player"},
	{".kg-file-card", skip, "file"},
	{".kg-code-card", skip, "code"},
	{".kg-card", skip, "unknown card"}, // of a later Ghost: most are not text

	{".gh-article-tag, .gh-article-meta", skip, "date, author and tags"},
	{".gh-comments", skip, reasonComments},
	{".gh-card, .gh-read-more", skip, "related articles"},
	{".gh-post-upgrade-cta", skip, "membership"},
}
