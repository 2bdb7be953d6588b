// Package doctor runs checks of what aloud needs, and has those of the store and of the machine.
//
// A check proves something and says what to do if it fails. It repairs nothing and decides nothing.
// `aloud doctor` prints the list; serve, worker and up run the same list when they start. Whatever
// needs something of its surroundings adds checks to it: the queue's are in worker.
package doctor

import (
	"context"
	"fmt"
	"sync"
	"time"
)

// timeout bounds one check. The store's client gives up on a server that does not answer before
// that.
const timeout = 20 * time.Second

// Status is how a check ended.
type Status string

// The statuses. Warn: aloud works, but not as it should. Fail: some work cannot succeed.
const (
	OK   Status = "ok"
	Warn Status = "warn"
	Fail Status = "fail"
)

// Result of a check.
type Result struct {
	Status Status `json:"status"`
	Detail string `json:"detail"`        // what was found, without secrets
	Fix    string `json:"fix,omitempty"` // what to do; empty if there is nothing to do

	MayPass bool `json:"-"` // the failure may pass by itself, as when a server is away
}

// Check proves one thing.
type Check struct {
	Name     string
	Means    string // what does not work if it is not ok
	Required bool   // no process starts while it fails
	Run      func(ctx context.Context) Result
}

// Report is the result of a check with its name.
type Report struct {
	Name     string `json:"name"`
	Means    string `json:"means,omitempty"` // as of Check; empty if it is ok
	Required bool   `json:"required"`
	Result
}

// Report returns a result as one of the check.
func (c Check) Report(r Result) Report {
	report := Report{Name: c.Name, Required: c.Required, Result: r}
	if r.Status != OK {
		report.Means = c.Means
	}
	return report
}

// Found returns the result of a check that found nothing wrong.
func Found(format string, args ...any) Result {
	return Result{Status: OK, Detail: fmt.Sprintf(format, args...)}
}

// Warned returns a warning.
func Warned(fix, format string, args ...any) Result {
	return Result{Status: Warn, Detail: fmt.Sprintf(format, args...), Fix: fix}
}

// Failed returns a failure.
func Failed(fix, format string, args ...any) Result {
	return Result{Status: Fail, Detail: fmt.Sprintf(format, args...), Fix: fix}
}

// Examine runs all checks at once and returns their results in the order of the checks.
func Examine(ctx context.Context, checks []Check) []Report {
	reports := make([]Report, len(checks))
	var running sync.WaitGroup
	for i, check := range checks {
		running.Go(func() {
			ctx, cancel := context.WithTimeoutCause(ctx, timeout, fmt.Errorf("no answer within %v", timeout))
			defer cancel()
			reports[i] = check.Report(check.Run(ctx))
		})
	}
	running.Wait()
	return reports
}

// Worst returns the worst status of the reports.
func Worst(reports []Report) Status {
	worst := OK
	for _, r := range reports {
		if r.Status == Fail || worst == OK {
			worst = r.Status
		}
	}
	return worst
}
