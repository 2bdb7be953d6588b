package worker

import (
	"net/http"

	"github.com/hibiken/asynqmon"
	"github.com/redis/go-redis/v9"
)

// NewDashboard shows the queues, read-only, below a path. It never closes rdb.
func NewDashboard(rdb redis.UniversalClient, path string) http.Handler {
	return asynqmon.New(asynqmon.Options{RootPath: path, RedisConnOpt: connected{rdb}, ReadOnly: true})
}

// connected is an asynq.RedisConnOpt that is connected already.
type connected struct{ rdb redis.UniversalClient }

// MakeRedisClient implements asynq.RedisConnOpt.
func (c connected) MakeRedisClient() any { return c.rdb }
