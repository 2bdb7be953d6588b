package rewrite

import (
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/letters"
	"github.com/aloud-audio/aloud/internal/lazyregexp"
)

// notes are the rules for note marks in brackets: [1], [12, 13]. They run before the rules of a
// language, which would spell out the digits.
var notes = []Rule{
	{Name: "note", Pattern: ` ?(?:\[\d{1,3}(?:[,–-] ?\d{1,3})*\])+`, Say: Silent},
	// A pronunciation in IPA is meant for the eye.
	{Name: "note", Pattern: ` ?\((?:` + transcription + `)\)| ?(?:` + transcription + `)[;,]? ?`, Say: func(m Match) (string, bool) {
		if strings.HasSuffix(m.Before, "(") {
			return "", true
		}
		return between(m), true
	}},
}

// transcription matches /ˈkiːiv/ and [ˈkɪjiu̯].
const transcription = `/[^/\n]{0,40}[` + phonetic + `][^/\n]{0,40}/|\[[^\]\[\n]{0,40}[` + phonetic + `][^\]\[\n]{0,40}\]`

const phonetic = `ɐ-ʯˈˌːʲʰˤθðŋ`

// The names of rules that code refers to.
const (
	SpaceRule     = "space" // replaces any white space with one space or none
	InvisibleRule = "invisible"
	PauseRule     = "pause"
)

// everyLanguage are the rules for all languages. They run last.
var everyLanguage = []Rule{
	// Control characters, bidirectional marks (UAX #9), soft hyphens, zero-width spaces and byte
	// order marks have no sound, and can upset a voice or break its markup. Joiners stay: emoji and
	// several scripts need them.
	{Name: InvisibleRule, Pattern: `[\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\x{00AD}\x{061C}\x{200B}\x{200E}\x{200F}\x{202A}-\x{202E}\x{2060}\x{2066}-\x{2069}\x{FEFF}]+`, Say: Silent},
	// Voices cannot read ligatures; they need the separate letters.
	{Name: "ligature", Pattern: `[ﬀ-ﬆ]`, Say: func(m Match) (string, bool) { return ligatures[m.Groups[0]], true }},
	// Note marks in superscript.
	{Name: "note", Pattern: `[¹²³⁰⁴-⁹]+`, Say: func(m Match) (string, bool) { return "", !IsRaised(m) }},
	// Pictures are silent: a description in the middle of a sentence disturbs more than it helps.
	{Name: "emoji", Pattern: `[\s\x{00A0}]?(?:` + pictures + `[\s\x{00A0}]?)+`, Say: func(m Match) (string, bool) { return between(m), true }},
	{Name: SpaceRule, Pattern: `[\s\x{00A0}\x{2000}-\x{200A}\x{202F}\x{205F}\x{3000}]{2,}|[\t\n\v\f\r\x{0085}\x{00A0}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}]`, Say: oneSpace},
}

// pictures matches emoji and dingbats with their modifiers and joiners, but not arrows, asterisks
// of notes or trade marks.
const pictures = `[\x{1F000}-\x{1FAFF}\x{2600}-\x{27BF}\x{2B1B}\x{2B1C}\x{2B50}\x{2B55}\x{231A}\x{231B}\x{23E9}-\x{23FA}\x{FE0E}\x{FE0F}\x{20E3}]` +
	`[\x{1F3FB}-\x{1F3FF}\x{FE0E}\x{FE0F}\x{200D}\x{20E3}\x{E0020}-\x{E007F}]*`

var ligatures = map[string]string{"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}

// Silent says nothing for a match.
func Silent(Match) (string, bool)   { return "", true }
func oneSpace(Match) (string, bool) { return " ", true }

// between returns the space that remains around something silent: one between words, none at an
// edge of the text or before punctuation.
func between(m Match) string {
	if m.Before == "" || m.After == "" || strings.ContainsAny(m.After[:1], ".,;:!?)") {
		return ""
	}
	return " "
}

// IsRaised reports whether a superscript is not a note mark: it is a power after a number, a unit
// or a letter, or the mass or charge of an element.
func IsRaised(m Match) bool {
	return m.Before == "" || strings.ContainsAny(m.Before[len(m.Before)-1:], "0123456789 (") || raised().MatchString(Tail(m.Before)) ||
		endsInSymbol(m.Before) || charge().MatchString(m.After)
}

// endsInSymbol reports whether a text ends in a single letter, or in lower-case consonants only, as
// units do and words do not.
func endsInSymbol(text string) bool {
	symbol := lastLetters().FindStringSubmatch(Tail(text))
	return symbol != nil && (symbol[1] != "" || !letters.HaveVowel(symbol[2]))
}

var (
	// A unit after a number or a slash, or a factor.
	raised      = lazyregexp.New(`(?:\d[ \x{00A0}\x{202F}]?|/)\pL{1,4}$|[=+*·×(-] ?\pL{1,3}$|[⁰¹²³⁴-⁹⁺⁻]$`)
	lastLetters = lazyregexp.New(`(?:^|[^\pL.'’])(?:([A-Za-z\p{Greek}])|(\p{Ll}{1,3}))$`)
	charge      = lazyregexp.New(`^[⁺⁻]`)
)
