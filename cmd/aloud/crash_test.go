package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"path"
	"sync"
	"testing"
	"time"

	"cloud.google.com/go/texttospeech/apiv1/texttospeechpb"

	emulator "github.com/aloud-audio/aloud/internal/emulator/google"
	"github.com/aloud-audio/aloud/internal/emulator/google/emulatortest"
	"github.com/aloud-audio/aloud/internal/emulator/local"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/store/storetest"
	"github.com/aloud-audio/aloud/worker/redistest"
)

const (
	stormArticles = 50
	stormDeadline = 150 * time.Second // from the kill
)

// Fifty articles at once, two workers on one Redis and one bucket, one of them killed midway: all
// are published, only what was being bought at the kill is bought twice, and no narration ever
// names a missing file.
func TestAKilledWorkerCostsNothingButTime(t *testing.T) {
	endpoint, bucket := storetest.StartS3(t)
	bought := &purchases{}
	provider := emulatortest.Start(t, emulator.Options{Speaker: local.Tone, Before: bought.record})
	p := newPlace(t, "ALOUD_REDIS_URL="+redistest.Start(t).URL, "ALOUD_STORE=s3://"+bucket, "ALOUD_S3_ENDPOINT="+endpoint,
		"ALOUD_GOOGLE_ENDPOINT="+provider.Endpoint, "ALOUD_VOICE=google:en-US-Chirp3-HD-Kore")
	server, victim := p.start("serve"), p.start("worker")
	p.start("worker")

	readers, stopReading := context.WithCancel(t.Context())
	defer stopReading()
	watch := watchNarrations(readers, t, server.url)
	for i := range stormArticles {
		server.publish(t, stormID(i), fmt.Sprintf("Article number %d", i), fmt.Sprintf("This paragraph is of article %d alone.", i),
			"This paragraph stands in every one of them.", fmt.Sprintf("And article %d ends here.", i))
	}
	watch.awaitPublished(t, stormArticles/4, stormDeadline)
	victim.kill()
	killed := time.Now()
	watch.awaitPublished(t, stormArticles, stormDeadline)
	t.Logf("all %d published %s after the kill, %d calls of the provider", stormArticles, time.Since(killed).Round(time.Second), bought.total())
	bought.check(t, killed)
	var rows []listRow
	if err := json.Unmarshal([]byte(p.must("list", "--json", "--state", "published")), &rows); err != nil || len(rows) != stormArticles {
		t.Errorf("%d articles are published, %v: %+v", len(rows), err, rows)
	}
}

func stormID(i int) string { return fmt.Sprintf("storm-%d", i) }

// purchases records when each text was bought. A purchase takes a while, so that some are in
// progress at the kill.
type purchases struct {
	mu    sync.Mutex
	times map[string][]time.Time
}

const purchaseTime = 300 * time.Millisecond

func (p *purchases) record(ctx context.Context, req *texttospeechpb.SynthesizeSpeechRequest) error {
	p.mu.Lock()
	if p.times == nil {
		p.times = map[string][]time.Time{}
	}
	text := req.GetInput().GetText()
	p.times[text] = append(p.times[text], time.Now())
	p.mu.Unlock()
	select {
	case <-time.After(purchaseTime):
	case <-ctx.Done():
	}
	return ctx.Err()
}

func (p *purchases) total() (n int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, times := range p.times {
		n += len(times)
	}
	return n
}

// check allows a text to be bought twice only if the first purchase was in progress at the kill:
// requested, and not yet stored.
func (p *purchases) check(t *testing.T, killed time.Time) {
	t.Helper()
	p.mu.Lock()
	defer p.mu.Unlock()
	const underWay = purchaseTime + 2*time.Second // and the time to store it, on a busy machine
	for text, times := range p.times {
		if len(times) > 2 || (len(times) == 2 && (times[0].After(killed) || killed.Sub(times[0]) > underWay || times[1].Before(killed))) {
			t.Errorf("%q was bought at %v; the kill was at %s", text, times, killed)
		}
	}
	if want := 3*stormArticles + 1; len(p.times) != want {
		t.Errorf("%d texts were bought, want %d", len(p.times), want)
	}
}

// watcher reads all narrations over and over, as readers do, and every file that they name.
type watcher struct {
	mu        sync.Mutex
	published map[string]bool
	changed   chan struct{}
}

func watchNarrations(ctx context.Context, t *testing.T, server string) *watcher {
	w := &watcher{published: map[string]bool{}, changed: make(chan struct{}, 1)}
	var reading sync.WaitGroup
	reading.Go(func() {
		for ctx.Err() == nil {
			for i := range stormArticles {
				w.read(ctx, t, server, stormID(i))
			}
		}
	})
	t.Cleanup(reading.Wait)
	return w
}

func (w *watcher) read(ctx context.Context, t *testing.T, server, id string) {
	base := server + "/public/main/articles/" + id
	var n library.Narration
	resp, err := fetchFrom(ctx, base+"/narration.json")
	if err != nil || resp.StatusCode == http.StatusNotFound {
		return
	}
	defer resp.Body.Close()
	if err := json.NewDecoder(resp.Body).Decode(&n); err != nil && ctx.Err() == nil {
		t.Errorf("%s: %d, %v", id, resp.StatusCode, err)
		return
	}
	for _, file := range []string{n.Audio[0].URL, n.Captions[0].URL} {
		part, err := fetchFrom(ctx, base+"/"+path.Base(file))
		if err != nil {
			return
		}
		part.Body.Close()
		if part.StatusCode != http.StatusOK {
			t.Errorf("%s names %s: %d", id, file, part.StatusCode)
		}
	}
	w.mu.Lock()
	w.published[id] = true
	w.mu.Unlock()
	select {
	case w.changed <- struct{}{}:
	default:
	}
}

func fetchFrom(ctx context.Context, url string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	return http.DefaultClient.Do(req)
}

func (w *watcher) awaitPublished(t *testing.T, want int, patience time.Duration) {
	t.Helper()
	timeout := time.After(patience)
	for {
		w.mu.Lock()
		n := len(w.published)
		w.mu.Unlock()
		if n >= want {
			return
		}
		select {
		case <-w.changed:
		case <-timeout:
			t.Fatalf("%d of %d articles are published after %s", n, want, patience)
		}
	}
}
