package main

import (
	"context"
	"time"

	"github.com/aloud-audio/aloud/internal/figures"
	"github.com/aloud-audio/aloud/worker"
)

// keepEvery is how often a server writes listening figures to the store. A wiped Redis costs those
// since.
const keepEvery = 10 * time.Minute

// keepFigures writes the figures of today and yesterday to the store, until ctx ends, and then once
// more.
func (l *live) keepFigures(ctx context.Context) {
	for ctx.Err() == nil {
		select {
		case <-ctx.Done():
		case <-time.After(keepEvery):
		}
		last, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
		l.now().keepFiguresOnce(last, time.Now())
		cancel()
	}
}

// figures are the counters of listening figures.
func (s *service) figures() *worker.Figures { return worker.NewFigures(s.queue.impatient, s.identity) }

func (s *service) keepFiguresOnce(ctx context.Context, now time.Time) {
	record := figures.Record{Store: s.store}
	for name, site := range s.config.Sites {
		if !site.Player.Events {
			continue
		}
		for _, day := range []figures.Day{figures.DayOf(now.AddDate(0, 0, -1)), figures.DayOf(now)} {
			snapshot, err := s.figures().Snapshot(ctx, name, day)
			if err == nil && snapshot.Name != "" {
				err = record.Keep(ctx, name, day, snapshot)
			}
			if err != nil {
				s.log.WarnContext(ctx, "listening figures are not in the store yet, will try again", "site", name, "day", day, "error", err)
			}
		}
	}
}
