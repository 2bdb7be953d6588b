package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"

	"github.com/aloud-audio/aloud/internal/article"
)

const (
	patience   = 2 * time.Second // that a sender waits for an answer, as Ghost does
	retryAfter = 5 * time.Second // as a 503 says
)

// answers are how hooks were answered: by status, 0 for none, and how long it took.
type answers struct {
	mu     sync.Mutex
	status map[int]int
	took   []time.Duration
}

func (a *answers) add(status int, took time.Duration) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.status[status]++
	a.took = append(a.took, took)
}

// String says what was answered, and the latencies' median, 99th percentile and maximum.
func (a *answers) String() string {
	slices.Sort(a.took)
	var counts []string
	for _, status := range slices.Sorted(maps.Keys(a.status)) {
		counts = append(counts, fmt.Sprintf("%d × %d", a.status[status], status))
	}
	at := func(percent int) time.Duration { return a.took[(len(a.took)-1)*percent/100].Round(time.Millisecond) }
	return fmt.Sprintf("%s (p50 %s, p99 %s, worst %s)", strings.Join(counts, ", "), at(50), at(99), at(100))
}

// storm has all senders send all articles until its time is over.
func storm(ctx context.Context, s *service, o options) *answers {
	ctx, cancel := context.WithTimeout(ctx, o.storm)
	defer cancel()
	all := &answers{status: map[int]int{}}
	var senders sync.WaitGroup
	for sender := range o.senders {
		senders.Go(func() {
			for i := sender; ctx.Err() == nil; i++ {
				all.add(s.send(i % o.articles))
				wait(ctx, o.every)
			}
		})
	}
	senders.Wait()
	return all
}

// calm has all senders send each article until it is accepted, and wait when a 503 asks them to.
func calm(ctx context.Context, s *service, o options) *answers {
	all := &answers{status: map[int]int{}}
	var senders sync.WaitGroup
	for sender := range o.senders {
		senders.Go(func() {
			for i := sender; i < o.articles; i += o.senders {
				s.insist(ctx, i, all)
			}
		})
	}
	senders.Wait()
	return all
}

// insist sends an article until it is accepted.
func (s *service) insist(ctx context.Context, i int, all *answers) {
	for ctx.Err() == nil {
		status, took := s.send(i)
		all.add(status, took)
		if status == http.StatusAccepted {
			return
		}
		wait(ctx, retryAfter)
	}
}

func wait(ctx context.Context, d time.Duration) {
	select {
	case <-ctx.Done():
	case <-time.After(d):
	}
}

// send signs and sends an article, and returns the status, 0 if there was no answer.
func (s *service) send(i int) (status int, took time.Duration) {
	body, err := json.Marshal(article.Payload{
		ID: "storm-" + strconv.Itoa(i), UpdatedAt: s.began, Status: article.Published, Visibility: "public", Language: "en",
		Title: "Storm " + strconv.Itoa(i), Text: fmt.Sprintf("Wave number %d reached the harbour.", i),
	})
	if err != nil {
		panic(err) // of strings and a time
	}
	req, err := http.NewRequest(http.MethodPost, s.url+"/hooks/main/articles", bytes.NewReader(body))
	if err != nil {
		panic(err) // of an address that has answered
	}
	began := time.Now()
	sign(req, s.key, began, body)
	resp, err := s.client.Do(req)
	took = time.Since(began)
	if err != nil {
		return 0, took
	}
	defer resp.Body.Close()
	_, _ = io.Copy(io.Discard, resp.Body)
	return resp.StatusCode, took
}

func sign(req *http.Request, key *standardwebhooks.Webhook, at time.Time, body []byte) {
	id := "msg_" + strconv.FormatInt(at.UnixNano(), 36)
	signature, err := key.Sign(id, at, body)
	if err != nil {
		panic(err) // never, by its documentation
	}
	req.Header.Set(standardwebhooks.HeaderWebhookID, id)
	req.Header.Set(standardwebhooks.HeaderWebhookTimestamp, strconv.FormatInt(at.Unix(), 10))
	req.Header.Set(standardwebhooks.HeaderWebhookSignature, signature)
}
