package feed

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

var day = time.Date(2026, time.November, 30, 9, 0, 0, 0, time.UTC)

var ferryNews = Settings{
	Title: "Ferry News, read aloud", Description: "What happens on the water.", Link: "https://ferry.example", Image: "https://ferry.example/cover.jpg",
	Language: "en", Author: "Ferry News", Email: "podcast@ferry.example", Copyright: "Ferry News",
	Categories: []Category{{"News", "Daily News"}, {"Technology", ""}},
	Languages:  map[string]Variant{"uk": {Title: "Поромні новини"}},
	Tags:       map[string]Variant{"storms": {Tags: []string{"Weather"}}},
	Base:       "https://audio.ferry.example/main/feeds/", Files: "https://audio.ferry.example/main/articles/",
}

func label(language string) string {
	if language == "uk" {
		return "Озвучено за допомогою ШІ"
	}
	return "This audio is created with AI assistance"
}

// entries are of consecutive hours, the last one first.
func entries(count int, last time.Time) (all []Entry) {
	for i := range count {
		all = append(all, Entry{ID: fmt.Sprintf("a%04d", count-i), Language: "en", Published: last.Add(-time.Duration(i) * time.Hour), Version: "1"})
	}
	return all
}

func byName(pages []Page) map[string]Page {
	named := map[string]Page{}
	for _, p := range pages {
		named[p.Name] = p
	}
	return named
}

func TestPlanHasEveryFeed(t *testing.T) {
	all := []Entry{
		{ID: "storm", Language: "en", Tags: []string{"weather"}, Published: day},
		{ID: "шторм", Language: "uk", Published: day.Add(-time.Hour)},
	}
	got := map[string]string{}
	for _, p := range Plan(ferryNews, label, all) {
		got[p.Name] = fmt.Sprint(p.Channel.Title, "; ", p.Channel.Language, "; ", p.Channel.Label, "; ", len(p.Entries))
	}
	want := map[string]string{
		"podcast":     "Ferry News, read aloud; en; This audio is created with AI assistance; 2",
		"en":          "Ferry News, read aloud (en); en; This audio is created with AI assistance; 1",
		"uk":          "Поромні новини; uk; Озвучено за допомогою ШІ; 1",
		"tags/storms": "Ferry News, read aloud (storms); en; This audio is created with AI assistance; 1",
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got %v\nwant %v", got, want)
	}
}

// The newest page and its archive have every entry, and each page leads to the next older one.
func TestArchiveHasEverything(t *testing.T) {
	for _, count := range []int{0, 1, PageSize, PageSize + 1, 2 * PageSize, 777, 2000} {
		all := entries(count, day)
		pages := byName(Plan(ferryNews, label, all))
		seen, page, newer := map[string]bool{}, pages[SiteFeed], ""
		for {
			for _, e := range page.Entries {
				seen[e.ID] = true
			}
			if len(page.Entries) > PageSize || page.Newer != newer {
				t.Errorf("of %d: page %s has %d entries, and %q is newer, not %q", count, page.Name, len(page.Entries), page.Newer, newer)
			}
			if page.Older == "" {
				break
			}
			if page.Archive {
				newer = page.Name
			}
			page = pages[page.Older]
		}
		if len(seen) != count {
			t.Errorf("%d of %d entries are on a page", len(seen), count)
		}
		if (pages[SiteFeed].Older != "") != (count > PageSize) {
			t.Errorf("of %d entries the newest page leads to %q", count, pages[SiteFeed].Older)
		}
	}
}

// changed returns the names of pages that differ, also those that are on one side only.
func changed(before, after []Page) (names []string) {
	was, is := byName(before), byName(after)
	for name, p := range is {
		if former, had := was[name]; !had || former.Mark() != p.Mark() {
			names = append(names, name)
		}
	}
	for name := range was {
		if _, has := is[name]; !has {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// A publication changes the newest pages and at most one page of the archive; a removal changes
// no other month's pages.
func TestFewPagesChange(t *testing.T) {
	all := entries(2000, day) // nearly three months
	s := ferryNews
	s.Tags = nil
	before := Plan(s, label, all)
	published := append([]Entry{{ID: "new", Language: "en", Published: day.Add(time.Minute), Version: "1"}}, all...)
	if names := changed(before, Plan(s, label, published)); len(names) > 4 {
		t.Errorf("a publication changes %v", names)
	}
	removed := slices.Delete(slices.Clone(all), 1500, 1501)
	for _, name := range changed(before, Plan(s, label, removed)) {
		if !strings.HasPrefix(name, Month(all[1500].Published)) {
			t.Errorf("a removal of %s changes %s", all[1500].Published, name)
		}
	}
	edited := slices.Clone(all)
	edited[1500].Version = "2"
	if names := changed(before, Plan(s, label, edited)); len(names) != 2 { // of the site and of its language
		t.Errorf("an edit changes %v", names)
	}
}

// Keys of months end before those of newest pages begin.
func TestMonthsSortFirst(t *testing.T) {
	for _, at := range []time.Time{{}, day, time.Date(9999, 12, 31, 0, 0, 0, 0, time.UTC), time.Date(12000, 1, 1, 0, 0, 0, 0, time.UTC)} {
		if !IsArchive(Month(at) + "/podcast-1") {
			t.Errorf("%s is no month of an archive", Month(at))
		}
	}
	for _, name := range []string{SiteFeed, "aa", "uk", "tags/0"} {
		if IsArchive(name) {
			t.Errorf("%s is no archive", name)
		}
	}
}
