package narrate_test

import (
	"context"
	"fmt"
	"hash/crc32"
	"os"
	"regexp"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/narrate"
	"github.com/aloud-audio/aloud/internal/script"
	"github.com/aloud-audio/aloud/internal/script/ssml"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/speech/command"
	"github.com/aloud-audio/aloud/internal/store"
)

// BenchmarkTenMinutes measures everything that is not synthesis, for an article of about ten minutes on a folder store:
// the voice answers at once with speech that flite said before the clock was started. Besides wall time it reports CPU
// time, how many times faster than real time that is, and the peak of memory above what the process had when idle.
func BenchmarkTenMinutes(b *testing.B) {
	said := sayOnce(b)
	n, ref := benchNarrator(b, said)
	revision := 0
	send := func(change int) {
		revision++
		payload := benchArticle(change)
		payload.ID, payload.UpdatedAt = ref.ID, time.Unix(int64(revision), 0)
		if _, err := n.Library.Accept(b.Context(), ref, payload, time.Unix(int64(revision), 0)); err != nil {
			b.Fatal(err)
		}
	}
	b.Run("first render", func(b *testing.B) {
		measure(b, n, ref, func(i int) {
			version := n.Sites["main"]
			version.VoiceVersion = fmt.Sprint("first ", revision) // nothing is in the cache
			n.Sites["main"] = version
			send(0)
		})
	})
	b.Run("one edited paragraph", func(b *testing.B) {
		measure(b, n, ref, func(i int) { send(revision + 1) })
	})
	b.Run("another pause", func(b *testing.B) {
		measure(b, n, ref, func(i int) {
			site := n.Sites["main"]
			site.Pauses = script.Pauses{"paragraph": 600*time.Millisecond + time.Duration(revision)*time.Millisecond}
			n.Sites["main"] = site
			send(1)
		})
	})
	b.Run("nothing changed", func(b *testing.B) {
		measure(b, n, ref, func(int) {})
	})
}

// measure brings the article up to date once an iteration, after prepare, and reports what that took.
func measure(b *testing.B, n *narrate.Narrator, ref library.Ref, prepare func(i int)) {
	var cpu, wall time.Duration
	var peak float64
	for i := range b.N {
		prepare(i)
		idle := settleMemory(b)
		cpuBefore, started := cpuTime(b), time.Now()
		if err := n.BringUpToDate(b.Context(), ref, 1); err != nil {
			b.Fatal(err)
		}
		wall += time.Since(started)
		cpu += cpuTime(b) - cpuBefore
		peak = max(peak, memory(b, "VmHWM")-idle)
	}
	narration, err := n.Library.Narration(b.Context(), ref)
	if err != nil {
		b.Fatal(err)
	}
	runs := float64(b.N)
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(narration.Audio[0].Duration, "s-audio")
	b.ReportMetric(wall.Seconds()*1000/runs, "wall-ms")
	b.ReportMetric(cpu.Seconds()*1000/runs, "cpu-ms")
	b.ReportMetric(narration.Audio[0].Duration*runs/wall.Seconds(), "x-real-time")
	b.ReportMetric(peak, "peak-MB-above-idle")
}

// instant is a voice that has all it will ever say ready.
type instant struct {
	command.Flite
	speech speech.Speech
}

// Synthesize marks its speech by what is said, since no two texts sound the same.
func (v instant) Synthesize(_ context.Context, req speech.Request) (speech.Speech, error) {
	said := speech.Speech{SampleRate: v.speech.SampleRate, Samples: slices.Clone(v.speech.Samples)}
	mark := crc32.ChecksumIEEE([]byte(req.Input))
	said.Samples[0], said.Samples[1] = int16(mark)>>6, int16(mark>>16)>>6
	return said, nil
}

const benchParagraphs = 40

var benchText = strings.Repeat("The regional administration said that the crossing would open again in December, after repairs that took two winters. ", 2)

func sayOnce(b *testing.B) speech.Speech {
	b.Helper()
	voice, err := command.Flite{}.Voice("slt", "en")
	if err != nil {
		b.Fatal(err)
	}
	said, err := command.Flite{}.Synthesize(b.Context(), voice.Request(ssml.Text{Spoken: benchText}))
	if err != nil {
		b.Fatal(err)
	}
	return said
}

func benchArticle(change int) article.Payload {
	var html strings.Builder
	for i := range benchParagraphs {
		edit := 0
		if i == benchParagraphs/2 {
			edit = change
		}
		fmt.Fprintf(&html, "<p>Paragraph %d, edition %d. %s</p>", i, edit, benchText)
	}
	return article.Payload{Status: article.Published, Language: "en", Title: "Ten minutes", HTML: html.String()}
}

func benchNarrator(b *testing.B, said speech.Speech) (*narrate.Narrator, library.Ref) {
	b.Helper()
	st, err := store.NewDir(b.TempDir())
	if err != nil {
		b.Fatal(err)
	}
	skew := time.Duration(0)
	return &narrate.Narrator{
		Library: library.New(st),
		Encoded: st,
		Voices:  speech.Providers{"flite": speech.NewCache(instant{speech: said}, st, speech.LocalLeases())},
		Sites:   map[string]narrate.Site{"main": {Name: "main", Language: "en", Voices: map[string][]string{"en": {"flite:slt"}}, BitRate: 64}},
		Now: func() time.Time { // no edit has to wait for quiet
			skew += time.Hour
			return time.Now().Add(skew)
		},
	}, library.Ref{Site: "main", ID: "ten-minutes"}
}

func cpuTime(b *testing.B) time.Duration {
	b.Helper()
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		b.Fatal(err)
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}

// settleMemory returns what the process holds when idle, in MB, and lets the kernel count its peak anew (proc(5)).
func settleMemory(b *testing.B) float64 {
	b.Helper()
	debug.FreeOSMemory()
	if err := os.WriteFile("/proc/self/clear_refs", []byte("5"), 0); err != nil {
		b.Fatal(err)
	}
	return memory(b, "VmRSS")
}

func memory(b *testing.B, field string) float64 {
	b.Helper()
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		b.Fatal(err)
	}
	found := regexp.MustCompile(field + `:\s+(\d+) kB`).FindSubmatch(status)
	if found == nil {
		b.Fatalf("/proc/self/status has no %s", field)
	}
	kB, _ := strconv.ParseFloat(string(found[1]), 64)
	return kB / 1024
}
