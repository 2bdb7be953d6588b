//go:build wordpress

package main

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/source/wordpresstest"
)

// The sites of a network share one site of aloud: posts of the same number are two articles, and
// what an editor does to one leaves the other.
func TestRealWordPressNetwork(t *testing.T) {
	first := openWordPressDesk(t)
	second := &wordpressDesk{place: first.place, wp: first.wp.Network(), up: first.up, blog: "2-"}
	first.blog = "1-"
	for _, site := range []*wordpressDesk{first, second} {
		site.connect()
	}
	p, q := first.publish("The ferry", "The ferry of the first site."), second.publish("The bridge", "The bridge of the second site.")
	for q.ID < p.ID {
		q = second.publish("The bridge again", "The bridge of the second site.")
	}
	for p.ID < q.ID {
		p = first.publish("The ferry again", "The ferry of the first site.")
	}
	first.reads("first site", "of the first site", p)
	second.reads("second site", "of the second site", q)
	_, page := get(t, q.Link)
	if address := "/articles/" + second.id(q) + "/narration.json"; !strings.Contains(page, address) {
		t.Errorf("%s has no player of %s", q.Link, address)
	}

	first.wp.Trash(p)
	first.gone("trash on the first site", p)
	if !second.audible(q) {
		t.Error("the second site's post of that number is gone too")
	}
	second.wp.Edit(q, wordpresstest.Fields{"password": "open sesame"})
	second.gone("password on the second site", q)
	second.wp.Edit(q, wordpresstest.Fields{"password": ""})
	second.reads("password taken off", "of the second site", q)
	first.siteCloses(second, q)
	second.wp.Delete(q)
	second.gone("deleted on the second site", q)

	var listed []struct{ ID string }
	if err := json.Unmarshal([]byte(first.must("list", "--json")), &listed); err != nil {
		t.Fatal(err)
	}
	for _, article := range listed {
		if !slices.Contains([]string{"1-", "2-"}, article.ID[:2]) {
			t.Errorf("%s is no post of a site", article.ID)
		}
	}
	for _, site := range []*wordpressDesk{second, first} {
		site.uninstalled()
	}
	first.siteIsDeleted(second)
}

// siteCloses archives the second site and opens it again. No cron of its own runs meanwhile.
func (n *wordpressDesk) siteCloses(second *wordpressDesk, q wordpresstest.Post) {
	n.wp.Eval(`update_blog_status(2, "archived", 1);`)
	n.goneFrom(second, "the second site is archived", q)
	n.wp.Eval(`update_blog_status(2, "archived", 0);`)
	second.reads("the second site is open again", "of the second site", q)
	n.up.stop()
	n.wp.Eval(`update_blog_status(2, "spam", 1);`)
	n.up = n.start("up")
	second.up = n.up
	n.wp.Eval(`foreach (_get_cron_array() as $time => $events) { foreach ($events["aloud_withdraw_site"] ?? [] as $event) {
		wp_unschedule_event($time, "aloud_withdraw_site", $event["args"]); wp_schedule_single_event(time() - 1, "aloud_withdraw_site", $event["args"]); } }`)
	n.goneFrom(second, "the second site became spam while aloud was down", q)
	n.wp.Eval(`update_blog_status(2, "spam", 0);`)
	second.reads("it is no spam", "of the second site", q)
	n.up.stop()
	n.wp.Eval(`update_blog_status(2, "archived", 1);`)
	n.up = n.start("up")
	second.up = n.up
	n.wp.Eval(`wp_unschedule_hook("aloud_withdraw_site"); wp_clear_scheduled_hook("aloud_compare"); wp_schedule_event(time() - 1, "hourly", "aloud_compare");`)
	n.goneFrom(second, "the event of an archived site was lost", q)
	n.wp.Eval(`update_blog_status(2, "archived", 0);`)
	second.reads("the second site is open once more", "of the second site", q)
}

// siteIsDeleted deletes the second site: not before aloud knows.
func (n *wordpressDesk) siteIsDeleted(second *wordpressDesk) {
	n.wp.Eval(`require "wp-admin/includes/plugin.php"; activate_plugin("aloud/aloud.php", "", true);`)
	second.connect()
	q := second.publish("The last of it", "The last of the second site.")
	n.up.stop()
	const deletion = `require "wp-admin/includes/admin.php"; $site = wp_delete_site(2); echo is_wp_error($site) ? $site->get_error_code() : "deleted";`
	if said := n.wp.Eval(deletion); said != "aloud" {
		n.t.Errorf("while aloud is down, deleting a site says %q", said)
	}
	n.up = n.start("up")
	if said := n.wp.Eval(deletion); said != "deleted" {
		n.t.Errorf("deleting a site says %q", said)
	}
	second.up = n.up
	if second.audible(q) {
		n.t.Error("an article of a deleted site is audible")
	}
}

// goneFrom waits for a post of the second site while the first one's cron runs.
func (n *wordpressDesk) goneFrom(second *wordpressDesk, what string, q wordpresstest.Post) {
	n.t.Helper()
	n.within(wordpressTime, what, func() bool { return !second.audible(q) })
}
