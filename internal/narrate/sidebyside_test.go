package narrate

import (
	"context"
	"errors"
	"strings"
	"sync"
	"testing"

	"github.com/aloud-audio/aloud/internal/speech"
)

func requestsOf(lengths ...int) []speech.Request {
	var requests []speech.Request
	for _, n := range lengths {
		requests = append(requests, speech.Request{Input: strings.Repeat("a", n)})
	}
	return requests
}

// The longest are begun first, inHand of them wait for each other, and each speech comes with its own index.
func TestSideBySide(t *testing.T) {
	requests := requestsOf(1, 40, 3, 39, 5, 38, 7, 37, 9, 36, 11, 35, 2, 34, 4, 33, 6, 32, 8, 31, 10, 30, 12, 29)
	var mu sync.Mutex
	var begun []int
	full := make(chan struct{})
	speak := func(_ context.Context, req speech.Request) (speech.Speech, error) {
		mu.Lock()
		begun = append(begun, len(req.Input))
		if len(begun) == inHand {
			close(full)
		}
		mu.Unlock()
		<-full
		return speech.Speech{SampleRate: len(req.Input)}, nil
	}
	taken := make([]int, len(requests))
	take := func(index int, s speech.Speech) error {
		taken[index] = s.SampleRate
		return nil
	}
	if err := sideBySide(t.Context(), requests, speak, take); err != nil {
		t.Fatal(err)
	}
	for i, length := range begun[:inHand] {
		if length < 29 {
			t.Errorf("request of %d characters was begun among the first, as number %d", length, i)
		}
	}
	for i, req := range requests {
		if taken[i] != len(req.Input) {
			t.Errorf("request %d got the speech of %d characters, it has %d", i, taken[i], len(req.Input))
		}
	}
}

// After a failure no request is begun, and what was under way is taken.
func TestSideBySideStopsAfterAFailure(t *testing.T) {
	failure := errors.New("no speech")
	var mu sync.Mutex
	begun := 0
	failed := make(chan struct{})
	speak := func(_ context.Context, req speech.Request) (speech.Speech, error) {
		mu.Lock()
		begun++
		first := begun == 1
		mu.Unlock()
		if first {
			defer close(failed)
			return speech.Speech{}, failure
		}
		<-failed
		return speech.Speech{}, nil
	}
	err := sideBySide(t.Context(), requestsOf(make([]int, 1000)...), speak, func(int, speech.Speech) error { return nil })
	if !errors.Is(err, failure) {
		t.Errorf("error is %v", err)
	}
	if begun == 1000 {
		t.Error("all were begun")
	}
}
