package main

import (
	"context"

	"github.com/spf13/cobra"

	"github.com/aloud-audio/aloud/internal/process"
)

func upCommand(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "up",
		Short:   "Run everything in one process",
		GroupID: groupRun,
		Long: `Run server and worker in one process. Without settings the queue is embedded, the store is the folder ./aloud-data, the
voices are local, and there is one site, main; its hook secret is generated once and printed.

If it is killed, the next start finishes what it had accepted. Only one aloud up can use a store, unless several share a
queue with ALOUD_REDIS_URL.`,
		Example: "  aloud up\n  ALOUD_SETTINGS=aloud.yaml ALOUD_STORE=s3://audio aloud up --listen :80",
		Args:    arguments(cobra.NoArgs),
		RunE:    func(cmd *cobra.Command, _ []string) error { return a.up(cmd.Context()) },
	}
	addListenFlag(cmd, a)
	return cmd
}

func (a *app) up(ctx context.Context) error {
	options, err := a.process()
	if err != nil {
		return err
	}
	return process.Up(ctx, options)
}
