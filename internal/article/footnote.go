package article

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/aloud-audio/aloud/internal/lang"
	"github.com/aloud-audio/aloud/internal/lang/letters"
	"github.com/aloud-audio/aloud/internal/lazyregexp"
)

// A superscript number is a footnote mark only if nothing else explains it: after a word or a full
// stop. After a unit or a single letter it is a power; beside a chemical element, an isotope or a
// charge.

var (
	// sureMarks are marks wherever they are superscript: in brackets, with asterisks or daggers.
	sureMarks = lazyregexp.New(`^(?:\[[^\]]{0,8}\]|[*†‡§¶]+)$`)
	// noteFigures are numbers as notes have them: 1, "2,3", "1–3", (1), a.
	noteFigures = lazyregexp.New(`^\(?(?:[0-9¹²³⁰⁴-⁹]{1,3}(?:\s*[,;–-]\s*[0-9]{1,3})*|[a-z])\)?$`)
	// noteTargets match the targets of notes' links within their page.
	noteTargets = lazyregexp.New(`(?i)^(?:user-content-)?_?(?:fn|ftn|footnote|note|endnote|sdfootnote|cite_note|cite-note|ref|easy-footnote)`)
	elements    = lazyregexp.Build(func() string { return `^(?:` + chemicalElements + `)(?:[^\p{Ll}]|$)` })
)

// chemicalElements are the elements whose isotopes are in the news, the longer symbols first.
const chemicalElements = `Ac|Ag|Al|Am|Ar|As|At|Au|Ba|Be|Bi|Ca|Cd|Ce|Cf|Cl|Cm|Co|Cr|Cs|Cu|Eu|Fe|Fr|Ga|Ge|He|Hg|Kr|La|Li|Lu|Mg|Mn|Mo|Na|Ne|Ni|Np|Pa|Pb|Po|Pu|Ra|Rb|Rn|Ru|Sb|Sc|Se|Si|Sn|Sr|Tc|Te|Th|Ti|Tl|Xe|Zn|Zr|B|C|F|H|I|K|N|O|P|S|U|V|W|Y`

// footnoteMark distinguishes a note's mark in a sup or sub from one that belongs to the text, as in
// 10².
func footnoteMark(n *html.Node, before string) bool {
	text := textOf(n)
	if sureMarks().MatchString(text) || hasNoteLink(n) {
		return true
	}
	return n.DataAtom == atom.Sup && noteFigures().MatchString(text) && !explained(text, before, textAfter(n))
}

// noteAnchor recognises a link that is a note's mark without being superscript, as Substack's is.
func noteAnchor(a *html.Node) bool {
	text := textOf(a)
	return leadsToNote(attr(a, "href")) && (sureMarks().MatchString(text) || noteFigures().MatchString(text))
}

func hasNoteLink(n *html.Node) bool {
	for _, href := range links(n) {
		if strings.HasPrefix(href, "#") || leadsToNote(href) {
			return true
		}
	}
	return false
}

func leadsToNote(href string) bool {
	u, err := url.Parse(href)
	return err == nil && noteTargets().MatchString(u.Fragment)
}

// explained reports whether the text around superscript digits explains them.
func explained(figures, before, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	switch {
	case elements().MatchString(after) && !unicode.IsLetter(last): // ¹³⁷Cs
		return true
	case strings.ContainsRune(`.,;:!?…"”’»`, last):
		return false
	case !unicode.IsLetter(last): // a figure, a bracket, or nothing
		return true
	}
	return isBase(lastWord(before), figures)
}

// isBase reports whether a word can have an exponent or a charge.
func isBase(word, figures string) bool {
	const several = 2 // figures
	lower := strings.ToLower(word)
	switch {
	case utf8.RuneCountInString(word) == 1, strings.Contains(" "+strings.Join(lang.Phrases("units with powers"), " ")+" ", " "+lower+" "):
		return true
	case len(figures) >= several && elements().MatchString(word) && len(word) <= len("Cs"):
		return true
	case unicode.IsLetter(rune(figures[0])): // XIXᵉ, Mᵃ
		last, _ := utf8.DecodeLastRuneInString(word)
		return !unicode.IsLower(last)
	}
	return utf8.RuneCountInString(word) == 2 && !letters.HaveVowel(word) // mc²
}

// lastWord returns the letters at the end of a text.
func lastWord(text string) string {
	start := strings.LastIndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })
	if start < 0 {
		return text
	}
	_, size := utf8.DecodeRuneInString(text[start:])
	return text[start+size:]
}

// textAfter returns the first text after an element in its line.
func textAfter(n *html.Node) string {
	for ; n != nil && !isBlock(n); n = n.Parent {
		for s := n.NextSibling; s != nil; s = s.NextSibling {
			if text := rawText(s); text != "" {
				return text
			}
		}
	}
	return ""
}
