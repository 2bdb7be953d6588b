package spoken

import "strings"

// Times keep the clock they are written with: 15:30 is "fifteen thirty", 3:30 p.m. "three thirty P M".
var englishTimes = []rule{
	{"time", `\b(\d{1,2})(?:[:.]([0-5]\d))? ?(?:([AaPp])\.?[Mm]\b\.? ?)?(?:<to>| to )(\d{1,2})(?:[:.]([0-5]\d))? ?([AaPp])(?:\.[Mm]\b\.?|[Mm]\b)`, enAlone(func(m match) (string, bool) {
		first := enClock12(m.groups[1], m.groups[2])
		if m.groups[3] != "" {
			first += enHalf(m.groups[3])
		}
		return first + " to " + enClock12(m.groups[4], m.groups[5]) + enHalf(m.groups[6]) + enDot(m), true
	})},
	{"time", `\b(\d{1,2})(?:[:.]([0-5]\d))? ?([AaPp])(?:\.[Mm]\b\.?|[Mm]\b)(?:<dash>(noon|midnight)\b)?`, enAlone(func(m match) (string, bool) {
		said := enClock12(m.groups[1], m.groups[2]) + enHalf(m.groups[3]) + enDot(m)
		if m.groups[4] != "" {
			said += " to " + m.groups[4]
		}
		return said, true
	})},
	{"time", `\b([01]?\d|2[0-4]):([0-5]\d)(?::([0-5]\d))?\b(?:<to>([01]?\d|2[0-4]):([0-5]\d)\b)?`, enAlone(func(m match) (string, bool) {
		said := enClock24(m.groups[1], m.groups[2])
		if m.groups[3] != "" {
			said = enClock(m.groups[1], m.groups[2]) + " and " + enOf(enCardinal(enInt(m.groups[3])), m.groups[3], "second")
		}
		if m.groups[4] != "" {
			said += " to " + enClock24(m.groups[4], m.groups[5])
		}
		return said, true
	})},
	{"time", `\b([01]?\d|2[0-3])\.([0-5]\d) ` + enZones + `\b`, enAlone(func(m match) (string, bool) { // 20.45 BST
		return enClock24(m.groups[1], m.groups[2]) + " " + enSpelled(m.groups[3]), true
	})},
	{"time", `\b([01]\d|2[0-3])([0-5]\d) ?(?:` + enZones + `|(hours|hrs|local time))\b`, enAlone(func(m match) (string, bool) {
		zone := strings.Replace(m.groups[4], "hrs", "hours", 1)
		if zone == "" {
			zone = enSpelled(m.groups[3])
		}
		return enMilitary(m.groups[1], m.groups[2]) + " " + zone, true
	})},
	{"time", `\b(UTC|GMT) ?([+−-])(\d{1,2})(?::([0-5]\d))?\b`, enAlone(func(m match) (string, bool) {
		return strings.TrimSpace(enSpelled(m.groups[1]) + " " + enSigns[m.groups[2]] + enClock(m.groups[3], m.groups[4])), true
	})},
}

const enZones = `(GMT|UTC|BST|IST|CET|CEST|EET|EEST|MSK|EST|EDT|CST|CDT|MST|MDT|PST|PDT|ET|CT|PT)`

// enClock12 is a time of half a day: 6:00 six, 3:09 three oh nine.
func enClock12(hour, minutes string) string { return enClock(hour, strings.TrimPrefix(minutes, "00")) }

// enClock24 is a time of the whole day. On the hour it is "ten o'clock" up to noon and "fifteen hundred" after.
func enClock24(hour, minutes string) string {
	h := enInt(hour)
	switch {
	case minutes != "00" && hour == "00":
		return enClock("12", minutes) + " A M"
	case minutes != "00":
		return enClock(hour, minutes)
	case h == 0 || h == 24:
		return "midnight"
	case h <= 12:
		return enCardinal(h) + " o'clock"
	}
	return enCardinal(h) + " hundred"
}

// enMilitary is a time of four figures: oh eight hundred, sixteen thirty.
func enMilitary(hour, minutes string) string {
	said := enCardinal(enInt(hour))
	if hour[0] == '0' {
		said = "oh " + said
	}
	if minutes == "00" {
		return said + " hundred"
	}
	return said + " " + enMinutes(minutes)
}

func enClock(hour, minutes string) string {
	said := enCardinal(enInt(hour))
	if minutes != "" {
		said += " " + enMinutes(minutes)
	}
	return said
}

func enMinutes(minutes string) string {
	switch {
	case minutes == "00":
		return "hundred"
	case minutes[0] == '0':
		return "oh " + enCardinal(enInt(minutes))
	}
	return enCardinal(enInt(minutes))
}

func enHalf(letter string) string { return " " + strings.ToUpper(letter) + " M" }
