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
// for the budget, and the archive's do not count as late.
type waiting struct {
	due, late int
	oldest    time.Duration // of what is neither parked nor archive
	by        map[library.Urgency]waitingBy
	announced map[library.Marker]bool // late, and a notice says so
}

// waitingBy counts the articles that wait with one urgency.
type waitingBy struct {
	articles int
	oldest   time.Duration
}

func newWaiting(all []library.DueArticle) waiting {
	w := waiting{due: len(all), by: map[library.Urgency]waitingBy{}, announced: map[library.Marker]bool{}}
	for _, a := range all {
		of := w.by[a.Urgency]
		w.by[a.Urgency] = waitingBy{of.articles + 1, max(of.oldest, time.Since(a.Oldest.At))}
	}
	return w
}

// addAge counts an article that is not parked.
func (s *waiting) addAge(a library.DueArticle) {
	if !a.Urgency.Archive() {
		s.oldest = max(s.oldest, time.Since(a.Oldest.At))
	}
}

func (s *waiting) addLate(a library.DueArticle) {
	s.addAge(a)
	s.late++
	s.announced[a.Oldest] = true
}

// waitingMetrics are of the last sweep of this process; any worker may be the one that sweeps.
type waitingMetrics struct{ due, late, oldest, articles, age *prometheus.GaugeVec }

func newWaitingMetrics(registry prometheus.Registerer) waitingMetrics {
	gauge := func(name, help string, labels ...string) *prometheus.GaugeVec {
		return prometheus.NewGaugeVec(prometheus.GaugeOpts{Name: name, Help: help + ", at this worker's last sweep."}, append([]string{"site"}, labels...))
	}
	m := waitingMetrics{
		due:      gauge("aloud_due_articles", "Articles with unfinished work, parked ones too"),
		late:     gauge("aloud_late_articles", "Articles that wait for longer than their site's limit"),
		oldest:   gauge("aloud_oldest_due_seconds", "How long the oldest unfinished work waits, parked articles and the archive left out"),
		articles: gauge("aloud_waiting_articles", "Articles with unfinished work, by urgency", "urgency"),
		age:      gauge("aloud_waiting_oldest_seconds", "How long the oldest of aloud_waiting_articles waits", "urgency"),
	}
	registry.MustRegister(m.due, m.late, m.oldest, m.articles, m.age)
	return m
}

// name starts the series of a site at zero, and leaves those that have a value.
func (m waitingMetrics) name(site string) {
	m.due.WithLabelValues(site)
	m.late.WithLabelValues(site)
	m.oldest.WithLabelValues(site)
	for _, u := range library.Urgencies {
		m.articles.WithLabelValues(site, u.Name)
		m.age.WithLabelValues(site, u.Name)
	}
}

func (m waitingMetrics) set(site string, s waiting) {
	m.due.WithLabelValues(site).Set(float64(s.due))
	m.late.WithLabelValues(site).Set(float64(s.late))
	m.oldest.WithLabelValues(site).Set(s.oldest.Seconds())
	for _, u := range library.Urgencies {
		m.articles.WithLabelValues(site, u.Name).Set(float64(s.by[u.Urgency].articles))
		m.age.WithLabelValues(site, u.Name).Set(s.by[u.Urgency].oldest.Seconds())
	}
}

// look leaves a notice, once, if an article is late. The archive is not, unless an attempt at it
// failed.
func (u unit) look(ctx context.Context, seen *waiting, a library.DueArticle, t markedTask) error {
	oldest, limit := a.Oldest, u.Late[a.Oldest.Ref.Site]
	if limit == 0 || time.Since(oldest.At) < limit || a.Urgency.Archive() && t.state != retrying {
		seen.addAge(a)
		return nil
	}
	if u.announced[oldest.Ref.Site][oldest] {
		seen.addLate(a)
		return nil
	}
	outcome, err := u.Library.Outcome(ctx, oldest.Ref)
	if err := library.IgnoreUnreadable(err); err != nil {
		return err
	}
	if outcome.State == library.Parked && outcome.Delay == nil {
		return nil
	}
	seen.addLate(a)
	if outcome.Delay != nil && outcome.Delay.Late {
		return nil
	}
	return u.tellLate(ctx, oldest, outcome.Delay)
}

// tellLate leaves the notice, then records that it did.
func (u unit) tellLate(ctx context.Context, oldest library.Marker, delay *library.Delay) error {
	desired, _ := u.Library.Desired(ctx, oldest.Ref) // for the log: what cannot be read is late too
	ctx = u.about(ctx, oldest.Ref, desired)
	late := library.Outcome{Reason: lateReason(oldest.At, delay)}
	if delay != nil {
		late.Revision, late.Attempts = delay.Revision, delay.Attempts
	}
	if err := u.Notices.LeaveLate(ctx, oldest.Ref, late); err != nil {
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

// lateReason says since when an article has waited, and what for.
func lateReason(since time.Time, delay *library.Delay) string {
	waits := "waiting since " + since.UTC().Format(time.RFC3339)
	if delay == nil || delay.Attempts == 0 {
		return waits + "; no attempt has finished yet: check that enough workers are running"
	}
	return fmt.Sprintf("%s; failed attempts: %d, the last because: %s", waits, delay.Attempts, delay.Reason)
}
