package newsroom

import (
	"cmp"
	"fmt"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/docstest"
	"github.com/aloud-audio/aloud/internal/library"
)

// docs/states.md is what people read of the tables.
func TestDocsHaveTheStates(t *testing.T) {
	docstest.Keep(t, "../../docs/states.md", map[string]string{
		"states": tableOfStates(), "events": tableOfEvents(), "rules": tableOfRules(), "endings": tableOfEndings(), "urgencies": tableOfUrgencies(),
	})
}

// table writes rows, of which the first is the head.
func table(rows ...[]string) string {
	var b strings.Builder
	for i, row := range rows {
		fmt.Fprintf(&b, "| %s |\n", strings.Join(row, " | "))
		if i == 0 {
			b.WriteString("|" + strings.Repeat(" --- |", len(row)) + "\n")
		}
	}
	return b.String()
}

func tableOfStates() string {
	rows := [][]string{{"state", "meaning", "ended by"}}
	for _, s := range library.States {
		rows = append(rows, []string{code(s.State), s.Means, s.Ends})
	}
	return table(rows...)
}

func tableOfUrgencies() string {
	rows := [][]string{{"urgency", "when"}}
	for _, u := range library.Urgencies {
		rows = append(rows, []string{"`" + u.Name + "`", u.Means})
	}
	return table(rows...)
}

func tableOfEvents() string {
	rows := [][]string{{"event", "by", "the revision", "held", "the track", "deleted at once"}}
	for _, e := range EventRows {
		rows = append(rows, []string{e.Name, e.By, effect(string(e.Revision)), effect(e.HeldText()), effect(e.TrackText()), effect(e.AtOnceText())})
	}
	return table(rows...)
}

func effect(text string) string { return cmp.Or(text, "–") }

func tableOfRules() string {
	rows := [][]string{{"the article is", "the public has", "and", "done", "state afterwards"}}
	for _, r := range library.Rules {
		rows = append(rows, []string{library.WishTexts[r.Wish], library.PublicTexts[r.Public], and(r), library.ActionTexts[r.Do], code(r.Then)})
	}
	return table(rows...)
}

func and(r library.Rule) string {
	switch {
	case r.FailedBefore:
		return "this revision failed, and nothing is due since"
	case r.Settling:
		return "it was rendered and edited within 20 s"
	default:
		return ""
	}
}

func tableOfEndings() string {
	rows := [][]string{{"the work ends because", "state", "due markers", "task"}}
	for _, e := range library.Endings {
		rows = append(rows, []string{e.When, e.Outcome, e.Markers, e.Task})
	}
	return table(rows...)
}

func code(state library.State) string {
	if state == "" {
		return "unchanged"
	}
	return "`" + string(state) + "`"
}
