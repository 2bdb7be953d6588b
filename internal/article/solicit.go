package article

import (
	"net/url"
	"strings"
	"unicode"

	"github.com/aloud-audio/aloud/internal/lazyregexp"
)

// A request for membership, a donation, a subscription or an address is in a clause that opens with
// one of the languages' phrases, or contains one. News about memberships and donations has the same
// words, so only what is said to the reader counts: an English imperative must open its clause; in
// most other languages the imperative is a form of its own.
var (
	opens = lazyregexp.Build(func() string {
		return `^(?:` + anyOf("ask lead-ins") + ` )*` + anyOf("asks: opening") + `(?:\s|$)`
	})
	contains = lazyregexp.Build(func() string { return `(?:^|\s)` + anyOf("asks: anywhere") + `(?:\s|$)` })
)

// solicits reports whether a text, from rawText, asks the reader for money, membership or an
// address, or links to where that is done.
func solicits(text string, links []string) bool {
	const enough = 4 << 10 // bytes; who asks does so at once
	for _, link := range links {
		if isSolicitationLink(link) {
			return true
		}
	}
	for _, clause := range clauses(text[:min(len(text), enough)]) {
		if opens().MatchString(clause) || contains().MatchString(clause) {
			return true
		}
	}
	return false
}

// plainMarks has one apostrophe for all, spaces for hyphens and a full stop at the end of each
// line.
var plainMarks = strings.NewReplacer("’", "'", "ʼ", "'", "-", " ", "‑", " ", "\n", " ", lineBreak, ".").Replace

// clauses returns the parts of a text between punctuation marks, in lower case.
func clauses(text string) []string {
	text = plainMarks(strings.ToLower(text))
	parts := strings.FieldsFunc(text, func(r rune) bool {
		return !isWordRune(r) && !unicode.IsMark(r) && !unicode.IsSpace(r) && r != '\''
	})
	for i, part := range parts {
		parts[i] = fold(part)
	}
	return parts
}

var (
	solicitationHosts = lazyregexp.New(`(^|\.)(patreon\.com|buymeacoffee\.com|ko-fi\.com|liberapay\.com|opencollective\.com|donorbox\.org|paypal\.me|send\.monobank\.ua|boosty\.to)$`)
	solicitationPath  = lazyregexp.New(`(?i)(^|/)(subscri(be|ption|ptions)|memberships?|donat(e|ion|ions)|support-us|sign-?up|newsletters?)/?$`)
)

// isSolicitationLink knows Ghost's own sign-up and support windows (#/portal/…), the usual pages of
// a publication, and the sites that collect for others.
func isSolicitationLink(link string) bool {
	u, err := url.Parse(link)
	if err != nil {
		return false
	}
	return strings.HasPrefix(u.Fragment, "/portal") || solicitationHosts().MatchString(u.Hostname()) || solicitationPath().MatchString(u.Path)
}
