package web

import (
	"context"
	"fmt"
	"time"
)

// patiently returns what f returns, or an error when ctx ends. f goes on until its own timeout.
func patiently(ctx context.Context, timeout time.Duration, f func(context.Context) error) error {
	return until(ctx, func(ctx context.Context) error {
		ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), timeout)
		defer cancel()
		return f(ctx)
	})
}

// within returns what f returns, or an error after the timeout, even if f ignores its context.
func within(ctx context.Context, timeout time.Duration, f func(context.Context) error) error {
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	return until(ctx, f)
}

// until returns what f returns, or an error when ctx ends, even if f ignores it.
func until(ctx context.Context, f func(context.Context) error) error {
	began := time.Now()
	done := make(chan error, 1)
	go func() { done <- f(ctx) }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
		return fmt.Errorf("no answer after %s: %w", time.Since(began).Round(time.Millisecond), ctx.Err())
	}
}
