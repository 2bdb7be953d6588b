package article

import (
	"slices"
	"strings"

	"github.com/aloud-audio/aloud/internal/lang"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
	"github.com/aloud-audio/aloud/internal/lazyregexp"
)

// Captions stand in paragraphs too, below an image. The credit at their end shows it.

var (
	// labelledCredit is "Boats at noon. Photo: Jane Roe / The Post".
	labelledCredit = lazyregexp.Build(func() string {
		return `(?:^|[.!?…"”»)]\s+|\s[-–—|/(\[]\s*)(?i:` + anyOf("labels: caption", "photo by") + `)\.?(?: (?i:` + anyOf("photo credit: behind a label") + `))?\s?[:/]\s?[^.!?:]{2,80}[)\]]?\.?$`
	})
	// creditLabel matches a text that has a label of labelledCredit. It rejects other texts at less
	// cost.
	creditLabel = rewrite.AtStartOf(func() string { return `(?s:.*)(?i:` + anyOf("labels: caption", "photo by") + `)` })
	// signedCredit is "Boats at noon. © Jane Roe".
	signedCredit = lazyregexp.New(`(?:^|[\s(])©\s?[^.!?]{2,80}\)?\.?$`)
	// bracketedCredit is "Boats at noon. (Jane Roe/The Post)".
	bracketedCredit = lazyregexp.Build(func() string {
		return `[(\[](?:\p{Lu}[\p{L}.'’-]* (?:[\p{L}.'’-]+ ?){1,3}/ ?\p{Lu}[^()/]{1,50}|(?i:` + anyOf("labels: caption") + `)(?: ` + anyOf("photo credit: by") + `|:) [^()]{2,60}|[^()]{2,50}(?:/| ` + anyOf("photo via") + ` ) ?(?i:` + anyOf("agencies") + `)[^()]{0,30})[)\]]\.?$`
	})
)

// agencyCredit is "Boats at noon. Jane Roe/Reuters", or with the agency first, or only with it.
var agencyCredit = lazyregexp.Build(func() string {
	const name = `(?:\p{Lu}[\p{L}.'’-]* ?){1,4}`
	return `(?:^|[.!?…"”»]\s?)(?:` + name + `/ ?(?i:` + anyOf("agencies") + `)|(?i:` + anyOf("agencies") + `) ?/ ?` + name + `|/ ?(?i:` + anyOf("agencies") + `))\.?$`
})

// slashedCredit is "Boats at noon / Photo by the port".
var slashedCredit = lazyregexp.Build(func() string {
	return `\p{L}\)? / (?i:` + anyOf("labels: caption", "photo by") + `)\s[^.!?:]{2,60}$`
})

// namedCredit is "Boats at noon. Fot. Jane Roe": a label that needs no colon before a name.
var namedCredit = lazyregexp.Build(func() string {
	return `(?:^|[.!?…"”»]\s*|\s?[–—|/(\[]\s*)(?i:` + anyOf("photo credit: without a colon") + `)\s*\p{Lu}[\p{L}.'’-]* [^.!?:]{2,60}[)\]]?\.?$`
})

// isCredited reports whether a short paragraph ends with the credit of a picture.
func isCredited(text string) bool {
	const longest = 400 // bytes
	closing := strings.TrimSuffix(text, ".")
	bracketed := strings.HasSuffix(closing, ")") || strings.HasSuffix(closing, "]")
	return len(text) <= longest && (strings.ContainsAny(text, ":/") && creditLabel.In(text) && labelledCredit().MatchString(text) ||
		strings.Contains(text, "/") && (agencyCredit().MatchString(text) || slashedCredit().MatchString(text)) || namesCredit(text) ||
		strings.Contains(text, "©") && signedCredit().MatchString(text) || bracketed && bracketedCredit().MatchString(text))
}

func namesCredit(text string) bool {
	lower := strings.ToLower(text)
	return slices.ContainsFunc(lang.Phrases("photo credit: without a colon"), func(label string) bool { return strings.Contains(lower, label) }) &&
		namedCredit().MatchString(text)
}
