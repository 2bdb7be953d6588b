package worker

import (
	"context"
	"errors"
	"time"

	"github.com/redis/go-redis/v9"
)

// Deliveries remember the hooks that were answered, for all servers on one Redis. They are the web
// server's. A wiped Redis forgets them, which the order of revisions makes harmless.
type Deliveries struct {
	rdb   redis.UniversalClient
	names names
}

// NewDeliveries keeps the deliveries of the store with that identity in rdb.
func NewDeliveries(rdb redis.UniversalClient, store string) Deliveries {
	return Deliveries{rdb, names(store)}
}

func (d Deliveries) key(delivery string) string { return d.names.key("delivery", delivery) }

// Seen reports whether the delivery is remembered.
func (d Deliveries) Seen(ctx context.Context, key string) (bool, error) {
	err := d.rdb.Get(ctx, d.key(key)).Err()
	if errors.Is(err, redis.Nil) {
		return false, nil
	}
	return err == nil, err
}

// Remember keeps a delivery for a time.
func (d Deliveries) Remember(ctx context.Context, key string, period time.Duration) error {
	return d.rdb.Set(ctx, d.key(key), "", period).Err()
}
