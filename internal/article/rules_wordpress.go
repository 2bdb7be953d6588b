package article

// wordPressRules decide on the blocks of WordPress's editor (WordPress/gutenberg, block-library),
// the parts of its classic themes, and what its common plug-ins add to a text.
var wordPressRules = []rule{
	{".wp-block-verse", read, "a poem, although in pre"},
	{".wp-block-preformatted", read, "text with its line breaks, although in pre"},
	{".wp-block-details, .wp-block-accordion", read, "heading and text, as if it stood open"},
	{".wp-block-pullquote", readAsQuote, "a quote; dropped if it repeats the text"},
	{".wp-block-embed", skip, "embed"},
	{".wp-block-gallery, .gallery", skip, "gallery"},
	{".wp-block-buttons, .wp-block-button", skip, "button"},
	{".wp-block-file", skip, "file"},
	{".wp-block-audio, .wp-block-playlist, .powerpress_player", skip, "audio player"},
	{".wp-block-video", skip, "video player"},
	{".wp-block-code, .wp-block-syntaxhighlighter-code", skip, "code"},
	{".wp-element-caption, .wp-caption-text, .wp-block-post-featured-image", skip, "caption"},
	{".wp-block-newspack-blocks-homepage-articles, .wp-block-newspack-blocks-carousel", skip, "related articles"},
	{".wp-block-latest-posts, .wp-block-query, .wp-block-rss, .wp-block-archives, .wp-block-categories", skip, "related articles"},
	{".jp-relatedposts, .yarpp, .yarpp-related, .crp_related, .more-link, .wp-embedded-content", skip, "related articles"},
	{".wp-block-search, .wp-block-table-of-contents, .wp-block-tag-cloud, .wp-block-calendar", skip, "navigation"},
	{"[class*=wp-block-navigation], #toc_container, .ez-toc-container, .page-links, .post-nav-links", skip, "navigation"},
	{"[class*=wp-block-comment], .wp-block-latest-comments, #respond", skip, reasonComments},
	{".wp-block-social-links, .sharedaddy, .jp-sharing, .addtoany_share_save_container, .heateor_sss_sharing_container", skip, reasonShare},
	{".wp-block-jetpack-subscriptions, .wp-block-newsletterglue-form, .mc4wp-form, .wp-block-mailpoet-subscription-form-block", skip, "sign-up form"},
	{".wp-block-jetpack-contact-form, .wpcf7, .gform_wrapper", skip, "form"},
	{".wp-block-post-author, .wp-block-post-author-biography, .author-box, .saboxplugin-wrap, .pp-author-boxes-wrapper", skip, "about the author"},
	{".wp-block-post-date, .wp-block-post-terms, .entry-meta, .post-meta, .posted-on, .cat-links, .tags-links", skip, "date, author and tags"},
}
