package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"text/tabwriter"
)

// printJSON writes a value as indented JSON, without escaping HTML.
func (a *app) printJSON(v any) error {
	encoder := json.NewEncoder(a.out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(v)
}

// printJSONRows is printJSON for a list that may be long: it writes as it encodes, so that a reader
// who wants only the first rows need not wait for the others.
func printJSONRows[T any](a *app, rows []T) error {
	if len(rows) == 0 {
		return a.printJSON([]T{})
	}
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("  ", "  ")
	out := bufio.NewWriter(a.out)
	for i, row := range rows {
		text.Reset()
		if err := encoder.Encode(row); err != nil {
			return err
		}
		before := ",\n  "
		if i == 0 {
			before = "[\n  "
		}
		fmt.Fprint(out, before, strings.TrimSuffix(text.String(), "\n")) // Flush returns its error
	}
	fmt.Fprint(out, "\n]\n")
	return out.Flush()
}

// printTable writes aligned rows.
func (a *app) printTable(rows [][]string) error {
	table := tabwriter.NewWriter(a.out, 0, 0, 2, ' ', 0)
	for _, row := range rows {
		for i, cell := range row {
			if i > 0 {
				fmt.Fprint(table, "\t")
			}
			fmt.Fprint(table, cell)
		}
		fmt.Fprintln(table)
	}
	return table.Flush()
}
