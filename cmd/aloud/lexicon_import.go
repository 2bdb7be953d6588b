package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/aloud-audio/aloud/internal/script/lexicon"
)

func lexiconImportCommand(a *app) *cobra.Command {
	var opts lexiconOptions
	cmd := &cobra.Command{
		Use:   "import FILE|-",
		Short: "Import entries from a W3C PLS file",
		Long: `Import the entries of a W3C PLS file into the site's lexicon for the file's language. They replace its entries for the
same words. A file with a mistake is refused as a whole.`,
		Example: "  aloud lexicon import names-uk.pls",
		Args:    arguments(cobra.ExactArgs(1)),
		RunE:    func(_ *cobra.Command, args []string) error { return a.lexiconImport(args[0], opts) },
	}
	opts.addFlags(cmd)
	return cmd
}

func (a *app) lexiconImport(file string, opts lexiconOptions) error {
	imported, err := a.readLexicon(file)
	if err != nil {
		return err
	}
	if opts.language != "" && opts.language != imported.Language {
		return fmt.Errorf("the language of %s is %q, not %q: leave out --language", file, imported.Language, opts.language)
	}
	opts.language = imported.Language
	lex, err := a.siteLexicon(opts)
	if err != nil {
		return err
	}
	var before, after int
	err = lex.edit(func(l *lexicon.List) error {
		before = len(l.Entries)
		err := l.Add(imported.Entries...)
		after = len(l.Entries)
		return err
	})
	if err != nil {
		return err
	}
	a.infof("%s imported into %s, which now has %d", countOf(len(imported.Entries), "entry", "entries"), lex.file, after)
	if opts.json {
		return a.printJSON(map[string]int{"imported": len(imported.Entries), "before": before, "after": after})
	}
	return nil
}

func (a *app) readLexicon(file string) (lexicon.List, error) {
	if file != "-" {
		return lexicon.Load(file)
	}
	return lexicon.Read(io.LimitReader(a.in, lexicon.MaxFileBytes+1))
}
