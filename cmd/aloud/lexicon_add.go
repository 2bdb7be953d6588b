package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/aloud-audio/aloud/internal/script/lexicon"
)

type lexiconAddOptions struct {
	lexiconOptions
	alias   string
	ipa     string
	decline string
}

func lexiconAddCommand(a *app) *cobra.Command {
	var opts lexiconAddOptions
	cmd := &cobra.Command{
		Use:   "add WORD...",
		Short: "Add an entry, or replace those for the same words",
		Long: `Add an entry for one or more written forms. A lower-case form matches any capitalization. A form with
capitals matches exactly, or text in all capitals. --alias is a respelling that voices say correctly; --ipa is sent to
voices that support it, and the alias to the others. The command also says how many published articles have the words.
--decline adds the other grammatical cases of a name:

` + declensions(),
		Example: "  aloud lexicon add Chornobaivka --alias Chorno-buyivka --language en\n" +
			"  aloud lexicon add Zhovkva --ipa ˈʒɔwkwa --alias Zhoff-kva --language en\n" +
			"  aloud lexicon add Радехів --alias \"Ра́дехів\" --decline uk-place --language uk",
		Args: arguments(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error { return a.lexiconAdd(cmd.Context(), args, opts) },
	}
	opts.addFlags(cmd)
	flags := cmd.Flags()
	flags.StringVar(&opts.alias, "alias", "", "`text` to say instead")
	flags.StringVar(&opts.ipa, "ipa", "", "pronunciation in the International Phonetic Alphabet, as `ipa`")
	flags.StringVar(&opts.decline, "decline", "", "add the other cases by this `declension`")
	return cmd
}

func declensions() string {
	var b strings.Builder
	for _, p := range lexicon.Patterns("") {
		fmt.Fprintf(&b, "  %-9s %s\n", p.Name, p.Example)
	}
	return strings.TrimRight(b.String(), "\n")
}

func (a *app) lexiconAdd(ctx context.Context, words []string, opts lexiconAddOptions) error {
	entries, err := opts.entries(words)
	if err != nil {
		return usageError{err}
	}
	lex, err := a.siteLexicon(opts.lexiconOptions)
	if err != nil {
		return err
	}
	if err := lex.edit(func(l *lexicon.List) error { return l.Add(entries...) }); err != nil {
		return err
	}
	a.infof("added to %s", lex.file)
	a.infoConcerned(ctx, lex, writtenIn(entries))
	return a.printEntries(rowsOf("site", entries), opts.json)
}

func writtenIn(entries []lexicon.Entry) (words []string) {
	for _, e := range entries {
		words = append(words, e.Written...)
	}
	return words
}

func (o lexiconAddOptions) entries(words []string) ([]lexicon.Entry, error) {
	entry := lexicon.Entry{Written: words, Alias: o.alias, IPA: o.ipa}
	if o.decline != "" {
		return lexicon.Decline(o.decline, entry)
	}
	return []lexicon.Entry{entry}, entry.Check()
}
