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
	var opts doctorOptions
	cmd := &cobra.Command{
		Use:     "doctor",
		Short:   "Check settings, store, queue and machine",
		GroupID: groupRun,
		Long: `Check what aloud needs, with the settings and the environment of this process: run it on the service's machine, as the
service's user. It prints a line for each check and, for those that are not ok, what that means and what to do. It writes and
deletes objects below private/ and public/ in the store, and a key in Redis. It sends each hook a signed probe, which changes
nothing, through ALOUD_URL. It rewrites the webhooks that aloud ghost connect made, because Ghost does not list them.

Each configured voice says one word. With a voice of a service that costs a fraction of a cent, which the line says, and which no
budget counts; --no-spend leaves it out.

--quick asks only the store and Redis, in eight seconds at most: it is the health check of a container.

Exit codes: 0 nothing failed, 1 a check failed, 3 the settings or the environment are wrong.`,
		Example: "  aloud doctor --no-spend\n  aloud doctor --json | jq '.checks[] | select(.status != \"ok\")'",
		Args:    arguments(cobra.NoArgs),
		RunE:    func(cmd *cobra.Command, _ []string) error { return a.doctor(cmd.Context(), opts) },
	}
	cmd.Flags().BoolVar(&opts.quick, "quick", false, "check only the store and Redis")
	cmd.Flags().BoolVar(&opts.noSpend, "no-spend", false, "buy no speech: only voices of this machine say a word")
	cmd.Flags().BoolVar(&opts.json, "json", false, "print JSON")
	return cmd
}

type doctorOptions struct{ quick, noSpend, json bool }

func (o doctorOptions) extent() service.Extent {
	switch {
	case o.quick:
		return service.Quick
	case o.noSpend:
		return service.Free
	}
	return service.Everything
}

func (a *app) doctor(ctx context.Context, opts doctorOptions) error {
	reports, verdict := service.Examine(ctx, a.config, a.environ, opts.extent())
	if err := a.printReports(reports, opts.json); err != nil {
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
		if r.Means != "" {
			fmt.Fprintf(a.out, "%30s means: %s\n", "", indent(r.Means))
		}
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
