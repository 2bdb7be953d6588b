package google

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"github.com/aloud-audio/aloud/internal/script/ssml"
	"github.com/aloud-audio/aloud/internal/speech"
)

// Errors are classified by the meaning of their gRPC codes,
// https://grpc.io/docs/guides/status-codes/.
var (
	// permanent are the codes that the same request will always get.
	permanent = []codes.Code{codes.InvalidArgument, codes.NotFound, codes.FailedPrecondition, codes.OutOfRange, codes.Unimplemented}

	// unavailable are the codes that any request would get now.
	unavailable = []codes.Code{codes.Unavailable, codes.PermissionDenied, codes.Unauthenticated}
)

// sentenceRefusals are phrases in Google's errors about long sentences. They are undocumented, and
// the rest of the text changes from year to year.
var sentenceRefusals = []string{"sentences that are too long", "Input size limit exceeded for Studio Voice"}

// markupRefusals are words in errors about markup or pronunciations.
var markupRefusals = []string{"ssml", "markup", "pronunciation", "phonetic", "phoneme", "<mark>"}

// classify converts the service's error into one of package speech's, by its code and its text. The
// client's own errors after ctx has ended carry no code.
func classify(ctx context.Context, req speech.Request, err error) error {
	if ctx.Err() != nil {
		return fmt.Errorf("google: %w", context.Cause(ctx))
	}
	answer, _ := status.FromError(err)
	code, says := answer.Code(), answer.Message()
	switch {
	case containsAny(says, sentenceRefusals):
		return fmt.Errorf("%w: google: %s: %s", speech.ErrSentenceTooLong, code, says)
	case code == codes.InvalidArgument && markedUp(req) && refusesMarkup(says):
		return fmt.Errorf("%w: google: %s: %s", speech.ErrMarkup, code, says)
	case slices.Contains(permanent, code):
		return speech.Permanent(fmt.Errorf("google: %s: %s", code, says))
	case code == codes.ResourceExhausted:
		return &speech.Busy{After: retryAfter(answer), Err: fmt.Errorf("google: %w", err)}
	case slices.Contains(unavailable, code):
		return fmt.Errorf("%w: google: %w", speech.ErrUnavailable, err)
	case code == codes.DeadlineExceeded: // the server may hit ctx's deadline first, or its own
		return fmt.Errorf("google: no answer in time: %w: %s", context.DeadlineExceeded, says)
	}
	return fmt.Errorf("google: %w", err)
}

// markedUp reports whether a request contains anything besides words.
func markedUp(req speech.Request) bool {
	return req.Kind != ssml.KindText || len(req.Pronunciations) > 0
}

// refusesMarkup reports whether an error is about markup. Errors about the length also name the
// kind of input, and do not count.
func refusesMarkup(says string) bool {
	return containsAny(strings.ToLower(says), markupRefusals) && !strings.Contains(says, "longer than the limit")
}

func containsAny(s string, parts []string) bool {
	return slices.ContainsFunc(parts, func(part string) bool { return strings.Contains(s, part) })
}

// retryAfter returns the delay that the answer asks for; 0 if it names none. Whether Google ever
// sends it is not verified.
func retryAfter(answer *status.Status) time.Duration {
	for _, detail := range answer.Details() {
		if info, ok := detail.(*errdetails.RetryInfo); ok {
			return max(0, info.GetRetryDelay().AsDuration())
		}
	}
	return 0
}
