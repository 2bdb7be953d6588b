package article

import (
	"strings"

	"github.com/aloud-audio/aloud/internal/lazyregexp"
)

// WordPress shortcodes remain in HTML as typed if their plug-in is switched off, or if the text
// comes from the database (https://developer.wordpress.org/plugins/shortcodes/). Editors' square
// brackets, "[the mayor] left", are text.

// enclosing maps the shortcodes whose content is not read to the reason.
var enclosing = map[string]string{
	"membership": reasonGated, "pmpro_member": reasonGated, "restrict": reasonGated, "rcp_restrict": reasonGated, "mepr-show": reasonGated,
	"mepr-active": reasonGated, "members_only": reasonGated, "members-only": reasonGated, "memberful": reasonGated, "private": reasonGated,
	"paywall": reasonGated, "premium": reasonGated, "premium_content": reasonGated, "subscribers_only": reasonGated, "um_loggedin": reasonGated,
	"ihc-hide-content": reasonGated, "wcm_restrict": reasonGated, "wlm_private": reasonGated, "member": reasonGated, "is_logged_in": reasonGated,
	"caption": reasonCaption, "wp_caption": reasonCaption, "embed": reasonEmbed, "audio": "audio player", "video": "video player",
	"playlist": "audio player", "gallery": "gallery", "code": "code", "button": "button",
}

var (
	// [name attributes], [/name]; in scripts, which hold the text once more, none is looked for.
	shortcodeTag = lazyregexp.New(`(?is)<script\b.*?</script\s*>|\[(/?)([a-z][a-z0-9_-]*)((?:\s[^\[\]<>]*)?/?)\]`)
	attributes   = lazyregexp.New(`^(?:\s+[\w-]+=(?:"[^"]*"|'[^']*'|[“”″][^“”″]*[“”″]|(?:&quot;|&#822[01];|&#8243;).*?(?:&quot;|&#822[01];|&#8243;)|[\w./:,-]+))+\s*/?$`)
)

// shortcode is a tag in HTML.
type shortcode struct {
	from, to int // bytes
	name     string
	closes   bool
	rest     string // after the name
	paired   bool   // the same name closes behind it
	closedBy int    // index of the tag that closes it, 0 if none does
}

// cutShortcodes removes from src the shortcodes that enclose what is not read, with their content,
// and the tags of all others. One of the former without a closing tag encloses nothing, as in
// WordPress.
func cutShortcodes(src string, hold Gates) string {
	if !strings.Contains(src, "[") {
		return src
	}
	tags := shortcodesIn(src)
	pair(tags)
	markPairs(tags)
	var out strings.Builder
	at := 0
	for _, tag := range tags {
		switch {
		case tag.from < at: // within what was cut
			continue
		case tag.closedBy > 0 && (hold != NoGates || enclosing[tag.name] != reasonGated):
			end := tags[tag.closedBy]
			out.WriteString(src[at:tag.from] + placeholders(enclosing[tag.name], src[tag.to:end.from]))
			tag.to = end.to
		case tag.isShortcode():
			out.WriteString(src[at:tag.from])
		default:
			continue
		}
		at = tag.to
	}
	out.WriteString(src[at:])
	return out.String()
}

func shortcodesIn(src string) []shortcode {
	var tags []shortcode
	for _, m := range shortcodeTag().FindAllStringSubmatchIndex(src, -1) {
		if m[2] >= 0 {
			tags = append(tags, shortcode{from: m[0], to: m[1], closes: m[2] < m[3], name: strings.ToLower(src[m[4]:m[5]]), rest: src[m[6]:m[7]]})
		}
	}
	return tags
}

// pair finds the closing tag of each shortcode whose content is not read. Of nested gates, or gates
// of which not all are closed, the first opens and the last closes. Any other closing tag belongs
// to the tag before it.
func pair(tags []shortcode) {
	type open struct{ first, depth int }
	opened := map[string]open{}
	for i, tag := range tags {
		reason, known := enclosing[tag.name]
		o, isOpen := opened[tag.name]
		switch {
		case !known:
		case !tag.closes && isOpen && reason == reasonGated:
			opened[tag.name] = open{o.first, o.depth + 1}
		case !tag.closes:
			opened[tag.name] = open{i, 1}
		case isOpen:
			tags[o.first].closedBy = i
			if o.depth--; o.depth == 0 {
				delete(opened, tag.name)
			} else {
				opened[tag.name] = o
			}
		}
	}
}

// markPairs marks the shortcodes of any name that a tag of the same name closes.
func markPairs(tags []shortcode) {
	closed := map[string]bool{}
	for i := len(tags) - 1; i >= 0; i-- {
		tag := &tags[i]
		if tag.closes {
			closed[tag.name] = true
		}
		tag.paired = !tag.closes && closed[tag.name]
	}
}

// isShortcode distinguishes a tag from an editor's square brackets: it has attributes or a slash,
// or is closed, or is a name such as [newsletter_form] that no editor writes.
func (s shortcode) isShortcode() bool {
	return s.closes || s.paired || s.rest == "" && strings.ContainsAny(strings.Trim(s.name, "-_"), "_") || strings.HasSuffix(s.rest, "/") || attributes().MatchString(s.rest)
}
