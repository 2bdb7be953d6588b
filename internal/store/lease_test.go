package store_test

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"strconv"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aloud-audio/aloud/internal/store"
)

const leaseKey = "private/lease"

func lease(st store.Store, host string) store.Lease {
	return store.Lease{Store: st, Key: leaseKey, Host: host, Now: time.Now}
}

// holds takes a lease for as long as the test runs, or until release is called.
func holds(t *testing.T, l store.Lease) (held context.Context, release func()) {
	t.Helper()
	held, release, err := l.Acquire(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(release)
	return held, release
}

func TestALeaseIsRefusedWhileAnotherHostHasIt(t *testing.T) {
	st := newDir(t)
	_, release := holds(t, lease(st, "one"))
	var taken *store.HeldError
	if _, _, err := lease(st, "other").Acquire(t.Context()); !errors.As(err, &taken) || taken.Holder.Host != "one" || taken.Holder.PID != os.Getpid() {
		t.Errorf("error is %v, want that one holds it", err)
	}
	release()
	holds(t, lease(st, "other")) // at once
}

// A process that was killed left its lease behind.
func TestALeaseOfADeadProcess(t *testing.T) {
	dead := exec.Command("true")
	if err := dead.Run(); err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct {
		host   string
		pid    int
		age    time.Duration
		wanted bool
	}{
		"the same host":               {"one", dead.Process.Pid, 0, true},
		"the same host, running":      {"one", os.Getppid(), 0, false},
		"another host":                {"other", dead.Process.Pid, 0, false},
		"another host, a minute ago":  {"other", dead.Process.Pid, time.Minute, true},
		"the same container, started": {"one", os.Getpid(), 0, true},
	} {
		t.Run(name, func(t *testing.T) {
			st := newDir(t)
			body := `{"host":"` + test.host + `","pid":` + strconv.Itoa(test.pid) + `,"until":"` + time.Now().Add(time.Minute).Format(time.RFC3339Nano) + `"}`
			if _, err := st.Put(t.Context(), leaseKey, []byte(body), store.PutOptions{}); err != nil {
				t.Fatal(err)
			}
			l := lease(st, "one")
			l.Now = func() time.Time { return time.Now().Add(test.age) }
			_, release, err := l.Acquire(t.Context())
			if (err == nil) != test.wanted {
				t.Fatalf("error is %v", err)
			}
			if err == nil {
				release()
			}
		})
	}
}

// A lease is renewed while it is held, and its holder learns if another process takes it.
func TestALeaseIsRenewedUntilItIsLost(t *testing.T) {
	st := newDir(t)
	synctest.Test(t, func(t *testing.T) {
		held, release, err := lease(st, "one").Acquire(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		defer release()
		time.Sleep(10 * time.Minute)
		if _, _, err := lease(st, "other").Acquire(t.Context()); !errors.As(err, new(*store.HeldError)) || held.Err() != nil {
			t.Errorf("after ten minutes: %v, %v", err, context.Cause(held))
		}
		if _, err := st.Put(t.Context(), leaseKey, []byte(`{"host":"other"}`), store.PutOptions{}); err != nil {
			t.Fatal(err)
		}
		<-held.Done()
		if !errors.Is(context.Cause(held), store.ErrLeaseLost) {
			t.Errorf("cause is %v", context.Cause(held))
		}
	})
}
