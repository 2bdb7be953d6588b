package main

import (
	"cmp"
	"context"
	"time"

	"github.com/spf13/cobra"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/library"
)

type publishOptions struct {
	site   string
	id     string
	format string
	json   bool
}

func publishCommand(a *app) *cobra.Command {
	var opts publishOptions
	cmd := &cobra.Command{
		Use:     "publish FILE|URL|-",
		Short:   "Hand an article to the service, as a hook would",
		GroupID: groupManage,
		Long: `Hand an article to the service, as a hook would. It also clears what remove has set. The article is stored, then the
queue is asked; no server needs to run.`,
		Example: "  aloud publish article.html --site main --id ferry-2026\n  aloud publish post.json",
		Args:    arguments(cobra.ExactArgs(1)),
		RunE:    func(cmd *cobra.Command, args []string) error { return a.publish(cmd.Context(), args[0], opts) },
	}
	flags := cmd.Flags()
	flags.StringVar(&opts.site, "site", "", "`site` that publishes (default: the only one)")
	flags.StringVar(&opts.id, "id", "", "article `id` (default: the input's own, or its name)")
	flags.StringVar(&opts.format, "format", "", formatHelp)
	flags.BoolVar(&opts.json, "json", false, "print JSON")
	return cmd
}

func (a *app) publish(ctx context.Context, input string, opts publishOptions) error {
	s, err := a.open(ctx)
	if err != nil {
		return err
	}
	payload, err := a.read(ctx, input, opts.format)
	if err != nil {
		return err
	}
	payload.ID = cmp.Or(opts.id, payload.ID)
	ref, err := s.ref(opts.site, payload.ID)
	if err != nil {
		return err
	}
	newer, err := s.accept(ctx, ref, payload)
	if err != nil {
		return err
	}
	s.enqueue(ctx, a, false, ref)
	return a.tellAccepted(ref, newer, opts.json)
}

// accept stores the article as of now, unless it says itself when it was updated.
func (s *service) accept(ctx context.Context, ref library.Ref, payload article.Payload) (newer bool, err error) {
	now := time.Now().UTC()
	if payload.UpdatedAt.IsZero() {
		payload.UpdatedAt = now
	}
	newer, err = s.library.Accept(ctx, ref, payload, now)
	if err != nil {
		return newer, err
	}
	return newer, s.library.Order(ctx, ref, func(o *library.Orders) { o.Held = false })
}

func (a *app) tellAccepted(ref library.Ref, newer, asJSON bool) error {
	if asJSON {
		return a.printJSON(map[string]any{"site": ref.Site, "id": ref.ID, "newer": newer})
	}
	if !newer {
		a.sayf("%s is known in this or a newer revision: brought up to date as it is", ref)
		return nil
	}
	a.sayf("%s is accepted: follow it with aloud status %s --site %s", ref, ref.ID, ref.Site)
	return nil
}
