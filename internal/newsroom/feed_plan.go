package newsroom

import (
	"context"
	"maps"
	"slices"

	"github.com/aloud-audio/aloud/internal/catalogue"
	"github.com/aloud-audio/aloud/internal/feed"
)

// feedPlan says which pages a site's feeds have. It keeps a plan of each month, and looks only at
// the months that changed: a publication costs as much in an archive of a million articles as in
// one of a thousand.
type feedPlan struct {
	settings feed.Settings
	label    func(language string) string

	months map[string]*plannedMonth
	extra  map[string][]feed.Entry           // entries that the month's page of the catalogue lacks, by month
	newest map[string]map[string]keptEntries // the begin of each feed, by feed and month
	last   keptEntries                       // of the month that was read last, all feeds together
}

// plannedMonth is the plan of one month.
type plannedMonth struct {
	feed.MonthPlan
	page      string       // of the catalogue
	strays    []feed.Entry // that the page has, and that feeds list in another month
	unsettled bool         // it has to be planned again
}

// keptEntries are entries of a month as it was planned.
type keptEntries struct {
	of      *plannedMonth
	entries []feed.Entry
}

func newFeedPlan(s feed.Settings, label func(language string) string) *feedPlan {
	return &feedPlan{settings: s, label: label, months: map[string]*plannedMonth{}, newest: map[string]map[string]keptEntries{}}
}

// pages returns the pages of all feeds, as feed.Layout does. pending are the entries of the view's
// pending articles.
func (p *feedPlan) pages(ctx context.Context, view *catalogue.View, pending []feed.Entry) ([]feed.Page, error) {
	if err := p.follow(ctx, view, pending); err != nil {
		return nil, err
	}
	var months []feed.MonthPlan
	for _, month := range p.newestFirst() {
		months = append(months, p.months[month].MonthPlan)
	}
	return feed.Layout(p.settings, p.label, months, func(c feed.Channel) ([]feed.Entry, error) { return p.begin(ctx, view, c) })
}

func (p *feedPlan) newestFirst() []string {
	months := slices.Sorted(maps.Keys(p.months))
	slices.Reverse(months)
	return months
}

// follow plans the months anew whose page of the catalogue changed, or that have pending articles,
// or had.
func (p *feedPlan) follow(ctx context.Context, view *catalogue.View, pending []feed.Entry) error {
	lacking, err := view.PendingMonths(ctx)
	if err != nil {
		return err
	}
	p.extra = byMonth(pending)
	pages, unsettled := view.Months(), map[string]bool{}
	for _, month := range slices.Concat(lacking, slices.Collect(maps.Keys(p.extra))) {
		unsettled[month] = true
	}
	for month := range union(pages, unsettled, p.months) {
		m := p.months[month]
		if m != nil && m.page == pages[month] && !m.unsettled && !unsettled[month] {
			continue
		}
		if err := p.plan(ctx, view, month, unsettled[month]); err != nil {
			return err
		}
	}
	return p.addStrays(ctx, view)
}

// addStrays plans the months anew that list entries of another month's page: articles whose time of
// publication is not in this era.
func (p *feedPlan) addStrays(ctx context.Context, view *catalogue.View) error {
	var strays []feed.Entry
	for _, m := range p.months {
		strays = append(strays, m.strays...)
	}
	for month, entries := range byMonth(strays) {
		p.extra[month] = append(p.extra[month], entries...)
		if err := p.plan(ctx, view, month, true); err != nil {
			return err
		}
	}
	return nil
}

func byMonth(entries []feed.Entry) map[string][]feed.Entry {
	months := map[string][]feed.Entry{}
	for _, e := range entries {
		months[feed.Month(e.Published)] = append(months[feed.Month(e.Published)], e)
	}
	return months
}

func union(pages map[string]string, unsettled map[string]bool, planned map[string]*plannedMonth) map[string]bool {
	all := maps.Clone(unsettled)
	for month := range pages {
		all[month] = true
	}
	for month := range planned {
		all[month] = true
	}
	return all
}

// plan plans a month, or forgets it if it is empty.
func (p *feedPlan) plan(ctx context.Context, view *catalogue.View, month string, unsettled bool) error {
	m := &plannedMonth{page: view.Months()[month], unsettled: unsettled}
	own, strays, err := p.listed(ctx, view, month)
	if err != nil {
		return err
	}
	own = feed.NewestFirst(append(own, p.extra[month]...))
	if m.strays = strays; m.page == "" && len(own) == 0 {
		delete(p.months, month)
		return nil
	}
	m.MonthPlan = p.settings.PlanMonth(month, own)
	p.months[month], p.last = m, keptEntries{m, own}
	return nil
}

// listed returns the entries of a month's page of the catalogue, and those of them that feeds list
// in another month.
func (p *feedPlan) listed(ctx context.Context, view *catalogue.View, month string) (own, strays []feed.Entry, err error) {
	rows, err := view.RowsOf(ctx, month, catalogue.Query{Public: true, NotHeld: true})
	for _, row := range rows {
		switch e := entryOf(row); {
		case row.Gone:
		case feed.Month(e.Published) == month:
			own = append(own, e)
		default:
			strays = append(strays, e)
		}
	}
	return own, strays, err
}

// entries returns the entries of a planned month, the newest first.
func (p *feedPlan) entries(ctx context.Context, view *catalogue.View, month string) ([]feed.Entry, error) {
	if m := p.months[month]; p.last.of != m {
		own, _, err := p.listed(ctx, view, month)
		if err != nil {
			return nil, err
		}
		p.last = keptEntries{m, feed.NewestFirst(append(own, p.extra[month]...))}
	}
	return p.last.entries, nil
}

// begin returns the newest entries of a feed. It keeps them, and looks only at the months that
// changed.
func (p *feedPlan) begin(ctx context.Context, view *catalogue.View, c feed.Channel) (all []feed.Entry, err error) {
	had, kept := p.newest[c.Name], map[string]keptEntries{}
	for _, month := range p.newestFirst() {
		m, left := p.months[month], feed.PageSize-len(all)
		count := m.Count(c)
		if left == 0 || count == 0 {
			continue
		}
		some := had[month]
		if some.of != m || len(some.entries) < min(count, left) {
			entries, err := p.entries(ctx, view, month)
			if err != nil {
				return nil, err
			}
			chosen := c.Choose(entries)
			some = keptEntries{m, chosen[:min(len(chosen), feed.PageSize)]}
		}
		kept[month] = some
		all = append(all, some.entries[:min(left, len(some.entries))]...)
	}
	p.newest[c.Name] = kept
	return all, nil
}
