package main

import (
	"net/http"
	"os"
	"syscall"
	"testing"

	"github.com/aloud-audio/aloud/internal/library"
)

// A dying log collector would kill the service unless the service handles SIGPIPE.
func TestALostLogReaderKillsNothing(t *testing.T) {
	p := newPlace(t)
	address := freeAddress(t)
	p.env = append(p.env, "ALOUD_LISTEN="+address)
	reader, writer, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	cmd := p.command("up")
	cmd.Stdout, cmd.Stderr = writer, writer
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	proc := &running{Cmd: cmd, url: "http://" + address, talk: &transcript{}}
	writer.Close()
	healthy := func() bool {
		status, err := getStatus(proc.url + "/healthz")
		return err == nil && status == http.StatusOK
	}
	waitFor(t, "the server", healthy)
	reader.Close()
	proc.publish(t, "ferry", "The ferry resumes", "The ferry will run again.")
	if status := p.await("ferry"); status.State != library.Published {
		t.Errorf("%+v", status)
	}
	if err := cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); err != nil {
		t.Errorf("it ends with %v", err)
	}
}
