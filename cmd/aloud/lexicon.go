package main

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/aloud-audio/aloud/internal/config"
	"github.com/aloud-audio/aloud/internal/script/lexicon"
	"github.com/aloud-audio/aloud/internal/service"
)

// lexiconOptions choose a site's lexicon for one language.
type lexiconOptions struct {
	site     string
	language string
	json     bool
}

func lexiconCommand(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "lexicon",
		Short:   "Manage how names are pronounced",
		GroupID: groupLocal,
		Long: `Manage the pronunciation of names and other words that voices get wrong. A site has a lexicon for each language, a W3C
PLS file that aloud.yaml names:

  sites:
    main:
      lexicon: {uk: lexicon/uk.pls}

An article's own entries come first, then the site's, then the built-in ones. Changes apply to new renders;
aloud list --stale shows the articles that would sound different.`,
		Example: "  aloud lexicon add Chornobaivka --alias Chorno-buyivka --language en\n  aloud lexicon test 'In Chornobaivka on Dec. 2' --language en",
		Args:    cobra.ArbitraryArgs,
		RunE:    noCommand,
	}
	cmd.AddCommand(lexiconListCommand(a), lexiconAddCommand(a), lexiconRemoveCommand(a),
		lexiconImportCommand(a), lexiconExportCommand(a), lexiconTestCommand(a))
	return cmd
}

func (o *lexiconOptions) addFlags(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&o.site, "site", "", "`site` of the lexicon (default: the only one)")
	flags.Var((*languageFlag)(&o.language), "language", "`language` of the lexicon (default: the only one, or the site's language)")
	flags.BoolVar(&o.json, "json", false, "print JSON")
}

// siteLexicon is a site's lexicon for one language.
type siteLexicon struct {
	name     string // of the site
	site     config.Site
	language string
	file     string // "" if the settings name none
}

func (a *app) siteLexicon(opts lexiconOptions) (siteLexicon, error) {
	cfg, err := a.configWithoutFiles()
	if err != nil {
		return siteLexicon{}, err
	}
	name, err := service.New(cfg, nil).LocalNewsroom().Site(opts.site)
	if err != nil {
		return siteLexicon{}, err
	}
	lex := siteLexicon{name: name, site: cfg.Sites[name], language: opts.language}
	if lex.language == "" {
		lex.language = soleLanguage(lex.site)
	}
	lex.file = lex.site.Lexicons[lex.language]
	return lex, nil
}

// soleLanguage returns the language of the site's only lexicon, or of the site.
func soleLanguage(site config.Site) string {
	only := ""
	for lang := range site.Lexicons {
		only = lang
	}
	if len(site.Lexicons) == 1 {
		return only
	}
	return site.Language
}

// edit changes the site's lexicon.
func (l siteLexicon) edit(change func(*lexicon.List) error) error {
	if l.file == "" {
		return config.Error{Err: fmt.Errorf("site %s has no lexicon for %s: add to aloud.yaml, below sites.%s,\n  lexicon: {%s: lexicon/%s.pls}",
			l.name, l.language, l.name, l.language, l.language)}
	}
	return lexicon.Edit(l.file, l.language, change)
}

// layers returns the site's lexicon and the built-in one, as far as they exist.
func (l siteLexicon) layers() []*lexicon.Layer {
	var layers []*lexicon.Layer
	for _, layer := range append(l.site.Lexicon[:len(l.site.Lexicon):len(l.site.Lexicon)], lexicon.BuiltIn(l.language)) {
		if layer != nil && layer.List().Language == l.language {
			layers = append(layers, layer)
		}
	}
	return layers
}

// lexiconRow is an entry as the lexicon commands print it.
type lexiconRow struct {
	Layer   string   `json:"layer,omitempty"`
	Written []string `json:"written"`
	Alias   string   `json:"alias,omitempty"`
	IPA     string   `json:"ipa,omitempty"`
}

func (a *app) printEntries(rows []lexiconRow, asJSON bool) error {
	if asJSON {
		return a.printJSON(rows)
	}
	table := [][]string{{"WRITTEN", "ALIAS", "IPA", "LAYER"}}
	for _, r := range rows {
		table = append(table, []string{strings.Join(r.Written, ", "), cmp.Or(r.Alias, "-"), cmp.Or(r.IPA, "-"), r.Layer})
	}
	return a.printTable(table)
}

func countOf(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprint(n, " ", many)
}

func rowsOf(layer string, entries []lexicon.Entry) []lexiconRow {
	rows := []lexiconRow{}
	for _, e := range entries {
		rows = append(rows, lexiconRow{layer, e.Written, e.Alias, e.IPA})
	}
	return rows
}
