package main

import (
	"cmp"
	"strings"

	"github.com/spf13/cobra"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/script"
)

func lexiconTestCommand(a *app) *cobra.Command {
	var opts lexiconOptions
	cmd := &cobra.Command{
		Use:     "test TEXT",
		Short:   "Show how a text is said with the lexicon",
		Example: "  aloud lexicon test 'In Zaporizhzhia on Dec. 2' --language en",
		Args:    arguments(cobra.MinimumNArgs(1)),
		RunE: func(_ *cobra.Command, args []string) error {
			return a.lexiconTest(strings.Join(args, " "), opts)
		},
	}
	opts.addFlags(cmd)
	return cmd
}

// lexiconTry is the spoken form of a text.
type lexiconTry struct {
	Spoken  string       `json:"spoken"`
	Matches []lexiconHit `json:"matches"`
}

type lexiconHit struct {
	Text  string `json:"text"`
	Alias string `json:"alias"`
	IPA   string `json:"ipa,omitempty"`
	Layer string `json:"layer"`
}

func (a *app) lexiconTest(text string, opts lexiconOptions) error {
	lex, err := a.siteLexicon(opts)
	if err != nil {
		return err
	}
	paragraph := article.Article{
		Language: lex.language, Blocks: []article.Block{{Role: article.Paragraph, Text: text}},
	}
	speaking := lex.site.Speaking()
	names, err := script.LexiconOf(paragraph, speaking)
	if err != nil {
		return err
	}
	try := lexiconTry{Matches: []lexiconHit{}}
	for _, m := range names.Find(text) {
		try.Matches = append(try.Matches, lexiconHit{text[m.Start:m.End], m.Alias, m.IPA, m.Layer})
	}
	said, err := script.Build(paragraph, speaking)
	if err != nil {
		return err
	}
	for _, segment := range said.Segments {
		try.Spoken = strings.TrimSpace(try.Spoken + " " + segment.Spoken)
	}
	return a.printTry(try, opts.json)
}

func (a *app) printTry(try lexiconTry, asJSON bool) error {
	if asJSON {
		return a.printJSON(try)
	}
	table := [][]string{{"TEXT", "SAID", "IPA", "LAYER"}}
	for _, m := range try.Matches {
		table = append(table, []string{m.Text, m.Alias, cmp.Or(m.IPA, "-"), m.Layer})
	}
	return a.printTable(append(table, []string{try.Spoken}))
}
