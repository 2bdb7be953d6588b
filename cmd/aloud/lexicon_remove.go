package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/aloud-audio/aloud/internal/script/lexicon"
)

func lexiconRemoveCommand(a *app) *cobra.Command {
	var opts lexiconOptions
	cmd := &cobra.Command{
		Use:   "remove WORD...",
		Short: "Remove written forms from the site's lexicon",
		Long: `Remove written forms, with their very capitals, from the site's lexicon; an entry goes with its last form. Built-in entries
stay: add one of your own for the same word, or switch them all off with spoken_off: [lexicon].`,
		Example: "  aloud lexicon remove Chornobaivka --language en",
		Args:    arguments(cobra.MinimumNArgs(1)),
		RunE:    func(_ *cobra.Command, args []string) error { return a.lexiconRemove(args, opts) },
	}
	opts.addFlags(cmd)
	return cmd
}

func (a *app) lexiconRemove(words []string, opts lexiconOptions) error {
	lex, err := a.siteLexicon(opts)
	if err != nil {
		return err
	}
	removed := 0
	err = lex.edit(func(l *lexicon.List) error {
		if removed = l.Remove(words...); removed == 0 {
			return fmt.Errorf("the site's lexicon has no entry for %s", strings.Join(words, ", "))
		}
		return nil
	})
	if err != nil {
		return err
	}
	a.sayf("%d removed from %s", removed, lex.file)
	if opts.json {
		return a.printJSON(map[string]int{"removed": removed})
	}
	return nil
}
