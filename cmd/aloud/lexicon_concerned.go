package main

import (
	"context"
	"fmt"
	"time"
)

// countingTime bounds how long a change of the lexicon looks for the articles that it concerns.
const countingTime = 10 * time.Second

// infoConcerned tells how many published articles have words of the lexicon, and how that was found
// out. The change itself is done: no error ends the command.
func (a *app) infoConcerned(ctx context.Context, lex siteLexicon, words []string) {
	env, err := a.environment()
	if err != nil || env.Server != "" {
		return // the articles are elsewhere
	}
	n, err := a.openNewsroom(ctx)
	if err != nil {
		a.infof("cannot count the articles that it concerns: %v", err)
		return
	}
	counting, cancel := context.WithTimeout(ctx, countingTime)
	defer cancel()
	c, err := n.Concerned(counting, lex.name, lex.language, words)
	if err != nil {
		a.infof("cannot count the articles that it concerns: %v", err)
		return
	}
	text := countOf(c.ByCatalogue+c.ByReading, "published article has", "published articles have") + " it, found by the catalogue"
	if c.Read > 0 {
		text += fmt.Sprintf(" (%d) and by reading %s (%d)", c.ByCatalogue, countOf(c.Read, "text", "texts"), c.ByReading)
	}
	if c.Unread > 0 {
		text += fmt.Sprintf("; %s were not read within %s: aloud list --stale reads all", countOf(c.Unread, "text", "texts"), countingTime)
	}
	a.infof("%s", text)
}
