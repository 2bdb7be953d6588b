package worker

import (
	"context"
	"fmt"
	"log/slog"
	"os"
)

// redisLog drops the Redis client's own log lines: what matters is in the errors.
type redisLog struct{}

// Printf implements go-redis' internal.Logging.
func (redisLog) Printf(context.Context, string, ...any) {}

// asynqLog writes asynq's lines to the process's log.
type asynqLog struct{ log *slog.Logger }

func (l asynqLog) Debug(args ...any) { l.log.Debug(fmt.Sprint(args...)) }
func (l asynqLog) Info(args ...any)  { l.log.Info(fmt.Sprint(args...)) }
func (l asynqLog) Warn(args ...any)  { l.log.Warn(fmt.Sprint(args...)) }
func (l asynqLog) Error(args ...any) { l.log.Error(fmt.Sprint(args...)) }

// Fatal ends the process: asynq calls it when it cannot go on.
func (l asynqLog) Fatal(args ...any) {
	l.log.Error(fmt.Sprint(args...))
	os.Exit(1)
}
