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
	for _, site := range []*wordpressDesk{first, second} {
		site.uninstalled()
	}
}
