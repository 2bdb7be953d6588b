package main

import (
	"context"

	"github.com/spf13/cobra"

	"github.com/aloud-audio/aloud/internal/library"
)

func removeCommand(a *app) *cobra.Command {
	var site string
	var asJSON bool
	cmd := &cobra.Command{
		Use:     "remove ID...",
		Short:   "Take articles' audio out of the public and hold it there",
		GroupID: groupManage,
		Long: `Take articles' audio out of the public. It stays out, whatever the CMS sends, until aloud publish or aloud render clears
that.`,
		Example: "  aloud remove ferry-2026 --site main",
		Args:    arguments(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.remove(cmd.Context(), args, site, asJSON)
		},
	}
	cmd.Flags().StringVar(&site, "site", "", "`site` of the articles (default: the only one)")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return cmd
}

func (a *app) remove(ctx context.Context, ids []string, site string, asJSON bool) error {
	s, err := a.open(ctx)
	if err != nil {
		return err
	}
	refs, err := s.refs(site, ids)
	if err != nil {
		return err
	}
	held, err := each(refs, func(ref library.Ref) error { return s.hold(ctx, ref) })
	s.enqueue(ctx, a, false, held...)
	for _, ref := range held {
		a.sayf("%s is removed and held", ref)
	}
	if err != nil {
		return err
	}
	if asJSON {
		return a.printJSON(map[string]any{"removed": ids})
	}
	return nil
}

// hold takes the narration away at once, so that nobody has to wait for a worker; the worker removes the rest.
func (s *service) hold(ctx context.Context, ref library.Ref) error {
	if err := s.library.Order(ctx, ref, func(o *library.Orders) { o.Held = true }); err != nil {
		return err
	}
	return s.library.Withdraw(ctx, ref)
}

func (s *service) refs(site string, ids []string) ([]library.Ref, error) {
	var refs []library.Ref
	for _, id := range ids {
		ref, err := s.ref(site, id)
		if err != nil {
			return nil, err
		}
		refs = append(refs, ref)
	}
	return refs, nil
}
