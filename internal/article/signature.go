package article

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/lazyregexp"
)

// Papers sign an article in brackets behind its last sentence: "(Ann Lee, 3.3.2026)", "(dpa)".

// signatureBehind is a sentence and brackets at the end of a paragraph.
var signatureBehind = lazyregexp.New(`^(.*[.!?…]["'”’»“]?) [(\[]([^()\[\]]{2,80})[)\]]\.?$`)

// divideSignature puts the signature behind one of the last paragraphs into an entry of its own,
// which is not read.
func divideSignature(entries []entry, authors []string) []entry {
	const most = 4 // requests and notes may follow
	seen := 0
	for i := len(entries) - 1; i >= 0 && seen < most; i-- {
		e := &entries[i]
		if !e.skippable() || e.Role == Heading {
			continue
		}
		seen++
		found := signatureBehind().FindStringSubmatch(e.Text)
		if found == nil || len(e.Passages) > 0 || !isSignedBy(found[2], authors) {
			continue
		}
		e.Text = found[1]
		signature := entry{Block: Block{Text: "(" + found[2] + ")"}, reason: reasonByline}
		return slices.Insert(entries, i+1, signature)
	}
	return entries
}

// isSignedBy reports whether all parts of a signature are authors, agencies, dates or initials, and
// not all of them initials.
func isSignedBy(signature string, authors []string) bool {
	const initials = 4 // letters
	known := false
	for part := range strings.FieldsFuncSeq(signature, func(r rune) bool { return r == ',' || r == ';' || r == '/' }) {
		part = strings.TrimSpace(part)
		named := isNameOf(part, authors) || agencyName().MatchString(part) || wholeDay.In(comparable(part))
		if !named && (utf8.RuneCountInString(part) > initials || strings.ToLower(part) != part) {
			return false
		}
		known = known || named
	}
	return known
}
