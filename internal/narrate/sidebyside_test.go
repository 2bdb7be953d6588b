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

// The longest are begun first, inHand of them wait for each other, and each is spoken once.
func TestSideBySide(t *testing.T) {
	requests := requestsOf(1, 40, 3, 39, 5, 38, 7, 37, 9, 36, 11, 35, 2, 34, 4, 33, 6, 32, 8, 31, 10, 30, 12, 29)
	var mu sync.Mutex
	var begun []int
	full := make(chan struct{})
	taken := make([]int, len(requests))
	say := func(_ context.Context, index int) error {
		mu.Lock()
		begun = append(begun, len(requests[index].Input))
		if len(begun) == inHand {
			close(full)
		}
		mu.Unlock()
		<-full
		taken[index]++
		return nil
	}
	if err := sideBySide(t.Context(), longestFirst(requests), say); err != nil {
		t.Fatal(err)
	}
	for i, length := range begun[:inHand] {
		if length < 29 {
			t.Errorf("request of %d characters was begun among the first, as number %d", length, i)
		}
	}
	for i, n := range taken {
		if n != 1 {
			t.Errorf("request %d was spoken %d times", i, n)
		}
	}
}

// After a failure no request is begun, and what was under way is taken.
func TestSideBySideStopsAfterAFailure(t *testing.T) {
	failure := errors.New("no speech")
	var mu sync.Mutex
	begun := 0
	failed := make(chan struct{})
	say := func(context.Context, int) error {
		mu.Lock()
		begun++
		first := begun == 1
		mu.Unlock()
		if first {
			defer close(failed)
			return failure
		}
		<-failed
		return nil
	}
	err := sideBySide(t.Context(), longestFirst(requestsOf(make([]int, 1000)...)), say)
	if !errors.Is(err, failure) {
		t.Errorf("error is %v", err)
	}
	if begun == 1000 {
		t.Error("all were begun")
	}
}
