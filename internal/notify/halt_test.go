package notify

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/library"
)

// Whoever is told of failures is told that a source's passes stop, once for each time.
func TestANoticeOfASourceThatStops(t *testing.T) {
	in, other := openInbox(t), openInbox(t)
	n := open(t, in.receiver(t), other.receiver(t, "removed"))
	report := library.SourceReport{Source: "ghost", At: time.Now(), Halted: "9 of 20 would be taken down"}
	for range 2 {
		if err := n.LeaveHalt(t.Context(), "main", report); err != nil {
			t.Fatal(err)
		}
	}
	var waiting []Waiting
	for w, err := range n.AllWaiting(t.Context(), "main") {
		if err != nil {
			t.Fatal(err)
		}
		waiting = append(waiting, w)
	}
	if len(waiting) == 0 {
		t.Fatal("nothing waits")
	}
	if _, err := n.Deliver(t.Context(), waiting[0].Ref); err != nil {
		t.Fatal(err)
	}
	got := in.arrived()
	if len(got) != 1 || len(other.arrived()) != 0 {
		t.Fatalf("%d notices, and %d for a receiver of removals", len(got), len(other.arrived()))
	}
	var m haltMessage
	if err := json.Unmarshal([]byte(got[0].body), &m); err != nil || m.Type != "source.halted" || m.Data != (haltData{"main", "ghost", report.Halted}) {
		t.Errorf("%v in %s", err, got[0].body)
	}
}
