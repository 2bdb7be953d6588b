package main

import (
	"context"
	"math/rand/v2"
	"sync"
	"syscall"
	"time"

	"github.com/aloud-audio/aloud/internal/chaos/proxy"
)

// fault is one thing that fails, once.
type fault struct {
	at    time.Duration
	kind  faultKind
	lasts time.Duration
	pick  int // which process, of those that it may hit
}

// faultKind is a way to fail, with how often it comes and how long it lasts.
type faultKind struct {
	name     string
	weight   int
	from, to time.Duration
	fail     func(ctx context.Context, r *run, f fault)
}

// faultKinds are all faults but those of the provider's single requests.
var faultKinds = []faultKind{
	{"worker: SIGKILL", 14, 0, 0, func(_ context.Context, r *run, f fault) { r.worker(f).kill() }},
	{"worker: SIGTERM", 6, 0, 0, func(_ context.Context, r *run, f fault) { r.worker(f).terminate() }},
	{"worker: SIGSTOP, later SIGCONT", 6, time.Second, 25 * time.Second, func(_ context.Context, r *run, f fault) { r.worker(f).freeze(f.lasts) }},
	{"all workers: SIGKILL", 3, 0, 0, killWorkers},
	{"all workers: SIGSTOP, later SIGCONT", 8, 3 * time.Second, 10 * time.Second, freezeWorkers},
	{"serve: SIGKILL", 5, 0, 0, func(_ context.Context, r *run, _ fault) { r.server.kill() }},
	{"serve: SIGTERM", 3, 0, 0, func(_ context.Context, r *run, _ fault) { r.server.terminate() }},
	{"serve: SIGSTOP, later SIGCONT", 3, time.Second, 5 * time.Second, func(_ context.Context, r *run, f fault) { r.server.freeze(f.lasts) }},
	{"Redis: wiped (FLUSHALL)", 8, 0, 0, wipeRedis},
	{"Redis: killed, starts empty", 4, 0, 8 * time.Second, func(ctx context.Context, r *run, f fault) { r.restartRedis(ctx, f.lasts, false) }},
	{"Redis: killed, starts from an older snapshot", 4, 0, 8 * time.Second, func(ctx context.Context, r *run, f fault) { r.restartRedis(ctx, f.lasts, true) }},
	{"Redis: SIGSTOP, later SIGCONT", 3, time.Second, 4 * time.Second, freezeRedis},
	{"Redis: all connections cut", 8, 0, 0, func(_ context.Context, r *run, _ fault) { r.redisProxy.Cut() }},
	{"Redis: slow", 4, 2 * time.Second, 8 * time.Second, slowRedis},
	{"store: slow", 5, 2 * time.Second, 8 * time.Second, spoilStore(1, proxy.Passed)},
	{"store: 503 to every request", 4, time.Second, 5 * time.Second, spoilStore(1, proxy.Unavailable)},
	{"store: 503 to some requests", 5, 2 * time.Second, 8 * time.Second, spoilStore(0.3, proxy.Unavailable)},
	{"store: full", 4, 2 * time.Second, 8 * time.Second, spoilStore(1, proxy.Full)},
	{"store: connections cut in a request", 5, 2 * time.Second, 6 * time.Second, spoilStore(0.15, proxy.RequestCut)},
	{"store: connections cut in an answer", 5, 2 * time.Second, 6 * time.Second, spoilStore(0.15, proxy.AnswerCut)},
	{"store: writes delivered after their connection died", 6, 2 * time.Second, 6 * time.Second, spoilStore(0.15, proxy.DeliveredLate)},
	{"provider: down", 2, 2 * time.Second, 6 * time.Second, stopProvider},
}

func newFault(random *rand.Rand, at time.Duration, kinds []faultKind) fault {
	kind := choose(random, kinds, func(k faultKind) int { return k.weight })
	return fault{at: at, kind: kind, lasts: kind.from + below(random, kind.to-kind.from), pick: random.Int()}
}

// worker returns the worker that a fault hits.
func (r *run) worker(f fault) *member { return r.workers[f.pick%len(r.workers)] }

func killWorkers(_ context.Context, r *run, _ fault) {
	for _, w := range r.workers {
		w.kill()
	}
}

func freezeWorkers(_ context.Context, r *run, f fault) {
	var frozen sync.WaitGroup
	for _, w := range r.workers {
		frozen.Go(func() { w.freeze(f.lasts) })
	}
	frozen.Wait()
}

func wipeRedis(ctx context.Context, r *run, _ fault) {
	r.redisMu.Lock()
	defer r.redisMu.Unlock()
	_ = r.redis.Client.FlushAll(ctx).Err() // it may be down
	r.losses = append(r.losses, time.Now())
}

// restartRedis kills the server and starts it again, empty or as it was at the last snapshot. It
// takes a snapshot for the next time.
func (r *run) restartRedis(ctx context.Context, after time.Duration, restored bool) {
	r.redisMu.Lock()
	defer r.redisMu.Unlock()
	r.redis.Kill()
	time.Sleep(after)
	if !restored {
		r.note(r.redis.Forget())
	}
	r.note(r.redis.Start(ctx))
	r.losses = append(r.losses, time.Now())
	r.note(r.redis.Snapshot(ctx))
}

func freezeRedis(_ context.Context, r *run, f fault) {
	r.redisMu.Lock()
	defer r.redisMu.Unlock()
	r.redis.Process.Signal(syscall.SIGSTOP)
	time.Sleep(f.lasts)
	r.redis.Process.Signal(syscall.SIGCONT)
}

func slowRedis(_ context.Context, r *run, f fault) {
	r.redisProxy.Delay(time.Duration(20+f.pick%80) * time.Millisecond)
	time.Sleep(f.lasts)
	r.redisProxy.Delay(0)
}

// spoilStore makes a share of the store's requests meet a fate for a time. Meanwhile every request
// waits a little longer.
func spoilStore(share float64, kind proxy.Kind) func(context.Context, *run, fault) {
	return func(_ context.Context, r *run, f fault) {
		r.weather.begin(f, share, kind)
		time.Sleep(f.lasts)
		r.weather.end(f)
	}
}

func stopProvider(_ context.Context, r *run, f fault) {
	r.provider.outage.Store(true)
	time.Sleep(f.lasts)
	r.provider.outage.Store(false)
}
