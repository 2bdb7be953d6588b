package en

import (
	"strings"
	"unicode"

	"github.com/aloud-audio/aloud/internal/lang/rewrite"
	"github.com/aloud-audio/aloud/internal/lazyregexp"
)

// pauseRules turn dashes and parentheses into pauses, written as commas: "the city (and its port) —
// once rich" becomes "the city, and its port, once rich". Words added to a quotation in brackets
// are read, without the brackets. Quotation marks stay: voices handle them.
var pauseRules = []rewrite.Rule{
	{Name: rewrite.PauseRule, Pattern: ` ?(?:\[(?:…|\.\.\.|sic)\]|\(sic\))`, Say: rewrite.Silent},
	{Name: rewrite.PauseRule, Pattern: `\[([^\]\[\d][^\]\[]{0,80})\]`, Say: func(m rewrite.Match) (string, bool) { return m.Groups[1], true }},
	{Name: rewrite.PauseRule, Pattern: ` ?(?:—|―|–{2,}|-{2,3}) ?| [–-] `, Say: sayDash},
	{Name: rewrite.PauseRule, Pattern: ` \( ?[;,]? ?\)`, Say: rewrite.Silent},
	{Name: rewrite.PauseRule, Pattern: `( ?)\((?: ?[;,] )?`, Say: sayOpening},
	{Name: rewrite.PauseRule, Pattern: `\)( ?)`, Say: sayClosing},
	{Name: rewrite.PauseRule, Pattern: ` ?\| ?| / `, Say: func(m rewrite.Match) (string, bool) { return comma(m), true }},
}

var dashed = lazyregexp.New(pattern(`^ ?(?:—|–|--| - )`)) // the dash is the pause

func sayDash(m rewrite.Match) (string, bool) {
	if strings.HasPrefix(m.Groups[0], "-") && strings.HasPrefix(m.After, "-") {
		return "", false
	}
	return comma(m), true
}

// comma returns a comma and a space, or only the space if there is already a pause.
func comma(m rewrite.Match) string {
	before := strings.TrimRight(m.Before, spaces)
	after := strings.TrimLeft(m.After, spaces)
	switch {
	case before == "" || strings.HasSuffix(before, "\n"):
		return ""
	case after == "":
		return ","
	case strings.ContainsAny(after[:1], ".,;:!?"):
		return ""
	case endsQuote(m):
		return ","
	case stopSwallowed(before, after):
		return ", "
	case strings.ContainsAny(before[len(before)-1:], ".,;:!?("):
		return " "
	}
	return ", "
}

// stopSwallowed reports whether the preceding full stop belonged to an abbreviation and was
// dropped, so that there is no pause yet.
func stopSwallowed(before, after string) bool {
	word, stop := strings.CutSuffix(before, ".")
	start := strings.LastIndexFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && r != '.' }) + 1
	return stop && abbreviated(word[start:]) && sentenceStop(" "+after) == ""
}

// abbreviated reports whether the last full stop of a word marks an abbreviation: U.S, p.m, Jr,
// Dec.
func abbreviated(word string) bool {
	_, title := list("titles")[word]
	_, name := list("names")[word]
	_, short := list("words")[strings.ToLower(word)]
	_, state := stateName(word)
	return strings.Contains(word, ".") || title || name && !is("words_too", word) || short || state && len(word) > 2 || isMonth(word) || len(word) == 1
}

// closed reports whether a sentence, not only an abbreviation, ends inside the parentheses.
func closed(m rewrite.Match, inside string) bool {
	last := m.Before[len(m.Before)-1:]
	return strings.Contains(",;:!?", last) || last == "." && !isLower(inside) && !isLower(wordAfter(m.Groups[1]+m.After))
}

// endsQuote reports whether a quotation mark follows without a space, and so closes a quotation.
func endsQuote(m rewrite.Match) bool {
	return !strings.HasSuffix(m.Groups[0], " ") && len(m.After) > 0 && strings.ContainsRune("\"”’", firstRune(m.After))
}

// sayOpening says an opening parenthesis. It adds no comma before a complete sentence or before a
// part of a word such as (s).
func sayOpening(m rewrite.Match) (string, bool) {
	last := strings.TrimRight(m.Before, "\"'”’")
	switch {
	case last == "", strings.HasSuffix(last, "\n"):
		return "", true
	case m.Groups[1] == "" && isWord(lastRune(m.Before)):
		return "", false
	case strings.HasSuffix(last, ".") && isLower(m.After), stopSwallowed(last, m.After):
		return ", ", true // Adm. (ret.), 9 p.m. (local time)
	case strings.ContainsAny(last[len(last)-1:], ".,;:!?—("):
		return m.Groups[1], true
	}
	return ", ", true
}

func sayClosing(m rewrite.Match) (string, bool) {
	open := strings.LastIndexByte(m.Before, '(')
	if open < 0 || open > 0 && isWord(lastRune(m.Before[:open])) {
		return "", false
	}
	first := strings.TrimLeft(m.After, "\"'”’")
	switch {
	case endsQuote(m) && isWord(lastRune(m.Before)):
		return ",", true
	case first == "", dashed().MatchString(first):
		return m.Groups[1], true
	case m.Groups[1] == "" && strings.ContainsAny(first[:1], ".,;:!?)—"), closed(m, m.Before[open+1:]):
		return m.Groups[1], true
	case m.Groups[1] == "" && isWord(firstRune(first)):
		return "", true
	}
	return ", ", true
}
