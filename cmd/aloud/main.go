// Command aloud turns published articles into narrated audio.
//
// Each command has a file: it parses the command line, calls internal/newsroom and prints the
// answer. internal/service joins the parts by the settings; internal/process runs up, serve and
// worker. There is no rule about articles here; a lint rule bounds what the commands import.
package main

import (
	"context"
	"log/slog"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/aloud-audio/aloud/internal/buildinfo"
	"github.com/aloud-audio/aloud/internal/logging"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second signal kills the process
	code := run(ctx, &app{in: os.Stdin, out: os.Stdout, err: os.Stderr, environ: os.Environ()}, os.Args[1:])
	stop()
	os.Exit(code)
}

// run is main, but returns the exit code.
func run(ctx context.Context, a *app, args []string) int {
	root := rootCommand(a)
	root.SetArgs(args)
	log := slog.New(slog.NewTextHandler(a.err, nil)) // of commands; serve and worker log as ALOUD_LOG_FORMAT says
	cmd, err := root.ExecuteContextC(logging.Into(ctx, log))
	if a.finish != nil {
		a.finish()
	}
	return a.report(cmd, err)
}

func rootCommand(a *app) *cobra.Command {
	root := &cobra.Command{
		Use:     "aloud",
		Version: buildinfo.Read().Version,
		Short:   "Turn published articles into narrated audio",
		Long: `aloud turns published articles into narrated audio. A CMS calls its hook, a worker renders the article, and the track is
published for the player on the article's page.

` + environmentHelp() + `

Exit codes: 0 done, 1 failed, 2 mistake in the command line, 3 mistake in the settings or the environment.`,
		Example:       "  aloud up\n  aloud narrate article.html -o article.mp3",
		Args:          cobra.ArbitraryArgs, // noCommand reports unknown ones
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE:          noCommand,
	}
	root.SetIn(a.in)
	root.SetOut(a.out)
	root.SetErr(a.err)
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	a.addFlags(root)
	root.AddGroup(
		&cobra.Group{ID: groupRun, Title: "Run the service:"},
		&cobra.Group{ID: groupLocal, Title: "Work on a file, without the service:"},
		&cobra.Group{ID: groupManage, Title: "Manage articles:"},
	)
	root.AddCommand(
		upCommand(a), serveCommand(a), workerCommand(a), doctorCommand(a), corsCommand(a),
		narrateCommand(a), verifyCommand(a), credentialCommand(a), scriptCommand(a), lexiconCommand(a), voicesCommand(a),
		publishCommand(a), renderCommand(a), retryCommand(a), removeCommand(a), restoreCommand(a), eraseCommand(a), reconcileCommand(a), backfillCommand(a), ghostCommand(a), statusCommand(a), listCommand(a), catalogueCommand(a), statsCommand(a), tokenCommand(a), journalCommand(a),
		emulatorCommand(a), debugCommand(a), versionCommand(a),
	)
	root.AddCommand(buildCommands()...)
	return root
}

// The groups in which help lists the commands.
const (
	groupRun    = "run"
	groupLocal  = "local"
	groupManage = "manage"
)
