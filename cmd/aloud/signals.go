package main

import (
	"os"
	"os/signal"
	"syscall"
)

// outlive keeps a process that runs alive when its log's reader goes away, or a terminal does. The
// channel receives SIGHUP, which asks for a reload. Handlers, unlike ignored signals, are not
// inherited by the programs that speak.
func outlive() (hangups <-chan os.Signal) {
	signal.Notify(make(chan os.Signal, 1), syscall.SIGPIPE)
	received := make(chan os.Signal, 1)
	signal.Notify(received, syscall.SIGHUP)
	return received
}
