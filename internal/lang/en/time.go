package en

import (
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// Times keep the clock they are written with: 15:30 is "fifteen thirty", 3:30 p.m. "three thirty P
// M".
var timeRules = []rewrite.Rule{
	{Name: "time", Pattern: `\b(\d{1,2})(?:[:.]([0-5]\d))? ?(?:([AaPp])\.?[Mm]\b\.? ?)?(?:<to>| to )(\d{1,2})(?:[:.]([0-5]\d))? ?([AaPp])(?:\.[Mm]\b\.?|[Mm]\b)`, Say: alone(func(m rewrite.Match) (string, bool) {
		first := clock12(m.Groups[1], m.Groups[2])
		if m.Groups[3] != "" {
			first += half(m.Groups[3])
		}
		return first + " to " + clock12(m.Groups[4], m.Groups[5]) + half(m.Groups[6]) + dot(m), true
	})},
	{Name: "time", Pattern: `\b(\d{1,2})(?:[:.]([0-5]\d))? ?([AaPp])(?:\.[Mm]\b\.?|[Mm]\b)(?:<dash>(noon|midnight)\b)?`, Say: alone(func(m rewrite.Match) (string, bool) {
		said := clock12(m.Groups[1], m.Groups[2]) + half(m.Groups[3]) + dot(m)
		if m.Groups[4] != "" {
			said += " to " + m.Groups[4]
		}
		return said, true
	})},
	{Name: "time", Pattern: `\b([01]?\d|2[0-4]):([0-5]\d)(?::([0-5]\d))?\b(?:<to>([01]?\d|2[0-4]):([0-5]\d)\b)?`, Say: alone(func(m rewrite.Match) (string, bool) {
		said := clock24(m.Groups[1], m.Groups[2])
		if m.Groups[3] != "" {
			said = clock(m.Groups[1], m.Groups[2]) + " and " + of(cardinal(atoi(m.Groups[3])), m.Groups[3], "second")
		}
		if m.Groups[4] != "" {
			said += " to " + clock24(m.Groups[4], m.Groups[5])
		}
		return said, true
	})},
	{Name: "time", Pattern: `\b([01]?\d|2[0-3])\.([0-5]\d) ` + zones + `\b`, Say: alone(func(m rewrite.Match) (string, bool) { // 20.45 BST
		return clock24(m.Groups[1], m.Groups[2]) + " " + spelled(m.Groups[3]), true
	})},
	{Name: "time", Pattern: `\b([01]\d|2[0-3])([0-5]\d) ?(?:` + zones + `|(hours|hrs|local time))\b`, Say: alone(func(m rewrite.Match) (string, bool) {
		zone := strings.Replace(m.Groups[4], "hrs", "hours", 1)
		if zone == "" {
			zone = spelled(m.Groups[3])
		}
		return military(m.Groups[1], m.Groups[2]) + " " + zone, true
	})},
	{Name: "time", Pattern: `\b(UTC|GMT) ?([+−-])(\d{1,2})(?::([0-5]\d))?\b`, Say: alone(func(m rewrite.Match) (string, bool) {
		return strings.TrimSpace(spelled(m.Groups[1]) + " " + signs[m.Groups[2]] + clock(m.Groups[3], m.Groups[4])), true
	})},
}

const zones = `(GMT|UTC|BST|IST|CET|CEST|EET|EEST|MSK|EST|EDT|CST|CDT|MST|MDT|PST|PDT|ET|CT|PT)`

// clock12 says a time on a twelve-hour clock: 6:00 six, 3:09 three oh nine.
func clock12(hour, minutes string) string { return clock(hour, strings.TrimPrefix(minutes, "00")) }

// clock24 says a time on a twenty-four-hour clock. On the hour it is "ten o'clock" up to noon and
// "fifteen hundred" after.
func clock24(hour, minutes string) string {
	h := atoi(hour)
	switch {
	case minutes != "00" && hour == "00":
		return clock("12", minutes) + " A M"
	case minutes != "00":
		return clock(hour, minutes)
	case h == 0 || h == 24:
		return "midnight"
	case h <= 12:
		return cardinal(h) + " o'clock"
	}
	return cardinal(h) + " hundred"
}

// military says a time of four digits: oh eight hundred, sixteen thirty.
func military(hour, minutes string) string {
	said := cardinal(atoi(hour))
	if hour[0] == '0' {
		said = "oh " + said
	}
	if minutes == "00" {
		return said + " hundred"
	}
	return said + " " + sayMinutes(minutes)
}

func clock(hour, minutes string) string {
	said := cardinal(atoi(hour))
	if minutes != "" {
		said += " " + sayMinutes(minutes)
	}
	return said
}

func sayMinutes(minutes string) string {
	switch {
	case minutes == "00":
		return "hundred"
	case minutes[0] == '0':
		return "oh " + cardinal(atoi(minutes))
	}
	return cardinal(atoi(minutes))
}

func half(letter string) string { return " " + strings.ToUpper(letter) + " M" }
