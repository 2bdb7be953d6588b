package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/aloud-audio/aloud/internal/script/lexicon"
)

func lexiconRemoveCommand(a *app) *cobra.Command {
	var opts lexiconOptions
	cmd := &cobra.Command{
		Use:   "remove WORD...",
		Short: "Remove written forms from the site's lexicon",
		Long: `Remove written forms from the site's lexicon; the capitals must match. An entry is removed with its last form. Built-in
entries cannot be removed: add an entry for the same word, or turn them all off with spoken_off: [lexicon].`,
		Example: "  aloud lexicon remove Chornobaivka --language en",
		Args:    arguments(cobra.MinimumNArgs(1)),
		RunE:    func(cmd *cobra.Command, args []string) error { return a.lexiconRemove(cmd.Context(), args, opts) },
	}
	opts.addFlags(cmd)
	return cmd
}

// builtInHint says what to do about words that are built in; "" if none is.
func (l siteLexicon) builtInHint(words []string) string {
	layer := lexicon.BuiltIn(l.language)
	if layer == nil {
		return ""
	}
	for _, e := range layer.List().Entries {
		for _, word := range words {
			if slices.Contains(e.Written, word) {
				return fmt.Sprintf("; %s is built in: override it with aloud lexicon add %q --alias … --language %s, or turn off all built-in entries with spoken_off: [lexicon]",
					word, word, l.language)
			}
		}
	}
	return ""
}

func (a *app) lexiconRemove(ctx context.Context, words []string, opts lexiconOptions) error {
	lex, err := a.siteLexicon(opts)
	if err != nil {
		return err
	}
	removed := 0
	err = lex.edit(func(l *lexicon.List) error {
		if removed = l.Remove(words...); removed == 0 {
			return fmt.Errorf("the site's lexicon has no entry for %s%s", strings.Join(words, ", "), lex.builtInHint(words))
		}
		return nil
	})
	if err != nil {
		return err
	}
	a.infof("%d removed from %s", removed, lex.file)
	a.infoConcerned(ctx, lex, words)
	if opts.json {
		return a.printJSON(map[string]int{"removed": removed})
	}
	return nil
}
