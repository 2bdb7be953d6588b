package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"

	"github.com/spf13/cobra"

	"github.com/aloud-audio/aloud/internal/library"
)

type listOptions struct {
	site  string
	state string
	stale bool
	json  bool
}

func listCommand(a *app) *cobra.Command {
	var opts listOptions
	cmd := &cobra.Command{
		Use:     "list",
		Short:   "List articles",
		GroupID: groupManage,
		Example: "  aloud list --state failed\n  aloud list --stale --json",
		Args:    arguments(cobra.NoArgs),
		RunE:    func(cmd *cobra.Command, _ []string) error { return a.list(cmd.Context(), opts) },
	}
	flags := cmd.Flags()
	flags.StringVar(&opts.site, "site", "", "`site` of the articles (default: the only one)")
	flags.StringVar(&opts.state, "state", "", "only articles in this `state`: accepted, published, removed, nothing_to_read, failed, parked or damaged")
	flags.BoolVar(&opts.stale, "stale", false, "only articles that would sound different with today's settings")
	flags.BoolVar(&opts.json, "json", false, "print JSON")
	return cmd
}

// listRow is an article as list shows it.
type listRow struct {
	ID       string        `json:"id"`
	State    library.State `json:"state"`
	Due      bool          `json:"due"`
	Revision string        `json:"revision"`
	Title    string        `json:"title,omitempty"`
	Reason   string        `json:"reason,omitempty"`
}

var states = []library.State{accepted, library.Published, library.Removed, library.NothingToRead, library.Failed, library.Parked, damaged}

func (a *app) list(ctx context.Context, opts listOptions) error {
	if opts.state != "" && !slices.Contains(states, library.State(opts.state)) {
		return usageError{fmt.Errorf("no state %q: there are %v", opts.state, states)}
	}
	s, err := a.open(ctx)
	if err != nil {
		return err
	}
	site, err := s.site(opts.site)
	if err != nil {
		return err
	}
	found := []listRow{}
	narrator := s.narrator(local())
	for row, err := range s.rows(ctx, site) {
		if err != nil {
			return err
		}
		if opts.state != "" && string(row.State) != opts.state {
			continue
		}
		if opts.stale {
			stale, err := narrator.Stale(ctx, library.Ref{Site: site, ID: row.ID})
			if err != nil {
				return err
			}
			if !stale {
				continue
			}
		}
		found = append(found, row)
	}
	return a.printList(found, opts.json)
}

// rows yields the articles of a site, by their ids.
func (s *service) rows(ctx context.Context, site string) iter.Seq2[listRow, error] {
	return func(yield func(listRow, error) bool) {
		for ref, err := range s.library.Articles(ctx, site) {
			if err != nil {
				yield(listRow{}, err)
				return
			}
			status, err := s.articleStatus(ctx, ref)
			if errors.Is(err, library.ErrUnknownArticle) {
				continue
			}
			row := listRow{ref.ID, status.State, status.Due, status.Revision, status.Title, status.Reason}
			if !yield(row, err) || err != nil {
				return
			}
		}
	}
}

func (a *app) printList(rows []listRow, asJSON bool) error {
	if asJSON {
		return a.printJSON(rows)
	}
	table := [][]string{{"ID", "STATE", "DUE", "REVISION", "TITLE"}}
	for _, r := range rows {
		title := r.Title
		if r.Reason != "" {
			title = fmt.Sprintf("%s (%s)", title, r.Reason)
		}
		table = append(table, []string{r.ID, string(r.State), fmt.Sprint(r.Due), r.Revision, title})
	}
	return a.printTable(table)
}
