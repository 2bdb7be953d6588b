package feed

import (
	"crypto/sha256"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// MonthPlan says which archive pages the feeds of a site have for one month, without their entries:
// a few bytes for a hundred narrations. So a site of any age is planned anew by the months that
// changed.
type MonthPlan struct {
	Month string
	feeds map[string][]monthPage // by the name of the feed, the newest page first
}

// monthPage is an archive page of a month. Pages are counted from the month's begin, so that a new
// narration changes no page but the last, and a removal none of another month.
type monthPage struct {
	name   string
	number int
	size   int
	sum    string // of its entries
}

// PlanMonth plans a month that has these entries, the newest first.
func (s Settings) PlanMonth(month string, entries []Entry) MonthPlan {
	languages := map[string]bool{}
	for _, e := range entries {
		languages[e.Language] = true
	}
	delete(languages, "")
	m := MonthPlan{Month: month, feeds: map[string][]monthPage{}}
	for _, c := range s.channels(slices.Collect(maps.Keys(languages))) {
		for number, page := range cut(c.Choose(entries)) {
			name := fmt.Sprintf("%s/%s-%d", month, c.Name, number)
			m.feeds[c.Name] = append(m.feeds[c.Name], monthPage{name, number, len(page), sumOf(page)})
		}
	}
	return m
}

// Count returns how many narrations of the month a feed lists.
func (m MonthPlan) Count(c Channel) (count int) {
	for _, page := range m.feeds[c.Name] {
		count += page.size
	}
	return count
}

// cut yields the archive pages of a month's entries with their numbers, the newest first. The
// newest of them may be short.
func cut(entries []Entry) func(func(int, []Entry) bool) {
	return func(yield func(int, []Entry) bool) {
		for len(entries) > 0 {
			size := (len(entries)-1)%PageSize + 1
			if !yield((len(entries)+PageSize-1)/PageSize, entries[:size]) {
				return
			}
			entries = entries[size:]
		}
	}
}

// Fill returns an archive page with its entries, of all those of its month, the newest first.
func (p Page) Fill(month []Entry) Page {
	for number, entries := range cut(p.Channel.Choose(month)) {
		if number == p.number {
			p.Entries, p.sum = entries, sumOf(entries)
		}
	}
	return p
}

// Month returns the month of an archive page.
func (p Page) Month() string { return p.month }

// Layout returns the pages of all feeds of a site with these months, the newest first: first the
// newest page of each feed, then the archives, the newest first, without their entries. Narrations
// that are all on the newest page need no archive. newest returns the newest PageSize entries of a
// feed.
func Layout(s Settings, label func(language string) string, months []MonthPlan, newest func(Channel) ([]Entry, error)) ([]Page, error) {
	var all []Page
	var archives [][]Page // of each feed
	for _, c := range s.channels(languagesOf(months)) {
		c.Label = label(c.Language)
		c.sum = c.sumOfAll()
		entries, err := newest(c)
		if err != nil {
			return nil, err
		}
		page, archive := Page{Name: c.Name, Channel: &c, Entries: entries, sum: sumOf(entries)}, c.archive(months, len(entries))
		if len(archive) > 0 {
			page.Older = archive[0].Name
		}
		all, archives = append(all, page), append(archives, archive)
	}
	for _, m := range months {
		for i, pages := range archives {
			n := 0
			for n < len(pages) && pages[n].month == m.Month {
				n++
			}
			all, archives[i] = append(all, pages[:n]...), pages[n:]
		}
	}
	return all, nil
}

// languagesOf returns the languages that the months have feeds of.
func languagesOf(months []MonthPlan) []string {
	names := map[string]bool{}
	for _, m := range months {
		for name := range m.feeds {
			if name != SiteFeed && !strings.HasPrefix(name, tagFolder) {
				names[name] = true
			}
		}
	}
	return slices.Collect(maps.Keys(names))
}

// archive returns the archive pages of a feed, the newest first. So many entries are on its newest
// page.
func (c Channel) archive(months []MonthPlan, newest int) (pages []Page) {
	for _, m := range months {
		for _, p := range m.feeds[c.Name] {
			if newest -= p.size; newest < 0 {
				pages = append(pages, Page{Name: p.name, Channel: &c, Archive: true, month: m.Month, number: p.number, sum: p.sum})
			}
		}
	}
	for i := range pages {
		if i > 0 {
			pages[i].Newer = pages[i-1].Name
		}
		if i+1 < len(pages) {
			pages[i].Older = pages[i+1].Name
		}
	}
	return pages
}

func (c Channel) sumOfAll() string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%+v", c))
	return string(sum[:])
}
