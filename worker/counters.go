package worker

import (
	"context"
	"crypto/rand"
	"fmt"
	"strconv"
	"time"

	"github.com/redis/go-redis/v9"

	"github.com/aloud-audio/aloud/internal/spend"
)

// Counters are spend.Counters in Redis, shared by all workers.
type Counters struct {
	rdb   redis.UniversalClient
	names names
}

// NewCounters keeps the counters of the store with that identity in rdb.
func NewCounters(rdb redis.UniversalClient, store string) Counters {
	return Counters{rdb, names(store)}
}

// Counters expire when their month is long over.
const countersKept = 62 * 24 * time.Hour

func (c Counters) key(name string) string { return c.names.key("spend", name) }

// addScript returns the counters' generation and the position of the first limit that would be
// exceeded, or 0. It returns nothing if there are no counters.
var addScript = redis.NewScript(`
local generation = redis.call('HGET', KEYS[1], 'generation')
if not generation then return {} end
for i = 1, #ARGV, 3 do
	local used, by, limit = tonumber(redis.call('HGET', KEYS[1], ARGV[i]) or '0'), tonumber(ARGV[i+1]), tonumber(ARGV[i+2])
	if by > 0 and limit > 0 and used > 0 and used + by > limit then return {generation, tostring((i + 2) / 3)} end
end
for i = 1, #ARGV, 3 do redis.call('HINCRBY', KEYS[1], ARGV[i], ARGV[i+1]) end
return {generation, '0'}
`)

// Add implements spend.Counters.
func (c Counters) Add(ctx context.Context, name string, changes []spend.Change) (refused int, generation string, err error) {
	args := make([]any, 0, 3*len(changes))
	for _, change := range changes {
		args = append(args, change.Field, change.By, change.Limit)
	}
	answer, err := addScript.Run(ctx, c.rdb, []string{c.key(name)}, args...).StringSlice()
	if err != nil {
		return 0, "", fmt.Errorf("budget counters: %w", err)
	}
	if len(answer) == 0 {
		return 0, "", spend.ErrForgotten
	}
	position, err := strconv.ParseFloat(answer[1], 64) // Lua's numbers
	return int(position) - 1, answer[0], err
}

var takeBackScript = redis.NewScript(`
if redis.call('HGET', KEYS[1], 'generation') ~= ARGV[1] then return 0 end
for i = 2, #ARGV, 2 do
	if ARGV[i+1] ~= '0' then redis.call('HINCRBY', KEYS[1], ARGV[i], '-' .. ARGV[i+1]) end
end
return 1
`)

// TakeBack implements spend.Counters.
func (c Counters) TakeBack(ctx context.Context, name, generation string, changes []spend.Change) error {
	args := []any{generation}
	for _, change := range changes {
		args = append(args, change.Field, change.By)
	}
	return takeBackScript.Run(ctx, c.rdb, []string{c.key(name)}, args...).Err()
}

var restoreScript = redis.NewScript(`
if redis.call('EXISTS', KEYS[1]) == 1 then return 0 end
redis.call('HSET', KEYS[1], 'generation', ARGV[2])
for i = 3, #ARGV, 2 do redis.call('HSET', KEYS[1], ARGV[i], ARGV[i+1]) end
redis.call('EXPIRE', KEYS[1], ARGV[1])
return 1
`)

// Restore implements spend.Counters.
func (c Counters) Restore(ctx context.Context, name string, totals map[string]int64) error {
	args := []any{int(countersKept.Seconds()), rand.Text()}
	for field, total := range totals {
		args = append(args, field, total)
	}
	return restoreScript.Run(ctx, c.rdb, []string{c.key(name)}, args...).Err()
}
