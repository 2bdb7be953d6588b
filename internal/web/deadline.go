package web

import (
	"context"
	"fmt"
	"time"
)

// patiently returns what f returns, or an error after the first timeout. f goes on until the
// second.
func patiently(ctx context.Context, first, second time.Duration, f func(context.Context) error) error {
	return within(ctx, first, func(context.Context) error {
		ctx, cancel := context.WithTimeout(ctx, second)
		defer cancel()
		return f(ctx)
	})
}

// within returns what f returns, or an error after the timeout, even if f ignores its context.
func within(ctx context.Context, timeout time.Duration, f func(context.Context) error) error {
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	done := make(chan error, 1)
	go func() { done <- f(ctx) }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
		return fmt.Errorf("no answer after %s: %w", timeout, ctx.Err())
	}
}
