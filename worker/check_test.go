package worker_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/redis/go-redis/v9"

	"github.com/aloud-audio/aloud/internal/doctor"
	"github.com/aloud-audio/aloud/worker"
	"github.com/aloud-audio/aloud/worker/redistest"
)

// A Redis that answers and takes no writes is not ready, and the check says what to do.
func TestRedisThatTakesNoWrites(t *testing.T) {
	server := redistest.Start(t)
	rdb, err := worker.Connect(server.URL, worker.Impatient)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { rdb.Close() })
	for _, c := range []struct {
		name string
		harm []any // a command
		fix  []any
		find map[string]doctor.Status // what is not ok
		says string
	}{
		{"a replica", []any{"REPLICAOF", "127.0.0.1", "1"}, []any{"REPLICAOF", "NO", "ONE"}, map[string]doctor.Status{"redis: write": doctor.Fail}, "READONLY"},
		{"out of memory", []any{"CONFIG", "SET", "maxmemory", "1"}, []any{"CONFIG", "SET", "maxmemory", "0"}, map[string]doctor.Status{"redis: write": doctor.Fail}, "OOM"},
		{"eviction", []any{"CONFIG", "SET", "maxmemory-policy", "allkeys-lru"}, []any{"CONFIG", "SET", "maxmemory-policy", "noeviction"}, map[string]doctor.Status{"redis: maxmemory-policy": doctor.Warn}, "maxmemory-policy noeviction"},
		{"no INFO, no TIME", []any{"ACL", "SETUSER", "default", "-info", "-time"}, []any{"ACL", "SETUSER", "default", "+info", "+time"},
			map[string]doctor.Status{"redis: version": doctor.Warn, "redis: maxmemory-policy": doctor.Warn, "redis: persistence": doctor.Warn, "redis: cluster": doctor.Warn, "redis: clock": doctor.Warn}, "INFO"},
	} {
		t.Run(c.name, func(t *testing.T) {
			expect(t, rdb, nil, "")
			if err := rdb.Do(t.Context(), c.harm...).Err(); err != nil {
				t.Fatal(err)
			}
			expect(t, rdb, c.find, c.says)
			err := worker.NewClient(rdb, "store").Ready(t.Context())
			if unwritable := c.find["redis: write"] == doctor.Fail; unwritable != (err != nil) || unwritable && !strings.Contains(err.Error(), c.says) {
				t.Errorf("ready: %v", err)
			}
			if err := rdb.Do(t.Context(), c.fix...).Err(); err != nil {
				t.Fatal(err)
			}
		})
	}
	server.Stop()
	expect(t, rdb, map[string]doctor.Status{
		"redis: write": doctor.Fail, "redis: version": doctor.Fail, "redis: maxmemory-policy": doctor.Fail, "redis: persistence": doctor.Fail,
		"redis: cluster": doctor.Fail, "redis: clock": doctor.Fail,
	}, "ALOUD_REDIS_URL")
}

// A Redis that cannot save says so before it refuses writes.
func TestRedisThatCannotSave(t *testing.T) {
	server := redistest.Start(t)
	rdb := server.Client()
	expect(t, rdb, nil, "")
	for _, command := range [][]any{{"CONFIG", "SET", "dir", "/proc"}, {"BGSAVE"}} {
		rdb.Do(t.Context(), command...) // the first is refused by some versions, which then have nowhere to fail
	}
	await(t, func() bool {
		return !strings.Contains(rdb.Info(t.Context(), "persistence").Val(), "rdb_bgsave_in_progress:1")
	})
	if !strings.Contains(rdb.Info(t.Context(), "persistence").Val(), "rdb_last_bgsave_status:err") {
		t.Skip("this Redis can save anywhere")
	}
	expect(t, rdb, map[string]doctor.Status{"redis: persistence": doctor.Warn}, "aloud needs none")
}

// An old Redis, and one with another time, are found before tasks fail.
func TestRedisThatIsOldOrLate(t *testing.T) {
	server := redistest.Start(t)
	for name, c := range map[string]struct {
		told redis.Hook
		find map[string]doctor.Status
		says string
	}{
		"5.0":            {versioned("5.0.14"), map[string]doctor.Status{"redis: version": doctor.Fail}, "6.2 or newer"},
		"6.0":            {versioned("6.0.16"), map[string]doctor.Status{"redis: version": doctor.Fail}, "6.2 or newer"},
		"an hour behind": {telling{"time", func(answer redis.Cmder) { answer.(*redis.TimeCmd).SetVal(time.Now().Add(-time.Hour)) }}, map[string]doctor.Status{"redis: clock": doctor.Fail}, "NTP"},
	} {
		t.Run(name, func(t *testing.T) {
			rdb := server.Client()
			rdb.AddHook(c.told)
			for checked := range c.find {
				if r := find(t, rdb, checked); r.Status != c.find[checked] || !strings.Contains(r.Detail+r.Fix, c.says) {
					t.Errorf("%+v, want %s that says %q", r, c.find[checked], c.says)
				}
			}
		})
	}
}

func versioned(version string) redis.Hook {
	return telling{"info", func(answer redis.Cmder) { answer.(*redis.StringCmd).SetVal("redis_version:" + version + "\r\n") }}
}

// telling changes the answers to a command.
type telling struct {
	command string
	change  func(redis.Cmder)
}

// DialHook implements redis.Hook.
func (h telling) DialHook(next redis.DialHook) redis.DialHook { return next }

// ProcessHook implements redis.Hook.
func (h telling) ProcessHook(next redis.ProcessHook) redis.ProcessHook {
	return func(ctx context.Context, command redis.Cmder) error {
		err := next(ctx, command)
		if command.Name() == h.command {
			h.change(command)
		}
		return err
	}
}

// ProcessPipelineHook implements redis.Hook.
func (h telling) ProcessPipelineHook(next redis.ProcessPipelineHook) redis.ProcessPipelineHook {
	return next
}

// A node of a cluster must be addressed as one, and a single server must not.
func TestRedisCluster(t *testing.T) {
	node := redistest.StartNode(t)
	single, err := worker.Connect(node.URL, worker.Impatient)
	if err != nil {
		t.Fatal(err)
	}
	defer single.Close()
	if got := find(t, single, "redis: cluster"); got.Status != doctor.Fail || !strings.Contains(got.Fix, "?addr=") {
		t.Errorf("%+v", got)
	}
	asCluster, err := worker.Connect(node.URL+"?addr="+strings.TrimPrefix(node.URL, "redis://"), worker.Impatient)
	if err != nil {
		t.Fatal(err)
	}
	defer asCluster.Close()
	if got := find(t, asCluster, "redis: cluster"); got.Status != doctor.OK {
		t.Errorf("%+v", got)
	}
	plain := redistest.Start(t)
	wrong, err := worker.Connect(plain.URL+"?addr="+strings.TrimPrefix(plain.URL, "redis://"), worker.Impatient)
	if err != nil {
		t.Fatal(err)
	}
	defer wrong.Close()
	if got := find(t, wrong, "redis: write"); got.Status != doctor.Fail || !strings.Contains(got.Fix, "remove addr") {
		t.Errorf("%+v", got)
	}
}

func find(t *testing.T, rdb redis.UniversalClient, name string) doctor.Report {
	t.Helper()
	for _, r := range doctor.Examine(t.Context(), worker.Checks(rdb)) {
		if r.Name == name {
			return r
		}
	}
	t.Fatalf("no check %s", name)
	return doctor.Report{}
}

// expect fails unless exactly these checks are not ok, each with words to do something about it.
func expect(t *testing.T, rdb redis.UniversalClient, want map[string]doctor.Status, says string) {
	t.Helper()
	for _, r := range doctor.Examine(t.Context(), worker.Checks(rdb)) {
		status, bad := want[r.Name]
		switch {
		case !bad && r.Status != doctor.OK, bad && r.Status != status:
			t.Errorf("%+v, want %q", r, status)
		case bad && (r.Fix == "" || !strings.Contains(r.Detail+r.Fix, says)):
			t.Errorf("%+v does not say %q", r, says)
		}
	}
}
