package narrate

import (
	"context"
	"iter"

	"github.com/aloud-audio/aloud/internal/speech"
)

// synthesize is Synthesizer's method.
type synthesize func(context.Context, speech.Request) (speech.Speech, error)

// spoken is what became of one request.
type spoken struct {
	speech speech.Speech
	err    error
}

// inOrder has the requests spoken side by side and yields the speeches in the requests' order, up to the first error.
// No more than inFlight of them are under way or not yet taken. After an error no more are begun, and what is under way
// is awaited: it will be paid for, and kept.
func inOrder(ctx context.Context, requests []speech.Request, synthesize synthesize) iter.Seq2[speech.Speech, error] {
	return func(yield func(speech.Speech, error) bool) {
		results := make(chan chan spoken, inFlight-1) // and the one whose result is awaited below
		stop := make(chan struct{})
		go start(ctx, requests, synthesize, results, stop)
		defer drain(results)
		defer close(stop)
		for result := range results {
			if one := <-result; !yield(one.speech, one.err) || one.err != nil {
				return
			}
		}
	}
}

// start begins a request as soon as there is room for its result among results, until it is stopped or ctx ends.
func start(ctx context.Context, requests []speech.Request, synthesize synthesize, results chan<- chan spoken, stop <-chan struct{}) {
	defer close(results)
	for _, req := range requests {
		result := make(chan spoken, 1)
		select {
		case <-stop:
			return
		default:
		}
		select {
		case results <- result:
		case <-stop:
			return
		case <-ctx.Done():
			return
		}
		go func() {
			speech, err := synthesize(ctx, req)
			result <- spoken{speech: speech, err: err}
		}()
	}
}

// drain waits for what is still under way.
func drain(results <-chan chan spoken) {
	for result := range results {
		<-result
	}
}
