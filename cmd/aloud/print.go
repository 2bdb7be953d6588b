package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
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
func printJSONRows[T any](a *app, rows iter.Seq2[T, error]) error {
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("  ", "  ")
	out := bufio.NewWriter(a.out)
	before, after := "[\n  ", "[]\n"
	for row, err := range rows {
		if err != nil {
			return errors.Join(err, out.Flush())
		}
		text.Reset()
		if err := encoder.Encode(row); err != nil {
			return err
		}
		if _, err := fmt.Fprint(out, before, strings.TrimSuffix(text.String(), "\n")); err != nil {
			return err
		}
		before, after = ",\n  ", "\n]\n"
	}
	fmt.Fprint(out, after) // Flush returns its error
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
