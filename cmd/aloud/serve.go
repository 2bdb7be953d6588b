package main

import (
	"context"

	"github.com/spf13/cobra"

	"github.com/aloud-audio/aloud/internal/process"
)

func serveCommand(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "serve",
		Short:   "Run the server: hooks, audio and player",
		GroupID: groupRun,
		Long:    "Run only the server: it accepts hooks, and serves the audio and the player. It shares a Redis with the workers.",
		Example: "  ALOUD_REDIS_URL=redis://queue:6379 ALOUD_STORE=s3://audio aloud serve",
		Args:    arguments(cobra.NoArgs),
		RunE:    func(cmd *cobra.Command, _ []string) error { return a.serve(cmd.Context()) },
	}
	addListenFlag(cmd, a)
	return cmd
}

func addListenFlag(cmd *cobra.Command, a *app) {
	cmd.Flags().StringVar(a.flags["ALOUD_LISTEN"], "listen", "", "`address` to listen on (ALOUD_LISTEN)")
}

func (a *app) serve(ctx context.Context) error {
	options, err := a.process()
	if err != nil {
		return err
	}
	return process.Serve(ctx, options)
}
