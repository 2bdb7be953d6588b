package notify

import (
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/store"
)

func (in *inbox) purges(t *testing.T) Receiver {
	t.Helper()
	r, err := NewPurgeReceiver(in.URL+"/aloud", []string{secret}, []string{"127.0.0.1"})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// What a take-down deletes is sent at once, signed, with the addresses that caches have.
func TestPurgeIsSentAtOnce(t *testing.T) {
	for name, c := range map[string]struct {
		public string
		want   []string
	}{
		"aloud serves": {"", []string{"/public/main/articles/ferry/narration.json", ".mp3", ".vtt", "/embed/main/ferry", "/feeds/main.json", "/feeds/main/en.json"}},
		"a CDN serves": {"https://audio.example.com", []string{"https://audio.example.com/main/articles/ferry/narration.json", ".mp3", ".vtt", "/main/feeds/podcast.json", "/main/feeds/en.json"}},
	} {
		t.Run(name, func(t *testing.T) {
			in := openInbox(t)
			n := open(t)
			n.opts.PublicURL = c.public
			if c.public != "" {
				n.public = c.public
			}
			n.opts.Purges = map[string][]Receiver{"main": {in.purges(t)}}
			n.lib.OnGone = n.Purge
			n.publish("Ferry")
			for feed, id := range map[string]string{"podcast": "ferry", "en": "ferry", "fr": "bridge"} {
				if _, err := n.opts.Store.Put(t.Context(), "public/main/feeds/"+feed+".json", []byte(`{"items":[{"id":"aloud:main/`+id+`"}]}`), store.PutOptions{}); err != nil {
					t.Fatal(err)
				}
			}
			if err := n.lib.Withdraw(t.Context(), ferry); err != nil {
				t.Fatal(err)
			}
			n.Wait()
			got := in.arrived()
			if len(got) != 1 || got[0].Type != "files.gone" {
				t.Fatalf("arrived: %+v", got)
			}
			var m purgeMessage
			if err := json.Unmarshal([]byte(got[0].body), &m); err != nil {
				t.Fatal(err)
			}
			if len(m.Data.URLs) != len(c.want) || m.Data.Site != "main" || m.Data.ID != "ferry" {
				t.Errorf("%+v", m)
			}
			for _, part := range c.want {
				if !slices.ContainsFunc(m.Data.URLs, func(url string) bool { return strings.HasSuffix(url, part) && strings.HasPrefix(url, c.public) }) {
					t.Errorf("%v lacks %s", m.Data.URLs, part)
				}
			}
			if purges, _, err := n.Backlogs(t.Context(), "main"); err != nil || purges.Waiting != 0 {
				t.Errorf("%+v, %v", purges, err)
			}
			if err := n.lib.TakeDown(t.Context(), ferry); err != nil {
				t.Fatal(err)
			}
			if n.Wait(); len(in.arrived()) != 0 {
				t.Error("a purge although nothing was deleted")
			}
		})
	}
}

// A receiver that is down gets the purge later, under the same id, and status tells meanwhile.
func TestPurgeIsRetriedAsANotice(t *testing.T) {
	in := openInbox(t)
	n := open(t, in.receiver(t)) // also a receiver of notices, of the same address
	n.opts.Purges = map[string][]Receiver{"main": {in.purges(t)}}
	in.answer(http.StatusBadGateway)
	n.Purge(t.Context(), ferry, []string{"public/main/articles/ferry/narration.json"})
	n.Wait()
	first := in.arrived()
	if d, err := n.Deliver(t.Context(), ferry); err != nil || d.Again == 0 || len(in.arrived()) != 0 {
		t.Errorf("delivered while it may be under way: %+v, %v", d, err)
	}
	n.at = n.at.Add(time.Minute)
	if d, err := n.Deliver(t.Context(), ferry); err != nil || d.Failed != 1 {
		t.Errorf("%+v, %v", d, err)
	}
	purges, notices, err := n.Backlogs(t.Context(), "main")
	if err != nil || purges.Waiting != 1 || purges.Tries != 1 || !strings.Contains(purges.Error, "the harbour is closed") || !purges.Next.After(n.at) || notices.Waiting != 0 {
		t.Errorf("%+v, %+v, %v", purges, notices, err)
	}
	in.arrived()
	in.answer(0)
	n.at = n.at.Add(time.Hour)
	if d, err := n.Deliver(t.Context(), ferry); err != nil || d.Delivered != 1 {
		t.Errorf("%+v, %v", d, err)
	}
	if again := in.arrived(); len(first) != 1 || len(again) != 1 || first[0].id != again[0].id || first[0].body != again[0].body {
		t.Errorf("first %+v, then %+v", first, again)
	}
}
