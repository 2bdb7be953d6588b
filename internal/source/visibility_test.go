package source

import (
	"fmt"
	"testing"
)

// Whom an article is for: whatever is not said to be public is not.
func TestVisibility(t *testing.T) {
	for _, c := range []struct {
		field             string
		ghost, restricted bool
	}{
		{`"visibility":"public",`, true, false},
		{`"visibility":"members",`, true, true},
		{`"visibility":"paid",`, true, true},
		{`"visibility":"tiers",`, true, true},
		{`"visibility":"filter",`, true, true},
		{`"visibility":"",`, true, true},
		{`"visibility":null,`, true, true},
		{``, true, true},
		{`"visibility":"public",`, false, false},
		{`"visibility":"Public",`, false, true},
		{`"visibility":"subscribers",`, false, true},
		{`"visibility":"",`, false, true},
		{`"visibility":null,`, false, true},
		{``, false, false}, // the page may say more
	} {
		fields := fmt.Sprintf(`{%s"id":"a","updated_at":"2026-02-03T07:30:05Z","status":"published","title":"T","html":"<p>x</p>"}`, c.field)
		p, err := parsePayload([]byte(fields))
		if c.ghost {
			var change Change
			change, err = parseGhostHook(Delivery{Event: "published", Body: hook(fields, `{}`)})
			p = change.Payload
		}
		if err != nil || p.Restricted() != c.restricted {
			t.Errorf("ghost %t, %s: restricted %t, %v", c.ghost, c.field, p.Restricted(), err)
		}
	}
}
