package article

// gateRules match what paywalls, membership plug-ins and themes put around text that not everybody
// may read. Such elements are removed before anything else is decided (gates.go), so no setting can
// have them read. Ghost's gates are comments (paywall.go); the selectors in a page's JSON-LD are
// handled in gates.go.
var gateRules = []rule{
	// AMP: https://amp.dev/documentation/components/websites/amp-subscriptions and amp-access.
	{"[subscriptions-section=content]", skip, reasonGated},
	{`[amp-access]:not([amp-access^="NOT " i])`, skip, reasonGated},
	{"[subscriptions-section], [amp-access], [subscriptions-dialog]", skip, "membership"}, // for all others

	// WordPress: Jetpack, Paid Memberships Pro, Restrict Content Pro, MemberPress, Memberful,
	// Ultimate Member, Newspack.
	{".wp-block-jetpack-paid-content, .wp-block-premium-content-subscriber-view", skip, reasonGated},
	{".wp-block-premium-content-logged-out-view", skip, "membership"},
	{".pmpro_content, .rcp_restricted, .rcp-restricted, .mepr-content, .memberful-content, .um-locked-content", skip, reasonGated},
	{".pmpro_content_message, .rcp_restricted_message, .mepr-unauthorized-message, .memberful-global-teaser-content", skip, "membership"},
	{".wp-block-pmpro-membership, .wp-block-memberpress-protected-content, .newspack-content-gate__content", skip, reasonGated},

	// Themes.
	{".premium-content, .is-premium, .paid-only, .premium-only, .subscriber-content, .subscribers-content", skip, reasonGated},
	{".member-content, .members-content, .gated-content, .locked-content, .paywalled-content, .is-locked, .is-paywalled", skip, reasonGated},
	{"[class*=subscriber-only i], [class*=subscribers-only i], [class*=member-only i], [class*=members-only i]", skip, reasonGated},
	{"[data-paywall]:not([data-paywall=false]):not([data-paywall=free]):not([data-paywall=none]):not([data-paywall='0'])", skip, reasonGated},
	{"[data-visibility=members], [data-visibility=paid], [data-visibility=tiers], [data-visibility=subscribers], [data-visibility=premium]", skip, reasonGated},
}

var gateRuleset = newRuleset(gateRules)
