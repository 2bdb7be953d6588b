package main

import (
	"cmp"
	"context"

	"github.com/spf13/cobra"
	"golang.org/x/sync/errgroup"
)

func upCommand(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "up",
		Short:   "Run everything in one process",
		GroupID: groupRun,
		Long: `Run server and worker in one process. Without settings the queue is embedded, the store is the folder ./aloud-data, the
voices are local, and there is one site, main; its hook secret is generated once and printed.

If it is killed, the next start finishes what it had accepted. One aloud up at a time uses a store, unless ALOUD_REDIS_URL
gives them a queue to share.`,
		Example: "  aloud up\n  ALOUD_SETTINGS=aloud.yaml ALOUD_STORE=s3://audio aloud up --listen :80",
		Args:    arguments(cobra.NoArgs),
		RunE:    func(cmd *cobra.Command, _ []string) error { return a.up(cmd.Context()) },
	}
	addListenFlag(cmd, a)
	return cmd
}

// up runs server and worker over one queue, which stops after both.
func (a *app) up(ctx context.Context) error {
	s, err := a.prepare()
	if err != nil {
		return err
	}
	if err := s.awaitStore(ctx); err != nil {
		return err
	}
	ctx, release, err := s.alone(ctx)
	if err != nil {
		return err
	}
	defer release()
	if s.queue, err = s.startQueue(ctx, s.log); err != nil {
		return err
	}
	defer s.queue.stop()
	if err := s.prove(ctx, s.workerChecks()); err != nil {
		return err
	}
	registry := newRegistry()
	if err := s.startServer(ctx, a, registry); err != nil {
		return err
	}
	s.startWorker(registry)
	live := a.goLive("up", s, registry)
	listening, err := live.listen(registry)
	if err != nil {
		return err
	}
	held := ctx
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() error { live.follow(ctx); return nil })
	listening.serve(ctx, group)
	group.Go(func() error { return live.work(ctx, registry) })
	return cmp.Or(group.Wait(), leaseLost(held))
}
