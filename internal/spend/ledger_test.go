package spend_test

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"net"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/redis/go-redis/v9"
	"pgregory.net/rapid"

	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/spend"
	"github.com/aloud-audio/aloud/internal/store"
	"github.com/aloud-audio/aloud/internal/store/storetest"
	"github.com/aloud-audio/aloud/worker"
	"github.com/aloud-audio/aloud/worker/redistest"
)

var noon = time.Date(2026, 11, 30, 12, 0, 0, 0, time.UTC)

func payer(article string) speech.Payer { return speech.Payer{Site: "main", Article: article} }

func characters(n int) speech.Cost { return speech.Cost{Characters: n} }

func newStore(t testing.TB) *store.Dir {
	t.Helper()
	dir, err := store.NewDir(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// buy reserves and settles; false if it was over the budget.
func buy(t testing.TB, l *spend.Ledger, article string, cost speech.Cost, charged bool) bool {
	t.Helper()
	reserved, err := l.Reserve(t.Context(), payer(article), cost)
	var over *speech.OverBudget
	if errors.As(err, &over) {
		return false
	}
	if err == nil {
		err = reserved.Settle(t.Context(), charged)
	}
	if err != nil {
		t.Fatal(err)
	}
	return true
}

func TestBudgets(t *testing.T) {
	server := redistest.Start(t)
	now := noon
	budgets := map[string]spend.Budget{"main": {Article: characters(100), Day: spend.Limit{Money: 300}, Month: characters(350)}}
	l := spend.NewLedger(newStore(t), worker.NewCounters(server.Client(), "store"), budgets, func() time.Time { return now })
	for i, step := range []struct {
		article string
		cost    speech.Cost
		want    string
		until   time.Time
	}{
		{"a", characters(90), "", time.Time{}},
		{"a", characters(20), "this article for a day", noon.Truncate(24*time.Hour).AddDate(0, 0, 1)},
		{"b", speech.Cost{Characters: 10, Money: 290}, "", time.Time{}},
		{"c", speech.Cost{Characters: 10, Money: 20}, "the site for a day", noon.Truncate(24*time.Hour).AddDate(0, 0, 1)},
		{"c", characters(200), "", time.Time{}}, // more than its own budget, but the first
		{"d", characters(60), "the site for a month", time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC)},
		{"d", characters(50), "", time.Time{}},
	} {
		_, err := l.Reserve(t.Context(), payer(step.article), step.cost)
		var over *speech.OverBudget
		if errors.As(err, &over) != (step.want != "") || over != nil && (over.Budget != step.want || !over.Until.Equal(step.until)) {
			t.Errorf("step %d: %v, want %q until %v", i, err, step.want, step.until)
		}
	}
	now = now.AddDate(0, 0, 1) // a new day, article and month
	if !buy(t, l, "a", speech.Cost{Characters: 90, Money: 290}, true) {
		t.Error("the budget did not start again")
	}
}

func TestWhatIsNotChargedIsGivenBack(t *testing.T) {
	st, counters := newStore(t), worker.NewCounters(redistest.Start(t).Client(), "store")
	budgets := map[string]spend.Budget{"main": {Day: characters(100)}}
	l := spend.NewLedger(st, counters, budgets, func() time.Time { return noon })
	for range 5 {
		if !buy(t, l, "a", characters(90), false) {
			t.Fatal("a refused request was paid for")
		}
	}
	if !buy(t, l, "a", characters(90), true) || buy(t, l, "a", characters(90), true) {
		t.Error("the budget is not what it was")
	}
}

// Redis forgets at any time; what was spent counts all the same.
func TestAWipedRedisResetsNoBudget(t *testing.T) {
	server, st := redistest.Start(t), newStore(t)
	budgets := map[string]spend.Budget{"main": {Day: characters(1000)}}
	newLedger := func() *spend.Ledger {
		return spend.NewLedger(st, worker.NewCounters(server.Client(), "store"), budgets, func() time.Time { return noon })
	}
	one, other := newLedger(), newLedger()
	for range 4 {
		buy(t, one, "a", characters(100), true)
		buy(t, other, "b", characters(100), true)
	}
	if err := server.Client().FlushAll(t.Context()).Err(); err != nil {
		t.Fatal(err)
	}
	after := newLedger()
	for i, want := range []bool{true, true, false} {
		if got := buy(t, after, fmt.Sprint("c", i), characters(100), true); got != want {
			t.Errorf("purchase %d after the wipe at 80 %%: %v, want %v", i, got, want)
		}
	}
}

// Redis comes back from a snapshot that is older than most purchases.
func TestAnOlderSnapshotPassesNoBudget(t *testing.T) {
	server, st := redistest.Start(t), newStore(t)
	rdb, err := worker.Connect(server.URL, worker.Patient)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = rdb.Close() })
	l := spend.NewLedger(st, worker.NewCounters(rdb, "store"), map[string]spend.Budget{"main": {Day: characters(1000)}}, func() time.Time { return noon })
	buy(t, l, "a", characters(300), true)
	server.Snapshot()
	buy(t, l, "b", characters(300), true)
	buy(t, l, "c", characters(300), true)
	server.Stop()
	server.StartFromSnapshot()
	if buy(t, l, "d", characters(300), true) {
		t.Error("1,200 characters of 1,000 were bought")
	}
	if !buy(t, l, "e", characters(100), true) {
		t.Error("the last 100 characters of 1,000 cannot be bought")
	}
}

// A replica that lacks the last purchases takes over.
func TestAReplicaThatLagsBehindPassesNoBudget(t *testing.T) {
	primary, replica, st := redistest.Start(t), redistest.Start(t), newStore(t)
	var address atomic.Value
	address.Store(strings.TrimPrefix(primary.URL, "redis://"))
	rdb := redis.NewClient(&redis.Options{Dialer: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return new(net.Dialer).DialContext(ctx, "tcp", address.Load().(string))
	}})
	t.Cleanup(func() { _ = rdb.Close() })
	l := spend.NewLedger(st, worker.NewCounters(rdb, "store"), map[string]spend.Budget{"main": {Day: characters(1000)}}, func() time.Time { return noon })
	buy(t, l, "a", characters(300), true)
	follow(t, replica.Client(), primary)
	buy(t, l, "b", characters(300), true)
	buy(t, l, "c", characters(300), true)
	primary.Stop()
	address.Store(strings.TrimPrefix(replica.URL, "redis://"))
	if buy(t, l, "d", characters(300), true) {
		t.Error("1,200 characters of 1,000 were bought")
	}
}

// follow has a replica copy all that a primary has now, and then stops replicating.
func follow(t *testing.T, replica redis.UniversalClient, primary *redistest.Server) {
	t.Helper()
	if err := primary.Client().ConfigSet(t.Context(), "repl-diskless-sync-delay", "0").Err(); err != nil {
		t.Fatal(err)
	}
	host, port, _ := strings.Cut(strings.TrimPrefix(primary.URL, "redis://"), ":")
	if err := replica.Do(t.Context(), "REPLICAOF", host, port).Err(); err != nil {
		t.Fatal(err)
	}
	for replica.DBSize(t.Context()).Val() == 0 { // it copies all or nothing
		time.Sleep(5 * time.Millisecond)
	}
	if err := replica.Do(t.Context(), "REPLICAOF", "NO", "ONE").Err(); err != nil {
		t.Fatal(err)
	}
}

// A daily budget under 1,000 jobs at once, on two workers, is passed by no segment, and all of it
// can be spent.
func TestManyAtOnce(t *testing.T) {
	server, st := redistest.Start(t), newStore(t)
	const budget, segment, jobs = 20_000, 70, 1000
	budgets := map[string]spend.Budget{"main": {Day: characters(budget)}}
	var ledgers []*spend.Ledger
	for range 2 {
		ledgers = append(ledgers, spend.NewLedger(st, worker.NewCounters(server.Client(), "store"), budgets, func() time.Time { return noon }))
	}
	var spent atomic.Int64
	var running sync.WaitGroup
	for job := range jobs {
		running.Go(func() {
			if buy(t, ledgers[job%2], fmt.Sprint(job), characters(segment), true) {
				spent.Add(segment)
			}
		})
	}
	running.Wait()
	if spent.Load() > budget || spent.Load() <= budget-segment {
		t.Errorf("%d characters were spent of %d", spent.Load(), budget)
	}
}

// memory are counters that can forget, or go back to what they were.
type memory struct {
	mu         sync.Mutex
	names      map[string]map[string]int64
	generation int

	snapshot map[string]map[string]int64
	replaced bool // by the snapshot, and not compared since
}

func (m *memory) save() {
	m.snapshot = map[string]map[string]int64{}
	for name, fields := range m.names {
		m.snapshot[name] = maps.Clone(fields)
	}
}

func (m *memory) goBack() {
	if m.snapshot != nil {
		m.names, m.replaced = m.snapshot, true
		m.save()
	}
}

func (m *memory) Add(_ context.Context, name string, changes []spend.Change) (int, string, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	fields, ok := m.names[name]
	if !ok || m.replaced {
		return 0, "", spend.ErrUnproven
	}
	for i, c := range changes {
		if used := fields[c.Field]; c.By > 0 && c.Limit > 0 && used > 0 && used+c.By > c.Limit {
			return i, fmt.Sprint(m.generation), nil
		}
	}
	for _, c := range changes {
		fields[c.Field] += c.By
	}
	return -1, fmt.Sprint(m.generation), nil
}

func (m *memory) TakeBack(ctx context.Context, name, generation string, changes []spend.Change, record func(context.Context) (map[string]int64, error)) error {
	totals, err := record(ctx)
	m.mu.Lock()
	defer m.mu.Unlock()
	fields, ok := m.names[name]
	for _, c := range changes {
		switch {
		case !ok || err != nil:
		case generation == fmt.Sprint(m.generation):
			fields[c.Field] -= c.By
		default:
			fields[c.Field] = min(fields[c.Field], max(fields[c.Field]-c.By, totals[c.Field]))
		}
	}
	return err
}

func (m *memory) Compare(ctx context.Context, name string, record func(context.Context) (map[string]int64, error)) error {
	totals, err := record(ctx)
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.names[name] == nil {
		m.names[name] = map[string]int64{}
	}
	for field, total := range totals {
		if m.names[name][field] < total {
			m.names[name][field] = total
			m.generation++
		}
	}
	m.replaced = false
	return err
}

// A request that is given back after Redis was wiped, and the budget counted anew, is given back
// once: neither twice nor never.
func TestAWipeBeforeARefund(t *testing.T) {
	server, st := redistest.Start(t), newStore(t)
	l := spend.NewLedger(st, worker.NewCounters(server.Client(), "store"), map[string]spend.Budget{"main": {Day: characters(100)}}, func() time.Time { return noon })
	pending, err := l.Reserve(t.Context(), payer("a"), characters(60))
	if err != nil {
		t.Fatal(err)
	}
	if err := server.Client().FlushAll(t.Context()).Err(); err != nil {
		t.Fatal(err)
	}
	if !buy(t, l, "b", characters(30), true) { // restores
		t.Fatal("no room")
	}
	if err := pending.Settle(t.Context(), false); err != nil {
		t.Fatal(err)
	}
	if buy(t, l, "c", characters(80), true) {
		t.Error("30 and 80 characters of 100 were bought")
	}
	if !buy(t, l, "d", characters(65), true) {
		t.Error("30 and 65 characters of 100 were refused")
	}
}

// Whatever happens in whatever order, crashes and wipes too, no more than the budget is charged,
// and what a crash left reserved is the most that is missing.
func TestNoHistoryPassesABudget(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		dir, err := store.NewDir(t.TempDir())
		if err != nil {
			rt.Fatal(err)
		}
		const budget, largest = 1000, 200
		counters := &memory{names: map[string]map[string]int64{}}
		ledger := func() *spend.Ledger {
			return spend.NewLedger(dir, counters, map[string]spend.Budget{"main": {Day: characters(budget)}}, func() time.Time { return noon })
		}
		l := ledger()
		charged, lost := 0, 0
		for range rapid.IntRange(1, 40).Draw(rt, "steps") {
			switch rapid.SampledFrom([]string{"buy", "buy", "buy", "release", "crash", "wipe", "save", "go back"}).Draw(rt, "step") {
			case "buy", "release":
				n, pays := rapid.IntRange(1, largest).Draw(rt, "characters"), rapid.Bool().Draw(rt, "charged")
				if buy(t, l, "a", characters(n), pays) && pays {
					charged += n
				}
			case "crash": // between the provider's answer and the settlement
				n := rapid.IntRange(1, largest).Draw(rt, "characters")
				if reserved, err := l.Reserve(t.Context(), payer("a"), characters(n)); err == nil {
					_ = reserved
					lost += n
				}
				l = ledger()
			case "save":
				counters.save()
			case "go back":
				counters.goBack()
			case "wipe":
				counters.mu.Lock()
				clear(counters.names)
				counters.mu.Unlock()
			}
		}
		if charged > budget {
			rt.Fatalf("%d of %d characters were charged", charged, budget)
		}
		if rest := budget - charged - lost; rest > 0 && !buy(t, l, "a", characters(rest), true) {
			rt.Fatalf("%d characters are left and can't be spent", rest)
		}
	})
}

// A write of the record that a dead connection delivers late takes no purchase off it.
func TestALateWriteOfTheRecord(t *testing.T) {
	st := &storetest.Late{Store: newStore(t), Prefix: "private/sites/main/spend/"}
	l := spend.NewLedger(st, nil, nil, func() time.Time { return noon })
	lost, err := l.Reserve(t.Context(), payer("a"), speech.Cost{Characters: 12, Money: 480})
	if err != nil {
		t.Fatal(err)
	}
	if err := lost.Settle(t.Context(), true); err == nil {
		t.Fatal("a purchase whose record was not written is settled")
	}
	buy(t, l, "b", speech.Cost{Characters: 30, Money: 1200}, true)
	st.Deliver(t)
}

func TestWithoutABudgetItIsOnRecord(t *testing.T) {
	st := newStore(t)
	l := spend.NewLedger(st, nil, nil, func() time.Time { return noon })
	buy(t, l, "a", speech.Cost{Characters: 12, Money: 480}, true)
	n := 0
	for entry, err := range st.List(t.Context(), "private/sites/main/spend/2026-11-30/") {
		if err != nil {
			t.Fatal(err)
		}
		body, _, err := store.Read(t.Context(), st, entry.Key)
		if want := `{"a":{"characters":12,"micro_usd":480}}`; err != nil || string(body) != want {
			t.Errorf("record is %s, %v; want %s", body, err, want)
		}
		n++
	}
	if n != 1 {
		t.Errorf("%d pages", n)
	}
}
