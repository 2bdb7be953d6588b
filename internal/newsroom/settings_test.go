package newsroom

import (
	"context"
	"errors"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aloud-audio/aloud/internal/audio"
	"github.com/aloud-audio/aloud/internal/fleet"
	"github.com/aloud-audio/aloud/internal/library"
)

// fleetOf is a queue whose processes change with time.
type fleetOf struct {
	list
	at func() []fleet.Process
}

func (q *fleetOf) Processes(context.Context) ([]fleet.Process, error) { return q.at(), nil }

func TestAnOrderWaitsForWorkersWithItsSettings(t *testing.T) {
	const own, former = "aaaa", "bbbb"
	began := time.Now()
	worker := func(settings, problem string) fleet.Process {
		return fleet.Process{Kind: "worker", Host: "a", PID: 7, Settings: settings, Since: began, Problem: problem}
	}
	server := fleet.Process{Kind: "serve", Host: "a", PID: 3, Settings: former}
	for _, c := range []struct {
		name  string
		at    func(time.Duration) []fleet.Process
		waits bool
		fails []string
	}{
		{"the same", func(time.Duration) []fleet.Process { return []fleet.Process{worker(own, ""), server} }, false, nil},
		{"no worker", func(time.Duration) []fleet.Process { return []fleet.Process{server} }, false, nil},
		{"a reload", func(d time.Duration) []fleet.Process {
			if d < 30*time.Second {
				return []fleet.Process{worker(former, "")}
			}
			return []fleet.Process{worker(own, "")}
		}, true, nil},
		{"others for good", func(time.Duration) []fleet.Process {
			return []fleet.Process{worker(own, ""), worker(former, "line 3\nis wrong")}
		}, true,
			[]string{"worker a:7 has settings bbbb", "line 3; is wrong", "this command has settings aaaa", "nothing was rendered"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				start, waited := time.Now(), 0
				n := Newsroom{Settings: own, Queue: &fleetOf{at: func() []fleet.Process { return c.at(time.Since(start)) }}}
				err := n.AwaitSettings(t.Context(), func([]fleet.Process, string) { waited++ })
				if (err != nil) != (c.fails != nil) || (waited == 1) != c.waits || waited > 1 {
					t.Errorf("%v, told %d times", err, waited)
				}
				for _, want := range c.fails {
					if !strings.Contains(err.Error(), want) {
						t.Errorf("the error does not say %q: %v", want, err)
					}
				}
			})
		})
	}
}

// A queue that is away is told of by the order itself.
func TestAnOrderDoesNotWaitForAQueueThatIsAway(t *testing.T) {
	n := Newsroom{Settings: "aaaa", Queue: &list{err: errors.New("away"), processes: []fleet.Process{{Kind: "worker"}}}}
	if err := n.AwaitSettings(t.Context(), nil); err != nil {
		t.Error(err)
	}
}

// Workers of a former release tell nothing of themselves: what they rendered is looked at.
func TestATrackOfOtherSettingsIsToldOf(t *testing.T) {
	d := open(t)
	ref := d.publish("ferry", now)
	theirs := library.Narration{Version: 1, Site: "main", ID: "ferry", Sound: "of other settings"}
	if err := d.Library.Publish(t.Context(), ref, library.Narration{}, theirs, library.Track{Files: []audio.File{{Format: audio.MP3}}}); err != nil {
		t.Fatal(err)
	}
	d.conclude(ref, library.Published)
	if err := d.CheckRendered(t.Context(), []library.Ref{ref}); err == nil || !strings.Contains(err.Error(), "different settings") {
		t.Error(err)
	}
}
