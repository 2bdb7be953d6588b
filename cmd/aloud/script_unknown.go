package main

import (
	"fmt"

	"github.com/aloud-audio/aloud/internal/newsroom"
)

func (a *app) printUnknown(p newsroom.Preview, asJSON bool) error {
	names, err := p.UnknownNames()
	if err != nil {
		return err
	}
	if asJSON {
		return a.printJSON(names)
	}
	table := [][]string{{"NAME", "TIMES"}}
	for _, n := range names {
		table = append(table, []string{n.Name, fmt.Sprint(n.Count)})
	}
	return a.printTable(table)
}
