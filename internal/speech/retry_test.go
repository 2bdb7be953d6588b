package speech_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aloud-audio/aloud/internal/speech"
)

// answers is a provider that gives one answer after the other, and the last one again.
func answers(errs ...error) *provider {
	p := &provider{}
	p.answer = func(context.Context, speech.Call) (speech.Speech, error) {
		err := errs[min(int(p.calls.Load()), len(errs))-1]
		if err != nil {
			return speech.Speech{}, err
		}
		return speech.Speech{SampleRate: 22050, Samples: []int16{1}}, nil
	}
	return p
}

var (
	errHiccup = errors.New("hiccup")
	errBad    = fmt.Errorf("%w: silence", speech.ErrBadAudio)

	errBrokenOff = speech.Charged(errors.New("the answer broke off"))
)

func TestRetry(t *testing.T) {
	busy := &speech.Busy{Err: errHiccup}
	asked := &speech.Busy{After: 40 * time.Second, Err: errHiccup}
	for name, test := range map[string]struct {
		errs     []error
		calls    int32
		least    time.Duration // that it takes
		most     time.Duration
		want     error
		unwanted error
	}{
		"at once":                 {[]error{nil}, 1, 0, 0, nil, nil},
		"a fault that passes":     {[]error{errHiccup, errHiccup, nil}, 3, 1500 * time.Millisecond, 1800 * time.Millisecond, nil, nil},
		"a fault that stays":      {[]error{errHiccup}, 5, 7500 * time.Millisecond, 9 * time.Second, speech.ErrUnavailable, speech.ErrPermanent},
		"busy, no hint":           {[]error{busy, nil}, 2, 5 * time.Second, 6 * time.Second, nil, nil},
		"busy, a hint":            {[]error{asked, nil}, 2, 40 * time.Second, 48 * time.Second, nil, nil},
		"no good once":            {[]error{errBad, nil}, 2, 0, time.Second, nil, nil},
		"no good, fault, no good": {[]error{errBad, errHiccup, errBad, nil}, 3, 0, 3 * time.Second, speech.ErrBadAudio, speech.ErrUnavailable},
		"broken off twice":        {[]error{errBrokenOff, errBrokenOff, nil}, 2, 0, time.Second, speech.ErrUnavailable, speech.ErrPermanent},
		"permanent":               {[]error{speech.ErrPermanent}, 1, 0, 0, speech.ErrPermanent, nil},
		"sentence too long":       {[]error{speech.ErrSentenceTooLong}, 1, 0, 0, speech.ErrSentenceTooLong, nil},
		"over budget":             {[]error{&speech.OverBudget{}}, 1, 0, 0, nil, nil},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				p, start := answers(test.errs...), time.Now()
				_, err := speech.NewRetry(p).Synthesize(t.Context(), speech.Call{})
				if last := test.errs[min(int(p.calls.Load()), len(test.errs))-1]; (err == nil) != (last == nil) || last != nil && !errors.Is(err, last) {
					t.Errorf("error is %v, want the last answer's, %v", err, last)
				}
				if test.want != nil && !errors.Is(err, test.want) || test.unwanted != nil && errors.Is(err, test.unwanted) {
					t.Errorf("error is %v, want %v and not %v", err, test.want, test.unwanted)
				}
				if p.calls.Load() != test.calls {
					t.Errorf("%d calls, want %d", p.calls.Load(), test.calls)
				}
				if took := time.Since(start); took < test.least || took > test.most {
					t.Errorf("it took %v, want from %v to %v", took, test.least, test.most)
				}
			})
		})
	}
}

func TestRetryEndsWithItsContext(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := answers(&speech.Busy{After: time.Minute, Err: errHiccup})
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		_, err := speech.NewRetry(p).Synthesize(ctx, speech.Call{})
		if !errors.Is(err, context.DeadlineExceeded) || errors.Is(err, speech.ErrUnavailable) || p.calls.Load() != 1 {
			t.Errorf("%d calls, error %v; want 1 and the context's", p.calls.Load(), err)
		}
	})
}

func TestBreaker(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := answers(errHiccup)
		breaker := speech.NewBreaker(p)
		try := func() error {
			_, err := breaker.Synthesize(t.Context(), speech.Call{Request: speech.Request{Provider: "espeak-ng"}})
			return err
		}
		for range 10 {
			if err := try(); !errors.Is(err, errHiccup) {
				t.Fatalf("error is %v before the breaker opens", err)
			}
		}
		if err := try(); !errors.Is(err, speech.ErrUnavailable) || p.calls.Load() != 10 {
			t.Errorf("%d calls, error %v; want 10 and that it is unavailable", p.calls.Load(), err)
		}
		if _, err := speech.NewRetry(breaker).Synthesize(t.Context(), speech.Call{}); !errors.Is(err, speech.ErrUnavailable) || p.calls.Load() != 10 {
			t.Errorf("%d calls, error %v; an open breaker is not asked again", p.calls.Load(), err)
		}
		time.Sleep(31 * time.Second)
		p.answer = nil
		p.answer = func(context.Context, speech.Call) (speech.Speech, error) { return speech.Speech{}, nil }
		for range 3 {
			if err := try(); err != nil {
				t.Errorf("after half a minute, of a provider that works again: %v", err)
			}
		}
	})
}

// The provider works: what it refuses is the request's fault, and its quota is for the rate limit
// to keep.
func TestBreakerStaysClosed(t *testing.T) {
	for name, err := range map[string]error{
		"permanent": speech.ErrPermanent, "busy": &speech.Busy{Err: errHiccup}, "over budget": &speech.OverBudget{}, "cancelled": context.Canceled,
	} {
		t.Run(name, func(t *testing.T) {
			p := answers(err)
			breaker := speech.NewBreaker(p)
			for range 50 {
				_, _ = breaker.Synthesize(t.Context(), speech.Call{})
			}
			if p.calls.Load() != 50 {
				t.Errorf("%d of 50 calls went through", p.calls.Load())
			}
		})
	}
}

// At two errors and two answers that are no good in a hundred it stays closed.
func TestBreakerStandsTheUsualErrors(t *testing.T) {
	p := &provider{}
	p.answer = func(context.Context, speech.Call) (speech.Speech, error) {
		switch p.calls.Load() % 50 {
		case 0:
			return speech.Speech{}, errHiccup
		case 1:
			return speech.Speech{}, errBad
		}
		return speech.Speech{}, nil
	}
	breaker := speech.NewBreaker(p)
	for range 1000 {
		if _, err := breaker.Synthesize(t.Context(), speech.Call{}); errors.Is(err, speech.ErrUnavailable) {
			t.Fatal("it opened")
		}
	}
}

// Of eight requests at once after the pause one tries, and all are answered when it is.
func TestAHalfOpenBreakerHoldsTheOthers(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := answers(errHiccup)
		breaker := speech.NewBreaker(p)
		for range 11 {
			_, _ = breaker.Synthesize(t.Context(), speech.Call{})
		}
		_, err := breaker.Synthesize(t.Context(), speech.Call{})
		if !errors.Is(err, speech.ErrUnavailable) || !strings.Contains(err.Error(), errHiccup.Error()) {
			t.Errorf("error is %v, want one that tells the provider's last", err)
		}
		p.answer = func(context.Context, speech.Call) (speech.Speech, error) {
			time.Sleep(time.Second)
			return speech.Speech{}, nil
		}
		time.Sleep(31 * time.Second)
		var asking sync.WaitGroup
		for range 8 {
			asking.Go(func() {
				if _, err := breaker.Synthesize(t.Context(), speech.Call{}); err != nil {
					t.Error(err)
				}
			})
		}
		asking.Wait()
	})
}

// An open circuit calls nobody: whatever its provider's last error was, nothing is charged, and no
// article is to blame for it.
func TestAnOpenBreakerChargesNothing(t *testing.T) {
	for name, last := range map[string]error{
		"silence": speech.Charged(errBad), "no answer": fmt.Errorf("google: %w", context.DeadlineExceeded), "broken off": errBrokenOff,
	} {
		t.Run(name, func(t *testing.T) {
			p, l := answers(last), &ledger{}
			budget := speech.Budget{Synthesizer: speech.NewBreaker(p), Ledger: l}
			var err error
			for range 50 {
				_, err = budget.Synthesize(t.Context(), speech.Call{})
			}
			charged := 0
			for _, settled := range l.settled {
				if settled {
					charged++
				}
			}
			if charged != 10 || p.calls.Load() != 10 || len(l.settled) != 50 {
				t.Errorf("%d of %d purchases were charged for %d calls", charged, len(l.settled), p.calls.Load())
			}
			if !errors.Is(err, speech.ErrUnavailable) || errors.Is(err, last) || errors.Is(err, speech.ErrBadAudio) || !strings.Contains(err.Error(), last.Error()) {
				t.Errorf("error is %v, want that the provider is unavailable, and the last error in words", err)
			}
		})
	}
}

// Redis that is away is no fault of the provider's.
func TestOwnTroubleIsNotTheProviders(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := answers(nil)
		broken := func(context.Context, string, int, int, int) (time.Duration, error) { return 0, errHiccup }
		breaker := speech.NewBreaker(p)
		limited := speech.RateLimit{Synthesizer: breaker, Quotas: speech.Quotas{":": {Requests: 1}}, Limiter: broken}
		for range 30 {
			if _, err := speech.NewRetry(limited).Synthesize(t.Context(), speech.Call{}); !errors.Is(err, errHiccup) || errors.Is(err, speech.ErrUnavailable) {
				t.Fatalf("error is %v", err)
			}
		}
		if _, err := breaker.Synthesize(t.Context(), speech.Call{}); err != nil {
			t.Errorf("the provider is left alone: %v", err)
		}
	})
}

func TestRetryDoesNotWaitForALongHint(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := answers(&speech.Busy{After: time.Hour, Err: errHiccup})
		if _, err := speech.NewRetry(p).Synthesize(t.Context(), speech.Call{}); !errors.Is(err, speech.ErrUnavailable) || p.calls.Load() != 1 {
			t.Errorf("%d calls, error %v", p.calls.Load(), err)
		}
	})
}
