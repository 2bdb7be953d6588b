package article

import (
	"slices"
	"strings"
	"unicode"

	"github.com/aloud-audio/aloud/internal/lang/rewrite"
	"github.com/aloud-audio/aloud/internal/lazyregexp"
)

// The patterns of dates and times that stand alone. The languages provide their words.

const (
	weekday    = `(?:\p{L}{2,11}\.?,? )?`
	dayFigures = `\d{1,4}[./-]\d{1,2}[./-]\d{2,4}\.?`
)

func clock() string {
	half := ` ?` + anyOf("clock: half of the day")
	return `(?:\d{1,2}[:.h]\d{2}(?::\d{2})?(?:` + half + `)?(?: ?(?:[a-z]{2,4}(?:[+-]\d{1,4})?|\([a-z]{2,4}\)|[+-]\d{1,4}|` + anyOf("clock: behind") + `))?|\d{1,2}` + half + `(?: [a-z]{2,4})?)`
}

func month() string { return anyOf("months") + `\.?` }

// day returns a date, with or without its year.
func day() string { return date(`(?:`+yearBehindMonth()+`)?`, `(?:,? \d{4})?`) }

func yearBehindMonth() string { return `,? (?:` + anyOf("inside a date") + ` )?\d{4}` }

// date matches a date, with behindMonth after the month of 2 March, and behindDay after the day of
// March 2.
func date(behindMonth, behindDay string) string {
	ordinal := anyOf("ordinal endings")
	inside := `(?:` + anyOf("inside a date") + ` )?`
	return weekday + `(?:\d{1,2}(?:` + ordinal + `|\.)? ` + inside + month() + behindMonth + `|` + month() + ` \d{1,2}` + ordinal + `?` + behindDay + `|\d{4}\. ` + month() + ` \d{1,2}\.?|` + dayFigures + `)` +
		`(?: ` + anyOf("behind a year") + `)?`
}

// timePattern is a time, with or without its day, and how long ago it was.
var timePattern = whole("lines: time",
	clock,
	func() string { return anyOf("ago") },
	func() string { return day() + `,? (?:- |` + anyOf("at a time") + ` )?` + clock() },
	func() string { return clock() + `,? ` + day() },
	func() string { return `\d{1,2}[./]\d{1,2}[./]?,? (?:` + anyOf("at a time") + ` )?` + clock() },
	func() string { return anyOf("dated") + `:? ` + anyOf("lines: time", "ago") },
)

// wholeDay is a date with its year and nothing else.
var wholeDay = rewrite.AtStartOf(func() string { return `(?:` + date(yearBehindMonth(), `,? \d{4}`) + `)$` })

// publicationDate matches a date together with words for publication.
func publicationDate() string {
	half := `(?:` + anyOf("clock: half of the day") + `[^.!?]{0,12})?`
	return anyOf("dated") + `[ :,]{0,3}(?:` + anyOf("before a date") + ` ?)?(?:` + day() + `(?:[^\p{L}.!?](?:[^.!?]|\d\.){0,60})?|` + clock() + `[^.!?]{0,60})` + half + `(?: ` + anyOf("minutes of reading") + `)?`
}

func updatedBehindDate() string { return day() + `.{0,3}` + anyOf("dated: behind") + ` .{0,40}` }

// datedInside matches words like "updated" inside a line, where another date begins.
var datedInside = lazyregexp.Build(func() string { return ` (` + anyOf("dated") + `[ :])` })

// gluedDates is where only the look of a page divides a date from what follows it: "March 3,
// 202610:12", "CETUpdated".
var gluedDates = lazyregexp.New(`(\d{4})(\d{1,2}[:.]\d{2})|([\p{Ll}\d]|\p{Lu}{3})(\p{Lu}\p{Ll})`)

// ungluedDates returns a line with a bar between such parts.
func ungluedDates(text string) string {
	const longest = 200 // bytes
	if len(text) > longest || !strings.ContainsFunc(text, unicode.IsDigit) {
		return text
	}
	return gluedDates().ReplaceAllString(text, "$1$3 | $2$4")
}

// isLineOfDates reports whether all parts of a line are dates, times and how long it takes to read.
func isLineOfDates(line string) bool {
	const longest = 200 // bytes
	if len(line) > longest || !strings.ContainsFunc(line, unicode.IsDigit) {
		return false
	}
	parts := lineParts(datedInside().ReplaceAllString(line, " | $1"))
	return len(parts) > 1 && !slices.ContainsFunc(parts, func(part string) bool { return !isDateLine(part) })
}

// sentenceStop is a full stop after a word or a year: after other digits, it may belong to a date.
var sentenceStop = lazyregexp.New(`(\p{L}{3,}|\d{4})\. `)

// lineParts returns the parts of a line between separators, without punctuation around them.
func lineParts(line string) (parts []string) {
	if strings.Contains(line, ". ") {
		line = sentenceStop().ReplaceAllString(line, "$1|")
	}
	for part := range strings.FieldsFuncSeq(line, func(r rune) bool { return r == '|' || r == '·' || r == '•' || r == '(' || r == ')' }) {
		if part = strings.Trim(part, " .,-"); part != "" {
			parts = append(parts, part)
		}
	}
	return parts
}
