package library

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/store"
)

// BackfillState is the state of a backfill.
type BackfillState string

// The states of a backfill. A paused one can be resumed; the last two are final.
const (
	BackfillRunning   BackfillState = "running"
	BackfillPaused    BackfillState = "paused"
	BackfillCancelled BackfillState = "cancelled"
	BackfillDone      BackfillState = "done"
)

// Backfill is a part of an archive that is being narrated. Its articles are listed once, when it is
// made, so that changes of the source cannot repeat or miss one. Cursor counts those that were
// processed.
type Backfill struct {
	Name      string        `json:"name"`
	Source    string        `json:"source,omitempty"` // that is asked for each article; empty: its text is kept here
	State     BackfillState `json:"state"`
	Reason    string        `json:"reason,omitempty"`  // why it is paused, or does not go on
	MaxUSD    float64       `json:"max_usd,omitempty"` // what it may buy; 0: no limit of its own
	USD       float64       `json:"usd"`               // what its accepted articles cost, estimated; only counted with MaxUSD
	Total     int           `json:"total"`
	Cursor    int           `json:"cursor"`
	Accepted  int           `json:"accepted"`
	UpToDate  int           `json:"up_to_date"`        // known in this revision or a newer one
	Unfit     int           `json:"unfit"`             // not for everybody, gone, or no article
	Problem   string        `json:"problem,omitempty"` // of the last unfit one
	MadeAt    time.Time     `json:"made_at"`
	ResumedAt time.Time     `json:"resumed_at"` // since when it runs
	ResumedBy int           `json:"resumed_by"` // Cursor at that time
	EndedAt   time.Time     `json:"ended_at,omitzero"`
}

// BackfillPage is how many articles are in one object.
const BackfillPage = 100

// ErrBackfillEnded means that a backfill is finished or cancelled.
var ErrBackfillEnded = errors.New("it has ended")

func backfillsPrefix(site string) string { return "private/sites/" + site + "/backfills/" }

func backfillKey(site, name string) string { return backfillsPrefix(site) + name + ".json" }

func backfillPageKey(site, name string, page int) string {
	return fmt.Sprintf("%s%s/%07d.json", backfillsPrefix(site), name, page)
}

// AddBackfillItems stores articles of a backfill that is not made yet, with their texts or as their
// source lists them: a page at most, from an index on that begins a page.
func (l *Library) AddBackfillItems(ctx context.Context, site, name string, from int, items []article.Payload) error {
	if from%BackfillPage != 0 || len(items) > BackfillPage {
		return fmt.Errorf("backfill %s: %d articles from %d on are not a page", name, len(items), from)
	}
	_, err := l.writeJSON(ctx, backfillPageKey(site, name, from/BackfillPage), items, store.PutOptions{})
	return err
}

// BackfillItems returns the articles of a backfill from an index on, up to the end of their page.
func (l *Library) BackfillItems(ctx context.Context, site, name string, from int) ([]article.Payload, error) {
	var items []article.Payload
	if _, err := l.readJSON(ctx, backfillPageKey(site, name, from/BackfillPage), &items); err != nil {
		return nil, err
	}
	return items[min(from%BackfillPage, len(items)):], nil
}

// MakeBackfill stores a backfill whose articles are stored.
func (l *Library) MakeBackfill(ctx context.Context, site string, b Backfill) error {
	_, err := l.writeJSON(ctx, backfillKey(site, b.Name), b, store.PutOptions{If: store.IfUnchanged("")})
	return err
}

// Backfills returns a site's backfills, the oldest first.
func (l *Library) Backfills(ctx context.Context, site string) (all []Backfill, err error) {
	for entry, err := range l.store.List(ctx, backfillsPrefix(site)) {
		if err != nil {
			return nil, err
		}
		name, isJSON := strings.CutSuffix(strings.TrimPrefix(entry.Key, backfillsPrefix(site)), ".json")
		if !isJSON || strings.Contains(name, "/") {
			continue
		}
		var b Backfill
		if _, err := l.readJSON(ctx, entry.Key, &b); err != nil {
			return nil, err
		}
		all = append(all, b)
	}
	slices.SortFunc(all, func(a, b Backfill) int { return a.MadeAt.Compare(b.MadeAt) })
	return all, nil
}

// ChangeBackfill changes a backfill in a compare-and-swap loop, and returns it. If change returns
// an error, nothing is stored.
func (l *Library) ChangeBackfill(ctx context.Context, site, name string, change func(*Backfill) error) (Backfill, error) {
	for {
		var b Backfill
		etag, err := l.readJSON(ctx, backfillKey(site, name), &b)
		if err == nil {
			err = change(&b)
		}
		if err != nil {
			return b, fmt.Errorf("backfill %s: %w", name, err)
		}
		_, err = l.writeJSON(ctx, backfillKey(site, name), b, store.PutOptions{If: store.IfUnchanged(etag)})
		if err == nil && b.Ended() {
			err = l.forgetBackfillItems(ctx, site, name)
		}
		if !errors.Is(err, store.ErrConflict) {
			return b, err
		}
	}
}

// Ended reports whether nothing more will be done about it.
func (b Backfill) Ended() bool { return b.State == BackfillDone || b.State == BackfillCancelled }

func (l *Library) forgetBackfillItems(ctx context.Context, site, name string) error {
	for entry, err := range l.store.List(ctx, backfillsPrefix(site)+name+"/") {
		if err == nil {
			err = l.store.Delete(ctx, entry.Key)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
