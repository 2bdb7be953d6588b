//go:build ghost

package main

import (
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/doctor"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/source/ghosttest"
	"github.com/aloud-audio/aloud/worker/redistest"
)

// interval is the time from one pass to the next.
const interval = 10 * time.Second

// ghostDesk is a Ghost, and an aloud that gets its hooks and polls it.
type ghostDesk struct {
	*place
	ghost *ghosttest.Ghost
	serve *running
	work  *running
}

func openGhostDesk(t *testing.T) *ghostDesk {
	t.Helper()
	ghost := ghosttest.Start(t, "../../tools/ghost")
	listener, err := net.Listen("tcp", "127.0.0.1:0") // serve is restarted at the same address
	if err != nil {
		t.Fatal(err)
	}
	address := listener.Addr().String()
	_ = listener.Close()
	n := &ghostDesk{ghost: ghost, place: newPlace(t, "ALOUD_REDIS_URL="+redistest.Start(t).URL, "ALOUD_LISTEN="+address)}
	key := "content_key: " + ghost.ContentKey
	if os.Getenv("GHOST_API") == "admin" {
		key = "admin_key: " + ghost.AdminKey
	}
	n.write("aloud.yaml", n.settings(key))
	n.write("admin.yaml", n.settings("admin_key: "+ghost.AdminKey)) // by which doctor asks Ghost for its webhooks
	n.serve, n.work = n.start("serve"), n.start("worker")
	connect := []string{"ghost", "connect", ghost.URL, ghost.AdminKey, "--site", "main", "--hooks", n.serve.url}
	if said := n.must(connect...); strings.Count(said, " made") != 8 {
		t.Fatalf("connected:\n%s", said)
	}
	if said := n.must(connect...); strings.Count(said, "written again") != 8 {
		t.Fatalf("connected again:\n%s", said)
	}
	return n
}

// settings are those of a site that polls Ghost by a key.
func (n *ghostDesk) settings(key string) string {
	return fmt.Sprintf(`
sites:
  main:
    url: %s
    hooks: {ghost: {secret: %s}}
    sources: {ghost: {url: "%s", %s, every: %s, pages: true}}
    allow_private: ["127.0.0.1"]
    skip_tags: [no-audio]
  harbour:
    url: https://harbour.example
`, n.ghost.URL, secret, n.ghost.URL, key, interval)
}

func (n *ghostDesk) publish(number int, tags ...string) ghosttest.Post {
	n.t.Helper()
	return n.ghost.Publish(fmt.Sprintf("The ferry %d", number), fmt.Sprintf("<p>The ferry number %d will run again in December.</p>", number), tags...)
}

// narration returns what the public has of a post; false for nothing.
func (n *ghostDesk) narration(p ghosttest.Post) (library.Narration, bool) {
	n.t.Helper()
	var narration library.Narration
	status, body := get(n.t, n.serve.url+"/public/main/articles/"+p.ID+"/narration.json")
	if status != http.StatusOK {
		return narration, false
	}
	if err := json.Unmarshal([]byte(body), &narration); err != nil {
		n.t.Fatal(err)
	}
	return narration, true
}

func (n *ghostDesk) audible(p ghosttest.Post) bool {
	_, audible := n.narration(p)
	return audible
}

// within waits until a condition holds, reports and returns how long it took, and fails above the
// limit.
func (n *ghostDesk) within(limit time.Duration, what string, holds func() bool) time.Duration {
	n.t.Helper()
	began := time.Now()
	for !holds() {
		if took := time.Since(began); took > limit {
			n.t.Fatalf("%s: not within %s\n%s", what, limit, n.must("status", "--site", "main"))
		}
		time.Sleep(100 * time.Millisecond)
	}
	took := time.Since(began)
	n.t.Logf("%-60s %6.1f s (limit %s)", what, took.Seconds(), limit)
	return took
}

func all(posts []ghosttest.Post, is func(ghosttest.Post) bool) func() bool {
	return func() bool {
		for _, p := range posts {
			if !is(p) {
				return false
			}
		}
		return true
	}
}

const (
	hookTime   = 60 * time.Second // from a hook to the audio, on a busy machine
	found      = interval + 5*time.Second
	renderTime = 30 * time.Second
	begun      = 2 * time.Second // from the acceptance of news to its render: the median of some
)

// Changes in a real Ghost are noticed, with and without hooks.
func TestRealGhost(t *testing.T) {
	n := openGhostDesk(t)
	silent := func(p ghosttest.Post) bool { return !n.audible(p) }

	first := n.publish(0)
	n.within(hookTime, "published, by hook", func() bool { return n.audible(first) })
	before, _ := n.narration(first)
	edited := n.ghost.Edit(first, map[string]any{"html": "<p>The ferry will not run.</p>"})
	n.within(hookTime, "edited, by hook: another track", func() bool {
		now, audible := n.narration(first)
		return audible && now.Audio[0].URL != before.Audio[0].URL
	})
	n.ghost.Edit(edited, map[string]any{"visibility": "paid"})
	n.within(found, "for payers, by hook: gone", func() bool { return !n.audible(first) })

	noAudio := n.ghost.Tag("no-audio")
	for i, bulk := range []struct {
		action string
		meta   map[string]any
	}{
		{"access", map[string]any{"visibility": "paid"}},
		{"unpublish", nil},
		{"delete", nil},
		{"addTag", map[string]any{"tags": []any{map[string]any{"id": noAudio}}}},
	} {
		var posts []ghosttest.Post
		tag := fmt.Sprintf("bulk-%d", i)
		for j := range 3 {
			posts = append(posts, n.publish(10*i+j+10, tag))
		}
		n.within(2*hookTime, "three posts published, by hook", all(posts, n.audible))
		n.ghost.Bulk(tag, bulk.action, bulk.meta)
		n.within(found, "bulk "+bulk.action+": all three gone", all(posts, silent))
		n.must("reconcile", "--site", "main", "--confirm") // else the next three would be too many within a day
	}

	t.Run("a page", func(t *testing.T) {
		p := n.ghost.PublishPage("About the ferry", "<p>The ferry company has three boats.</p>")
		n.within(hookTime, "published, by hook", func() bool { return n.audible(p) })
		before, _ := n.narration(p)
		edited := n.ghost.EditPage(p, map[string]any{"html": "<p>The ferry company has four boats.</p>"})
		n.within(hookTime, "edited, by hook: another track", func() bool {
			now, audible := n.narration(p)
			return audible && now.Audio[0].URL != before.Audio[0].URL
		})
		n.ghost.EditPage(edited, map[string]any{"status": "draft"})
		n.within(found, "unpublished, by hook: gone", func() bool { return !n.audible(p) })
		if r := n.checked("sites.main: ghost webhooks", "--settings", "admin.yaml", "--no-spend"); r.Status != doctor.OK || !strings.HasPrefix(r.Detail, "8 at ") {
			t.Errorf("doctor says of Ghost's webhooks: %+v", r)
		}
	})

	t.Run("a language by a tag", func(t *testing.T) {
		p := n.publish(60, "bulk-uk")
		n.within(hookTime, "published, by hook", func() bool { return n.audible(p) })
		n.ghost.Bulk("bulk-uk", "addTag", map[string]any{"tags": []any{map[string]any{"id": n.ghost.Tag("#other")}}})
		n.within(found, "bulk addTag: the tag is known", func() bool {
			file := n.dir + "/store/private/sites/main/articles/" + p.ID + ".json"
			text, _ := os.ReadFile(file)
			return strings.Contains(string(text), "hash-other")
		})
	})

	t.Run("200 posts that are imported keep their former ids, and hold up no news", func(t *testing.T) {
		var former []ghosttest.Post
		for i := range 200 {
			former = append(former, ghosttest.Post{ID: fmt.Sprintf("64a64a64a64a64a6%08x", i)})
		}
		n.ghost.Import(former)
		n.within(5*time.Minute, "the import is being worked on", func() bool { return slices.ContainsFunc(former, n.audible) })
		var took []time.Duration
		for i := range 3 { // more at once would be more than the site's share of the workers
			id := fmt.Sprintf("breaking-%d", i)
			n.must("publish", n.write(id+".html", page), "--site", "harbour", "--id", id)
			took = append(took, n.within(renderTime, "a fresh article of another site: begun", func() bool {
				_, err := os.Stat(n.dir + "/store/public/harbour/articles/" + id + "/narration.json") // reserved, or published
				return err == nil
			}))
		}
		waiting := slices.DeleteFunc(slices.Clone(former), n.audible)
		t.Logf("meanwhile %d of the imported are not audible yet", len(waiting))
		if slices.Sort(took); took[1] > begun || len(waiting) == 0 {
			t.Errorf("begun within %v while %d imported articles wait", took, len(waiting))
		}
		n.within(20*time.Minute, "200 posts imported without a hook: all audible", all(former, n.audible))
	})

	n.serve.stop()
	n.work.stop()
	down := time.Now()
	missed := n.publish(70)
	n.within(40*time.Second, "serve and worker are down", func() bool { return time.Since(down) > 25*time.Second })
	n.serve, n.work = n.start("serve"), n.start("worker")
	n.within(found+renderTime, "published while both were down, from their start", func() bool { return n.audible(missed) })
	t.Log("\n" + n.must("status", "--site", "main"))
}
