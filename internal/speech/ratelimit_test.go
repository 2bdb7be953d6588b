package speech_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aloud-audio/aloud/internal/speech"
)

func TestRateLimit(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var taken []string
		waits := []time.Duration{3 * time.Second, 2 * time.Second, 0, 0}
		limiter := func(_ context.Context, name string, limit, burst, n int) (time.Duration, error) {
			taken = append(taken, fmt.Sprint(name, " ", n, " of ", limit, ", ", burst, " at once"))
			wait := waits[0]
			waits = waits[1:]
			return wait, nil
		}
		p, start := answers(nil), time.Now()
		limited := speech.RateLimit{Synthesizer: p, Limiter: limiter, Quotas: speech.Quotas{"google:studio": {Requests: 7, Characters: 900}}}
		if _, err := limited.Synthesize(t.Context(), speech.Call{Request: speech.Request{Provider: "google"}, Family: "studio", Billed: 12}); err != nil {
			t.Fatal(err)
		}
		want := []string{
			"google:studio:requests 1 of 7, 1 at once", "google:studio:requests 1 of 7, 1 at once", "google:studio:requests 1 of 7, 1 at once",
			"google:studio:characters 12 of 900, 450 at once",
		}
		if !slices.Equal(taken, want) || time.Since(start) != 5*time.Second {
			t.Errorf("asked for %q in %v, want %q in 5 s", taken, time.Since(start), want)
		}
		if _, err := limited.Synthesize(t.Context(), speech.Call{Request: speech.Request{Provider: "flite"}}); err != nil || p.calls.Load() != 2 {
			t.Errorf("a family without a quota: %v", err)
		}
	})
}

// The archive waits for its half of the quota before it takes anything of the whole.
func TestTheArchiveLeavesHalfOfTheQuota(t *testing.T) {
	var taken []string
	limited := speech.RateLimit{Synthesizer: answers(nil), Quotas: speech.Quotas{"google:studio": {Requests: 7, Characters: 900}},
		Limiter: func(_ context.Context, name string, limit, _, n int) (time.Duration, error) {
			taken = append(taken, fmt.Sprint(name, " ", n, " of ", limit))
			return 0, nil
		}}
	call := speech.Call{Request: speech.Request{Provider: "google"}, Family: "studio", Billed: 12, Archive: true}
	if _, err := limited.Synthesize(t.Context(), call); err != nil {
		t.Fatal(err)
	}
	want := []string{
		"google:studio:archive:requests 1 of 4", "google:studio:archive:characters 12 of 450",
		"google:studio:requests 1 of 7", "google:studio:characters 12 of 900",
	}
	if !slices.Equal(taken, want) {
		t.Errorf("took %q, want %q", taken, want)
	}
}

func TestRateLimitAsksNothingAfterItsContext(t *testing.T) {
	p := answers(nil)
	limited := speech.RateLimit{Synthesizer: p, Quotas: speech.Quotas{"google:": {Requests: 1}},
		Limiter: func(context.Context, string, int, int, int) (time.Duration, error) { return time.Hour, nil }}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := limited.Synthesize(ctx, speech.Call{Request: speech.Request{Provider: "google"}}); !errors.Is(err, context.Canceled) || p.calls.Load() != 0 {
		t.Errorf("%d calls, error %v", p.calls.Load(), err)
	}
	limited.Limiter = func(context.Context, string, int, int, int) (time.Duration, error) { return 0, errHiccup }
	if _, err := limited.Synthesize(t.Context(), speech.Call{Request: speech.Request{Provider: "google"}}); !errors.Is(err, errHiccup) || p.calls.Load() != 0 {
		t.Errorf("%d calls, error %v; without the limiter's word nothing is asked", p.calls.Load(), err)
	}
}
