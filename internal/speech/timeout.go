package speech

import (
	"context"
	"fmt"
	"time"
)

// WithTimeout returns a context for one request to a provider. If it ends because the answer takes
// longer, its cause says so.
func WithTimeout(ctx context.Context, d time.Duration) (context.Context, context.CancelFunc) {
	return context.WithTimeoutCause(ctx, d, fmt.Errorf("no answer in time (%v): %w", d, context.DeadlineExceeded))
}
