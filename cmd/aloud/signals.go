package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

// outlive keeps a process that runs alive when its log's reader goes away, or a terminal does.
// SIGHUP has it check the settings as they are now, so that a mistake shows before a restart.
// Handlers, unlike ignored signals, are not inherited by the programs that speak.
func (a *app) outlive(ctx context.Context, s *service) {
	signal.Notify(make(chan os.Signal, 1), syscall.SIGPIPE)
	hangups := make(chan os.Signal, 1)
	signal.Notify(hangups, syscall.SIGHUP)
	go func() {
		for {
			select {
			case <-ctx.Done():
				return
			case <-hangups:
				a.checkSettings(s)
			}
		}
	}()
}

func (a *app) checkSettings(s *service) {
	cfg, err := a.config()
	if err == nil {
		err = (&service{config: cfg}).checkVoices()
	}
	if err != nil {
		s.log.Error("the settings are wrong: this process keeps those that it has, and would not start with these", "error", err)
		return
	}
	s.log.Info("the settings are valid: restart this process to apply them")
}
