package retention_test

import (
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/store"
)

// Passes are due once a day, whoever makes them, and more often where something is kept for less.
func TestRun(t *testing.T) {
	for _, c := range []struct {
		name      string
		retention time.Duration
		next      time.Duration // of a pass that takes no time
	}{{"a month", 30 * day, day}, {"nothing is kept", 0, time.Minute}} {
		t.Run(c.name, func(t *testing.T) {
			n := open(t)
			site := n.Narrator.Sites["main"]
			site.Retention = c.retention
			n.Narrator.Sites["main"] = site
			now := time.Now()
			n.Now = func() time.Time { return now }
			n.publish("ferry", "The ferry runs.")
			n.remove("ferry")
			if next := n.Run(t.Context()); next != c.next {
				t.Errorf("next in %s", next)
			}
			left := n.count("private/speech/")
			now = now.Add(c.next - time.Second)
			n.publish("harbour", "The harbour sleeps.")
			n.remove("harbour")
			if next := n.Run(t.Context()); next != time.Second || n.count("private/speech/") != left+1 {
				t.Errorf("a pass ahead of its time: next in %s", next)
			}
			now = now.Add(time.Second)
			n.Run(t.Context())
			if c.retention == 0 {
				n.expect(0)
			}
		})
	}
}

func TestRunGoesOnAfterDamage(t *testing.T) {
	n := open(t)
	_, err := n.store.Put(t.Context(), "private/retention.json", []byte("{"), store.PutOptions{})
	must(t, err)
	if next := n.Run(t.Context()); next < 23*time.Hour || next > day {
		t.Errorf("next in %s", next)
	}
}
