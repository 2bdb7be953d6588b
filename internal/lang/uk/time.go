package uk

import (
	"slices"
	"strconv"
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// sayTime says times of day: "о 15:30" is "о п'ятнадцятій тридцять". Its groups are hours, minutes,
// seconds (or empty) and "год.".
func sayTime(m rewrite.Match) (string, bool) {
	said, ok := clock(m.Groups[1], m.Groups[2], timeCase(m.Before), m.Groups[4] != "")
	if !ok || !freeDigits(m.Before) || !apart(m) || scored(m.Before) || continued().MatchString(m.After) {
		return "", false
	}
	if seconds, err := strconv.ParseInt(m.Groups[3], 10, 64); err == nil {
		said += " " + number{whole: seconds}.of(nouns()["секунда"], nominative)
	}
	return said + stop(m), true
}

// timeCase returns the case of an hour.
func timeCase(before string) grammaticalCase {
	word, _ := lastWord(before)
	if word == "у" || word == "в" {
		return locative
	}
	return first(before)
}

// clock says hours as an ordinal and minutes as a cardinal.
func clock(hours, minutes string, c grammaticalCase, named bool) (string, bool) {
	hour, _ := strconv.ParseInt(hours, 10, 64)
	minute, _ := strconv.ParseInt(minutes, 10, 64)
	if hour > 24 || minute > 59 || hour == 24 && minute > 0 {
		return "", false
	}
	said := ordinal(hour, c, feminine)
	switch {
	case hour == 0:
		said = midnight(c)
	case named:
		said += " " + nouns()["година"].singular[c]
	}
	switch {
	case minute == 0:
	case hour == 0:
		said += " " + number{whole: minute}.of(nouns()["хвилина"], nominative)
	case minute < 10:
		said += " нуль " + cardinalWords(minute, nominative, feminine)
	default:
		said += " " + cardinalWords(minute, nominative, feminine)
	}
	return said, true
}

// midnight returns how news says 00: "о нуль годин", "до нуля годин".
func midnight(c grammaticalCase) string {
	if c == locative {
		c = nominative
	}
	return vocab().Cardinals[0][c] + " годин"
}

// sayTimes says "9:00–18:00": "з дев'ятої до вісімнадцятої".
func sayTimes(m rewrite.Match) (string, bool) {
	from, ok := clock(m.Groups[1], m.Groups[2], genitive, false)
	to, too := clock(m.Groups[3], m.Groups[4], genitive, false)
	if !ok || !too || !freeDigits(m.Before) || !apart(m) || scored(m.Before) {
		return "", false
	}
	if word, _ := lastWord(m.Before); word == "з" || word == "із" || word == "від" {
		return from + " до " + to, true
	}
	return "з " + from + " до " + to, true
}

// sayDottedTime says 15.30, which is always a time after "о", and after "до" if it cannot be a
// date.
func sayDottedTime(m rewrite.Match) (string, bool) {
	word, _ := lastWord(m.Before)
	minute, _ := strconv.Atoi(m.Groups[2])
	exact := word == "о" || word == "об" || m.Groups[4] != ""
	loose := vocab().TimeWords[word] && (minute == 0 || minute > 12) && !measured().MatchString(m.After)
	if !exact && !loose {
		return "", false
	}
	return sayTime(m)
}

// sayHour says hours alone: "о 15", "о 15 год. 30 хв", "до 6 ранку". The second group is the text
// after the hour.
func sayHour(m rewrite.Match) (string, bool) {
	word, _ := lastWord(m.Before)
	behind := strings.TrimLeft(m.Groups[2], " \u00A0\u2009\u202F")
	named := strings.HasPrefix(behind, "год")
	exact := word == "о" || word == "об"
	if !exact && (named || behind == "" || !vocab().TimeWords[word] && word != "на") || !freeDigits(m.Before) || !apart(m) ||
		continued().MatchString(m.After) || slices.ContainsFunc(readingsOf(m.After), func(r nounReading) bool { return r.plural }) {
		return "", false
	}
	said, ok := clock(m.Groups[1], "0", timeCase(m.Before), named)
	if minutes, err := strconv.ParseInt(m.Groups[3], 10, 64); err == nil {
		said += " " + number{whole: minutes}.of(nouns()["хвилина"], nominative)
	}
	if !named {
		said += strings.TrimRight(" "+behind, " ")
	}
	return said + stop(m), ok
}

// scored reports whether the text before announces the result of a game.
func scored(before string) bool { return result().MatchString(before) }

var result = rewrite.Lazy(`[Рр]ахун\p{L}*(?:\s+\p{L}+)?[\s:–—]*$`)

// sayScore says results of games: "2:1". A time has two digits after its colon.
func sayScore(m rewrite.Match) (string, bool) {
	if !freeDigits(m.Before) || !apart(m) || continued().MatchString(m.After) {
		return "", false
	}
	ours, ok := parse(m.Groups[1])
	theirs, too := parse(m.Groups[2])
	return ours.say(nominative, masculine) + " " + theirs.say(nominative, masculine), ok && too
}
