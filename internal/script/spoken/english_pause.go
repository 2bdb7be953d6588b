package spoken

import (
	"strings"
	"unicode"
)

// Dashes and parentheses are pauses, said as commas are: "the city (and its port) — once rich" is "the city, and its port,
// once rich". What brackets add to a quotation is read, without them. Quotation marks stay, as voices know them.
var englishPauses = []rule{
	{rulePause, ` ?(?:\[(?:…|\.\.\.|sic)\]|\(sic\))`, nothing},
	{rulePause, `\[([^\]\[\d][^\]\[]{0,80})\]`, func(m match) (string, bool) { return m.groups[1], true }},
	{rulePause, ` ?(?:—|―|–{2,}|-{2,3}) ?| [–-] `, sayDash},
	{rulePause, `( ?)\(`, sayOpening},
	{rulePause, `\)( ?)`, sayClosing},
	{rulePause, ` ?\| ?| / `, func(m match) (string, bool) { return enComma(m), true }},
}

var enDashed = lazy(enPattern(`^ ?(?:—|–|--| - )`)) // the dash is the pause

func sayDash(m match) (string, bool) {
	if strings.HasPrefix(m.groups[0], "-") && strings.HasPrefix(m.after, "-") {
		return "", false
	}
	return enComma(m), true
}

// enComma is a comma and a space, without the comma where there is a pause already.
func enComma(m match) string {
	before := strings.TrimRight(m.before, enSpaces)
	after := strings.TrimLeft(m.after, enSpaces)
	switch {
	case before == "" || strings.HasSuffix(before, "\n"):
		return ""
	case after == "":
		return ","
	case strings.ContainsAny(after[:1], ".,;:!?"):
		return ""
	case enEndsQuote(m):
		return ","
	case enStopSwallowed(before, after):
		return ", "
	case strings.ContainsAny(before[len(before)-1:], ".,;:!?("):
		return " "
	}
	return ", "
}

// enStopSwallowed tells whether the full stop before was an abbreviation's, so that there is no pause yet.
func enStopSwallowed(before, after string) bool {
	word, stop := strings.CutSuffix(before, ".")
	start := strings.LastIndexFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && r != '.' }) + 1
	return stop && enAbbreviated(word[start:]) && enStop(" "+after) == ""
}

// enAbbreviated tells whether a word has its last full stop because it is short for another: U.S, p.m, Jr, Dec.
func enAbbreviated(word string) bool {
	_, title := enTitles[word]
	_, name := enNames[word]
	_, short := enWords[strings.ToLower(word)]
	_, state := enState(word)
	return strings.Contains(word, ".") || title || name && !enWordsToo[word] || short || state && len(word) > 2 || enMonth(word) != word || len(word) == 1
}

// enClosed tells whether a sentence has ended inside the parenthesis, not only an abbreviation.
func enClosed(m match, inside string) bool {
	last := m.before[len(m.before)-1:]
	return strings.Contains(",;:!?", last) || last == "." && !enIsLower(inside) && !enIsLower(enWordAfter(m.groups[1]+m.after))
}

// enEndsQuote tells whether a quotation mark follows without a space, and so closes.
func enEndsQuote(m match) bool {
	return !strings.HasSuffix(m.groups[0], " ") && len(m.after) > 0 && strings.ContainsRune("\"”’", enFirstRune(m.after))
}

// sayOpening: a parenthesis that is a sentence of its own, or part of a word such as (s), needs no comma.
func sayOpening(m match) (string, bool) {
	last := strings.TrimRight(m.before, "\"'”’")
	switch {
	case last == "", strings.HasSuffix(last, "\n"):
		return "", true
	case m.groups[1] == "" && enIsWord(enLastRune(m.before)):
		return "", false
	case strings.HasSuffix(last, ".") && enIsLower(m.after), enStopSwallowed(last, m.after):
		return ", ", true // Adm. (ret.), 9 p.m. (local time)
	case strings.ContainsAny(last[len(last)-1:], ".,;:!?—("):
		return m.groups[1], true
	}
	return ", ", true
}

func sayClosing(m match) (string, bool) {
	open := strings.LastIndexByte(m.before, '(')
	if open < 0 || open > 0 && enIsWord(enLastRune(m.before[:open])) {
		return "", false
	}
	first := strings.TrimLeft(m.after, "\"'”’")
	switch {
	case enEndsQuote(m) && enIsWord(enLastRune(m.before)):
		return ",", true
	case first == "", enDashed().MatchString(first):
		return m.groups[1], true
	case m.groups[1] == "" && strings.ContainsAny(first[:1], ".,;:!?)—"), enClosed(m, m.before[open+1:]):
		return m.groups[1], true
	case m.groups[1] == "" && enIsWord(enFirstRune(first)):
		return "", true
	}
	return ", ", true
}
