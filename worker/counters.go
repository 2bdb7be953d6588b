package worker

import (
	"context"
	"fmt"
	"time"

	"github.com/redis/go-redis/v9"

	"github.com/aloud-audio/aloud/internal/spend"
)

// Counters are spend.Counters in Redis, shared by all workers.
type Counters struct{ rdb redis.UniversalClient }

// NewCounters keeps counters in rdb.
func NewCounters(rdb redis.UniversalClient) Counters { return Counters{rdb} }

// Counters are forgotten when their month is long over.
const countersKept = 62 * 24 * time.Hour

func countersKey(name string) string { return "aloud:spend:" + name }

// addScript answers -1 if there are no counters, the position of the first limit that would be passed, or 0.
var addScript = redis.NewScript(`
if redis.call('EXISTS', KEYS[1]) == 0 then return -1 end
for i = 1, #ARGV, 3 do
	local used, by, limit = tonumber(redis.call('HGET', KEYS[1], ARGV[i]) or '0'), tonumber(ARGV[i+1]), tonumber(ARGV[i+2])
	if by > 0 and limit > 0 and used > 0 and used + by > limit then return (i + 2) / 3 end
end
for i = 1, #ARGV, 3 do redis.call('HINCRBY', KEYS[1], ARGV[i], ARGV[i+1]) end
return 0
`)

// Add implements spend.Counters.
func (c Counters) Add(ctx context.Context, name string, changes []spend.Change) (refused int, err error) {
	args := make([]any, 0, 3*len(changes))
	for _, change := range changes {
		args = append(args, change.Field, change.By, change.Limit)
	}
	answer, err := addScript.Run(ctx, c.rdb, []string{countersKey(name)}, args...).Int()
	if err != nil {
		return 0, fmt.Errorf("count in Redis: %w", err)
	}
	if answer < 0 {
		return 0, spend.ErrForgotten
	}
	return answer - 1, nil
}

var restoreScript = redis.NewScript(`
if redis.call('EXISTS', KEYS[1]) == 1 then return 0 end
redis.call('HSET', KEYS[1], 'restored', 1)
for i = 2, #ARGV, 2 do redis.call('HSET', KEYS[1], ARGV[i], ARGV[i+1]) end
redis.call('EXPIRE', KEYS[1], ARGV[1])
return 1
`)

// Restore implements spend.Counters.
func (c Counters) Restore(ctx context.Context, name string, totals map[string]int64) error {
	args := []any{int(countersKept.Seconds())}
	for field, total := range totals {
		args = append(args, field, total)
	}
	return restoreScript.Run(ctx, c.rdb, []string{countersKey(name)}, args...).Err()
}
