package rig

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"time"

	"github.com/redis/go-redis/v9"
)

// Redis is a redis-server that writes to disk only what Snapshot asks for.
type Redis struct {
	Address string
	Client  *redis.Client
	Process *Process // the running one; nil after Kill

	rig *Rig
}

// StartRedis starts an empty redis-server and waits until it answers.
func (r *Rig) StartRedis(ctx context.Context) (*Redis, error) {
	addresses, err := FreeAddresses(1)
	if err != nil {
		return nil, err
	}
	redis.SetLogger(silent{})
	s := &Redis{Address: addresses[0], rig: r, Client: redis.NewClient(&redis.Options{Addr: addresses[0], MaxRetries: 5})}
	return s, s.Start(ctx)
}

// Start starts the server after Kill, with what the last snapshot has.
func (s *Redis) Start(ctx context.Context) (err error) {
	_, port, _ := net.SplitHostPort(s.Address)
	s.Process, err = s.rig.Start("redis", nil, redisServer, "--port", port, "--bind", "127.0.0.1", "--save", "", "--dir", s.rig.Folder)
	if err != nil {
		return err
	}
	return until(ctx, "redis-server answers", func() bool { return s.Client.Ping(ctx).Err() == nil })
}

// silent logs no failed connections, because they are intended.
type silent struct{}

func (silent) Printf(context.Context, string, ...any) {}

const (
	redisServer = "redis-server"
	snapshot    = "dump.rdb" // redis-server's own name for it
)

// Kill ends the server at once.
func (s *Redis) Kill() {
	if s.Process != nil {
		s.Process.Kill()
	}
	s.Process = nil
}

// Snapshot keeps what the server holds now for the next Start.
func (s *Redis) Snapshot(ctx context.Context) error {
	if err := s.Client.Save(ctx).Err(); err != nil {
		return fmt.Errorf("have redis-server write a snapshot: %w", err)
	}
	return nil
}

// Forget makes the next Start an empty one.
func (s *Redis) Forget() error {
	err := os.Remove(s.rig.Path(snapshot))
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	return err
}

// until waits for a condition, a minute at most.
func until(ctx context.Context, what string, holds func() bool) error {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	for !holds() {
		select {
		case <-ctx.Done():
			return fmt.Errorf("wait until %s: %w", what, ctx.Err())
		case <-time.After(10 * time.Millisecond):
		}
	}
	return nil
}
