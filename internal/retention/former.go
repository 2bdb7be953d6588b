package retention

import (
	"context"
	"time"
)

// The release before 1.0 recorded no uses of speech. Delete this file, and marks.unrecorded, when
// no track of that release is public any more: no sooner than one release after 1.0.

// markUnrecorded finds out what speech the public tracks use that have no record. If the settings
// are still those of the track, its speech is that of today's plan; it is recorded then.
func (c *Collector) markUnrecorded(ctx context.Context, m *marks) error {
	for ref, renders := range m.public {
		for render, written := range renders {
			if ref == m.erasing {
				continue
			}
			keys, err := c.Narrator.SpeechOf(ctx, ref, render)
			if err != nil {
				return err
			}
			if keys == nil {
				m.unrecorded = later(m.unrecorded, written)
				continue
			}
			if err := c.Library.Use(ctx, ref, render, keys); err != nil {
				return err
			}
			m.name(keys)
		}
	}
	return nil
}

func later(a, b time.Time) time.Time {
	if a.Before(b) {
		return b
	}
	return a
}
