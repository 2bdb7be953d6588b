package main

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/aloud-audio/aloud/internal/service"
	"github.com/aloud-audio/aloud/internal/speech"
)

func voicesCommand(a *app) *cobra.Command {
	var language string
	var asJSON bool
	cmd := &cobra.Command{
		Use:     "voices [PROVIDER]",
		Short:   "List the voices that settings can name",
		GroupID: groupLocal,
		Long: `List the voices that settings can name.

The loudness of a voice is measured once for each site, on the first article in which it speaks for half a minute, so that all
articles are equally loud. Nothing is bought for that. To measure it again, delete the voice's file under private/sites/SITE/gains/ in the store, or change the site's
voice_version, which also buys all speech again. Published tracks stay as they are.`,
		Example: "  aloud voices --language uk\n  aloud voices google --json",
		Args:    arguments(cobra.MaximumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.voices(cmd.Context(), args, language, asJSON)
		},
	}
	cmd.Flags().Var((*languageFlag)(&language), "language", "only voices for this `language`")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return cmd
}

// voiceRow is a voice as voices lists it.
type voiceRow struct {
	Voice      string `json:"voice"`
	Language   string `json:"language"`
	SampleRate int    `json:"sample_rate"`
	MaxInput   int    `json:"max_input,omitempty"`
}

// voices lists what the providers offer. An unreachable provider is an error only if it was named.
func (a *app) voices(ctx context.Context, named []string, language string, asJSON bool) error {
	cfg, err := a.config()
	if err != nil {
		return err
	}
	all := service.New(cfg, nil).Voices()
	names := named
	if len(names) == 0 {
		names = slices.Sorted(maps.Keys(all))
	}
	rows := []voiceRow{}
	for _, name := range names {
		provider, known := all[name]
		if !known {
			return usageError{fmt.Errorf("no provider %q; providers are %s", name, strings.Join(slices.Sorted(maps.Keys(all)), ", "))}
		}
		found, err := provider.Voices(ctx)
		if err != nil && len(named) > 0 {
			return err
		}
		if err != nil {
			a.infof("%v", err)
		}
		rows = append(rows, voiceRows(found, language)...)
	}
	if asJSON {
		return a.printJSON(rows)
	}
	return a.printVoices(rows)
}

func voiceRows(voices []speech.Voice, language string) []voiceRow {
	var rows []voiceRow
	for _, v := range voices {
		if speaks(v, language) {
			rows = append(rows, voiceRow{Voice: v.String(), Language: v.Language, SampleRate: v.SampleRate, MaxInput: v.MaxInput})
		}
	}
	return rows
}

// speaks reports whether a voice speaks the requested language; "mul" marks voices that speak
// several.
func speaks(v speech.Voice, language string) bool {
	return language == "" || v.Language == "mul" || strings.EqualFold(v.Language, language) ||
		strings.HasPrefix(strings.ToLower(v.Language), strings.ToLower(language)+"-")
}

func (a *app) printVoices(rows []voiceRow) error {
	table := [][]string{{"VOICE", "LANGUAGE"}}
	for _, r := range rows {
		table = append(table, []string{r.Voice, r.Language})
	}
	return a.printTable(table)
}
