package worker

import (
	"context"
	"fmt"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/logging"
)

// waiting is what a sweep saw of a site's articles with unfinished work. Parked ones, which wait
// for the budget, and bulk renders do not count as late.
type waiting struct {
	due, late int
	oldest    time.Duration
	announced map[library.Marker]bool // late, and a notice says so
}

func (s *waiting) add(age time.Duration) { s.oldest = max(s.oldest, age) }

func (s *waiting) addLate(age time.Duration, oldest library.Marker) {
	s.add(age)
	s.late++
	s.announced[oldest] = true
}

// waitingMetrics are of the last sweep of this process; any worker may be the one that sweeps.
type waitingMetrics struct{ due, late, oldest *prometheus.GaugeVec }

func newWaitingMetrics(registry prometheus.Registerer) waitingMetrics {
	gauge := func(name, help string) *prometheus.GaugeVec {
		return prometheus.NewGaugeVec(prometheus.GaugeOpts{Name: name, Help: help}, []string{"site"})
	}
	m := waitingMetrics{
		due:    gauge("aloud_due_articles", "Articles with unfinished work, parked ones too, at this worker's last sweep."),
		late:   gauge("aloud_late_articles", "Articles that wait for longer than their site's limit, at this worker's last sweep."),
		oldest: gauge("aloud_oldest_due_seconds", "How long the oldest unfinished work waits, parked articles and bulk renders left out, at this worker's last sweep."),
	}
	registry.MustRegister(m.due, m.late, m.oldest)
	return m
}

func (m waitingMetrics) set(site string, s waiting) {
	m.due.WithLabelValues(site).Set(float64(s.due))
	m.late.WithLabelValues(site).Set(float64(s.late))
	m.oldest.WithLabelValues(site).Set(s.oldest.Seconds())
}

// look counts an article by its oldest marker, and leaves a notice, once, if it is late.
func (u unit) look(ctx context.Context, seen *waiting, oldest library.Marker) error {
	seen.due++
	age, limit := time.Since(oldest.At), u.Late[oldest.Ref.Site]
	if limit == 0 || age < limit {
		seen.add(age)
		return nil
	}
	if u.announced[oldest.Ref.Site][oldest] {
		seen.addLate(age, oldest)
		return nil
	}
	if u.client.waitsInBulk(ctx, oldest.Ref) {
		return nil
	}
	outcome, err := u.Library.Outcome(ctx, oldest.Ref)
	if err := library.IgnoreUnreadable(err); err != nil {
		return err
	}
	if outcome.State == library.Parked && outcome.Delay == nil {
		return nil
	}
	seen.addLate(age, oldest)
	if outcome.Delay != nil && outcome.Delay.Late {
		return nil
	}
	return u.tellLate(ctx, oldest, outcome.Delay)
}

// tellLate leaves the notice, then records that it did.
func (u unit) tellLate(ctx context.Context, oldest library.Marker, delay *library.Delay) error {
	ctx = logging.For(logging.Into(ctx, u.opts.Log), oldest.Ref.Site, oldest.Ref.ID)
	late := library.Outcome{State: library.Late, Reason: lateReason(oldest.At, delay)}
	if delay != nil {
		late.Revision, late.Attempts = delay.Revision, delay.Attempts
	}
	if err := u.Notices.Leave(ctx, oldest.Ref, late); err != nil {
		return err
	}
	logging.From(ctx).Warn("article is late", "since", oldest.At.UTC(), "reason", late.Reason)
	u.enqueueNotices(ctx, oldest.Ref)
	return u.Library.Postpone(ctx, oldest.Ref, func(before *library.Delay) library.Delay {
		announced := library.Delay{}
		if before != nil {
			announced = *before
		}
		announced.Late = true
		return announced
	})
}

// lateReason says since when an article waits, and what for.
func lateReason(since time.Time, delay *library.Delay) string {
	waits := "it waits since " + since.UTC().Format(time.RFC3339)
	if delay == nil || delay.Attempts == 0 {
		return waits + ", and no attempt has ended: are there enough workers?"
	}
	return fmt.Sprintf("%s; failed attempts: %d, the last because: %s", waits, delay.Attempts, delay.Reason)
}
