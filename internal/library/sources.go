package library

import (
	"context"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/aloud-audio/aloud/internal/store"
)

// SourceMemory is what is remembered of a source from one pass to the next. All but Since may be
// deleted at any time: the next pass then compares every article again.
type SourceMemory struct {
	// Since is when the source was first polled. What it published before is its archive.
	Since time.Time `json:"since"`
	// Seen has the mark under which each listed article was last found in order, by its listed id.
	Seen map[string]string `json:"seen"`
	// Known has the article of a listed id, if its id differs: the article came from a hook, or its
	// page names another canonical address.
	Known map[string]string `json:"known,omitempty"`
	// Pages has the pages of articles, by id, for a source that lists pages.
	Pages map[string]string `json:"page_of,omitempty"`
	// Asked is when an article that a list no longer has was last requested, in Unix seconds.
	Asked map[string]int64 `json:"asked,omitempty"`
	// Closed is when a public article's page was first found to refuse visitors, by id, in Unix
	// seconds.
	Closed map[string]int64 `json:"closed,omitempty"`
	// TakenDown is when public articles were taken down, in Unix seconds, for a day.
	TakenDown []int64 `json:"taken_down,omitempty"`
}

// SourceReport says how the last pass over a source ended, for people.
type SourceReport struct {
	Source   string    `json:"source"`
	At       time.Time `json:"at"`                 // when it ended
	Next     time.Time `json:"next,omitzero"`      // when the next one is due
	Error    string    `json:"error,omitempty"`    // why it could not be compared
	Failures int       `json:"failures,omitempty"` // passes in a row with an error
	Halted   string    `json:"halted,omitempty"`   // why articles that are gone there stay public until somebody confirms
	Listed   int       `json:"listed"`
	Missed   int       `json:"missed"`
	Gone     int       `json:"gone"`
	Changed  int       `json:"changed"`
	Unsure   int       `json:"unsure,omitempty"` // articles of which the source did not say how they stand
	GoodAt   time.Time `json:"good_at,omitzero"` // when a pass last ended without an error
}

func sourceKey(site, source string) string { return "private/sites/" + site + "/sources/" + source }

// SourceMemory returns ErrNotFound for a source that was never polled, and ErrDamaged for a memory
// that cannot be read.
func (l *Library) SourceMemory(ctx context.Context, site, source string) (SourceMemory, error) {
	var m SourceMemory
	_, err := l.readJSON(ctx, sourceKey(site, source)+"-memory.json", &m)
	return m, err
}

// KeepSourceMemory replaces the memory of a source.
func (l *Library) KeepSourceMemory(ctx context.Context, site, source string, m SourceMemory) error {
	_, err := l.writeJSON(ctx, sourceKey(site, source)+"-memory.json", m, store.PutOptions{})
	return err
}

// SourceReport returns ErrNotFound before the first pass over a source.
func (l *Library) SourceReport(ctx context.Context, site, source string) (SourceReport, error) {
	var r SourceReport
	_, err := l.readJSON(ctx, sourceKey(site, source)+".json", &r)
	return r, err
}

// KeepSourceReport replaces the report on a source.
func (l *Library) KeepSourceReport(ctx context.Context, site string, r SourceReport) error {
	_, err := l.writeJSON(ctx, sourceKey(site, r.Source)+".json", r, store.PutOptions{})
	return err
}

// Exposed returns the articles of a site that are public or may soon be: those with a narration,
// and those that are due. It lists both concurrently.
func (l *Library) Exposed(ctx context.Context, site string) (public, due map[Ref]bool, err error) {
	group, groupCtx := errgroup.WithContext(ctx)
	group.Go(func() (err error) { due, err = l.DueRefs(groupCtx, site); return err })
	group.Go(func() (err error) { public, err = l.narrated(groupCtx, site); return err })
	err = group.Wait()
	return public, due, err
}

// narrated returns the articles of a site with a narration, or the reservation of one.
func (l *Library) narrated(ctx context.Context, site string) (map[Ref]bool, error) {
	public := map[Ref]bool{}
	for files, err := range l.publicFiles(ctx, site) {
		if err != nil {
			return nil, err
		}
		if files.narrated {
			public[files.ref] = true
		}
	}
	return public, nil
}
