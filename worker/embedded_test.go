package worker_test

import (
	"context"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/worker"
)

// The embedded Redis has no clock: without Run no lease would ever end.
func TestKeysOfTheEmbeddedQueueExpire(t *testing.T) {
	client := embedded(t).Client()
	defer client.Close()
	if err := client.Set(t.Context(), "key", "", time.Second).Err(); err != nil {
		t.Fatal(err)
	}
	await(t, func() bool { return client.Exists(t.Context(), "key").Val() == 0 })
}

func TestTheEmbeddedQueueIsOfferedToItsUserOnly(t *testing.T) {
	queue := embedded(t)
	socket := filepath.Join(t.TempDir(), "queue.sock")
	if err := os.WriteFile(socket, nil, 0o600); err != nil { // left by a killed process
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	var offering sync.WaitGroup
	offering.Go(func() {
		if err := queue.Offer(ctx, socket); err != nil {
			t.Error(err)
		}
	})
	defer offering.Wait()
	defer cancel()
	outside, err := worker.Connect("unix://"+socket, worker.Impatient)
	if err != nil {
		t.Fatal(err)
	}
	defer outside.Close()
	await(t, func() bool { return worker.NewClient(outside, identity).Ready(t.Context()) == nil })
	if info, err := os.Stat(socket); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
}

func TestASocketThatCannotBeIsAnError(t *testing.T) {
	if err := embedded(t).Offer(t.Context(), filepath.Join(t.TempDir(), "no", "such", "folder")); err == nil {
		t.Error("accepted")
	}
}
