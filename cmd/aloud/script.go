package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/narrate"
)

func scriptCommand(a *app) *cobra.Command {
	var opts inputOptions
	cmd := &cobra.Command{
		Use:     "script FILE|URL|-",
		Short:   "Show what would be read, and what not and why",
		GroupID: groupLocal,
		Long:    "Show what would be read of an article, segment by segment, what is left out and why, and how the language was found. Nothing is spoken.",
		Example: "  aloud script article.html\n  aloud script post.json --json | jq .skipped",
		Args:    arguments(cobra.ExactArgs(1)),
		RunE:    func(cmd *cobra.Command, args []string) error { return a.script(cmd.Context(), args[0], opts) },
	}
	opts.addFlags(cmd)
	return cmd
}

func (a *app) script(ctx context.Context, input string, opts inputOptions) error {
	payload, err := a.read(ctx, input, opts.format)
	if err != nil {
		return err
	}
	narrator, site, cleanUp, err := a.localNarrator(opts.site)
	if err != nil {
		return err
	}
	defer cleanUp()
	plan, err := narrator.Plan(site, payload, library.Orders{Voice: opts.voice})
	var nothing *narrate.NothingToRead
	if err != nil && !errors.As(err, &nothing) {
		return err
	}
	if opts.json {
		return a.printJSON(scriptReport(plan))
	}
	return a.printScript(plan, nothing)
}

// report is the JSON of script.
type report struct {
	Article    reportArticle     `json:"article"`
	Segments   []reportSegment   `json:"segments"`
	Skipped    []article.Skipped `json:"skipped"`
	Voice      string            `json:"voice,omitempty"`
	Characters int               `json:"characters"`
	Billable   int               `json:"billable"`
}

type reportArticle struct {
	ID         string   `json:"id,omitempty"`
	Title      string   `json:"title"`
	Byline     []string `json:"byline"`
	Language   string   `json:"language"`
	LanguageBy string   `json:"language_by"`
	URL        string   `json:"url,omitempty"`
}

type reportSegment struct {
	Index  int          `json:"index"`
	Role   article.Role `json:"role"`
	Text   string       `json:"text"`
	Spoken string       `json:"spoken"`
}

func scriptReport(p narrate.Plan) report {
	art := p.Article
	r := report{
		Article:    reportArticle{art.ID, art.Title, append([]string{}, art.Byline...), art.Language, art.LanguageBy, art.URL},
		Segments:   []reportSegment{},
		Skipped:    append([]article.Skipped{}, p.Script.Skipped...),
		Characters: p.Script.Characters(),
		Billable:   p.Billable(),
	}
	if p.Voice.Provider != "" {
		r.Voice = p.Voice.String()
	}
	for _, s := range p.Script.Segments {
		r.Segments = append(r.Segments, reportSegment{s.Index, s.Role, s.Text, s.Spoken})
	}
	return r
}

func (a *app) printScript(p narrate.Plan, nothing *narrate.NothingToRead) error {
	fmt.Fprintf(a.out, "%s\nlanguage %s (by %s)", p.Article.Title, p.Article.Language, p.Article.LanguageBy)
	if nothing != nil {
		fmt.Fprintf(a.out, "\n%s\n", nothing)
	} else {
		fmt.Fprintf(a.out, ", voice %s, %d characters, %d billable\n\n", p.Voice, p.Script.Characters(), p.Billable())
	}
	var rows [][]string
	for _, s := range p.Script.Segments {
		rows = append(rows, []string{fmt.Sprint(s.Index), string(s.Role), s.Spoken})
	}
	if len(p.Script.Skipped) > 0 {
		rows = append(rows, []string{"", "", ""}, []string{"", "not read", ""})
	}
	for _, s := range p.Script.Skipped {
		rows = append(rows, []string{"-", s.Reason, s.Text})
	}
	return a.printTable(rows)
}
