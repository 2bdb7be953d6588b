package worker

import (
	"context"
	"crypto/rand"
	"errors"
	"strconv"
	"strings"
	"time"

	"github.com/redis/go-redis/v9"

	"github.com/aloud-audio/aloud/internal/figures"
)

// Figures count how articles are listened to, for all servers on one Redis, until they are in the
// store. A day of a site is one hash, which takes no more once it has maxFigures fields.
type Figures struct {
	rdb   redis.UniversalClient
	names names
}

const (
	maxFigures  = 200_000 // fields of a day: some 20 MB
	keepFigures = 72 * time.Hour
	epochField  = "epoch"
)

// errManyFigures means that a day of a site has as many fields as are kept.
var errManyFigures = errors.New("the day has too many figures: no more are counted")

// NewFigures keeps the figures of the store with that identity in rdb.
func NewFigures(rdb redis.UniversalClient, store string) *Figures {
	return &Figures{rdb, names(store)}
}

func (f *Figures) key(site string, day figures.Day) string {
	return f.names.key("figures", site+":"+string(day))
}

// Count adds an article's sums to a day.
func (f *Figures) Count(ctx context.Context, site string, day figures.Day, id string, sums figures.Sums) error {
	key := f.key(site, day)
	if n, err := f.rdb.HLen(ctx, key).Result(); err != nil {
		return err
	} else if n >= maxFigures {
		return errManyFigures
	}
	_, err := f.rdb.TxPipelined(ctx, func(all redis.Pipeliner) error {
		all.HSetNX(ctx, key, epochField, rand.Text())
		for field, n := range sums {
			all.HIncrBy(ctx, key, id+"/"+field, int64(n))
		}
		all.Expire(ctx, key, keepFigures)
		return nil
	})
	return err
}

// Snapshot returns what was counted on a day; an epoch without a name if that is nothing.
func (f *Figures) Snapshot(ctx context.Context, site string, day figures.Day) (figures.Epoch, error) {
	all, err := f.rdb.HGetAll(ctx, f.key(site, day)).Result()
	epoch := figures.Epoch{Name: all[epochField], Articles: map[string]figures.Sums{}}
	for name, value := range all {
		id, field, isSum := strings.Cut(name, "/")
		n, numErr := strconv.Atoi(value)
		if !isSum || numErr != nil {
			continue
		}
		if epoch.Articles[id] == nil {
			epoch.Articles[id] = figures.Sums{}
		}
		epoch.Articles[id][field] = n
	}
	return epoch, err
}
