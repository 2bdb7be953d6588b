package worker

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/redis/go-redis/v9"

	"github.com/aloud-audio/aloud/internal/doctor"
)

// proofKey is written to prove that Redis takes writes.
const proofKey = "aloud:proof"

// proveWrite returns an error that says why Redis takes no writes. It does not suffice that Redis
// answers: a replica does too, and a server that is out of memory.
func proveWrite(ctx context.Context, rdb redis.UniversalClient) error {
	err := rdb.Set(ctx, proofKey, "", time.Minute).Err()
	switch {
	case err == nil:
		return nil
	case redis.IsReadOnlyError(err):
		return fmt.Errorf("redis is a read-only replica (READONLY): %w", err)
	case redis.IsOOMError(err):
		return fmt.Errorf("redis is out of memory (OOM): %w", err)
	}
	return fmt.Errorf("redis takes no writes: %w", err)
}

// Checks proves what aloud needs of a Redis.
func Checks(rdb redis.UniversalClient) []doctor.Check {
	c := redisChecks{rdb}
	return []doctor.Check{
		{Name: "redis: write", Means: "hooks are answered 503, and nothing is rendered", Run: c.write},
		{Name: "redis: version", Means: "tasks fail", Run: c.version},
		{Name: "redis: maxmemory-policy", Means: "tasks are found again late, and budgets are counted anew", Run: c.policy},
		{Name: "redis: persistence", Means: "Redis may refuse all writes", Run: c.persistence},
		{Name: "redis: cluster", Means: "commands fail for some articles", Run: c.cluster},
		{Name: "redis: clock", Means: "retries and quotas come too early or too late", Run: c.clock},
	}
}

type redisChecks struct{ redis.UniversalClient }

func (c redisChecks) write(ctx context.Context) doctor.Result {
	err := proveWrite(ctx, c)
	switch {
	case err == nil:
		return doctor.Found("it takes writes")
	case redis.IsReadOnlyError(err):
		return doctor.Failed("point ALOUD_REDIS_URL at the primary, or use sentinels", "%v", err)
	case redis.IsOOMError(err):
		return doctor.Failed("raise its maxmemory, or delete what others keep there", "%v", err)
	case strings.Contains(err.Error(), "cluster support disabled"):
		return doctor.Failed("remove addr from ALOUD_REDIS_URL: the server is no cluster", "%v", err)
	case redis.IsAuthError(err), redis.IsPermissionError(err):
		return doctor.Failed("check user and password in ALOUD_REDIS_URL, and what the user may do", "%v", err)
	}
	return doctor.Failed("check ALOUD_REDIS_URL, and that it can be reached from here", "%v", err)
}

// oldest is the first version with the command that asynq uses to archive tasks.
var oldest = [2]int{6, 2}

func (c redisChecks) version(ctx context.Context) doctor.Result {
	info, err := c.info(ctx, "server")
	if err != nil {
		return unanswered(err)
	}
	version := info["redis_version"]
	major, rest, _ := strings.Cut(version, ".")
	minor, _, _ := strings.Cut(rest, ".")
	have := [2]int{atoi(major), atoi(minor)}
	if have[0] < oldest[0] || have[0] == oldest[0] && have[1] < oldest[1] {
		return doctor.Failed("upgrade it to 6.2 or newer", "version %s lacks commands that the queue needs", version)
	}
	return doctor.Found("version %s", version)
}

func atoi(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}

func (c redisChecks) policy(ctx context.Context) doctor.Result {
	info, err := c.info(ctx, "memory")
	if err != nil {
		return unanswered(err)
	}
	if policy := info["maxmemory_policy"]; policy != "noeviction" {
		return doctor.Warned("set maxmemory-policy noeviction", "with %s it may evict tasks and budgets when its memory is full", policy)
	}
	return doctor.Found("noeviction")
}

// persistence warns of a Redis that fails to save: by default it then refuses writes. aloud itself
// needs no persistence.
func (c redisChecks) persistence(ctx context.Context) doctor.Result {
	info, err := c.info(ctx, "persistence")
	if err != nil {
		return unanswered(err)
	}
	for _, status := range []string{"rdb_last_bgsave_status", "aof_last_write_status", "aof_last_bgrewrite_status"} {
		if info[status] == "err" {
			return doctor.Warned("free some space on its disk, or turn its persistence off: aloud needs none", "its last save failed (%s)", status)
		}
	}
	if info["aof_enabled"] == "1" {
		return doctor.Found("append-only file, written without errors; aloud needs none")
	}
	return doctor.Found("no failed save; aloud needs none")
}

// cluster warns of a node of a cluster that the address names as a single server: it has some of
// the keys only.
func (c redisChecks) cluster(ctx context.Context) doctor.Result {
	info, err := c.info(ctx, "cluster")
	if err != nil {
		return unanswered(err)
	}
	_, asCluster := c.UniversalClient.(*redis.ClusterClient)
	if info["cluster_enabled"] == "1" && !asCluster {
		return doctor.Failed("add ?addr=HOST:PORT of another node to ALOUD_REDIS_URL", "it is a node of a cluster, and ALOUD_REDIS_URL names a single server")
	}
	if asCluster {
		return doctor.Found("a cluster, addressed as one")
	}
	return doctor.Found("a single server")
}

// info is a section of the server's INFO, which users may read where CONFIG is closed to them.
func (c redisChecks) info(ctx context.Context, section string) (map[string]string, error) {
	text, err := c.Info(ctx, section).Result()
	fields := map[string]string{}
	for line := range strings.Lines(text) {
		if name, value, ok := strings.Cut(strings.TrimSpace(line), ":"); ok {
			fields[name] = value
		}
	}
	return fields, err
}

func (c redisChecks) clock(ctx context.Context) doctor.Result {
	before := time.Now()
	at, err := c.Time(ctx).Result()
	if err != nil {
		return unanswered(err)
	}
	return doctor.Clock("Redis", at, before, time.Now())
}

// unanswered is the result of a question that Redis does not answer: a forbidden command differs
// from an unreachable server.
func unanswered(err error) doctor.Result {
	var refused redis.Error
	if errors.As(err, &refused) && !redis.IsAuthError(err) {
		return doctor.Warned("let aloud's user run INFO and TIME", "unknown: %v", err)
	}
	return doctor.Failed("check ALOUD_REDIS_URL, and that it can be reached from here", "%v", err)
}
