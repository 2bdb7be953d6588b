package main

import (
	"fmt"
	"strings"

	"github.com/aloud-audio/aloud/internal/narrate"
	"github.com/aloud-audio/aloud/internal/script"
	"github.com/aloud-audio/aloud/internal/script/lexicon"
)

// unknownName is a name that no lexicon has, and how often the article has it.
type unknownName struct {
	Name  string `json:"name"`
	Count int    `json:"count"`
}

// unknownNames are those of what would be read. Each block is a text of its own: where it begins, a sentence does.
func unknownNames(p narrate.Plan, site narrate.Site) ([]unknownName, error) {
	var text strings.Builder
	for i, s := range p.Script.Segments {
		if i > 0 && s.Block != p.Script.Segments[i-1].Block {
			text.WriteString("\n")
		}
		text.WriteString(s.Text)
	}
	lex, err := script.LexiconOf(p.Article, site.Speaking())
	if err != nil {
		return nil, err
	}
	rows := []unknownName{}
	for _, name := range lexicon.Unknown(p.Article.Language, text.String(), lex) {
		rows = append(rows, unknownName{name.Text, name.Count})
	}
	return rows, nil
}

func (a *app) printUnknown(p narrate.Plan, site narrate.Site, asJSON bool) error {
	rows, err := unknownNames(p, site)
	if err != nil {
		return err
	}
	if asJSON {
		return a.printJSON(rows)
	}
	table := [][]string{{"NAME", "TIMES"}}
	for _, r := range rows {
		table = append(table, []string{r.Name, fmt.Sprint(r.Count)})
	}
	return a.printTable(table)
}
