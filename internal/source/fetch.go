package source

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"time"
)

// fetcher fetches from one source. It caches lists, so that an unchanged list is neither sent nor
// parsed again.
type fetcher struct {
	client *http.Client
	lists  map[string]list // by address
}

// list is a parsed list, with the headers for the next conditional request.
type list struct {
	etag, modified string
	content        any
}

// reply is what a source answered.
type reply struct {
	status  int
	header  http.Header
	body    []byte
	address *url.URL // after redirects
	at      time.Time
}

const maxReply = 20 << 20 // bytes

func newFetcher(client *http.Client) *fetcher {
	return &fetcher{client: client, lists: map[string]list{}}
}

// get fetches an address, whatever the status of the answer. The error is UnavailableError.
func (f *fetcher) get(ctx context.Context, address string, header http.Header) (reply, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return reply{}, UnavailableError{error: errors.New("its address in the settings is not a valid one")}
	}
	for name, values := range header {
		req.Header[name] = values
	}
	asked := time.Now()
	resp, err := f.client.Do(req)
	if err != nil {
		return reply{}, UnavailableError{error: withoutAddress(err)}
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(io.LimitReader(resp.Body, maxReply+1))
	if err != nil {
		return reply{}, UnavailableError{error: withoutAddress(err)}
	}
	if len(body) > maxReply {
		return reply{}, UnavailableError{error: fmt.Errorf("%s: the answer is larger than %d MB", req.URL.Host, maxReply>>20)}
	}
	return reply{resp.StatusCode, resp.Header, body, resp.Request.URL, answeredAt(resp.Header, asked)}, nil
}

// getList fetches and parses a list, or returns what it contained if it did not change. The error
// is UnavailableError.
func getList[T any](ctx context.Context, f *fetcher, address string, header http.Header, parse func(reply) (T, error)) (T, error) {
	var none T
	header = header.Clone()
	if header == nil {
		header = http.Header{}
	}
	known, isKnown := f.lists[address]
	if isKnown {
		setUnlessEmpty(header, "If-None-Match", known.etag)
		setUnlessEmpty(header, "If-Modified-Since", known.modified)
	}
	r, err := f.get(ctx, address, header)
	if err != nil {
		return none, err
	}
	if r.status == http.StatusNotModified && isKnown {
		return known.content.(T), nil // each address has one parser
	}
	if r.status != http.StatusOK {
		return none, r.unavailable()
	}
	content, err := parse(r)
	if err != nil {
		return none, UnavailableError{error: err}
	}
	f.lists[address] = list{r.header.Get("ETag"), r.header.Get("Last-Modified"), content}
	return content, nil
}

func setUnlessEmpty(header http.Header, name, value string) {
	if value != "" {
		header.Set(name, value)
	}
}

// unavailable is the error for an unexpected status.
func (r reply) unavailable() error {
	seconds, _ := strconv.Atoi(r.header.Get("Retry-After"))
	return UnavailableError{
		error:      fmt.Errorf("%s answered %d %s", r.address.Host, r.status, http.StatusText(r.status)),
		RetryAfter: time.Duration(max(seconds, 0)) * time.Second,
	}
}

// answeredAt returns when the source read its state, by its own clock, like the times of its hooks.
// It is never too late, so that a hook that was sent afterwards is newer. asked is our own time of
// the request, for a source that does not send its time.
func answeredAt(header http.Header, asked time.Time) time.Time {
	const believable = 5 * time.Minute
	date, err := http.ParseTime(header.Get("Date"))
	if err != nil || time.Until(date).Abs() > believable {
		return asked
	}
	age, _ := strconv.Atoi(header.Get("Age")) // of an answer from a cache
	return date.Add(-time.Since(asked)).Add(-time.Duration(max(age, 0)) * time.Second).Truncate(time.Millisecond)
}

// withoutAddress drops the request from Go's error: the address may contain a key.
func withoutAddress(err error) error {
	var request *url.Error
	if errors.As(err, &request) {
		return request.Err
	}
	return err
}
