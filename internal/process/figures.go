package process

import (
	"context"
	"time"

	"github.com/aloud-audio/aloud/internal/figures"
	"github.com/aloud-audio/aloud/worker"
)

// keepEvery is how often a server writes listening figures to the store. A wiped Redis loses those
// since.
const keepEvery = 10 * time.Minute

// figures are the counters of listening figures.
func (p *process) figures() *worker.Figures { return worker.NewFigures(p.queue.impatient, p.identity) }

// keepFigures writes the figures of today and yesterday to the store, until ctx ends, and then once
// more.
func (p *process) keepFigures(ctx context.Context) {
	for ctx.Err() == nil {
		select {
		case <-ctx.Done():
		case <-time.After(keepEvery):
		}
		last, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
		p.keepFiguresOnce(last, time.Now())
		cancel()
	}
}

func (p *process) keepFiguresOnce(ctx context.Context, now time.Time) {
	e := p.current()
	record := figures.Record{Store: e.Store}
	for name, site := range e.Config.Sites {
		if !site.Player.Events {
			continue
		}
		for _, day := range []figures.Day{figures.DayOf(now.AddDate(0, 0, -1)), figures.DayOf(now)} {
			snapshot, err := p.figures().Snapshot(ctx, name, day)
			if err == nil && snapshot.Name != "" {
				err = record.Keep(ctx, name, day, snapshot)
			}
			if err != nil {
				p.Log.WarnContext(ctx, "listening figures are not in the store yet, will retry", "site", name, "day", day, "error", err)
			}
		}
	}
}
