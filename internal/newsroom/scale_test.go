package newsroom

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"maps"
	"math/rand/v2"
	"os"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/catalogue"
	"github.com/aloud-audio/aloud/internal/feed"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/store"
)

// months is the age of the archives below: twenty years.
const months = 240

// fillCatalogue writes a catalogue of articles that do not exist, spread over the months before
// now.
func (d desk) fillCatalogue(articles int) {
	d.t.Helper()
	ground := d.Catalogue.Ground("main")
	pages, number := map[string]any{}, 0
	for i := range months {
		first := time.Date(2026, time.February-time.Month(i), 1, 0, 0, 0, 0, time.UTC)
		month, size := first.Format("2006-01"), articles/months
		var body bytes.Buffer
		zip, _ := gzip.NewWriterLevel(&body, gzip.BestSpeed)
		rows := json.NewEncoder(zip)
		for j := range size {
			number++
			d.must(rows.Encode(manyRow(number, first.Add(time.Duration(size-j)*(28*24*time.Hour/time.Duration(size+1))), ground)))
		}
		d.must(zip.Close())
		object := month + "-many.jsonl.gz"
		d.put("pages/"+object, body.Bytes())
		pages[month] = map[string]any{"object": object, "rows": size, "states": map[string]int{"published": size}, "newest_first": true}
	}
	head, err := json.Marshal(map[string]any{"version": 1, "nonce": "many", "pages": pages})
	d.must(err)
	d.put("head.json", head)
}

func (d desk) put(name string, body []byte) {
	d.t.Helper()
	_, err := d.Store.Put(d.t.Context(), library.CataloguePrefix("main")+name, body, store.PutOptions{})
	d.must(err)
}

func (d desk) must(err error) {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
}

// manyRow is a row as large as those of real articles.
func manyRow(number int, appeared time.Time, ground catalogue.Ground) catalogue.Row {
	etag := fmt.Sprintf("%q", fmt.Sprintf("%032x", number*7919))
	id := fmt.Sprintf("post-%08d", number)
	return catalogue.Row{
		ID: id, State: library.Published, Title: fmt.Sprint("The council of the harbour votes about berth number ", number),
		URL: "https://news.example.com/harbour/" + id + "/", Revision: appeared.Format(time.RFC3339Nano), Appeared: appeared, At: appeared,
		Language: []string{"en", "uk"}[number%2], Tags: []string{"harbour", "council"}, Source: "ghost",
		Public:    &catalogue.Public{Audio: fmt.Sprintf("%032x.mp3", number), Bytes: 1_400_000, Duration: 180.5, Voice: "google:en-US-Chirp3-HD-Charon", Sound: etag, PublishedAt: appeared},
		Versions:  library.Versions{Desired: etag, Outcome: etag, Narration: etag},
		Judgement: catalogue.Judgement{Ground: ground},
	}
}

// counted counts the requests to a store, and lets each of them wait.
type counted struct {
	store.Store
	wait                         time.Duration
	opened, put, deleted, listed atomic.Int64
}

func (c *counted) count(of *atomic.Int64) {
	of.Add(1)
	time.Sleep(c.wait)
}

func (c *counted) Open(ctx context.Context, key string, offset int64) (*store.Object, error) {
	c.count(&c.opened)
	return c.Store.Open(ctx, key, offset)
}

func (c *counted) Put(ctx context.Context, key string, body []byte, o store.PutOptions) (string, error) {
	c.count(&c.put)
	return c.Store.Put(ctx, key, body, o)
}

func (c *counted) Delete(ctx context.Context, key string) error {
	c.count(&c.deleted)
	return c.Store.Delete(ctx, key)
}

func (c *counted) List(ctx context.Context, prefix string) iter.Seq2[store.Entry, error] {
	c.count(&c.listed)
	return c.Store.List(ctx, prefix)
}

func (c *counted) ListAfter(ctx context.Context, prefix, after string) iter.Seq2[store.Entry, error] {
	c.count(&c.listed)
	return c.Store.ListAfter(ctx, prefix, after)
}

// requests returns how many there were since the last call: PUT, GET, DELETE, LIST.
func (c *counted) requests() [4]int64 {
	return [4]int64{c.put.Swap(0), c.opened.Swap(0), c.deleted.Swap(0), c.listed.Swap(0)}
}

// openMany is a newsroom with feeds and a catalogue of so many articles.
func openMany(t testing.TB, articles int) (desk, *counted) {
	t.Helper()
	d := open(t)
	c := &counted{Store: d.Store}
	d.Store, d.Library = c, library.New(c)
	d.Narrator.Library = d.Library
	d.withFeeds()
	d.fillCatalogue(articles)
	return d, c
}

// settledKeeper is a keeper that has seen everything, as after an hour of work.
func (d desk) settledKeeper() *CatalogueKeeper {
	d.t.Helper()
	k := NewCatalogueKeeper(d.Newsroom, "main")
	view, err := d.Catalogue.Open(d.t.Context(), "main")
	d.must(err)
	pages, err := k.feeds.plan.pages(d.t.Context(), &view, nil)
	d.must(err)
	for _, page := range pages {
		k.feeds.written[page.Name] = page.Mark()
	}
	for _, page := range pages[:3] { // the newest pages are there
		for _, format := range feed.Formats {
			_, err := d.Store.Put(d.t.Context(), library.FeedPrefix("main")+page.Name+format.Extension, []byte("{}"), store.PutOptions{})
			d.must(err)
		}
	}
	return k
}

// What a publication costs the catalogue does not depend on the size of the archive, and is two
// small writes: a change marker, and its deletion. A compaction writes the pages of its months, two
// lists and a head for all that it takes.
func TestAPublicationCostsTwoWritesInAnyArchive(t *testing.T) {
	var first [4]int64
	for _, articles := range []int{months, 20 * months} {
		d, c := openMany(t, articles)
		compact := func() [4]int64 {
			c.requests()
			_, err := d.Catalogue.Compact(t.Context(), "main")
			d.must(err)
			return c.requests()
		}
		d.tell("first", now) // the process learns where the rows are
		compact()
		d.tell("second", now)
		before, err := d.Library.Changes(t.Context(), "main", 0)
		d.must(err)
		got := compact()
		if len(before) != 1 || got[0] != 2 || got[2] > 3 || got[1] > 6 {
			t.Errorf("%d articles: %d markers; a compaction made %v requests (PUT, GET, DELETE, LIST)", articles, len(before), got)
		}
		if first == [4]int64{} {
			first = got
		}
		if got != first {
			t.Errorf("of %d articles: %v requests, of %d: %v", articles, got, months, first)
		}
	}
}

// A page of the newest articles costs the same in any archive.
func TestAPageReadsOneMonth(t *testing.T) {
	d, c := openMany(t, 100*months)
	c.requests()
	page, err := d.Newest(t.Context(), "main", Filter{}, "", 50)
	d.must(err)
	if got := c.requests(); len(page.Articles) != 50 || got != [4]int64{0, 2, 0, 2} { // the head and a page; what is due, and what changed
		t.Errorf("%d articles by %v requests (PUT, GET, DELETE, LIST)", len(page.Articles), got)
	}
}

// Whatever happens, the months that changed and the kept ones give the same feeds as all entries.
func TestFeedsAreThoseOfAllEntries(t *testing.T) {
	d := open(t)
	keeper := d.withFeeds()
	d.tellDaily(feed.PageSize + 30)
	_, err := d.RebuildCatalogue(t.Context(), "main", nil)
	d.must(err)
	random := rand.New(rand.NewPCG(16, 7))
	for step := range 40 {
		switch random.IntN(4) {
		case 0:
			_, err := d.Catalogue.Compact(t.Context(), "main")
			d.must(err)
		case 1:
			_, err := d.Remove(t.Context(), []library.Ref{{Site: "main", ID: fmt.Sprintf("a%03d", random.IntN(feed.PageSize+30))}})
			d.must(err)
		case 2:
			d.tell(fmt.Sprint("new", step), time.Time{}, "storms") // an article of no known time
		default:
			d.tell(fmt.Sprint("new", step), now.AddDate(0, 0, -random.IntN(120)), "storms")
		}
		d.sameFeeds(keeper.feeds)
	}
}

// sameFeeds compares the pages of a writer with those that all narrations give.
func (d desk) sameFeeds(w *feedWriter) {
	d.t.Helper()
	ctx := d.t.Context()
	view, err := d.Catalogue.Open(ctx, "main")
	d.must(err)
	pending, err := w.pending(ctx, view)
	d.must(err)
	pages, err := w.plan.pages(ctx, &view, pending)
	d.must(err)
	got, want := map[string]feed.Mark{}, map[string]feed.Mark{}
	for _, page := range pages {
		if page.Archive {
			entries, err := w.plan.entries(ctx, &view, page.Month())
			d.must(err)
			if filled := page.Fill(entries); filled.Mark() != page.Mark() || len(filled.Entries) == 0 {
				d.t.Errorf("%s is filled with other entries than planned", page.Name)
			}
		}
		got[page.Name] = page.Mark()
	}
	refs, err := collect(d.Library.Articles(ctx, "main"))
	d.must(err)
	all := catalogue.View{Pending: map[library.Ref]bool{}}
	for _, ref := range refs {
		all.Pending[ref] = true
	}
	entries, err := w.pending(ctx, all)
	d.must(err)
	for _, page := range feed.Plan(d.Feeds["main"], d.Narrator.Sites["main"].Player.Label, entries) {
		want[page.Name] = page.Mark()
	}
	if !maps.Equal(got, want) {
		d.t.Fatalf("%d pages, want %d, or one differs", len(got), len(want))
	}
}

// BenchmarkCatalogued measures an archive of many articles: a page of a list, by a process that has
// just begun and by one that has read it before, a compaction after a publication, and the feeds
// after it. In /slow each request to the store takes 15 ms.
func BenchmarkCatalogued(b *testing.B) {
	for _, articles := range sizes() {
		d, c := openMany(b, articles)
		ctx := b.Context()
		page := func(n *Newsroom) {
			_, err := n.Newest(ctx, "main", Filter{}, "", 100)
			d.must(err)
		}
		k := d.settledKeeper()
		for name, wait := range map[string]time.Duration{"": 0, "/slow": 15 * time.Millisecond} {
			run := func(what string, f func(b *testing.B)) {
				b.Run(fmt.Sprint(what, "/", articles, name), func(b *testing.B) {
					c.wait = wait
					defer func() { c.wait = 0 }()
					f(b)
				})
			}
			run("page_cold", func(b *testing.B) {
				for b.Loop() {
					n := *d.Newsroom
					n.Catalogue = NewCatalogue(d.Store, d.Narrator)
					page(&n)
				}
			})
			run("page", func(b *testing.B) {
				for b.Loop() {
					page(d.Newsroom)
				}
			})
			run("compact", func(b *testing.B) {
				d.benchPublication(b, c, func() { _, err := d.Catalogue.Compact(ctx, "main"); d.must(err) }, func() {})
			})
			run("feeds", func(b *testing.B) {
				d.benchPublication(b, c, func() { _, err := k.feeds.update(ctx, false); d.must(err) }, func() { _, err := d.Catalogue.Compact(ctx, "main"); d.must(err) })
			})
		}
	}
}

// benchPublication measures what is done after an article was published and something prepared.
func (d desk) benchPublication(b *testing.B, c *counted, measured, prepare func()) {
	b.StopTimer()
	wait, requests := c.wait, [4]int64{}
	for i := range b.N {
		c.wait = 0
		d.tell("news-"+library.NewNonce(), now.Add(time.Duration(i)*time.Second))
		prepare()
		c.requests()
		c.wait = wait
		b.StartTimer()
		measured()
		b.StopTimer()
		requests = c.requests()
	}
	c.wait = 0
	for i, name := range []string{"PUT", "GET", "DELETE", "LIST"} {
		b.ReportMetric(float64(requests[i]), name)
	}
}

// sizes are of the archives that are measured: ALOUD_BENCH_ARTICLES=100000,1000000.
func sizes() (all []int) {
	for text := range strings.SplitSeq(os.Getenv("ALOUD_BENCH_ARTICLES"), ",") {
		size := 0
		if _, err := fmt.Sscan(text, &size); err == nil {
			all = append(all, size)
		}
	}
	if all == nil {
		all = []int{1000, 20_000}
	}
	return all
}
