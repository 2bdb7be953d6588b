package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/script"
	"github.com/aloud-audio/aloud/internal/source"
)

func debugCommand(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "debug",
		Short:   "Run a single stage on standard input",
		Long:    "Run a single stage from standard input to standard output, to measure or test it from outside.",
		Example: "  aloud debug body < page.html",
		Args:    cobra.ArbitraryArgs,
		RunE:    noCommand,
	}
	cmd.AddCommand(debugBodyCommand(a), debugSentencesCommand(a), debugSpokenCommand(a))
	return cmd
}

func debugBodyCommand(a *app) *cobra.Command {
	var all bool
	cmd := &cobra.Command{
		Use:   "body",
		Short: "Extract the body text from HTML, one block per line",
		Long: `Extract the body text from HTML, one block per line, without headline, byline and standfirst. Leaves out
text that is not public, like aloud publish. --all keeps it, as subscribers see it.`,
		Example: "  aloud debug body < page.html\n  aloud debug body --all < page.html",
		Args:    arguments(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error {
			if all {
				return a.debugBody(article.NoGates)
			}
			return a.debugBody(article.AllGates)
		},
	}
	cmd.Flags().BoolVar(&all, "all", false, "keep what only subscribers see")
	return cmd
}

func (a *app) debugBody(gates article.Gates) error {
	html, err := io.ReadAll(a.in)
	if err != nil {
		return err
	}
	if len(bytes.TrimSpace(html)) == 0 {
		return nil
	}
	payload, err := source.ParseFile("standard-input.html", "html", html)
	if err != nil {
		return err
	}
	art, err := article.Parse(payload, article.Options{Gates: gates})
	if err != nil {
		return err
	}
	for _, block := range art.Blocks {
		if block.Role.InBody() {
			fmt.Fprintln(a.out, block.Text)
		}
	}
	return nil
}

func debugSentencesCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:     "sentences",
		Short:   `Split JSON lines {"language","text"} into one JSON array of sentences per line`,
		Example: `  echo '{"language":"en","text":"One. Two."}' | aloud debug sentences`,
		Args:    arguments(cobra.NoArgs),
		RunE:    func(*cobra.Command, []string) error { return a.debugSentences() },
	}
}

func (a *app) debugSentences() error {
	in, out := json.NewDecoder(a.in), json.NewEncoder(a.out)
	out.SetEscapeHTML(false)
	for {
		var line struct{ Language, Text string }
		err := in.Decode(&line)
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return fmt.Errorf("standard input has a line that is not JSON: %w", err)
		}
		if err := out.Encode(append([]string{}, script.Sentences(line.Language, line.Text)...)); err != nil {
			return err
		}
	}
}

func debugSpokenCommand(a *app) *cobra.Command {
	language := languageFlag("en")
	cmd := &cobra.Command{
		Use:     "spoken",
		Short:   "Print the spoken form of each line",
		Example: "  echo 'Dec. 2' | aloud debug spoken --language en",
		Args:    arguments(cobra.NoArgs),
		RunE:    func(*cobra.Command, []string) error { return a.debugSpoken(string(language)) },
	}
	cmd.Flags().Var(&language, "language", "`language` of the lines")
	return cmd
}

func (a *app) debugSpoken(language string) error {
	lines := bufio.NewScanner(a.in)
	lines.Buffer(nil, maxInput)
	for lines.Scan() {
		fmt.Fprintln(a.out, script.Spoken(language, lines.Text()))
	}
	return lines.Err()
}
