package de

import (
	"github.com/aloud-audio/aloud/internal/lang/grammar"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

func timeRules() []rewrite.Rule {
	const clock = `(\d{1,2})(?:[:.](\d\d))?`
	return []rewrite.Rule{
		{Name: "time", Pattern: clock + `(?: ?(–|-|bis|und|oder) ?` + clock + `)? ?Uhr`, Say: func(m rewrite.Match) (string, bool) {
			hour, minute, joiner, toHour, toMinute := m.Groups[1], m.Groups[2], m.Groups[3], m.Groups[4], m.Groups[5]
			if !grammar.Opens(m.Before) || !grammar.Closes(m.After) || !grammar.IsClock(hour, minute) || !grammar.IsClock(toHour, toMinute) {
				return "", false
			}
			if joiner == "" {
				return sayClock(hour, minute), true
			}
			from := sayHour(hour)
			if minute != "" {
				from = sayClock(hour, minute)
			}
			return from + " " + sayJoiner(joiner) + " " + sayClock(toHour, toMinute), true
		}},
		// Without "Uhr" it may be the score of a set or a length of time: only what stands in front tells.
		{Name: "time", Pattern: `(\d{1,2}):(\d\d)`, Say: func(m rewrite.Match) (string, bool) {
			return sayClock(m.Groups[1], m.Groups[2]), grammar.Opens(m.Before) && grammar.Closes(m.After) &&
				grammar.IsClock(m.Groups[1], m.Groups[2]) && beforeTime[grammar.WordBefore(m.Before)]
		}},
	}
}

var beforeTime = grammar.WordList("um ab gegen von vor nach seit zwischen")

// sayClock says "fünfzehn Uhr dreißig"; full hours have no minutes.
func sayClock(hour, minute string) string {
	said := sayHour(hour) + " Uhr"
	if grammar.Atoi(minute) == 0 {
		return said
	}
	return said + " " + Cardinal(int64(grammar.Atoi(minute)))
}

func sayHour(hour string) string {
	if grammar.Atoi(hour) == 1 {
		return "ein"
	}
	return Cardinal(int64(grammar.Atoi(hour)))
}
