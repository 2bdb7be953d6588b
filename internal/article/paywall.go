package article

import (
	"html"
	"slices"
	"strings"

	"github.com/aloud-audio/aloud/internal/lazyregexp"
)

const (
	publicVisibility   = "public"
	membersOnlyPreview = "preview" // as Options.MembersOnly
)

// Reasons for text that is not for everybody.
const (
	reasonPaywall     = "behind the paywall"
	reasonGated       = "gated block"
	reasonHTMLCard    = "HTML card"
	reasonMembersOnly = "for members only"
)

// The comments by which Ghost delimits what is not for everybody, or not text.
//
// They are found in the source, as Ghost itself finds them
// (core/server/api/endpoints/utils/serializers/output/utils/ post-gating.js), and not in the parsed
// tree: there, regions may begin and end at different depths, and the parser moves text out of
// tables and to before comments that stand behind </body>.
var (
	paywallMarker = lazyregexp.New(`(?i)<!--\s*members-only\s*-->`)
	otherMarker   = lazyregexp.New(`(?i)<!--\s*(?:begin |start )?paywall(?: begins?| starts?)?\s*-->`) // of no CMS in particular
	bodyTag       = lazyregexp.New(`(?i)<body[\s>]`)
	regionMarker  = lazyregexp.New(`(?is)<!--\s*(kg-card-begin:\s*html|kg-card-end:\s*html|kg-gated-block:begin\b(.*?)|kg-gated-block:end)\s*-->`)
	forNonMembers = lazyregexp.New(`(?i)(?:^|\s)nonMember:\s*true(?:\s|$)`)
)

// cutHidden removes from src what must not be read: everything after the paywall marker unless the
// article is public, blocks gated for members, and HTML cards. A region that is never closed
// reaches to the end. An inert element with the reason and the beginning of the text replaces it.
// paywall reports whether there is a paywall marker.
func cutHidden(src, visibility string, hold Gates) (out string, paywall bool) {
	marker := findPaywall(src, hold)
	if marker == nil || visibility == publicVisibility {
		return cutShortcodes(cutRegions(src, hold), hold), marker != nil
	}
	return cutShortcodes(cutRegions(src[:marker[0]], hold), hold) + placeholders(reasonPaywall, src[marker[1]:]), true
}

// findPaywall finds the first paywall marker. In a page's head such a comment is about scripts.
func findPaywall(src string, hold Gates) []int {
	if hold == NoGates {
		return nil
	}
	marker := paywallMarker().FindStringIndex(src)
	if hold == CMSGates {
		return marker
	}
	body := 0
	if tag := bodyTag().FindStringIndex(src); tag != nil {
		body = tag[1]
	}
	other := otherMarker().FindStringIndex(src[body:])
	if other == nil || marker != nil && marker[0] < body+other[0] {
		return marker
	}
	return []int{body + other[0], body + other[1]}
}

func cutRegions(src string, hold Gates) string {
	c := regionCutter{open: hold == NoGates}
	at := 0
	for _, m := range regionMarker().FindAllStringSubmatchIndex(src, -1) {
		c.copy(src[at:m[0]])
		at = m[1]
		switch name := strings.ToLower(src[m[2]:m[3]]); {
		case strings.HasPrefix(name, "kg-card-begin"):
			c.card = true
		case strings.HasPrefix(name, "kg-card-end"):
			c.card = false
		case name == "kg-gated-block:end":
			c.gates = c.gates[:max(0, len(c.gates)-1)]
		default:
			c.gates = append(c.gates, openToAll(src[m[4]:m[5]]))
		}
	}
	c.copy(src[at:])
	c.drop("")
	return c.out.String()
}

// openToAll parses the parameters of a gated block. A block that contains the beginning of another
// comment is broken.
func openToAll(params string) bool {
	return forNonMembers().MatchString(params) && !strings.Contains(params, "<!--")
}

type regionCutter struct {
	out   strings.Builder
	card  bool   // in an HTML card
	open  bool   // gated blocks are read
	gates []bool // the gated blocks that are open; true: for those who are not members, too

	reason  string // of what is being dropped
	dropped strings.Builder
}

func (c *regionCutter) copy(src string) {
	switch {
	case !c.open && slices.Contains(c.gates, false):
		c.drop(reasonGated)
	case c.card:
		c.drop(reasonHTMLCard)
	default:
		c.drop("")
		c.out.WriteString(src)
		return
	}
	c.dropped.WriteString(src)
}

// drop continues to drop text for a reason. For a new reason it first writes a placeholder for the
// text dropped before.
func (c *regionCutter) drop(reason string) {
	if reason == c.reason {
		return
	}
	c.out.WriteString(placeholders(c.reason, c.dropped.String()))
	c.dropped.Reset()
	c.reason = reason
}

// The attributes of the template elements that replace removed text: no insertion mode moves a
// template.
const (
	placeholderReason = "data-aloud-skipped"
	placeholderText   = "data-aloud-text"
)

// placeholders returns elements that replace removed HTML; HTML without text gets none.
func placeholders(reason, src string) string {
	root, err := parseFragment(src)
	if err != nil {
		return ""
	}
	var b strings.Builder
	for _, text := range excerptsOf(root) {
		b.WriteString(`<template ` + placeholderReason + `="` + reason + `" ` + placeholderText + `="` + html.EscapeString(text) + `"></template>`)
	}
	return b.String()
}
