package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
)

func ghostCommand(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "ghost",
		Short:   "Connect a Ghost site",
		GroupID: groupManage,
		Example: "  aloud ghost connect https://example.com --hooks https://audio.example.com",
		Args:    arguments(cobra.NoArgs),
	}
	cmd.AddCommand(ghostConnectCommand(a))
	return cmd
}

type connectOptions struct {
	articlesOptions
	hooks  string
	dryRun bool
}

func ghostConnectCommand(a *app) *cobra.Command {
	var opts connectOptions
	cmd := &cobra.Command{
		Use:   "connect URL [KEY]",
		Short: "Register aloud's webhooks in a Ghost site",
		Long: `Register in the Ghost at URL a webhook for each event that aloud needs, with the site's hook secret. KEY is
the Admin API key of a custom integration (Settings → Integrations); - reads it from standard input. Without KEY the
command uses admin_key of sources.ghost in the site's settings. Run it again to update its webhooks and to recreate
deleted ones. It does not touch webhooks made by hand.`,
		Example: "  aloud ghost connect https://example.com - --hooks https://audio.example.com < admin-key.txt\n" +
			"  aloud ghost connect https://example.com --hooks https://audio.example.com --dry-run",
		Args: arguments(cobra.RangeArgs(1, 2)),
		RunE: func(cmd *cobra.Command, args []string) error { return a.connectGhost(cmd.Context(), args, opts) },
	}
	opts.addFlags(cmd)
	flags := cmd.Flags()
	flags.StringVar(&opts.hooks, "hooks", "", "`address` of aloud, as Ghost reaches it (ALOUD_URL)")
	flags.BoolVar(&opts.dryRun, "dry-run", false, "only show what would be registered")
	return cmd
}

func (a *app) connectGhost(ctx context.Context, args []string, opts connectOptions) error {
	key := ""
	if len(args) > 1 {
		key = args[1]
	}
	if key == "-" {
		text, err := io.ReadAll(io.LimitReader(a.in, 1<<10))
		if err != nil {
			return err
		}
		key = strings.TrimSpace(string(text))
	}
	s, err := a.open(ctx)
	if err != nil {
		return err
	}
	hooks := cmp.Or(opts.hooks, s.Config.URL)
	if !strings.HasPrefix(hooks, "http") {
		return usageError{errors.New("--hooks is missing: write the address at which Ghost reaches aloud, like https://audio.example.com, or set ALOUD_URL")}
	}
	n := s.CommandNewsroom(ctx)
	site, err := n.Site(opts.site)
	if err != nil {
		return err
	}
	done, err := s.ConnectGhost(ctx, n, site, args[0], key, hooks, opts.dryRun)
	if opts.json {
		return errors.Join(a.printJSON(done), err)
	}
	table := [][]string{{"EVENT", "TARGET", "DONE"}}
	for _, r := range done {
		table = append(table, []string{r.Event, r.Target, r.Done})
	}
	if err := errors.Join(a.printTable(table), err); err != nil {
		return fmt.Errorf("connect %s: %w", args[0], err)
	}
	return nil
}
