package main

import (
	"container/heap"
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
	emulator "github.com/aloud-audio/aloud/internal/emulator/google"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/speech"
)

// What a remote provider takes, and how many calls are in flight.
const (
	benchLatency   = 250 * time.Millisecond
	benchPerSecond = 80 * time.Millisecond
	benchInFlight  = 8
)

// BenchmarkNarrate brings articles of 1 to 60 minutes up to date with all of aloud but the queue, on a folder store, by
// Google's client and an emulator that takes 250 ms a call and 80 ms a second of audio. For each it prints how long the
// calls of the provider would take at best (the lower bound, and the schedule that starts the longest first), how long it
// took until all speech was there, and until the track was published.
func BenchmarkNarrate(b *testing.B) {
	for _, minutes := range []int{1, 5, 10, 60} {
		b.Run(fmt.Sprintf("%d min", minutes), func(b *testing.B) {
			n := openNewsroom(b, emulator.Options{
				Latency: benchLatency, PerAudioSecond: benchPerSecond, Quotas: map[string]int{"chirp3-hd": 1_000_000},
			})
			clock := &lastSpeech{Synthesizer: n.narrators[0].Voices["google"]}
			n.narrators[0].Voices["google"] = clock
			n.narrators[0].Now = alwaysLater()
			b.Run("first", func(b *testing.B) { n.bench(b, clock, minutes, func(i int) int { return 0 }, true) })
			b.Run("one paragraph edited", func(b *testing.B) { n.bench(b, clock, minutes, func(i int) int { return i + 1 }, false) })
			b.Run("unchanged", func(b *testing.B) { n.bench(b, clock, minutes, func(int) int { return -1 }, false) })
		})
	}
}

// bench renders an article once an iteration, with a paragraph that edition changes (-1: as it is), anew if it is the first
// time.
func (n *newsroom) bench(b *testing.B, clock *lastSpeech, minutes int, edition func(i int) int, first bool) {
	var bound, ideal, spoken, published time.Duration
	for i := range b.N {
		id := fmt.Sprintf("long-%d", minutes)
		if first {
			id = fmt.Sprintf("%s-%d-%d", id, b.N, i)
		}
		if e := edition(i); e >= 0 {
			n.send(b, id, minutes, e, first)
		}
		calls := len(n.provider.Records())
		start := time.Now()
		if err := n.narrators[0].BringUpToDate(b.Context(), library.Ref{Site: "main", ID: id}, 1); err != nil {
			b.Fatal(err)
		}
		published += time.Since(start)
		durations := modelled(n.provider.Records()[calls:])
		if len(durations) > 0 {
			spoken += clock.at().Sub(start)
			bound += lowerBound(durations)
			ideal += longestFirst(durations)
		}
	}
	per := func(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 / float64(b.N) }
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(per(published), "published-ms")
	if bound > 0 {
		b.ReportMetric(per(bound), "bound-ms")
		b.ReportMetric(per(ideal), "ideal-ms")
		b.ReportMetric(per(spoken), "speech-ms")
		b.ReportMetric(spoken.Seconds()/ideal.Seconds(), "speech/ideal")
		b.ReportMetric(published.Seconds()/bound.Seconds(), "published/bound")
		b.ReportMetric(per(published-spoken), "last-speech-to-published-ms")
	}
}

// send accepts an article of so many minutes of the emulator's hum.
func (n *newsroom) send(b *testing.B, id string, minutes, edition int, first bool) {
	b.Helper()
	payload := article.Payload{
		ID: id, Title: "An article of " + id, Language: "en", Status: article.Published, UpdatedAt: time.Unix(int64(edition), 0),
		HTML: benchHTML(minutes, id, edition, first),
	}
	if _, err := n.library.Accept(b.Context(), library.Ref{Site: "main", ID: id}, payload, payload.UpdatedAt); err != nil {
		b.Fatal(err)
	}
}

// benchHTML has paragraphs of 120 to 480 letters. An article that is the first of its name shares none with others.
func benchHTML(minutes int, id string, edition int, first bool) string {
	const letters = 60 * 1000 / 70 // that are hummed in a minute
	var html strings.Builder
	for i, said := 0, 0; said < minutes*letters; i++ {
		mark := fmt.Sprint(i)
		if first {
			mark += " of " + id
		}
		if i == 2 {
			mark += fmt.Sprint(" edition ", edition)
		}
		text := "Paragraph " + mark + " says" + strings.Repeat(" that the ferry to the island runs again,", 3+i*7%9) + " at last."
		fmt.Fprintf(&html, "<p>%s</p>", text)
		said += len(text)
	}
	return html.String()
}

// lastSpeech remembers when the last speech was there.
type lastSpeech struct {
	speech.Synthesizer
	mu   sync.Mutex
	last time.Time
}

func (l *lastSpeech) Synthesize(ctx context.Context, req speech.Request) (speech.Speech, error) {
	s, err := l.Synthesizer.Synthesize(ctx, req)
	l.mu.Lock()
	l.last = time.Now()
	l.mu.Unlock()
	return s, err
}

func (l *lastSpeech) at() time.Time {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.last
}

// alwaysLater is a clock by which no edit has to wait for quiet.
func alwaysLater() func() time.Time {
	skew := time.Duration(0)
	return func() time.Time {
		skew += time.Hour
		return time.Now().Add(skew)
	}
}

// modelled is how long the emulator takes for each of its calls.
func modelled(calls []emulator.Record) []time.Duration {
	var all []time.Duration
	for _, call := range calls {
		all = append(all, benchLatency+time.Duration(call.Audio.Seconds()*float64(benchPerSecond)))
	}
	return all
}

// lowerBound is what no schedule is below.
func lowerBound(calls []time.Duration) time.Duration {
	var sum, longest time.Duration
	for _, call := range calls {
		sum, longest = sum+call, max(longest, call)
	}
	return max(longest, sum/benchInFlight)
}

// longestFirst is the schedule that starts the longest calls first, on as many lanes as calls are in flight.
func longestFirst(calls []time.Duration) time.Duration {
	slices.Sort(calls)
	slices.Reverse(calls)
	free := make(lanes, benchInFlight)
	for _, call := range calls {
		free[0] += call
		heap.Fix(&free, 0)
	}
	return slices.Max(free)
}

// lanes are the times when each is free again, the soonest first.
type lanes []time.Duration

func (l lanes) Len() int           { return len(l) }
func (l lanes) Less(i, j int) bool { return l[i] < l[j] }
func (l lanes) Swap(i, j int)      { l[i], l[j] = l[j], l[i] }
func (l *lanes) Push(any)          {}
func (l *lanes) Pop() any          { return nil }
