package spoken

import (
	"slices"
	"strconv"
	"strings"
)

// ukSayTime is the rule for times of day: "о 15:30" is "о п'ятнадцятій тридцять". Its groups are hours, minutes, seconds
// (or empty) and "год.".
func ukSayTime(m match) (string, bool) {
	said, ok := ukClock(m.groups[1], m.groups[2], ukTimeCase(m.before), m.groups[4] != "")
	if !ok || !ukFreeDigits(m.before) || !ukApart(m) || ukScored(m.before) || ukContinued().MatchString(m.after) {
		return "", false
	}
	if seconds, err := strconv.ParseInt(m.groups[3], 10, 64); err == nil {
		said += " " + ukNumber{whole: seconds}.of(ukNouns["секунда"], ukNominative)
	}
	return said + ukStop(m), true
}

// ukTimeCase is the case of an hour.
func ukTimeCase(before string) ukCase {
	word, _ := ukLastWord(before)
	if word == "у" || word == "в" {
		return ukLocative
	}
	return ukFirst(before)
}

// ukClock says hours as an ordinal and minutes as a cardinal.
func ukClock(hours, minutes string, c ukCase, named bool) (string, bool) {
	hour, _ := strconv.ParseInt(hours, 10, 64)
	minute, _ := strconv.ParseInt(minutes, 10, 64)
	if hour > 24 || minute > 59 || hour == 24 && minute > 0 {
		return "", false
	}
	said := ukOrdinal(hour, c, ukFeminine)
	switch {
	case hour == 0:
		said = ukMidnight(c)
	case named:
		said += " " + ukNouns["година"].singular[c]
	}
	switch {
	case minute == 0:
	case hour == 0:
		said += " " + ukNumber{whole: minute}.of(ukNouns["хвилина"], ukNominative)
	case minute < 10:
		said += " нуль " + ukCardinal(minute, ukNominative, ukFeminine)
	default:
		said += " " + ukCardinal(minute, ukNominative, ukFeminine)
	}
	return said, true
}

// ukMidnight is how news says 00: "о нуль годин", "до нуля годин".
func ukMidnight(c ukCase) string {
	if c == ukLocative {
		c = ukNominative
	}
	return ukCardinals[0][c] + " годин"
}

// ukSayTimes is the rule for 9:00–18:00: "з дев'ятої до вісімнадцятої".
func ukSayTimes(m match) (string, bool) {
	from, ok := ukClock(m.groups[1], m.groups[2], ukGenitive, false)
	to, too := ukClock(m.groups[3], m.groups[4], ukGenitive, false)
	if !ok || !too || !ukFreeDigits(m.before) || !ukApart(m) || ukScored(m.before) {
		return "", false
	}
	if word, _ := ukLastWord(m.before); word == "з" || word == "із" || word == "від" {
		return from + " до " + to, true
	}
	return "з " + from + " до " + to, true
}

// ukSayDottedTime is the rule for 15.30, which is a time behind "о" always and behind "до" if it can be no date.
func ukSayDottedTime(m match) (string, bool) {
	word, _ := ukLastWord(m.before)
	minute, _ := strconv.Atoi(m.groups[2])
	exact := word == "о" || word == "об" || m.groups[4] != ""
	loose := ukTimeWords[word] && (minute == 0 || minute > 12) && !ukMeasured().MatchString(m.after)
	if !exact && !loose {
		return "", false
	}
	return ukSayTime(m)
}

var ukTimeWords = map[string]bool{"до": true, "з": true, "із": true, "після": true, "від": true, "близько": true}

// ukSayHour is the rule for hours alone: "о 15", "о 15 год. 30 хв", "до 6 ранку". The second group is what follows the hour.
func ukSayHour(m match) (string, bool) {
	word, _ := ukLastWord(m.before)
	behind := strings.TrimLeft(m.groups[2], " \u00A0\u2009\u202F")
	named := strings.HasPrefix(behind, "год")
	exact := word == "о" || word == "об"
	if !exact && (named || behind == "" || !ukTimeWords[word] && word != "на") || !ukFreeDigits(m.before) || !ukApart(m) ||
		ukContinued().MatchString(m.after) || slices.ContainsFunc(ukReadingsOf(m.after), func(r ukReading) bool { return r.plural }) {
		return "", false
	}
	said, ok := ukClock(m.groups[1], "0", ukTimeCase(m.before), named)
	if minutes, err := strconv.ParseInt(m.groups[3], 10, 64); err == nil {
		said += " " + ukNumber{whole: minutes}.of(ukNouns["хвилина"], ukNominative)
	}
	if !named {
		said += strings.TrimRight(" "+behind, " ")
	}
	return said + ukStop(m), ok
}

// ukScored tells whether a result of a game is said here.
func ukScored(before string) bool { return ukResult().MatchString(before) }

var ukResult = lazy(`[Рр]ахун\p{L}*(?:\s+\p{L}+)?[\s:–—]*$`)

// ukSayScore is the rule for results of games: "2:1". A time has two digits behind its colon.
func ukSayScore(m match) (string, bool) {
	if !ukFreeDigits(m.before) || !ukApart(m) || ukContinued().MatchString(m.after) {
		return "", false
	}
	ours, ok := ukParse(m.groups[1])
	theirs, too := ukParse(m.groups[2])
	return ours.say(ukNominative, ukMasculine) + " " + theirs.say(ukNominative, ukMasculine), ok && too
}
