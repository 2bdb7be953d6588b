package source

import (
	"fmt"
	"slices"
	"strings"
)

// statusesOf are the statuses that a post can have in the body of an event. An event that is not
// listed can have any. A deleted post has none, nor has one that is unpublished because it is
// deleted.
var statusesOf = map[string][]string{
	"published":   {"published", "sent"},
	"unpublished": {"", "draft", "scheduled", "sent"},
	"deleted":     {""},
}

// checkEvent refuses a body that the event of the address cannot have: whoever captured a delivery
// could send it to another event's address, where its signature would be valid too. named is the
// event that the body names, if it does.
func checkEvent(event, named, status string) error {
	event, named = strings.TrimPrefix(event, postEvent), strings.TrimPrefix(named, postEvent)
	if event != "" && named != "" && named != event {
		return bad("event", "is not that of the address", fmt.Sprintf("it is the body of the event %.40q, sent to the address of %q", named, event))
	}
	if allowed, limited := statusesOf[strings.TrimPrefix(event, pageEvent)]; limited && !slices.Contains(allowed, status) {
		return bad("status", "is not one that Ghost sends with this event",
			fmt.Sprintf("the post's status is %.40q, which it is not when Ghost sends %q: check which event has this address in Ghost", status, event))
	}
	return nil
}
