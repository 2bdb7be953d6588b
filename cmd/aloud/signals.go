package main

import (
	"os"
	"os/signal"
	"syscall"
)

// outlive keeps a process alive when its log's reader or its terminal goes away. The channel
// receives SIGHUP, which requests a reload. Local voices do not inherit signal handlers; they would
// inherit ignored signals.
func outlive() (hangups <-chan os.Signal) {
	signal.Notify(make(chan os.Signal, 1), syscall.SIGPIPE)
	received := make(chan os.Signal, 1)
	signal.Notify(received, syscall.SIGHUP)
	return received
}
