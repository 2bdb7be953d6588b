package worker

import (
	"errors"
	"fmt"
	"net/url"
	"time"

	"github.com/redis/go-redis/v9"
)

// Patience is how a connection to Redis behaves when Redis does not answer.
type Patience struct {
	Timeout time.Duration // for connecting, reading and writing, each
	Retries int           // after the first try; -1 for none
}

// A hook must be answered within a second whatever Redis does; a worker can wait.
var (
	Impatient = Patience{Timeout: 400 * time.Millisecond, Retries: -1}
	Patient   = Patience{Timeout: 5 * time.Second, Retries: 3}
)

// Connect returns a client for the Redis at rawURL. It connects on first use.
//
//	redis://user:password@host:6379/0            one server; rediss:// over TLS, unix:///path by a socket
//	redis://host:26379?master_name=NAME&addr=…   sentinels
//	redis://host:6379?addr=host2:6379&addr=…     a cluster
//
// Source of the forms: go-redis' ParseURL, ParseFailoverURL and ParseClusterURL.
func Connect(rawURL string, p Patience) (redis.UniversalClient, error) {
	redis.SetLogger(redisLog{})
	u, err := url.Parse(rawURL)
	if err != nil {
		return nil, badAddress(err)
	}
	switch query := u.Query(); {
	case query.Has("master_name"):
		return connectSentinels(rawURL, p)
	case query.Has("addr"):
		return connectCluster(rawURL, p)
	default:
		return connectOne(rawURL, p)
	}
}

func connectOne(rawURL string, p Patience) (redis.UniversalClient, error) {
	opts, err := redis.ParseURL(rawURL)
	if err != nil {
		return nil, badAddress(err)
	}
	opts.DialTimeout, opts.ReadTimeout, opts.WriteTimeout = p.Timeout, p.Timeout, p.Timeout
	opts.MaxRetries, opts.ContextTimeoutEnabled = p.Retries, true
	return redis.NewClient(opts), nil
}

func connectSentinels(rawURL string, p Patience) (redis.UniversalClient, error) {
	opts, err := redis.ParseFailoverURL(rawURL)
	if err != nil {
		return nil, badAddress(err)
	}
	opts.DialTimeout, opts.ReadTimeout, opts.WriteTimeout = p.Timeout, p.Timeout, p.Timeout
	opts.MaxRetries, opts.ContextTimeoutEnabled = p.Retries, true
	return redis.NewFailoverClient(opts), nil
}

func connectCluster(rawURL string, p Patience) (redis.UniversalClient, error) {
	opts, err := redis.ParseClusterURL(rawURL)
	if err != nil {
		return nil, badAddress(err)
	}
	opts.DialTimeout, opts.ReadTimeout, opts.WriteTimeout = p.Timeout, p.Timeout, p.Timeout
	opts.MaxRetries, opts.ContextTimeoutEnabled = p.Retries, true
	return redis.NewClusterClient(opts), nil
}

// badAddress leaves out the address, which may contain a password.
func badAddress(err error) error {
	var quoting *url.Error
	if errors.As(err, &quoting) {
		err = quoting.Err
	}
	return fmt.Errorf("not a valid Redis address: %w", err)
}
