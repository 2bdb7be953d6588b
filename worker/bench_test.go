package worker_test

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/narrate"
	"github.com/aloud-audio/aloud/internal/notify"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/store"
	"github.com/aloud-audio/aloud/worker"
	"github.com/aloud-audio/aloud/worker/redistest"
)

// BenchmarkPickUp measures how long an idle worker takes from an article's enqueueing to its first
// call of a voice, over a real Redis.
func BenchmarkPickUp(b *testing.B) {
	st, err := store.NewDir(b.TempDir())
	if err != nil {
		b.Fatal(err)
	}
	rdb, lib, called := redistest.Start(b).Client(), library.New(st), make(chan time.Time, 100)
	narrator := &narrate.Narrator{
		Library: lib, Now: time.Now,
		Sites: map[string]narrate.Site{"main": {Name: "main", Language: "en", Voices: map[string][]string{"*": {"espeak-ng"}}}},
		Voices: speech.Providers{"espeak-ng": voice{before: func(context.Context, speech.Call) error {
			called <- time.Now()
			return nil
		}}},
	}
	ctx, cancel := context.WithCancel(b.Context())
	ended := make(chan error, 1)
	go func() {
		ended <- worker.New(worker.Options{
			Redis: rdb, Store: identity, Settings: fixed(worker.Settings{Narrator: narrator, Library: lib, Notices: notify.New(notify.Options{Store: st, Library: lib})}), Concurrency: 4, Registry: prometheus.NewRegistry(), Log: slog.New(slog.DiscardHandler),
		}).Run(ctx)
	}()
	var waits []time.Duration
	client := worker.NewClient(rdb, identity)
	for i := 0; b.Loop(); i++ {
		ref := library.Ref{Site: "main", ID: fmt.Sprint("pickup-", i)}
		payload := article.Payload{ID: ref.ID, UpdatedAt: time.Now(), Status: article.Published, Language: "en", Title: "One", Text: "Two."}
		if _, err := lib.Accept(ctx, ref, payload, time.Now(), library.Fresh); err != nil {
			b.Fatal(err)
		}
		enqueued := time.Now()
		if err := client.Enqueue(ctx, ref, library.Fresh); err != nil {
			b.Fatal(err)
		}
		waits = append(waits, (<-called).Sub(enqueued))
		<-called // the second segment
	}
	cancel()
	if err := <-ended; err != nil {
		b.Fatal(err)
	}
	report(b, waits)
}

func report(b *testing.B, waits []time.Duration) {
	slices.Sort(waits)
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(waits[len(waits)/2].Seconds()*1000, "p50-ms")
	b.ReportMetric(waits[len(waits)*95/100].Seconds()*1000, "p95-ms")
	b.ReportMetric(waits[len(waits)-1].Seconds()*1000, "max-ms")
}

// BenchmarkPickUpBehindArchive measures the time from an article's enqueueing to its first call of
// a voice while so many articles of the archive wait, whose renders take 5 s each, on 4 places.
func BenchmarkPickUpBehindArchive(b *testing.B) {
	for _, waiting := range []int{200, 10_000} {
		b.Run(fmt.Sprint(waiting), func(b *testing.B) {
			st, err := store.NewDir(b.TempDir())
			if err != nil {
				b.Fatal(err)
			}
			rdb, lib, called := redistest.Start(b).Client(), library.New(st), make(chan time.Time, 1)
			slow := voice{before: func(ctx context.Context, call speech.Call) error {
				if call.Payer.Site == "main" {
					called <- time.Now()
					return speech.Permanent(errors.New("its turn is over"))
				}
				select {
				case <-time.After(5 * time.Second):
				case <-ctx.Done():
				}
				return speech.Permanent(errors.New("its turn is over"))
			}}
			voices := map[string][]string{"*": {"espeak-ng"}}
			narrator := &narrate.Narrator{
				Library: lib, Now: time.Now, Voices: speech.Providers{"espeak-ng": slow},
				Sites: map[string]narrate.Site{"main": {Name: "main", Language: "en", Voices: voices}, "imports": {Name: "imports", Language: "en", Voices: voices}},
			}
			client := worker.NewClient(rdb, identity)
			bring := func(u library.Urgency, site string, i int) time.Time {
				ref := library.Ref{Site: site, ID: fmt.Sprint("article-", i)}
				payload := article.Payload{ID: ref.ID, UpdatedAt: time.Now(), Status: article.Published, Language: "en", Text: "Text."}
				_, err := lib.Accept(b.Context(), ref, payload, time.Now(), u)
				enqueued := time.Now()
				if err == nil {
					err = client.Enqueue(b.Context(), ref, u)
				}
				if err != nil {
					b.Fatal(err)
				}
				return enqueued
			}
			for i := range waiting {
				bring(library.Old, "imports", i)
			}
			ctx, cancel := context.WithCancel(b.Context())
			ended := make(chan error, 1)
			settings := worker.Settings{Narrator: narrator, Library: lib, Notices: notify.New(notify.Options{Store: st, Library: lib})}
			go func() {
				ended <- worker.New(worker.Options{
					Redis: rdb, Store: identity, Settings: fixed(settings), Concurrency: 4, Registry: prometheus.NewRegistry(), Log: slog.New(slog.DiscardHandler),
				}).Run(ctx)
			}()
			var waits []time.Duration
			for i := 0; b.Loop(); i++ {
				enqueued := bring(library.Fresh, "main", i)
				waits = append(waits, (<-called).Sub(enqueued))
			}
			cancel()
			if err := <-ended; err != nil {
				b.Fatal(err)
			}
			report(b, waits)
		})
	}
}
