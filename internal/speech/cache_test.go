package speech_test

import (
	"context"
	"errors"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aloud-audio/aloud/internal/flac"
	"github.com/aloud-audio/aloud/internal/script/ssml"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/speech/command"
	"github.com/aloud-audio/aloud/internal/store"
)

// provider is espeak-ng with its calls counted and, where answer is set, something else in its
// place.
type provider struct {
	command.EspeakNG
	answer func(context.Context, speech.Call) (speech.Speech, error)
	calls  atomic.Int32
}

func (p *provider) Synthesize(ctx context.Context, req speech.Call) (speech.Speech, error) {
	p.calls.Add(1)
	if p.answer != nil {
		return p.answer(ctx, req)
	}
	return p.EspeakNG.Synthesize(ctx, req)
}

// storage is a folder store whose operations fail while an error is set.
type storage struct {
	*store.Dir
	openError, putError error
}

func (s *storage) Open(ctx context.Context, key string, offset int64) (*store.Object, error) {
	if s.openError != nil {
		return nil, s.openError
	}
	return s.Dir.Open(ctx, key, offset)
}

func (s *storage) Put(ctx context.Context, key string, body []byte, opts store.PutOptions) (string, error) {
	if s.putError != nil {
		return "", s.putError
	}
	return s.Dir.Put(ctx, key, body, opts)
}

func newStorage(t *testing.T) *storage {
	t.Helper()
	dir, err := store.NewDir(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	return &storage{Dir: dir}
}

func ask(t *testing.T, text string) speech.Call {
	t.Helper()
	v, err := command.EspeakNG{}.Voice("en-us", "en")
	if err != nil {
		t.Fatal(err)
	}
	return v.Call(ssml.Text{Spoken: text})
}

func mustSynthesize(t *testing.T, synth speech.Synthesizer, req speech.Call) speech.Speech {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second) // a lease that is not given back is waited for
	defer cancel()
	s, err := synth.Synthesize(ctx, req)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// kept reads what lies in the store for req.
func kept(t *testing.T, s store.Store, req speech.Call) (speech.Speech, error) {
	t.Helper()
	packed, _, err := store.Read(t.Context(), s, "private/speech/"+req.Key())
	if err != nil {
		return speech.Speech{}, err
	}
	sampleRate, samples, err := flac.Decode(packed)
	return speech.Speech{SampleRate: sampleRate, Samples: samples}, err
}

func (p *provider) wantCalls(t *testing.T, want int32) {
	t.Helper()
	if got := p.calls.Load(); got != want {
		t.Errorf("the provider was called %d times, want %d", got, want)
	}
}

func TestCacheBuysOnce(t *testing.T) {
	p, s := &provider{}, newStorage(t)
	req := ask(t, "Good morning.")
	first := mustSynthesize(t, speech.NewCache(p, s, speech.LocalLeases()), req)
	later := speech.NewCache(p, s, speech.LocalLeases()) // after a restart
	second := mustSynthesize(t, later, req)
	if second.SampleRate != first.SampleRate || !slices.Equal(first.Samples, second.Samples) {
		t.Error("the speech from the store differs from what was bought")
	}
	p.wantCalls(t, 1)
	mustSynthesize(t, later, ask(t, "Good evening."))
	p.wantCalls(t, 2)
}

func TestCacheTellsWhatItHad(t *testing.T) {
	var told []string
	cache := speech.NewCache(&provider{}, newStorage(t), speech.LocalLeases())
	cache.OnCached = func(req speech.Call, _ speech.Speech) { told = append(told, req.Input) }
	for _, text := range []string{"One.", "Two.", "One."} {
		mustSynthesize(t, cache, ask(t, text))
	}
	if want := []string{"One."}; !slices.Equal(told, want) {
		t.Errorf("told %q, want %q", told, want)
	}
}

// Two caches with the same leases are two processes.
func TestCacheBuysOnceForAll(t *testing.T) {
	p, s, leases := &provider{}, newStorage(t), speech.LocalLeases()
	var wg sync.WaitGroup
	for range 2 {
		cache := speech.NewCache(p, s, leases)
		for range 8 {
			wg.Go(func() {
				if _, err := cache.Synthesize(t.Context(), ask(t, "Everybody wants this.")); err != nil {
					t.Error(err)
				}
			})
		}
	}
	wg.Wait()
	p.wantCalls(t, 1)
}

func TestCacheWaitsOnlyAsLongAsItsCaller(t *testing.T) {
	leases, req := speech.LocalLeases(), ask(t, "Good morning.")
	p := &provider{}
	release, err := leases(t.Context(), "private/speech/"+req.Key())
	if err != nil {
		t.Fatal(err)
	}
	defer release()
	ctx, cancel := context.WithCancel(t.Context())
	lease := func(ctx context.Context, name string) (func(), error) {
		cancel() // it is being waited for
		return leases(ctx, name)
	}
	if _, err := speech.NewCache(p, newStorage(t), lease).Synthesize(ctx, req); !errors.Is(err, context.Canceled) {
		t.Errorf("error is %v, want context.Canceled", err)
	}
	p.wantCalls(t, 0)
}

func TestCacheKeepsWhatIsPaidForWhenItsCallerLeaves(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	p, s, req := &provider{}, newStorage(t), ask(t, "Good morning.")
	p.answer = func(ctx context.Context, req speech.Call) (speech.Speech, error) {
		defer cancel()
		return p.EspeakNG.Synthesize(ctx, req)
	}
	if _, err := speech.NewCache(p, s, speech.LocalLeases()).Synthesize(ctx, req); err != nil {
		t.Errorf("error is %v", err)
	}
	if _, err := kept(t, s, req); err != nil {
		t.Errorf("what was paid for is lost: %v", err)
	}
}

func TestCacheWhenStorageTakesNothing(t *testing.T) {
	p, s := &provider{}, newStorage(t)
	cache := speech.NewCache(p, s, speech.LocalLeases())
	s.putError = errors.New("disk full")
	for range 3 {
		_, err := cache.Synthesize(t.Context(), ask(t, "Good morning."))
		if !errors.Is(err, s.putError) || errors.Is(err, speech.ErrPermanent) {
			t.Errorf("error is %v, want the storage's", err)
		}
	}
	if _, err := cache.Synthesize(t.Context(), ask(t, "Good evening.")); !errors.Is(err, s.putError) {
		t.Errorf("error is %v, want the storage's", err)
	}
	p.wantCalls(t, 1)

	s.putError = nil
	mustSynthesize(t, cache, ask(t, "Good morning."))
	p.wantCalls(t, 1)
	mustSynthesize(t, cache, ask(t, "Good evening."))
	p.wantCalls(t, 2)
}

func TestCacheTriesToStoreMoreThanOnce(t *testing.T) {
	p, s := &provider{}, newStorage(t)
	flaky := &flakyPuts{storage: s, failures: 2}
	mustSynthesize(t, speech.NewCache(p, flaky, speech.LocalLeases()), ask(t, "Good morning."))
	if _, err := kept(t, s, ask(t, "Good morning.")); err != nil {
		t.Error(err)
	}
}

type flakyPuts struct {
	*storage
	failures int
}

func (f *flakyPuts) Put(ctx context.Context, key string, body []byte, opts store.PutOptions) (string, error) {
	if f.failures > 0 {
		f.failures--
		return "", errors.New("connection reset")
	}
	return f.storage.Put(ctx, key, body, opts)
}

func TestCacheBuysNothingItCouldHave(t *testing.T) {
	p, s := &provider{}, newStorage(t)
	s.openError = errors.New("connection refused")
	if _, err := speech.NewCache(p, s, speech.LocalLeases()).Synthesize(t.Context(), ask(t, "Good morning.")); !errors.Is(err, s.openError) {
		t.Errorf("error is %v, want the storage's", err)
	}
	p.wantCalls(t, 0)
}

func TestCacheReplacesDamagedSpeech(t *testing.T) {
	req := ask(t, "Good morning.")
	key := "private/speech/" + req.Key()
	for name, damage := range map[string]func([]byte) []byte{
		"empty":       func([]byte) []byte { return nil },
		"cut":         func(b []byte) []byte { return b[:len(b)/2] },
		"flipped bit": func(b []byte) []byte { b[len(b)/2] ^= 4; return b },
	} {
		t.Run(name, func(t *testing.T) {
			p, s := &provider{}, newStorage(t)
			cache := speech.NewCache(p, s, speech.LocalLeases())
			want := mustSynthesize(t, cache, req)
			packed, _, err := store.Read(t.Context(), s, key)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := s.Put(t.Context(), key, damage(packed), store.PutOptions{}); err != nil {
				t.Fatal(err)
			}
			mustSynthesize(t, cache, req)
			p.wantCalls(t, 2)
			if got, err := kept(t, s, req); err != nil || !slices.Equal(got.Samples, want.Samples) {
				t.Errorf("the store still has %d samples, error %v", len(got.Samples), err)
			}
		})
	}
}

// A lease may be lost and the same speech bought twice: whichever is stored first stays.
func TestCacheMeetsAnotherWriter(t *testing.T) {
	p, s, req := &provider{}, newStorage(t), ask(t, "Good morning.")
	p.answer = func(ctx context.Context, req speech.Call) (speech.Speech, error) {
		mustSynthesize(t, speech.NewCache(&provider{}, s, speech.LocalLeases()), req)
		return p.EspeakNG.Synthesize(ctx, req)
	}
	mustSynthesize(t, speech.NewCache(p, s, speech.LocalLeases()), req)
	if _, err := kept(t, s, req); err != nil {
		t.Error(err)
	}
}

func TestCacheAfterProvidersError(t *testing.T) {
	p, req := &provider{}, ask(t, "Good morning.")
	p.answer = func(context.Context, speech.Call) (speech.Speech, error) {
		return speech.Speech{}, speech.ErrPermanent
	}
	cache := speech.NewCache(p, newStorage(t), speech.LocalLeases())
	if _, err := cache.Synthesize(t.Context(), req); !errors.Is(err, speech.ErrPermanent) {
		t.Errorf("error is %v, want the provider's", err)
	}
	p.answer = nil
	mustSynthesize(t, cache, req) // the lease was given back
}

// A process that ends stores what it could not store before, and what is being bought meanwhile.
func TestFlushKeepsWhatWasBought(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newStorage(t)
		answer := make(chan struct{})
		p := &provider{answer: func(_ context.Context, call speech.Call) (speech.Speech, error) {
			if call.Input == "Slow." {
				<-answer
			}
			return speech.Speech{SampleRate: 16000, Samples: make([]int16, 160)}, nil
		}}
		cache := speech.NewCache(p, s, speech.LocalLeases())
		asking, leave := context.WithCancel(t.Context())
		go func() { _, _ = cache.Synthesize(asking, ask(t, "Slow.")) }()
		synctest.Wait()
		leave()
		s.putError = errors.New("disk full")
		if _, err := cache.Synthesize(t.Context(), ask(t, "Quick.")); err == nil {
			t.Fatal("it was stored")
		}
		s.putError = nil
		go func() {
			time.Sleep(3 * time.Second)
			close(answer)
		}()
		ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
		defer cancel()
		cache.Flush(ctx)
		if lost := cache.Unsaved(); lost > 0 {
			t.Errorf("%d speeches are lost", lost)
		}
		for _, text := range []string{"Quick.", "Slow."} {
			if _, err := kept(t, s, ask(t, text)); err != nil {
				t.Errorf("%q: %v", text, err)
			}
		}
	})
}

// What the store does not take until the end is told.
func TestFlushTellsWhatIsLost(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newStorage(t)
		cache := speech.NewCache(&provider{answer: func(context.Context, speech.Call) (speech.Speech, error) {
			return speech.Speech{SampleRate: 16000, Samples: make([]int16, 160)}, nil
		}}, s, speech.LocalLeases())
		s.putError = errors.New("disk full")
		_, _ = cache.Synthesize(t.Context(), ask(t, "Good morning."))
		ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
		defer cancel()
		cache.Flush(ctx)
		if lost := cache.Unsaved(); lost != 1 {
			t.Errorf("%d speeches are lost, want 1", lost)
		}
	})
}

// A caller may also leave while the answer is checked: retries give up then, and the speech is paid
// for.
func TestAnAnswerIsKeptWhoseCallerLeavesDuringTheChecks(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	p, s, call := &provider{}, newStorage(t), ask(t, goodMorning)
	provider := speech.WithChecks(p, speech.Checks{OnAnswer: func(speech.Call, string, time.Duration) { cancel() }})
	cache := speech.Guards{Store: s, Lease: speech.LocalLeases()}.Around(provider, nil)
	if _, err := cache.Synthesize(ctx, call); !errors.Is(err, context.Canceled) {
		t.Errorf("error is %v, want context.Canceled", err)
	}
	if _, err := kept(t, s, call); err != nil {
		t.Errorf("what was paid for is lost: %v", err)
	}
	p.wantCalls(t, 1)
}
