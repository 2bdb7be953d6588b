package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/aloud-audio/aloud/internal/doctor"
	"github.com/aloud-audio/aloud/internal/service"
)

func doctorCommand(a *app) *cobra.Command {
	var asJSON, quick bool
	cmd := &cobra.Command{
		Use:     "doctor",
		Short:   "Check settings, store, queue and machine",
		GroupID: groupRun,
		Long: `Check what aloud needs, with the settings and the environment of this process: run it on the service's machine, as the
service's user. It prints a line for each check, with a fix for those that fail. It writes and deletes an object below
private/ in the store, and a key in Redis. It rewrites the webhooks that aloud ghost connect made, because Ghost does not
list them.

--quick asks only the store and Redis, in eight seconds at most: it is the health check of a container.

Exit codes: 0 nothing failed, 1 a check failed, 3 the settings or the environment are wrong.`,
		Example: "  aloud doctor\n  aloud doctor --json | jq '.checks[] | select(.status != \"ok\")'",
		Args:    arguments(cobra.NoArgs),
		RunE:    func(cmd *cobra.Command, _ []string) error { return a.doctor(cmd.Context(), quick, asJSON) },
	}
	cmd.Flags().BoolVar(&quick, "quick", false, "check only the store and Redis")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return cmd
}

func (a *app) doctor(ctx context.Context, quick, asJSON bool) error {
	extent := service.Everything
	if quick {
		extent = service.Quick
	}
	reports, verdict := service.Examine(ctx, a.config, a.environ, extent)
	if err := a.printReports(reports, asJSON); err != nil {
		return err
	}
	return verdict
}

func (a *app) printReports(reports []doctor.Report, asJSON bool) error {
	if asJSON {
		return a.printJSON(map[string]any{"status": doctor.Worst(reports), "checks": reports})
	}
	for _, r := range reports {
		fmt.Fprintf(a.out, "%-5s %-24s %s\n", mark[r.Status], r.Name, indent(r.Detail))
		if r.Fix != "" {
			fmt.Fprintf(a.out, "%30s → %s\n", "", indent(r.Fix))
		}
	}
	return nil
}

var mark = map[doctor.Status]string{doctor.OK: "ok", doctor.Warn: "warn", doctor.Fail: "FAIL"}

// indent keeps the lines of a text below its first one.
func indent(text string) string {
	return strings.ReplaceAll(text, "\n", "\n"+strings.Repeat(" ", 31))
}
