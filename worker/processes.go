package worker

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/redis/go-redis/v9"

	"github.com/aloud-audio/aloud/internal/fleet"
)

// A process reports itself every second, so that a command sees a reload at once. It is forgotten
// ten seconds after it was killed, by Redis' clock.
const (
	tellEvery   = time.Second
	forgetAfter = 10 * time.Second
)

// Tell keeps reporting this process, as current returns it, until ctx ends. A failed report is
// repeated a second later.
func (c *Client) Tell(ctx context.Context, current func() fleet.Process) {
	ticker := time.NewTicker(tellEvery)
	defer ticker.Stop()
	for ctx.Err() == nil {
		_ = c.tell(ctx, current())
		select {
		case <-ctx.Done():
		case <-ticker.C:
		}
	}
	leaving, cancel := context.WithTimeout(context.WithoutCancel(ctx), tellEvery)
	defer cancel()
	c.unmark(leaving, c.processKey(current().Name()))
}

func (c *Client) tell(ctx context.Context, p fleet.Process) error {
	text, err := json.Marshal(p)
	if err != nil {
		return err
	}
	if err := c.redis.Set(ctx, c.processKey(p.Name()), text, forgetAfter).Err(); err != nil {
		return err
	}
	return c.redis.SAdd(ctx, c.processesKey(), p.Name()).Err()
}

// Processes returns the servers and workers that run on the store, ordered by name.
func (c *Client) Processes(ctx context.Context) ([]fleet.Process, error) {
	names, err := c.redis.SMembers(ctx, c.processesKey()).Result()
	if err != nil {
		return nil, fmt.Errorf("look for running processes: %w", err)
	}
	var processes []fleet.Process
	for _, name := range names {
		p, runs, err := c.process(ctx, name)
		if err != nil {
			return nil, fmt.Errorf("look for %s: %w", name, err)
		}
		if runs {
			processes = append(processes, p)
		}
	}
	slices.SortFunc(processes, func(a, b fleet.Process) int { return cmp.Compare(a.Name(), b.Name()) })
	return processes, nil
}

// process returns a process's report, and forgets the name of a process that has ended.
func (c *Client) process(ctx context.Context, name string) (p fleet.Process, runs bool, err error) {
	text, err := c.redis.Get(ctx, c.processKey(name)).Bytes()
	if errors.Is(err, redis.Nil) {
		return p, false, c.redis.SRem(ctx, c.processesKey(), name).Err()
	}
	if err != nil {
		return p, false, err
	}
	return p, true, json.Unmarshal(text, &p)
}

// The keys of the names of all processes, and of one process's report.
func (c *Client) processesKey() string          { return c.names.key("processes", "all") }
func (c *Client) processKey(name string) string { return c.names.key("process", name) }
