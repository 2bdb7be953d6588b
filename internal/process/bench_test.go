package process

import (
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

// BenchmarkSpeech has all of aloud but the queue make five minutes of audio by Google's client,
// with all that guards its calls, and an emulator that takes 250 ms a call and 80 ms a second of
// audio. It prints until when the calls take that long at best (the longest first), and when all
// speech was there. The narrator's other times are internal/bench's.
func BenchmarkSpeech(b *testing.B) {
	n := openNewsdesk(b, emulator.Options{
		Latency: benchLatency, PerAudioSecond: benchPerSecond, Quotas: map[string]int{"chirp3-hd": 1_000_000},
	})
	clock := &lastSpeech{Synthesizer: n.narrators[0].Voices["google"]}
	n.narrators[0].Voices["google"] = clock
	var ideal, spoken, audio time.Duration
	for i := range b.N {
		ref := n.send(b, fmt.Sprintf("five-minutes-%d-%d", b.N, i))
		calls, start := len(n.provider.Records()), time.Now()
		if err := n.narrators[0].BringUpToDate(b.Context(), ref, 1); err != nil {
			b.Fatal(err)
		}
		spoken += clock.at().Sub(start)
		made := n.provider.Records()[calls:]
		ideal += longestFirst(made)
		for _, call := range made {
			audio += call.Audio
		}
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(audio.Seconds()/float64(b.N), "s-audio")
	b.ReportMetric(ideal.Seconds()/float64(b.N), "ideal-s")
	b.ReportMetric(spoken.Seconds()/float64(b.N), "spoken-s")
	b.ReportMetric(spoken.Seconds()/ideal.Seconds(), "spoken/ideal")
}

// send accepts an article of five minutes of the emulator's hum, none of whose paragraphs is in
// another.
func (n *newsdesk) send(b *testing.B, id string) library.Ref {
	b.Helper()
	var html strings.Builder
	for i := 0; html.Len() < 5000; i++ { // 60 ms a character
		fmt.Fprintf(&html, "<p>Paragraph %d of %s says%s at last.</p>", i, id, strings.Repeat(" that the ferry runs again,", 2+i*7%9))
	}
	ref := library.Ref{Site: "main", ID: id}
	payload := article.Payload{ID: id, Title: id, Language: "en", Status: article.Published, UpdatedAt: time.Unix(1, 0), HTML: html.String()}
	if _, err := n.library.Accept(b.Context(), ref, payload, payload.UpdatedAt, library.Fresh); err != nil {
		b.Fatal(err)
	}
	return ref
}

// lastSpeech remembers when the last speech was there.
type lastSpeech struct {
	speech.Synthesizer
	mu   sync.Mutex
	last time.Time
}

func (l *lastSpeech) Synthesize(ctx context.Context, req speech.Call) (speech.Speech, error) {
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

// longestFirst returns when the last of calls would end, if the longest were begun first.
func longestFirst(calls []emulator.Record) time.Duration {
	slices.SortFunc(calls, func(a, b emulator.Record) int { return int(b.Audio - a.Audio) })
	free := make([]time.Duration, benchInFlight)
	for _, call := range calls {
		soonest := slices.Index(free, slices.Min(free))
		free[soonest] += benchLatency + time.Duration(call.Audio.Seconds()*float64(benchPerSecond))
	}
	return slices.Max(free)
}
