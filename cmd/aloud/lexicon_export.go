package main

import (
	"github.com/spf13/cobra"

	"github.com/aloud-audio/aloud/internal/script/lexicon"
)

func lexiconExportCommand(a *app) *cobra.Command {
	var opts lexiconOptions
	var out string
	var builtIn bool
	cmd := &cobra.Command{
		Use:     "export",
		Short:   "Print the lexicon as a W3C PLS file",
		Example: "  aloud lexicon export --language uk > names-uk.pls\n  aloud lexicon export --language en --built-in -o built-in.pls",
		Args:    arguments(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error {
			return a.lexiconExport(opts, out, builtIn)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&opts.site, "site", "", "`site` of the lexicon (default: the only one)")
	flags.Var((*languageFlag)(&opts.language), "language", "`language` of the lexicon (default: the only one, or the site's language)")
	flags.StringVarP(&out, "output", "o", "", "`file` to write (default: standard output)")
	flags.BoolVar(&builtIn, "built-in", false, "the built-in entries instead of the site's")
	return cmd
}

func (a *app) lexiconExport(opts lexiconOptions, out string, builtIn bool) error {
	lex, err := a.siteLexicon(opts)
	if err != nil {
		return err
	}
	list := lexicon.List{Language: lex.language}
	for _, layer := range lex.layers() {
		if (layer == lexicon.BuiltIn(lex.language)) == builtIn {
			list = layer.List()
		}
	}
	if out != "" {
		return lexicon.Save(out, list)
	}
	return lexicon.Write(a.out, list)
}
