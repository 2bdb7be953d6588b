package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

func lexiconListCommand(a *app) *cobra.Command {
	var opts lexiconOptions
	cmd := &cobra.Command{
		Use:     "list [WORD]",
		Short:   "List entries: the site's, then the built-in ones",
		Example: "  aloud lexicon list --language uk\n  aloud lexicon list Kyiv --language en --json",
		Args:    arguments(cobra.MaximumNArgs(1)),
		RunE: func(_ *cobra.Command, args []string) error {
			return a.lexiconList(strings.Join(args, ""), opts)
		},
	}
	opts.addFlags(cmd)
	return cmd
}

// lexiconList lists the entries with word in one of their written forms.
func (a *app) lexiconList(word string, opts lexiconOptions) error {
	lex, err := a.siteLexicon(opts)
	if err != nil {
		return err
	}
	rows := []lexiconRow{}
	for _, layer := range lex.layers() {
		rows = append(rows, rowsOf(layer.Name(), layer.List().Entries)...)
	}
	word = strings.ToLower(word)
	rows = slices.DeleteFunc(rows, func(r lexiconRow) bool {
		return !slices.ContainsFunc(r.Written, func(w string) bool { return strings.Contains(strings.ToLower(w), word) })
	})
	return a.printEntries(rows, opts.json)
}
