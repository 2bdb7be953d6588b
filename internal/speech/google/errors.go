package google

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/googleapis/gax-go/v2"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"github.com/aloud-audio/aloud/internal/speech"
)

// permanent are the answers that the same request will always get, by the meaning that gRPC gives its codes,
// https://grpc.io/docs/guides/status-codes/.
var permanent = []codes.Code{
	codes.InvalidArgument, codes.NotFound, codes.FailedPrecondition, codes.OutOfRange, codes.Unimplemented,
}

// classify makes the service's error one of package speech's. The client's own errors after ctx ended carry no code.
func classify(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return fmt.Errorf("google: %w", context.Cause(ctx))
	}
	answer, _ := status.FromError(err)
	if answer.Code() == codes.DeadlineExceeded { // the server may see ctx's deadline pass first, or have one of its own
		return fmt.Errorf("google: no answer in time: %w: %s", context.DeadlineExceeded, answer.Message())
	}
	if slices.Contains(permanent, answer.Code()) {
		return fmt.Errorf("%w: google: %s: %s", speech.ErrPermanent, answer.Code(), answer.Message())
	}
	return fmt.Errorf("google: %w", err)
}

// retryer repeats a call only while the service is unavailable, and only a little: what is left is for the job's own
// retries. The client's default goes on until the deadline.
type retryer struct {
	gax.Retryer
	left int
}

func newRetryer() gax.Retryer {
	return &retryer{
		left: 2,
		Retryer: gax.OnCodes([]codes.Code{codes.Unavailable}, gax.Backoff{
			Initial:    200 * time.Millisecond,
			Max:        2 * time.Second,
			Multiplier: 3,
		}),
	}
}

// Retry implements gax.Retryer.
func (r *retryer) Retry(err error) (time.Duration, bool) {
	if r.left == 0 {
		return 0, false
	}
	r.left--
	return r.Retryer.Retry(err)
}
