package article

import (
	"strings"
	"unicode"

	"github.com/aloud-audio/aloud/internal/lazyregexp"
)

// A byline says what its authors are, and names desks and agencies where no person wrote the
// article: "Political Editor Jane Roe", "Sports Desk".

var (
	roleBefore = lazyregexp.Build(func() string { return `^(?i:(?:\S+ ){0,3}?(?:\S+-)?` + anyOf("byline: roles") + `) (.+ .+)$` })
	roleBehind = lazyregexp.Build(func() string { return `(?:^|[\s-])(?i:` + anyOf("byline: roles") + `)$` })
	roleBeside = lazyregexp.Build(func() string { return `^(?:` + anyOf("byline: roles") + `) ?| ?(?:` + anyOf("byline: roles") + `)$` })
	desk       = lazyregexp.Build(func() string { return `(?:^|[\s-])(?i:` + anyOf("byline: desks") + `)(?:[\s.,-]|$)` })
	inPlace    = lazyregexp.Build(func() string { return `^(?i:` + anyOf("byline: in a place") + `) ` })
	agencyName = lazyregexp.Build(func() string {
		return `^(?i:(?:the |` + anyOf("byline: desks") + ` )?` + anyOf("agencies", "byline: agencies") + `)$`
	})
	// initialsOnly is the abbreviation of a paper.
	initialsOnly = lazyregexp.New(`^(?:\p{Lu}\.){3,}$`)
)

// withoutRole returns a name without the role of the person.
func withoutRole(name string) string {
	if !strings.ContainsFunc(name, func(r rune) bool { return unicode.IsUpper(r) || unicode.IsLower(r) }) {
		return roleBeside().ReplaceAllString(name, "")
	}
	if found := roleBefore().FindStringSubmatch(name); found != nil && isCapitalised(found[1]) {
		return found[1]
	}
	return name
}

// isDesk reports whether a name is that of a desk of a newsroom, a role or a place, but not of an
// agency.
func isDesk(name string) bool {
	if agencyName().MatchString(name) {
		return false
	}
	return desk().MatchString(name) || inPlace().MatchString(name) || initialsOnly().MatchString(name) || roleBehind().MatchString(name)
}
