package article

import (
	"strings"

	"github.com/aloud-audio/aloud/internal/lang"
	"github.com/aloud-audio/aloud/internal/lang/letters"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// The words that separate the text from the rest of a page are data of the languages
// (lang.Phrases). Here their phrases become patterns. In a phrase
//
//	[a]      may be missing          (a|b)  is one or the other
//	*        is the rest of a word   _      is a word
//	{3}      are up to three words   #      is a number
//	…        is whatever follows, or between two spaces whatever stands between
//	$        is the end              <name> is one of the section of that name, or a slot
//	\        keeps the character behind it

var phraseSyntax = strings.NewReplacer(
	"[", `(?:`, "]", `)?`, "(", `(?:`, ")", `)`, "|", `|`, "$", `$`,
	"*", `[\p{L}\p{M}\p{N}']*`, "_", `\S+`, "#", `\d+`,
	"{2}", upTo("2"), "{3}", upTo("3"), "{4}", upTo("4"),
	" … ", `[^\p{L}\p{N}"](?:[^"]{0,60}?[^\p{L}\p{N}"])?`, "…", `(?:[^\p{L}\p{N}].{0,80})?`,
	`\(`, `\(`, `\[`, `\[`, ".", `\.`, "?", `\?`, "+", `\+`,
)

func upTo(words string) string { return `(?:\S+ ){0,` + words + `}` }

// slot returns the pattern for a name between < and > in a phrase.
func slot(name string) string {
	switch name {
	case "rest":
		return `.*`
	case "clause":
		return `[^.!?]*`
	case "unquoted":
		return `(?:[^\p{L}"][^"]*)?`
	case "marks":
		return `[^\p{L}\p{N}]+`
	case "numbers":
		return `(?:\d{1,2} )+\d{1,2}`
	default:
		return anyOf(name)
	}
}

// expression returns a phrase as a regular expression.
func expression(phrase string) string {
	var b strings.Builder
	phrase = letters.OneSpelling(phrase)
	for {
		before, behind, found := strings.Cut(phrase, "<")
		b.WriteString(phraseSyntax.Replace(before))
		if !found {
			return b.String()
		}
		name, rest, _ := strings.Cut(behind, ">")
		b.WriteString(slot(name))
		phrase = rest
	}
}

// anyOf returns a regular expression for the phrases of sections, in any language.
func anyOf(sections ...string) string {
	var expressions []string
	for _, section := range sections {
		for _, phrase := range lang.Phrases(section) {
			expressions = append(expressions, expression(phrase))
		}
	}
	return `(?:` + strings.Join(expressions, "|") + `)`
}

// whole returns a pattern of a text that is a phrase of a section, or matches one of the other
// expressions.
func whole(section string, others ...func() string) *rewrite.Edge {
	return rewrite.AtStartOf(func() string {
		all := []string{anyOf(section)}
		for _, other := range others {
			all = append(all, other())
		}
		return `(?:` + strings.Join(all, "|") + `)$`
	})
}

// wordEnd follows a phrase that ends with a word.
const wordEnd = `(?:[^\p{L}]|$)`
