package main

import (
	"context"

	"github.com/spf13/cobra"

	"github.com/aloud-audio/aloud/internal/process"
)

func workerCommand(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "worker",
		Short:   "Run a worker, which renders and publishes",
		GroupID: groupRun,
		Long: `Run only a worker. Any number of workers share one Redis and one store. On SIGTERM it finishes running renders for up to
25 seconds and returns the rest to the queue.`,
		Example: "  ALOUD_REDIS_URL=redis://queue:6379 ALOUD_STORE=s3://audio aloud worker --metrics :9090",
		Args:    arguments(cobra.NoArgs),
		RunE:    func(cmd *cobra.Command, _ []string) error { return a.work(cmd.Context()) },
	}
	cmd.Flags().StringVar(a.flags["ALOUD_WORKER_METRICS"], "metrics", "", "`address` of /metrics and /healthz (ALOUD_WORKER_METRICS)")
	return cmd
}

func (a *app) work(ctx context.Context) error {
	options, err := a.process()
	if err != nil {
		return err
	}
	return process.Work(ctx, options)
}
