package article

import (
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/aloud-audio/aloud/internal/lazyregexp"
)

// The fields of a payload beside its HTML are text. CMSs send them with entities and tags all the
// same, and some encode them twice.

// plain returns a field's text on one line, without markup.
func plain(field string) string {
	const most = 2 // times that a sender may have encoded it
	for range most {
		if !encoded().MatchString(field) {
			break
		}
		root, err := parseFragment(escapeSigns(field))
		if err != nil {
			break
		}
		field = rawText(root)
	}
	return fold(field)
}

// encoded matches an entity or a tag.
var encoded = lazyregexp.New(`&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});|<[/!a-zA-Z]`)

// tagName matches what may begin a tag.
var tagName = lazyregexp.New(`<(/?)([a-zA-Z][a-zA-Z0-9]*)?`)

// escapeSigns escapes what only looks like the beginning of a tag: "a<b" and "for x<y".
func escapeSigns(field string) string {
	return tagName().ReplaceAllStringFunc(field, func(tag string) string {
		name := strings.ToLower(strings.TrimLeft(tag, "</"))
		if name != "" && atom.Lookup([]byte(name)) != 0 {
			return tag
		}
		return "&lt;" + tag[1:]
	})
}

// plainParagraphs decodes the entities of a text, whose lines stay. Only a text that has tags is
// markup; elsewhere a sign is a sign.
func plainParagraphs(text string) string {
	if !encoded().MatchString(text) {
		return text
	}
	lines := strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text), "\n")
	for i, line := range lines {
		lines[i] = plain(line)
	}
	return strings.Join(lines, "\n")
}
