package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/aloud-audio/aloud/internal/buildinfo"
	"github.com/aloud-audio/aloud/internal/config"
	"github.com/aloud-audio/aloud/internal/newsroom"
	"github.com/aloud-audio/aloud/internal/process"
	"github.com/aloud-audio/aloud/internal/service"
	"github.com/aloud-audio/aloud/internal/speech/providers"
)

// app holds what every command shares: the streams and the environment of the process.
type app struct {
	in      io.Reader
	out     io.Writer // data
	err     io.Writer // messages and progress
	environ []string
	flags   map[string]*string // by the name of the variable that the flag overrides

	finish func() // what a command began and has to end; nil: nothing
}

func (a *app) addFlags(root *cobra.Command) {
	flags := root.PersistentFlags()
	a.flags = map[string]*string{
		// flags of some commands only
		"ALOUD_LISTEN":         new(string),
		"ALOUD_WORKER_METRICS": new(string),
		"ALOUD_SETTINGS":       flags.String("settings", "", "settings `file` (ALOUD_SETTINGS)"),
		"ALOUD_STORE":          flags.String("store", "", "store `address` (ALOUD_STORE)"),
		"ALOUD_REDIS_URL":      flags.String("redis-url", "", "queue `address` (ALOUD_REDIS_URL)"),
	}
}

// config loads the configuration. Flags win over variables. If err is not nil, only its Files may
// be used.
func (a *app) config() (config.Config, error) {
	cfg, err := a.configWithoutFiles()
	if err != nil {
		return cfg, err
	}
	if err := cfg.CheckFiles(); err != nil {
		return cfg, config.Error{Err: err}
	}
	return cfg, nil
}

// configWithoutFiles loads the configuration without checking that the files it names exist.
func (a *app) configWithoutFiles() (config.Config, error) {
	cfg, err := config.Load(a.environ, a.given(), providers.All())
	if err != nil {
		return cfg, config.Error{Err: err}
	}
	return cfg, nil
}

// given returns the flags that were given, by the names of the variables that they override.
func (a *app) given() map[string]string {
	given := map[string]string{}
	for name, value := range a.flags {
		if *value != "" {
			given[name] = *value
		}
	}
	return given
}

// open opens the service by the configuration, over its store.
func (a *app) open(ctx context.Context) (*service.Service, error) {
	if err := a.checkNoServer(); err != nil {
		return nil, err
	}
	cfg, err := a.config()
	if err != nil {
		return nil, err
	}
	return service.Open(ctx, cfg)
}

// openNewsroom returns the application for a command that manages articles.
func (a *app) openNewsroom(ctx context.Context) (*newsroom.Newsroom, error) {
	s, err := a.open(ctx)
	if err != nil {
		return nil, err
	}
	a.finish = s.Notices.Wait
	return s.CommandNewsroom(ctx), nil
}

// openSite returns the application, and the site that a command is for; the only one for "".
func (a *app) openSite(ctx context.Context, name string) (n *newsroom.Newsroom, site string, err error) {
	if n, err = a.openNewsroom(ctx); err == nil {
		site, err = n.Site(name)
	}
	return n, site, err
}

// openLocal returns the application for a file on this machine. cleanUp deletes its store.
func (a *app) openLocal() (_ *service.Service, _ *newsroom.Newsroom, cleanUp func(), err error) {
	cfg, err := a.config()
	if err != nil {
		return nil, nil, nil, err
	}
	s, cleanUp, err := service.Temporary(cfg)
	if err != nil {
		return nil, nil, nil, err
	}
	return s, s.LocalNewsroom(), cleanUp, nil
}

// process returns the options of a long-running process.
func (a *app) process() (process.Options, error) {
	cfg, err := a.config()
	if err != nil {
		return process.Options{}, err
	}
	log := a.logger(cfg)
	for _, problem := range config.UnknownVariables(a.environ, providers.All()) {
		log.Warn("unknown variable", "problem", problem)
	}
	return process.Options{Config: cfg, Reload: a.config, Hangups: outlive(), Log: log, Infof: a.infof}, nil
}

// logger returns the log of a long-running process. Its first line names the release.
func (a *app) logger(cfg config.Config) *slog.Logger {
	log := slog.New(slog.NewTextHandler(a.err, nil))
	if cfg.LogFormat == "json" {
		log = slog.New(slog.NewJSONHandler(a.err, nil))
	}
	build := buildinfo.Read()
	log.Info("aloud starts", "version", build.Version, "commit", cmp.Or(build.Commit, "unknown"), "go", build.Go)
	return log
}

// infof writes a line for the person at the terminal.
func (a *app) infof(format string, args ...any) { fmt.Fprintf(a.err, format+"\n", args...) }

// onTerminal reports whether messages go to a terminal. Only then is progress drawn.
func (a *app) onTerminal() bool {
	file, ok := a.err.(*os.File)
	if !ok || os.Getenv("TERM") == "dumb" {
		return false
	}
	info, err := file.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// usageError is a mistake in the command line.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

// report prints the error of a command and returns the exit code.
func (a *app) report(cmd *cobra.Command, err error) int {
	var usage usageError
	var invalid newsroom.InvalidError
	var cfg config.Error
	switch {
	case err == nil, errors.Is(err, process.ErrStopped):
		return 0
	case errors.As(err, &usage), errors.As(err, &invalid):
		a.infof("aloud: %v\nSee: %s --help", err, cmd.CommandPath())
		return 2
	case errors.As(err, &cfg):
		a.infof("aloud: %v", err)
		return 3
	default:
		a.infof("aloud: %v", err)
		return 1
	}
}

func noCommand(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usageError{fmt.Errorf("unknown command %q", args[0])}
	}
	return cmd.Help()
}

// arguments turns a wrong number of arguments into a usageError.
func arguments(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if err := check(cmd, args); err != nil {
			return usageError{fmt.Errorf("%w\nUsage: %s", err, cmd.UseLine())}
		}
		return nil
	}
}

func environmentHelp() string {
	var b strings.Builder
	b.WriteString("Environment (each variable also as NAME_FILE, a file with the value; flags win):\n")
	table := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	for _, v := range config.Variables(providers.All()) {
		fmt.Fprintf(table, "  %s\t%s (default: %s)\n", v.Name, v.Meaning, v.Default)
	}
	_ = table.Flush() // to a string
	return strings.TrimRight(b.String(), "\n")
}
