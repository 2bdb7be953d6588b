package polly

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws/retry"
	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/aws-sdk-go-v2/service/polly/types"

	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/speech/httpapi"
)

// classify converts the service's error into one of package speech's. Polly throttles with status
// 400, so the code takes precedence over the status:
// https://docs.aws.amazon.com/polly/latest/dg/API_SynthesizeSpeech.html#API_SynthesizeSpeech_Errors.
func classify(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return fmt.Errorf("polly: %w", context.Cause(ctx))
	}
	var coded interface{ ErrorCode() string }
	var answer *awshttp.ResponseError
	if !errors.As(err, &coded) || !errors.As(err, &answer) {
		return fmt.Errorf("%w: polly cannot be reached: %w (is ALOUD_POLLY_ENDPOINT right? Credentials are found as AWS tools find them: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, a profile or a role)",
			speech.ErrUnavailable, err)
	}
	if _, throttled := retry.DefaultThrottleErrorCodes[coded.ErrorCode()]; throttled || answer.HTTPStatusCode() == http.StatusTooManyRequests {
		return &speech.Busy{After: httpapi.RetryAfter(answer.Response.Header, time.Now()), Err: fmt.Errorf("polly: %w", err)}
	}
	return byStatus(answer.HTTPStatusCode(), fmt.Errorf("polly: %w", err))
}

// byStatus classifies an error other than throttling. After a plain 500 a retry may succeed.
func byStatus(status int, err error) error {
	var invalid *types.InvalidSsmlException
	switch {
	case errors.As(err, &invalid):
		return fmt.Errorf("%w: %w", speech.ErrMarkup, err)
	case status == http.StatusUnauthorized, status == http.StatusForbidden, status > http.StatusInternalServerError:
		return fmt.Errorf("%w: %w", speech.ErrUnavailable, err)
	case status == http.StatusInternalServerError:
		return err
	}
	return speech.Permanent(err)
}

// classifyBroken classifies an error that truncated the audio.
func classifyBroken(ctx context.Context, bytes int, err error) error {
	if ctx.Err() != nil {
		return fmt.Errorf("polly: %w", context.Cause(ctx))
	}
	return speech.Charged(fmt.Errorf("polly: the answer broke off after %d bytes: %w", bytes, err))
}
