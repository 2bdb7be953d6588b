package worker_test

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/hibiken/asynq"
	"github.com/prometheus/client_golang/prometheus/testutil"
	"github.com/redis/go-redis/v9"

	"github.com/aloud-audio/aloud/internal/doctor"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/spend"
	"github.com/aloud-audio/aloud/worker"
	"github.com/aloud-audio/aloud/worker/redistest"
)

// Production and staging on one Redis, with articles of the same names: neither takes the other's
// tasks, or waits for its leases.
func TestStoresShareARedis(t *testing.T) {
	rdb := redistest.Start(t).Client()
	production, staging := open(t, rdb, voice{}), open(t, rdb, voice{})
	staging.identity = "staging"
	staging.start()
	ref := production.accept("ferry", 1, "One boat.")
	production.enqueue(ref)
	staging.accept("ferry", 1, "Two boats.")
	staging.enqueue(ref)
	if got := staging.await(ref); got.State != library.Published {
		t.Errorf("staging: %+v", got)
	}
	if production.pending(worker.QueueNews) != 1 {
		t.Error("staging took production's task")
	}
	production.start()
	if got := production.await(ref); got.State != library.Published {
		t.Errorf("production: %+v", got)
	}
}

// A release drains the queues of the one before it.
func TestFormerQueuesAreDrained(t *testing.T) {
	s := open(t, redistest.Start(t).Client(), voice{})
	ref := s.accept("ferry", 1, "One boat.")
	payload, err := json.Marshal(ref)
	if err != nil {
		t.Fatal(err)
	}
	s.withoutSweeps()
	client := asynq.NewClientFromRedisClient(s.redis)
	if _, err := client.Enqueue(asynq.NewTask("article:bring-up-to-date", payload), asynq.Queue("aloud")); err != nil {
		t.Fatal(err)
	}
	s.start()
	if got := s.await(ref); got.State != library.Published {
		t.Errorf("%+v", got)
	}
}

// Workers of the previous release and of this one respect each other's leases.
func TestFormerLeasesAreHonoured(t *testing.T) {
	rdb := redistest.Start(t).Client()
	leases := worker.NewLeases(rdb, identity)
	const former = "aloud:lease:x"
	if err := rdb.Set(t.Context(), former, "a former worker's", time.Minute).Err(); err != nil {
		t.Fatal(err)
	}
	if _, _, err := leases.Acquire(t.Context(), "x"); !errors.Is(err, worker.ErrHeld) {
		t.Errorf("error is %v, want that a former worker holds it", err)
	}
	if err := rdb.Del(t.Context(), former).Err(); err != nil {
		t.Fatal(err)
	}
	_, release, err := leases.Acquire(t.Context(), "x")
	if err != nil {
		t.Fatal(err)
	}
	if rdb.Exists(t.Context(), former).Val() != 1 {
		t.Error("a former worker would take the lease")
	}
	release()
	if left := rdb.Keys(t.Context(), "*lease*").Val(); len(left) > 0 {
		t.Errorf("released, and there are %v", left)
	}
}

// The ACL in docs/operators.md is enough: no other key, and hardly a dangerous command.
func TestARestrictedUserIsEnough(t *testing.T) {
	rules := documentedACL(t)
	server := redistest.Start(t)
	if err := server.Client().Do(t.Context(), append([]any{"ACL"}, rules...)...).Err(); err != nil {
		t.Fatal(err)
	}
	rdb, err := worker.Connect(strings.Replace(server.URL, "redis://", "redis://aloud:PASSWORD@", 1), worker.Patient)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = rdb.Close() })
	if err := rdb.Set(t.Context(), "another's", "", 0).Err(); err == nil {
		t.Error("the user may write any key")
	}
	in := openInbox(t, ready)
	s := open(t, rdb, voice{}, in.Receiver)
	s.start()
	ref := s.accept("ferry", 1, "One boat.")
	s.enqueue(ref)
	if got := s.await(ref); got.State != library.Published {
		t.Errorf("%+v", got)
	}
	in.awaits(t, "article.published")
	buyOnce(t, rdb)
	for _, check := range worker.Checks(rdb) {
		if result := check.Run(t.Context()); result.Status != doctor.OK {
			t.Errorf("%s: %+v", check.Name, result)
		}
	}
	if n := testutil.CollectAndCount(worker.NewQueueCollector(rdb, identity)); n == 0 {
		t.Error("no metrics of the queues")
	}
}

// documentedACL is the ACL command in docs/operators.md, without its first word.
func documentedACL(t *testing.T) (args []any) {
	t.Helper()
	docs, err := os.ReadFile("../docs/operators.md")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(docs)) {
		if command, found := strings.CutPrefix(line, "ACL "); found {
			for _, arg := range strings.Fields(command) {
				args = append(args, arg)
			}
			return args
		}
	}
	t.Fatal("docs/operators.md has no ACL command")
	return nil
}

// buyOnce uses quotas and budgets as a purchase does.
func buyOnce(t *testing.T, rdb redis.UniversalClient) {
	t.Helper()
	if _, err := worker.NewLimiter(rdb, time.Minute).Take(t.Context(), "google", 100, 10, 1); err != nil {
		t.Error(err)
	}
	counters, change := worker.NewCounters(rdb, identity), []spend.Change{{Field: "month", By: 1, Limit: 10}}
	nothing := func(context.Context) (map[string]int64, error) { return nil, nil }
	if err := counters.Compare(t.Context(), "main", nothing); err != nil {
		t.Error(err)
	}
	_, generation, err := counters.Add(t.Context(), "main", change)
	if err == nil {
		err = counters.TakeBack(t.Context(), "main", generation, change, nil)
	}
	if err != nil {
		t.Error(err)
	}
}
