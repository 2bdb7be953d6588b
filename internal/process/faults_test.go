package process

import (
	"context"
	"fmt"
	"log/slog"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	pb "cloud.google.com/go/texttospeech/apiv1/texttospeechpb"
	"github.com/prometheus/client_golang/prometheus"
	"golang.org/x/sync/errgroup"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/config"
	emulator "github.com/aloud-audio/aloud/internal/emulator/google"
	"github.com/aloud-audio/aloud/internal/emulator/google/emulatortest"
	"github.com/aloud-audio/aloud/internal/emulator/local"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/narrate"
	"github.com/aloud-audio/aloud/internal/service"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/speech/google"
	"github.com/aloud-audio/aloud/internal/speech/providers"
	"github.com/aloud-audio/aloud/internal/store"
	"github.com/aloud-audio/aloud/worker"
	"github.com/aloud-audio/aloud/worker/redistest"
)

// minute of the quotas in these tests, the provider's and ours.
const minute = time.Second

// newsdesk has two workers on one Redis, one store and an emulator, all in this process.
type newsdesk struct {
	t         testing.TB
	provider  *emulatortest.Server
	store     store.Store
	library   *library.Library
	narrators []*narrate.Narrator
	client    *worker.Client
	run       func() (stop func())
}

func openNewsdesk(t testing.TB, o emulator.Options) *newsdesk {
	t.Helper()
	o.Speaker, o.Minute = local.Tone, minute
	service := emulatortest.Start(t, o)
	n := openNewsdeskWith(t, "google:en-US-Chirp3-HD-Kore", o.Quotas["chirp3-hd"], func() speech.Synthesizer {
		client := google.New(google.Options{Endpoint: service.Endpoint, Timeout: 10 * time.Second})
		t.Cleanup(func() { _ = client.Close() })
		return client
	})
	n.provider = service
	return n
}

// openNewsdeskWith has one voice, with a client of its provider for each worker, and a quota of
// requests a minute if it is not 0.
func openNewsdeskWith(t testing.TB, voice string, quota int, newClient func() speech.Synthesizer) *newsdesk {
	t.Helper()
	n := &newsdesk{t: t}
	dir := t.TempDir()
	redis := redistest.Start(t)
	n.client = worker.NewClient(redis.Client(), "store")
	var workers []*worker.Worker
	for range 2 {
		st, err := store.NewDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		cfg, err := config.Load([]string{"ALOUD_VOICE=" + voice}, nil, providers.All())
		if err != nil {
			t.Fatal(err)
		}
		if quota > 0 {
			cfg.Quotas = speech.Quotas{"google:chirp3-hd": {Requests: quota}}
		}
		s := service.New(cfg, st)
		shared := newPurchasing(s, redis.Client(), "store", minute)
		narrator := s.Narrator(shared)
		name, _, _ := strings.Cut(voice, ":")
		narrator.Voices[name] = s.Guarded(name, speech.WithChecks(newClient(), speech.Checks{}), shared)
		n.store, n.library, n.narrators = st, s.Library, append(n.narrators, narrator)
		log := slog.New(slog.DiscardHandler)
		settings := worker.Settings{Narrator: narrator, Library: s.Library, Notices: s.Notifier(log)}
		workers = append(workers, worker.New(worker.Options{
			Redis: redis.Client(), Store: "store", Settings: func() worker.Settings { return settings }, Concurrency: 8,
			Registry: prometheus.NewRegistry(), Log: log,
		}))
	}
	n.run = func() func() {
		ctx, cancel := context.WithCancel(t.Context())
		var group errgroup.Group
		for _, w := range workers {
			group.Go(func() error { return w.Run(ctx) })
		}
		stop := sync.OnceFunc(func() {
			cancel()
			if err := group.Wait(); err != nil {
				t.Error(err)
			}
		})
		t.Cleanup(stop) // before Redis goes
		return stop
	}
	return n
}

// accept takes an article as a hook does.
func (n *newsdesk) accept(id, title string, paragraphs ...string) {
	n.t.Helper()
	ref := library.Ref{Site: "main", ID: id}
	payload := article.Payload{ID: id, Title: title, Status: article.Published, UpdatedAt: time.Now()}
	for _, p := range paragraphs {
		payload.HTML += "<p>" + p + "</p>"
	}
	if _, err := n.library.Accept(n.t.Context(), ref, payload, time.Now(), library.Fresh); err != nil {
		n.t.Fatal(err)
	}
	if err := n.client.Enqueue(n.t.Context(), ref, library.Fresh); err != nil {
		n.t.Fatal(err)
	}
}

// awaitPublished waits until so many articles are published. An article may be delayed for three
// minutes by bad audio.
func (n *newsdesk) awaitPublished(ids []string) {
	n.t.Helper()
	deadline := time.Now().Add(5 * time.Minute)
	for _, id := range ids {
		for {
			outcome, err := n.library.Outcome(n.t.Context(), library.Ref{Site: "main", ID: id})
			if err == nil && outcome.State == library.Published {
				break
			}
			if time.Now().After(deadline) {
				n.t.Fatalf("%s is not published: %+v, %v", id, outcome, err)
			}
			time.Sleep(20 * time.Millisecond)
		}
	}
}

// awaitSpeech waits until so many segments' speech is in the store.
func (n *newsdesk) awaitSpeech(segments int) {
	n.t.Helper()
	for deadline := time.Now().Add(time.Minute); ; time.Sleep(10 * time.Millisecond) {
		kept := 0
		for _, err := range n.store.List(n.t.Context(), "private/speech/") {
			if err != nil {
				n.t.Fatal(err)
			}
			kept++
		}
		if kept == segments {
			return
		}
		if time.Now().After(deadline) {
			n.t.Fatalf("%d segments are stored, want %d", kept, segments)
		}
	}
}

// segmentsOfArticle is how many segments each article of narrateArticles has.
const segmentsOfArticle = 4

// narrateArticles publishes articles of segmentsOfArticle segments each, and returns how many
// characters they cost if each is bought once.
func (n *newsdesk) narrateArticles(articles int) (fair int) {
	n.t.Helper()
	var ids []string
	for i := range articles {
		ids = append(ids, fmt.Sprintf("article-%d", i))
		n.accept(ids[i], fmt.Sprintf("The council of district %d met today to vote about the new road", i),
			fmt.Sprintf("Its members, of whom %d had come, voted for the new road to the harbour.", i),
			fmt.Sprintf("The road is to cost %d million dollars and will be open before the winter.", i+2),
			fmt.Sprintf("People of district %d had asked for it since the bridge was closed.", i))
	}
	stop := n.run()
	n.awaitPublished(ids)
	stop()
	for _, id := range ids {
		desired, err := n.library.Desired(n.t.Context(), library.Ref{Site: "main", ID: id})
		if err != nil {
			n.t.Fatal(err)
		}
		plan, err := n.narrators[0].Plan(n.narrators[0].Sites["main"], *desired.Article, desired.Orders)
		if err != nil {
			n.t.Fatal(err)
		}
		fair += plan.Billable()
	}
	return fair
}

// Two articles that share forty segments, at once on two workers, buy them once.
func TestSharedSegmentsAreBoughtOnce(t *testing.T) {
	n := openNewsdesk(t, emulator.Options{Latency: 50 * time.Millisecond})
	var shared []string
	for i := range 39 { // and the title
		shared = append(shared, fmt.Sprintf("Paragraph %d is in both of the articles.", i))
	}
	n.accept("one", "A title for two", shared...)
	n.accept("two", "A title for two", shared...)
	stop := n.run()
	n.awaitPublished([]string{"one", "two"})
	stop()
	if stats := n.provider.Stats(); stats.Requests != 40 || stats.Repeated != 0 {
		t.Errorf("%d requests, %d of them repeated, want 40 and none", stats.Requests, stats.Repeated)
	}
}

// A worker is killed when thirty of forty segments are bought: the next buys ten.
func TestAKilledWorkersPurchasesAreKept(t *testing.T) {
	const segments, bought = 40, 30
	reached := make(chan struct{})
	var numbers = make(chan struct{}, 10*segments)
	var killed atomic.Bool
	n := openNewsdesk(t, emulator.Options{Before: func(ctx context.Context, _ *pb.SynthesizeSpeechRequest) error {
		numbers <- struct{}{}
		if n := len(numbers); !killed.Load() && n > bought {
			if n == bought+1 {
				close(reached)
			}
			<-ctx.Done()
			return ctx.Err()
		}
		return nil
	}})
	var paragraphs []string
	for i := range segments - 1 {
		paragraphs = append(paragraphs, fmt.Sprintf("This is paragraph %d of one long article.", i))
	}
	n.accept("long", "A long article", paragraphs...)
	ctx, kill := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- n.narrators[0].BringUpToDate(ctx, library.Ref{Site: "main", ID: "long"}, 1) }()
	<-reached
	n.awaitSpeech(bought)
	kill()
	if err := <-ended; err == nil {
		t.Fatal("it was published without its end")
	}
	killed.Store(true)
	before := n.provider.Stats().Answered
	if err := n.narrators[1].BringUpToDate(t.Context(), library.Ref{Site: "main", ID: "long"}, 2); err != nil {
		t.Fatal(err)
	}
	if more := n.provider.Stats().Answered - before; before != bought || more != segments-bought {
		t.Errorf("%d segments were bought before and %d after, want %d and %d", before, more, bought, segments-bought)
	}
}
