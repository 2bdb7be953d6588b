package notify

import (
	"fmt"
	"net/http"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/store"
)

func TestAReceiverThatWasDownGetsAllInOrder(t *testing.T) {
	in := openInbox(t)
	n := open(t, in.receiver(t))
	in.answer(http.StatusBadGateway)
	n.conclude(failed("r1", "x"))
	d := n.deliver()
	if d.Failed != 1 || d.Again <= 0 || d.Again > firstRetry {
		t.Errorf("%+v", d)
	}
	if got := n.deliver(); got.Failed != 0 || got.Again != d.Again || len(in.arrived()) != 1 {
		t.Errorf("tried again before its time: %+v", got)
	}
	n.conclude(published("r2"))
	n.deliver()
	if got := in.arrived(); len(got) != 1 || got[0].Type != "article.failed" {
		t.Errorf("news is a reason to look again, with the oldest first: %+v", got)
	}
	if got := n.deliver(); got.Failed != 0 || len(in.arrived()) != 0 {
		t.Errorf("looked again without news: %+v", got)
	}
	in.answer(0)
	n.at = n.at.Add(2 * firstRetry)
	if got := n.deliver(); got != (Delivery{Delivered: 2}) {
		t.Errorf("%+v", got)
	}
	if got := in.arrived(); len(got) != 2 || got[0].Type != "article.failed" || got[1].Type != "article.published" {
		t.Errorf("%+v", got)
	}
}

func TestEveryTrySendsTheSame(t *testing.T) {
	in := openInbox(t)
	n := open(t, in.receiver(t))
	in.answer(http.StatusServiceUnavailable)
	n.publish("The ferry & <other> boats")
	n.conclude(published("r1"))
	for range 3 {
		n.at = n.at.Add(n.deliver().Again)
	}
	got := in.arrived()
	if len(got) != 3 || got[0] != got[1] || got[1] != got[2] {
		t.Errorf("%+v", got)
	}
}

func TestADeadReceiverIsGivenUpAfterADay(t *testing.T) {
	in := openInbox(t)
	n := open(t, in.receiver(t))
	in.Close()
	n.conclude(failed("r1", "x"))
	began, d := n.at, n.deliver()
	for ; d.Again > 0; d = n.deliver() {
		n.at = n.at.Add(d.Again)
	}
	if d.Dropped != 1 || n.at.Sub(began) < keepTrying || n.at.Sub(began) > keepTrying+lastRetry {
		t.Errorf("%+v after %s", d, n.at.Sub(began))
	}
	if waits, err := n.AnyWaiting(t.Context(), ferry); waits || err != nil {
		t.Errorf("%v, %v", waits, err)
	}
}

func TestWhatAnAnswerMeans(t *testing.T) {
	const more = maxRefusals + 1 // as often as there is time
	for status, tries := range map[int]int{
		200: 1, 201: 1, 204: 1,
		301: maxRefusals, 307: maxRefusals, 400: maxRefusals, 401: maxRefusals, 404: maxRefusals, 410: maxRefusals, 422: maxRefusals,
		408: more, 425: more, 429: more, 500: more, 503: more,
	} {
		t.Run(fmt.Sprint(status), func(t *testing.T) {
			in := openInbox(t)
			n := open(t, in.receiver(t))
			in.answer(status)
			n.conclude(failed("r1", "x"))
			got := 1
			for d := n.deliver(); d.Again > 0 && got <= maxRefusals; d = n.deliver() {
				n.at = n.at.Add(d.Again)
				got++
			}
			if got != tries || len(in.arrived()) != got {
				t.Errorf("%d tries, want %d", got, tries)
			}
		})
	}
}

func TestADeadReceiverHoldsUpNoOther(t *testing.T) {
	dead, in := openInbox(t), openInbox(t)
	n := open(t, dead.receiver(t), in.receiver(t))
	dead.Close()
	n.conclude(failed("r1", "x"))
	n.conclude(failed("r2", "y"))
	d := n.deliver()
	if d.Delivered != 2 || d.Failed != 1 || d.Again <= 0 || len(in.arrived()) != 2 {
		t.Errorf("%+v", d)
	}
}

func TestAReceiverThatTheSettingsForgotIsForgotten(t *testing.T) {
	in := openInbox(t)
	n := open(t, in.receiver(t))
	n.conclude(failed("r1", "x"))
	n.opts.Receivers = nil
	if d := n.deliver(); d != (Delivery{Dropped: 1}) || len(in.arrived()) != 0 {
		t.Errorf("%+v", d)
	}
}

func TestADamagedNoticeHoldsUpNoOther(t *testing.T) {
	in := openInbox(t)
	n := open(t, in.receiver(t))
	if _, err := n.opts.Store.Put(t.Context(), articlePrefix(ferry)+"1-msg_x-y.json", []byte("{"), store.PutOptions{}); err != nil {
		t.Fatal(err)
	}
	n.conclude(failed("r1", "x"))
	if d := n.deliver(); d != (Delivery{Delivered: 1}) {
		t.Errorf("%+v", d)
	}
	if waits, err := n.AnyWaiting(t.Context(), ferry); waits || err != nil {
		t.Errorf("%v, %v", waits, err)
	}
}

func TestAllWaitingKnowsTheArticles(t *testing.T) {
	in := openInbox(t)
	n := open(t, in.receiver(t))
	n.conclude(failed("r1", "x"))
	if _, err := n.opts.Store.Put(t.Context(), sitePrefix("main")+"not-ours", nil, store.PutOptions{}); err != nil {
		t.Fatal(err)
	}
	var got []Waiting
	for waiting, err := range n.AllWaiting(t.Context(), "main") {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, waiting)
	}
	if len(got) != 1 || got[0].Ref != ferry || !got[0].Since.Equal(n.at) {
		t.Errorf("%+v", got)
	}
}

// Whatever the receiver does, and whenever the notifier looks: what it takes within a day is all that was left for it, in
// order, without one that is missing.
func TestNothingIsLostAndTheOrderIsKept(t *testing.T) {
	in := openInbox(t)
	rapid.Check(t, func(rt *rapid.T) {
		n := open(t, in.receiver(t))
		left, taken := 0, []string{}
		take := func() Delivery {
			in.arrived()
			d := n.deliver()
			for _, got := range in.arrived() {
				taken = append(taken, got.Data.Revision)
			}
			return d
		}
		up := true
		for _, step := range rapid.SliceOfN(rapid.SampledFrom([]string{"news", "news", "fall", "rise", "look", "wait"}), 1, 20).Draw(rt, "steps") {
			switch step {
			case "news":
				left++
				n.conclude(library.Outcome{State: library.Failed, Revision: fmt.Sprint(left)})
			case "fall", "rise":
				up = step == "rise"
				in.answer(map[bool]int{true: 0, false: http.StatusInternalServerError}[up])
			case "look":
				before := len(taken)
				if take(); !up {
					taken = taken[:before] // it arrived, and was not taken
				}
			case "wait":
				n.at = n.at.Add(time.Minute)
			}
		}
		in.answer(0)
		n.at = n.at.Add(lastRetry)
		if d := take(); d.Again != 0 {
			rt.Errorf("%+v", d)
		}
		if len(taken) != left {
			rt.Fatalf("%d were left, and taken were %v", left, taken)
		}
		for i, revision := range taken {
			if revision != fmt.Sprint(i+1) {
				rt.Fatalf("taken were %v", taken)
			}
		}
	})
}
