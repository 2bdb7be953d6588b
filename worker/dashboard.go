package worker

import (
	"net/http"

	"github.com/hibiken/asynqmon"
	"github.com/redis/go-redis/v9"
)

// NewDashboard shows the queues, read-only, below a path. It never closes rdb. Requests that would
// change something are refused here too, not only by asynqmon.
func NewDashboard(rdb redis.UniversalClient, path string) http.Handler {
	dashboard := asynqmon.New(asynqmon.Options{RootPath: path, RedisConnOpt: connected{rdb}, ReadOnly: true})
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			http.Error(w, "the dashboard is read-only", http.StatusMethodNotAllowed)
			return
		}
		dashboard.ServeHTTP(w, r)
	})
}

// connected is an asynq.RedisConnOpt that is connected already.
type connected struct{ rdb redis.UniversalClient }

// MakeRedisClient implements asynq.RedisConnOpt.
func (c connected) MakeRedisClient() any { return c.rdb }
