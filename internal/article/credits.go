package article

import (
	"strings"

	"github.com/aloud-audio/aloud/internal/lazyregexp"
)

// Captions stand in paragraphs too, below an image. The credit at their end shows it.

var (
	// labelledCredit is "Boats at noon. Photo: Jane Roe / The Post".
	labelledCredit = lazyregexp.Build(func() string {
		return `(?:^|[.!?…"”»)]\s+|\s[-–—|/(\[]\s*)(?i:` + anyOf("labels: caption", "photo by") + `)\.?(?: (?i:` + anyOf("photo credit: behind a label") + `))?\s?[:/]\s?[^.!?:]{2,80}[)\]]?\.?$`
	})
	// signedCredit is "Boats at noon. © Jane Roe".
	signedCredit = lazyregexp.New(`(?:^|[\s(])©\s?[^.!?]{2,80}\)?\.?$`)
	// bracketedCredit is "Boats at noon. (Jane Roe/The Post)".
	bracketedCredit = lazyregexp.Build(func() string {
		return `[(\[](?:\p{Lu}[\p{L}.'’-]* (?:[\p{L}.'’-]+ ?){1,3}/ ?\p{Lu}[^()/]{1,50}|(?i:` + anyOf("labels: caption") + `)(?: ` + anyOf("photo credit: by") + `|:) [^()]{2,60}|[^()]{2,50}(?:/| ` + anyOf("photo via") + ` ) ?(?i:` + anyOf("agencies") + `)[^()]{0,30})[)\]]\.?$`
	})
)

// isCredited reports whether a short paragraph ends with the credit of a picture.
func isCredited(text string) bool {
	const longest = 400 // bytes
	closing := strings.TrimSuffix(text, ".")
	bracketed := strings.HasSuffix(closing, ")") || strings.HasSuffix(closing, "]")
	return len(text) <= longest && (strings.ContainsAny(text, ":/") && labelledCredit().MatchString(text) ||
		strings.Contains(text, "©") && signedCredit().MatchString(text) || bracketed && bracketedCredit().MatchString(text))
}
