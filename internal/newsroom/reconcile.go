package newsroom

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/source"
)

// AskedSource is a source of a site that is polled for what it has published.
type AskedSource struct {
	Name   string
	Asking source.Asking
	Asker  source.Asker
	Every  time.Duration // from one pass to the next
	// Since is the earliest publication that is accepted. Zero: when the source was first asked.
	Since time.Time
}

// Reconciliation says what an admin wants of a pass over a source; the zero value is the workers'
// pass.
type Reconciliation struct {
	Since   time.Time // look at every article, and accept what was published since then
	DryRun  bool      // change nothing
	Confirm bool      // take down however many articles are gone
}

// Wrong is how the library differs from a source.
type Wrong string

// The differences, in the order in which they are handled.
const (
	Gone    Wrong = "gone"    // public here, not there
	Changed Wrong = "changed" // other tags, authors, title or address there
	Missed  Wrong = "missed"  // published there, unknown or older here
)

// Finding is one difference, and what was done about it.
type Finding struct {
	Source string `json:"source"`
	ID     string `json:"id"`
	Title  string `json:"title,omitempty"`
	URL    string `json:"url,omitempty"`
	Wrong  Wrong  `json:"wrong"`
	Why    string `json:"why"`
	Done   string `json:"done"`
}

// Reconcile compares what a source lists with the library, and corrects what differs. Before it
// changes an article it requests that article from the source, so an incomplete list takes nothing
// down. If more articles would be taken down within 24 hours than is plausible, the pass takes down
// none, and the report says so until a pass is confirmed.
//
// The report is stored, unless it is a dry run. It has the source's failure; the returned error is
// one of our own store.
func (n *Newsroom) Reconcile(ctx context.Context, site string, src AskedSource, r Reconciliation) (library.SourceReport, []Finding, error) {
	report, findings, err := n.reconcile(ctx, site, src, r)
	if !r.DryRun {
		n.enter(ctx, site, "reconcile with "+src.Name, nil, err)
	}
	return report, findings, err
}

// reconcile is Reconcile without a journal entry, for the workers' regular passes.
func (n *Newsroom) reconcile(ctx context.Context, site string, src AskedSource, r Reconciliation) (library.SourceReport, []Finding, error) {
	p, err := n.newPass(ctx, site, src, r)
	if err != nil {
		return library.SourceReport{}, nil, err
	}
	if err := p.run(ctx); err != nil {
		return library.SourceReport{}, p.findings(), err
	}
	err = p.keep(ctx)
	return p.report, p.findings(), err
}

// pass is one comparison of a source with the library.
type pass struct {
	*Newsroom
	site     string
	src      AskedSource
	order    Reconciliation
	first    bool // nothing was ever compared
	memory   library.SourceMemory
	report   library.SourceReport
	public   map[library.Ref]bool
	due      map[library.Ref]bool
	owned    int // public articles of the source
	failures int // in a row, of the source
	listed   map[library.Ref]bool
	doubts   []*doubt
	bySource map[string]string // listed id by article id, where it is another
	pages    map[string]string // article id by page; nil until it is needed
}

// newPass reads what is remembered of the source, and what is public.
func (n *Newsroom) newPass(ctx context.Context, site string, src AskedSource, r Reconciliation) (*pass, error) {
	p := &pass{Newsroom: n, site: site, src: src, order: r, listed: map[library.Ref]bool{}, bySource: map[string]string{}}
	var err error
	if p.memory, err = n.Library.SourceMemory(ctx, site, src.Name); library.IgnoreUnreadable(err) != nil {
		return nil, err
	}
	if p.report, err = n.Library.SourceReport(ctx, site, src.Name); library.IgnoreUnreadable(err) != nil {
		return nil, err
	}
	if p.public, p.due, err = n.Library.Exposed(ctx, site); err != nil {
		return nil, err
	}
	p.remember()
	return p, nil
}

// remember makes the memory of a source that was never asked, or whose settings changed.
func (p *pass) remember() {
	m := &p.memory
	if m.Since.IsZero() {
		m.Since = p.Now().UTC()
	}
	if since := p.src.Since; !since.IsZero() && !since.Equal(m.Since) {
		m.Since, m.Seen = since, nil
	}
	p.first = m.Seen == nil
	for _, made := range []*map[string]string{&m.Seen, &m.Known, &m.Pages} {
		if *made == nil {
			*made = map[string]string{}
		}
	}
	for _, made := range []*map[string]int64{&m.Asked, &m.Closed} {
		if *made == nil {
			*made = map[string]int64{}
		}
	}
	p.forgetTakenDown()
	for listed, known := range m.Known {
		p.bySource[known] = listed
	}
}

// since is the earliest publication that this pass accepts.
func (p *pass) since() time.Time {
	if !p.order.Since.IsZero() {
		return p.order.Since
	}
	return p.memory.Since
}

// run compares, asks and acts. The error is one of the store; a source's failure is in the report.
func (p *pass) run(ctx context.Context) error {
	before := p.report
	p.report = library.SourceReport{Source: p.src.Name, GoodAt: before.GoodAt}
	all, err := p.src.Asker.List(ctx)
	if err != nil {
		return p.failed(ctx, before, err)
	}
	p.report.Listed = len(all)
	if err := p.compare(ctx, all); err != nil {
		return err
	}
	if p.brakeEmptyList() {
		return nil
	}
	p.brakePurchase()
	p.askExposed(ctx)
	p.brakeRemovals()
	return p.act(ctx)
}

// failed reports that the source could not be compared.
func (p *pass) failed(ctx context.Context, before library.SourceReport, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	p.report = before
	p.report.Source, p.report.Error, p.report.Failures = p.src.Name, err.Error(), before.Failures+1
	var unavailable source.UnavailableError
	if errors.As(err, &unavailable) {
		p.report.Next = p.Now().UTC().Add(min(unavailable.RetryAfter, longestWait))
	}
	return nil
}

// keep stores memory and report.
func (p *pass) keep(ctx context.Context) error {
	now := p.Now().UTC()
	p.report.At = now
	if p.report.Error == "" {
		p.report.GoodAt, p.report.Next = now, time.Time{}
	}
	if next := now.Add(p.src.wait(p.report.Failures)); next.After(p.report.Next) {
		p.report.Next = next
	}
	if p.order.DryRun {
		return nil
	}
	if err := p.Library.KeepSourceMemory(ctx, p.site, p.src.Name, p.memory); err != nil {
		return fmt.Errorf("remember what %s lists: %w", p.src.Name, err)
	}
	if err := p.Library.KeepSourceReport(ctx, p.site, p.report); err != nil {
		return fmt.Errorf("report on %s: %w", p.src.Name, err)
	}
	return nil
}

// longestWait bounds the back-off: a source that comes back is compared soon.
const longestWait = 30 * time.Minute

// wait returns the time to the next pass after some failures in a row: twice as long after each.
func (s AskedSource) wait(failures int) time.Duration {
	wait := s.Every
	for range failures {
		if wait *= 2; wait >= longestWait {
			return max(longestWait, s.Every)
		}
	}
	return wait
}

func (p *pass) findings() []Finding {
	var all []Finding
	for _, d := range p.doubts {
		if d.done != "" {
			all = append(all, Finding{p.src.Name, d.ref.ID, d.title, d.address, d.wrong, d.why, d.done})
		}
	}
	return all
}

// Asked returns the named, or only, site and its sources, or only the named source. It returns
// InvalidError if there is none.
func (n *Newsroom) Asked(site, name string) (string, []AskedSource, error) {
	site, err := n.Site(site)
	if err != nil {
		return "", nil, err
	}
	var chosen []AskedSource
	for _, src := range n.Sources[site] {
		if name == "" || src.Name == name {
			chosen = append(chosen, src)
		}
	}
	if len(chosen) == 0 {
		return "", nil, invalidf("the settings of %s have no source %sto ask: add one under sites.%s.sources", site, spaced(name), site)
	}
	return site, chosen, nil
}

func spaced(name string) string {
	if name == "" {
		return ""
	}
	return name + " "
}
