package worker_test

import (
	"context"
	"sync"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/fleet"
	"github.com/aloud-audio/aloud/worker"
	"github.com/aloud-audio/aloud/worker/redistest"
)

// Commands see the reports of processes until they end.
func TestProcessesAreToldOf(t *testing.T) {
	rdb := redistest.Start(t).Client()
	client := worker.NewClient(rdb, identity)
	names := func() (names []string) {
		t.Helper()
		processes, err := client.Processes(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range processes {
			names = append(names, p.Name()+" "+p.Settings)
		}
		return names
	}
	var telling sync.WaitGroup
	end := map[string]context.CancelFunc{}
	for _, kind := range []string{"worker", "serve"} {
		ctx, cancel := context.WithCancel(t.Context())
		end[kind] = cancel
		telling.Go(func() {
			worker.NewClient(rdb, identity).Tell(ctx, func() fleet.Process { return fleet.Process{Kind: kind, Host: "a", PID: 1, Settings: "s"} })
		})
	}
	await(t, func() bool {
		got := names()
		return len(got) == 2 && got[0] == "serve a:1 s" && got[1] == "worker a:1 s"
	})
	if ttl, err := rdb.TTL(t.Context(), "aloud:"+identity+":process:worker a:1").Result(); err != nil || ttl <= 0 || ttl > 10*time.Second {
		t.Errorf("a killed process is told of for %s, %v", ttl, err)
	}
	if others, err := worker.NewClient(rdb, "another-store").Processes(t.Context()); err != nil || len(others) > 0 {
		t.Errorf("of another store: %v, %v", others, err)
	}
	end["worker"]()
	await(t, func() bool { return len(names()) == 1 })
	end["serve"]()
	telling.Wait()
}
