package worker

import (
	"cmp"
	"context"
	"crypto/rand"
	"fmt"
	"net"
	"strconv"
	"sync"
	"sync/atomic"
	"time"

	"github.com/redis/go-redis/v9"

	"github.com/aloud-audio/aloud/internal/spend"
)

// Counters are spend.Counters in Redis, shared by all workers. They are trusted for a minute on one
// connection. A Redis restarted from an older snapshot, or a replica that took over without the
// last writes, needs a new connection.
type Counters struct {
	rdb   redis.UniversalClient
	names names
	dials atomic.Int64 // connections that were made

	mu       sync.Mutex
	compared map[string]comparison // by name
}

// comparison is when counters were last compared with the record.
type comparison struct {
	dials int64
	at    time.Time
}

// compareEvery bounds by how much two sets of workers that share a store, but no Redis, can exceed
// a budget.
const compareEvery = time.Minute

// NewCounters keeps the counters of the store with that identity in rdb.
func NewCounters(rdb redis.UniversalClient, store string) *Counters {
	c := &Counters{rdb: rdb, names: names(store), compared: map[string]comparison{}}
	hook := dialHook{made: func() { c.dials.Add(1) }}
	if cluster, ok := rdb.(*redis.ClusterClient); ok {
		cluster.OnNewNode(func(node *redis.Client) { node.AddHook(hook) })
	} else {
		rdb.AddHook(hook)
	}
	return c
}

// proven reports whether counters were compared since the last dial, and within the last minute.
func (c *Counters) proven(name string, dials int64) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	last, ok := c.compared[name]
	return ok && last.dials == dials && time.Since(last.at) < compareEvery
}

// Counters expire when their month is long over.
const countersKept = 62 * 24 * time.Hour

func (c *Counters) key(name string) string { return c.names.key("spend", name) }

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
func (c *Counters) Add(ctx context.Context, name string, changes []spend.Change) (refused int, generation string, err error) {
	dials := c.dials.Load()
	if !c.proven(name, dials) {
		return 0, "", spend.ErrUnproven
	}
	refused, generation, err = c.add(ctx, name, changes)
	if err == nil && c.dials.Load() != dials { // it may have gone to another Redis than the one that was compared
		if refused < 0 {
			_, err = c.undo(ctx, name, generation, changes)
		}
		err = cmp.Or(err, spend.ErrUnproven)
	}
	return refused, generation, err
}

func (c *Counters) add(ctx context.Context, name string, changes []spend.Change) (refused int, generation string, err error) {
	args := make([]any, 0, 3*len(changes))
	for _, change := range changes {
		args = append(args, change.Field, change.By, change.Limit)
	}
	answer, err := addScript.Run(ctx, c.rdb, []string{c.key(name)}, args...).StringSlice()
	if err != nil {
		return 0, "", fmt.Errorf("budget counters: %w", err)
	}
	if len(answer) == 0 { // wiped, on the same connection
		c.mu.Lock()
		delete(c.compared, name)
		c.mu.Unlock()
		return 0, "", spend.ErrUnproven
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

// lowerScript lowers fields by amounts, but none below its total. It adds no field that is missing.
var lowerScript = redis.NewScript(`
for i = 1, #ARGV, 3 do
	local counted = tonumber(redis.call('HGET', KEYS[1], ARGV[i]))
	if counted then
		local lowered = math.max(counted - tonumber(ARGV[i+1]), tonumber(ARGV[i+2]))
		if lowered < counted then redis.call('HSET', KEYS[1], ARGV[i], string.format('%.0f', lowered)) end
	end
end
return 1
`)

// TakeBack implements spend.Counters.
func (c *Counters) TakeBack(ctx context.Context, name, generation string, changes []spend.Change, record func(context.Context) (map[string]int64, error)) error {
	undone, err := c.undo(ctx, name, generation, changes)
	if err != nil || undone {
		return err
	}
	totals, err := record(ctx)
	if err != nil {
		return err
	}
	var args []any
	for _, change := range changes {
		args = append(args, change.Field, change.By, totals[change.Field])
	}
	return lowerScript.Run(ctx, c.rdb, []string{c.key(name)}, args...).Err()
}

// undo takes changes back if their generation is still there, and reports whether it is.
func (c *Counters) undo(ctx context.Context, name, generation string, changes []spend.Change) (undone bool, err error) {
	args := []any{generation}
	for _, change := range changes {
		args = append(args, change.Field, change.By)
	}
	return takeBackScript.Run(ctx, c.rdb, []string{c.key(name)}, args...).Bool()
}

// raiseScript returns whether a field is below its total, or there are no counters. It raises the
// fields unless it should only check.
var raiseScript = redis.NewScript(`
local key, ask, keep, generation = KEYS[1], ARGV[1] == 'ask', ARGV[2], ARGV[3]
local behind = redis.call('EXISTS', key) == 0
for i = 4, #ARGV, 2 do
	if tonumber(redis.call('HGET', key, ARGV[i]) or '0') < tonumber(ARGV[i+1]) then
		behind = true
		if not ask then redis.call('HSET', key, ARGV[i], ARGV[i+1]) end
	end
end
if behind and not ask then
	redis.call('HSET', key, 'generation', generation)
	redis.call('EXPIRE', key, keep)
end
return behind and 1 or 0
`)

// Compare implements spend.Counters. Purchases may be given back while the record is read, so the
// counters are raised only if the record exceeds them twice.
func (c *Counters) Compare(ctx context.Context, name string, record func(context.Context) (map[string]int64, error)) error {
	now := comparison{c.dials.Load(), time.Now()}
	totals, err := record(ctx)
	if err != nil {
		return err
	}
	behind, err := c.raise(ctx, c.key(name), "ask", totals)
	if err == nil && behind {
		err = c.raiseTo(ctx, name, totals, record)
	}
	if err != nil {
		return fmt.Errorf("compare the budget counters of %s with the record: %w", name, err)
	}
	c.raiseFormer(ctx, name, totals)
	c.mu.Lock()
	defer c.mu.Unlock()
	c.compared[name] = now
	return nil
}

func (c *Counters) raiseTo(ctx context.Context, name string, totals map[string]int64, record func(context.Context) (map[string]int64, error)) error {
	again, err := record(ctx)
	if err != nil {
		return err
	}
	for field, total := range totals {
		totals[field] = min(total, again[field])
	}
	_, err = c.raise(ctx, c.key(name), "raise", totals)
	return err
}

func (c *Counters) raise(ctx context.Context, key, mode string, totals map[string]int64) (behind bool, err error) {
	args := []any{mode, int(countersKept.Seconds()), rand.Text()}
	for field, total := range totals {
		args = append(args, field, total)
	}
	return raiseScript.Run(ctx, c.rdb, []string{key}, args...).Bool()
}

// dialHook reports each new connection before its first command.
type dialHook struct{ made func() }

// DialHook implements redis.Hook.
func (h dialHook) DialHook(next redis.DialHook) redis.DialHook {
	return func(ctx context.Context, network, address string) (net.Conn, error) {
		conn, err := next(ctx, network, address)
		if err == nil {
			h.made()
		}
		return conn, err
	}
}

// ProcessHook implements redis.Hook.
func (dialHook) ProcessHook(next redis.ProcessHook) redis.ProcessHook { return next }

// ProcessPipelineHook implements redis.Hook.
func (dialHook) ProcessPipelineHook(next redis.ProcessPipelineHook) redis.ProcessPipelineHook {
	return next
}
