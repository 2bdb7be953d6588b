package worker_test

import (
	"context"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/redis/go-redis/v9"

	"github.com/aloud-audio/aloud/internal/hearing"
	"github.com/aloud-audio/aloud/internal/script/ssml"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/speech/command"
	"github.com/aloud-audio/aloud/internal/spend"
	"github.com/aloud-audio/aloud/internal/store"
	"github.com/aloud-audio/aloud/worker"
	"github.com/aloud-audio/aloud/worker/redistest"
)

// Redis hangs from the moment when a provider answers until the speech is stored. So a worker that
// is killed in that time has lost none. The provider charges for fewer characters than were
// reserved, so that the budget has to be corrected in Redis.
func TestAnAnswerIsStoredBeforeRedisIsAsked(t *testing.T) {
	server := redistest.Start(t)
	steps := &steps{thaw: server.Thaw}
	rdb := server.Client()
	rdb.AddHook(steps)
	folder, err := store.NewDir(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	st := watchedStore{folder, steps}
	budgets := map[string]spend.Budget{"main": {Day: spend.Limit{Characters: 1000}}}
	guards := speech.Guards{
		Ledger: spend.NewLedger(st, worker.NewCounters(rdb, identity), budgets, time.Now),
		Store:  st, Lease: worker.NewLeases(rdb, identity).Wait,
	}
	provider := speech.WithChecks(hangingRedis{server, steps}, speech.Checks{Ear: hearing.NewEar(st)})
	voice, err := command.EspeakNG{}.Voice("en-us", "en")
	if err != nil {
		t.Fatal(err)
	}
	call := voice.Call(ssml.Text{Spoken: "The council has approved the budget of the coming year."})
	call.Payer = speech.Payer{Site: "main", Article: "a"}
	if _, err := guards.Around(provider, nil).Synthesize(t.Context(), call); err != nil {
		t.Fatal(err)
	}
	if want := []string{"answer", "speech", "hearing", "redis"}; !slices.Equal(steps.seen, want) {
		t.Errorf("after the answer came %q, want %q", steps.seen, want)
	}
}

// hangingRedis is a provider with whose answer Redis stops answering.
type hangingRedis struct {
	redis *redistest.Server
	steps *steps
}

func (h hangingRedis) Voice(name, language string) (speech.Voice, error) {
	return command.EspeakNG{}.Voice(name, language)
}

func (h hangingRedis) Voices(ctx context.Context) ([]speech.Voice, error) {
	return command.EspeakNG{}.Voices(ctx)
}

func (h hangingRedis) Synthesize(ctx context.Context, call speech.Call) (speech.Speech, error) {
	said, err := command.EspeakNG{}.Synthesize(ctx, call)
	said.Charged = call.Billed - 1
	h.redis.Freeze()
	h.steps.add("answer")
	return said, err
}

// steps are what happens after the answer, each kind once. Redis may answer again at the second.
type steps struct {
	thaw func()

	mu   sync.Mutex
	seen []string
}

func (s *steps) add(step string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if step != "answer" && len(s.seen) == 0 || slices.Contains(s.seen, step) {
		return
	}
	if s.seen = append(s.seen, step); len(s.seen) == 2 {
		s.thaw()
	}
}

// DialHook implements redis.Hook.
func (s *steps) DialHook(next redis.DialHook) redis.DialHook { return next }

// ProcessHook implements redis.Hook.
func (s *steps) ProcessHook(next redis.ProcessHook) redis.ProcessHook {
	return func(ctx context.Context, command redis.Cmder) error {
		s.add("redis")
		return next(ctx, command)
	}
}

// ProcessPipelineHook implements redis.Hook.
func (s *steps) ProcessPipelineHook(next redis.ProcessPipelineHook) redis.ProcessPipelineHook {
	return next
}

// watchedStore tells of the speech and the history of a voice that are stored.
type watchedStore struct {
	*store.Dir
	steps *steps
}

func (w watchedStore) Put(ctx context.Context, key string, body []byte, opts store.PutOptions) (string, error) {
	etag, err := w.Dir.Put(ctx, key, body, opts)
	switch {
	case strings.HasPrefix(key, speech.StoredPrefix):
		w.steps.add("speech")
	case strings.HasPrefix(key, hearing.Prefix):
		w.steps.add("hearing")
	}
	return etag, err
}
