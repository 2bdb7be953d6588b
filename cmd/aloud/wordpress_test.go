//go:build wordpress

package main

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/doctor"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/source/cmstest"
	"github.com/aloud-audio/aloud/internal/source/wordpresstest"
)

// wordpressSecret signs the hooks of these tests.
const wordpressSecret = "whsec_c2VjcmV0IG9mIGEgdGVzdA=="

// wordpressDesk is a WordPress with the plugin, and an aloud that it sends to.
type wordpressDesk struct {
	*place
	wp   *wordpresstest.WordPress
	up   *running
	blog string // stands before the ids of posts; "" but in a network
}

func openWordPressDesk(t *testing.T) *wordpressDesk {
	t.Helper()
	address := cmstest.FreeAddress(t) // up is restarted at the same address
	n := &wordpressDesk{wp: wordpresstest.Start(t, "../../deploy/wordpress/aloud"), place: newPlace(t, "ALOUD_LISTEN="+address)}
	n.write("aloud.yaml", fmt.Sprintf("sites:\n  main:\n    url: %s\n    hooks: {articles: {secret: %s}}\n", n.wp.URL, wordpressSecret))
	n.up = n.start("up")
	n.connect()
	return n
}

// connect enters aloud in the plugin's settings.
func (n *wordpressDesk) connect() {
	n.t.Helper()
	n.set(map[string]any{"address": n.up.url, "site": "main", "secret": wordpressSecret})
}

// id is the article's.
func (n *wordpressDesk) id(p wordpresstest.Post) string { return n.blog + strconv.Itoa(p.ID) }

// set changes the plugin's settings.
func (n *wordpressDesk) set(settings map[string]any) {
	n.t.Helper()
	text, _ := json.Marshal(settings) // plain values
	n.wp.Eval(fmt.Sprintf(`update_option("aloud", json_decode(%s, true) + (array) get_option("aloud", []));`, phpString(string(text))))
}

func phpString(text string) string {
	return "'" + strings.NewReplacer(`\`, `\\`, `'`, `\'`).Replace(text) + "'"
}

// narration returns what the public has of a post; false for nothing.
func (n *wordpressDesk) narration(p wordpresstest.Post) (narration library.Narration, audible bool) {
	n.t.Helper()
	status, body := get(n.t, n.up.url+"/public/main/articles/"+n.id(p)+"/narration.json")
	if status != http.StatusOK {
		return narration, false
	}
	if err := json.Unmarshal([]byte(body), &narration); err != nil {
		n.t.Fatal(err)
	}
	return narration, len(narration.Audio) > 0
}

func (n *wordpressDesk) audible(p wordpresstest.Post) bool {
	_, audible := n.narration(p)
	return audible
}

// heard returns the text that is read.
func (n *wordpressDesk) heard(p wordpresstest.Post) string {
	narration, _ := n.narration(p)
	var text []string
	for _, segment := range narration.Segments {
		text = append(text, segment.Text)
	}
	return strings.Join(text, "\n")
}

// desired returns the stored state of a post; "" if aloud never heard of it.
func (n *wordpressDesk) desired(p wordpresstest.Post) string {
	text, _ := os.ReadFile(filepath.Join(n.dir, "store/private/sites/main/articles", n.id(p)+".json"))
	return string(text)
}

const wordpressTime = 3 * time.Minute // from an act to its audio, on a busy machine

// within waits for a condition. WordPress's cron runs meanwhile, as on a site with visitors.
func (n *wordpressDesk) within(limit time.Duration, what string, holds func() bool) {
	n.t.Helper()
	began := time.Now()
	for !holds() {
		if took := time.Since(began); took > limit {
			n.t.Fatalf("%s: not within %s; waiting: %s", what, limit, n.wp.Eval(`global $wpdb;
				echo json_encode($wpdb->get_results("SELECT post_id, meta_key, meta_value FROM $wpdb->postmeta WHERE meta_key IN ('_aloud_due', '_aloud_next', '_aloud_failure') ORDER BY meta_id DESC LIMIT 20"));`))
		}
		n.wp.Cron()
		time.Sleep(200 * time.Millisecond)
	}
	n.t.Logf("%-60s %6.1f s", what, time.Since(began).Seconds())
}

func (n *wordpressDesk) publish(title, text string) wordpresstest.Post {
	n.t.Helper()
	p := n.wp.Publish(title, "<!-- wp:paragraph --><p>"+text+"</p><!-- /wp:paragraph -->")
	n.within(wordpressTime, "published: "+title, func() bool { return n.audible(p) })
	return p
}

func (n *wordpressDesk) gone(what string, posts ...wordpresstest.Post) {
	n.t.Helper()
	for _, p := range posts {
		n.within(wordpressTime, what+": gone", func() bool { return !n.audible(p) })
	}
}

func (n *wordpressDesk) reads(what, text string, posts ...wordpresstest.Post) {
	n.t.Helper()
	for _, p := range posts {
		n.within(wordpressTime, what+": read", func() bool { return strings.Contains(n.heard(p), text) })
	}
}

// holdsNo requires that no object in the store contains a word.
func (n *wordpressDesk) holdsNo(word string) {
	n.t.Helper()
	err := filepath.WalkDir(filepath.Join(n.dir, "store"), func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return nil //nolint:nilerr // files come and go
		}
		if text, _ := os.ReadFile(path); strings.Contains(string(text), word) {
			n.t.Errorf("%s has %q", path, word)
		}
		return nil
	})
	if err != nil {
		n.t.Error(err)
	}
}

// Each action of an editor in a real WordPress has the right result.
func TestRealWordPress(t *testing.T) {
	n := openWordPressDesk(t)
	n.examined()
	n.edits()
	n.types()
	n.withdrawals()
	n.twoRequests()
	n.lostEvent()
	n.bulkActions()
	n.datesAndAuthors()
	n.whileDown()
	n.withoutHooks()
	n.holdsNo("SECRET")
	n.listsEachOnce()
}

// examined has doctor ask this WordPress, and one without a REST API, as a source.
func (n *wordpressDesk) examined() {
	n.t.Helper()
	for address, want := range map[string]doctor.Status{n.wp.URL: doctor.OK, n.wp.URL + "/not-here": doctor.Warn} {
		n.write("polled.yaml", fmt.Sprintf("sites:\n  main:\n    url: %s\n    allow_private: [127.0.0.1, localhost]\n    sources: {wordpress: {url: %s}}\n", n.wp.URL, address))
		if r := n.checked("sites.main.sources.wordpress", "--settings", "polled.yaml", "--no-spend"); r.Status != want {
			n.t.Errorf("doctor says of %s: %+v", address, r)
		}
	}
}

func (n *wordpressDesk) edits() {
	wp := n.wp
	p := n.publish("The ferry &amp; the bridge", "The ferry will run again in December.")
	first, _ := n.narration(p)
	if first.Title != "The ferry & the bridge" || len(first.Byline) != 1 || first.Byline[0] != wordpresstest.User {
		n.t.Errorf("title %q, byline %q", first.Title, first.Byline)
	}
	wp.Edit(p, wordpresstest.Fields{"content": "<p>The ferry will not run.</p>"})
	n.reads("edited", "will not run", p)
	second, _ := n.narration(p)
	wp.Edit(p, wordpresstest.Fields{"slug": "another-address"})
	n.within(wordpressTime, "slug: another address", func() bool {
		now, _ := n.narration(p)
		return strings.HasSuffix(now.URL, "/another-address/") && now.Audio[0].URL == second.Audio[0].URL
	})
	wp.QuickEdit(p, map[string]string{"post_title": "A quick title"})
	n.reads("quick edit of the title", "A quick title", p)
	wp.Eval(fmt.Sprintf(`wp_set_post_terms(%d, "island,winter");`, p.ID))
	n.within(wordpressTime, "tags alone", func() bool { return strings.Contains(n.desired(p), `"winter"`) })
	wp.Eval(fmt.Sprintf(`wp_remove_object_terms(%d, "winter", "post_tag");`, p.ID))
	n.within(wordpressTime, "a tag is taken off", func() bool { return !strings.Contains(n.desired(p), `"winter"`) })
}

// types has what is no article by its type stay silent, and what is kept apart from the text be
// read where readers see it.
func (n *wordpressDesk) types() {
	n.wp.REST(http.MethodPost, "/wp/v2/pages", wordpresstest.Fields{"title": "A page", "content": "<p>SECRETPAGE words.</p>", "status": "publish"}, nil)
	var block wordpresstest.Post
	n.wp.REST(http.MethodPost, "/wp/v2/blocks", wordpresstest.Fields{
		"title": "Timetable", "content": "<!-- wp:paragraph --><p>The last boat leaves at ten.</p><!-- /wp:paragraph -->", "status": "publish",
	}, &block)
	p := n.wp.Publish("Reusable", fmt.Sprintf(`<!-- wp:paragraph --><p>It has a timetable.</p><!-- /wp:paragraph --><!-- wp:block {"ref":%d} /-->`, block.ID))
	n.reads("a reusable block", "leaves at ten", p)
}

func (n *wordpressDesk) withdrawals() {
	wp := n.wp
	p := n.publish("A story for now", "It can be read for now.")
	wp.Edit(p, wordpresstest.Fields{"password": "open sesame", "content": "<p>SECRETPASSWORD words.</p>"})
	n.gone("password", p)
	wp.Edit(p, wordpresstest.Fields{"password": "", "content": "<p>It can be read again.</p>"})
	n.reads("password taken off", "read again", p)
	wp.Edit(p, wordpresstest.Fields{"status": "private", "content": "<p>SECRETPRIVATE words.</p>"})
	n.gone("private", p)
	wp.Edit(p, wordpresstest.Fields{"status": "publish", "content": "<p>It is open to all.</p>"})
	n.reads("public again", "open to all", p)
	wp.Edit(p, wordpresstest.Fields{"status": "draft"})
	n.gone("unpublished", p)
	wp.Edit(p, wordpresstest.Fields{"status": "publish"})
	n.reads("published again", "open to all", p)
	wp.QuickEdit(p, map[string]string{"post_password": "open sesame"})
	n.gone("quick edit: password", p)
	wp.QuickEdit(p, nil)
	n.reads("quick edit: no password", "open to all", p)
	wp.QuickEdit(p, map[string]string{"keep_private": "private"})
	n.gone("quick edit: private", p)
	wp.QuickEdit(p, nil)
	n.reads("quick edit: public", "open to all", p)
	wp.Trash(p)
	n.gone("trash", p)
	wp.Eval(fmt.Sprintf(`wp_untrash_post(%d); wp_publish_post(%[1]d);`, p.ID))
	n.reads("restored and published", "open to all", p)
	wp.Delete(p)
	n.gone("deleted", p)
}

// twoRequests has cron send a post that an editor changes after cron has read it: what is sent is
// how the post stands then, and a late answer overwrites no newer one.
func (n *wordpressDesk) twoRequests() {
	p := n.publish("Read early", "It is withdrawn while cron works.")
	n.wp.Eval(fmt.Sprintf(`$read = [get_post(%d), get_post_meta(%[1]d)]; global $wpdb; $wpdb->update($wpdb->posts, ["post_status" => "draft"], ["ID" => %[1]d]);
		(new Aloud\Delivery(20))->send([%[1]d]);`, p.ID))
	n.gone("withdrawn after cron read it", p)
	if said := n.wp.Eval(fmt.Sprintf(`$new = Aloud\Outbox::mark(%d); Aloud\Outbox::settle(%[1]d, "an old mark", ["id" => "%[1]d", "status" => "published"]);
		echo Aloud\Outbox::sent(%[1]d)["status"], " ", Aloud\Outbox::due(%[1]d) === $new ? "due" : "lost";`, p.ID)); said != "removed due" {
		n.t.Errorf("a late answer leaves %q", said)
	}
}

// lostEvent has cron lose the event of a waiting post, as two requests at once may do: the sweep
// sends the post.
func (n *wordpressDesk) lostEvent() {
	p := n.publish("Its event is lost", "It is withdrawn without an event.")
	n.wp.Eval(fmt.Sprintf(`global $wpdb; $wpdb->update($wpdb->posts, ["post_status" => "draft"], ["ID" => %d]);
		add_post_meta(%[1]d, "_aloud_due", "mark"); add_post_meta(%[1]d, "_aloud_next", time() - 1); wp_clear_scheduled_hook("aloud_send");
		wp_clear_scheduled_hook("aloud_sweep"); wp_schedule_event(time() - 1, "aloud_minute", "aloud_sweep");`, p.ID))
	n.gone("the sweep", p)
}

func (n *wordpressDesk) bulkActions() {
	wp := n.wp
	a, b := n.publish("The first of two", "The first is here."), n.publish("The second of two", "The second is here.")
	wp.Bulk("edit", map[string]string{"_status": "draft"}, a, b)
	n.gone("bulk edit: draft", a, b)
	wp.Bulk("edit", map[string]string{"_status": "publish"}, a, b)
	n.reads("bulk edit: publish", "is here", a, b)
	wp.Bulk("aloud_exclude", nil, a)
	n.gone("bulk: no audio", a)
	wp.Bulk("aloud_include", nil, a)
	n.reads("bulk: audio again", "is here", a)
	wp.Bulk("trash", nil, a, b)
	n.gone("bulk: trash", a, b)
}

func (n *wordpressDesk) datesAndAuthors() {
	wp := n.wp
	draft := wp.Save(wordpresstest.Fields{"title": "A draft", "content": "<p>SECRETDRAFT words.</p>", "status": "draft"})
	later := wp.Save(wordpresstest.Fields{
		"title": "Later", "content": "<p>It comes later.</p>", "status": "future", "date_gmt": time.Now().Add(time.Hour).UTC().Format("2006-01-02T15:04:05"),
	})
	if said := n.desired(draft) + n.desired(later); said != "" {
		n.t.Errorf("aloud knows %s", said)
	}
	wp.Eval(fmt.Sprintf(`global $wpdb; $wpdb->update($wpdb->posts, ["post_date" => current_time("mysql"), "post_date_gmt" => current_time("mysql", true)], ["ID" => %d]);
			clean_post_cache(%[1]d); wp_clear_scheduled_hook("publish_future_post", [%[1]d]); wp_schedule_single_event(time() - 1, "publish_future_post", [%[1]d]);`, later.ID))
	n.reads("scheduled, and due", "comes later", later)
	wp.Eval(fmt.Sprintf(`$id = wp_insert_user(["user_login" => "taras", "user_pass" => "x", "role" => "author"]);
			wp_update_post(["ID" => %d, "post_author" => $id]); require "wp-admin/includes/user.php"; wp_delete_user($id);`, later.ID))
	n.gone("author deleted", later)
}

// whileDown checks that the outbox catches up after aloud was down.
func (n *wordpressDesk) whileDown() {
	wp := n.wp
	kept, edited, removed := n.publish("Kept", "This one is kept."), n.publish("Edited", "This one is edited."), n.publish("Removed", "This one is removed.")
	n.up.stop()
	wp.Edit(edited, wordpresstest.Fields{"content": "<p>This one was edited meanwhile.</p>"})
	wp.Trash(removed)
	missed := wp.Publish("Missed", "<p>This one was published meanwhile.</p>")
	deleted := wp.Publish("Deleted", "<p>SECRETDELETED words.</p>")
	wp.Delete(deleted)
	n.up = n.start("up")
	n.gone("trashed while aloud was down", removed)
	n.reads("edited while aloud was down", "edited meanwhile", edited)
	n.reads("published while aloud was down", "published meanwhile", missed)
	n.reads("not changed", "is kept", kept)
}

// withoutHooks checks that the hourly comparison finds changes without hooks.
func (n *wordpressDesk) withoutHooks() {
	wp := n.wp
	a, b := n.publish("By the database", "It is changed in the database."), n.publish("Out of the database", "It is deleted in the database.")
	wp.Eval(fmt.Sprintf(`global $wpdb; $wpdb->update($wpdb->posts, ["post_status" => "draft"], ["ID" => %d]); $wpdb->delete($wpdb->posts, ["ID" => %d]);
			wp_clear_scheduled_hook("aloud_compare"); wp_schedule_event(time() - 1, "hourly", "aloud_compare");`, a.ID, b.ID))
	n.gone("the hourly comparison", a, b)
}

// listsEachOnce requires that aloud knows no post by two ids.
func (n *wordpressDesk) listsEachOnce() {
	n.t.Helper()
	var listed []struct{ ID, Title string }
	if err := json.Unmarshal([]byte(n.must("list", "--json")), &listed); err != nil {
		n.t.Fatal(err)
	}
	posts := map[string]bool{}
	for _, article := range listed {
		if _, err := strconv.Atoi(article.ID); err != nil || posts[article.ID] || (article.Title != "" && posts[article.Title]) {
			n.t.Errorf("%q is there twice, or is no id of WordPress", article)
		}
		posts[article.ID], posts[article.Title] = true, true
	}
}
