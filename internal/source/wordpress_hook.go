package source

import (
	"bytes"
	"cmp"
	"net/url"
	"slices"
	"strings"

	"github.com/aloud-audio/aloud/internal/article"
)

// wordpressRemovals are the actions after which readers should not see the post.
var wordpressRemovals = []string{"trash_post", "wp_trash_post", "trashed_post", "delete_post", "before_delete_post", "deleted_post"}

// parseWordPressHook reads what WordPress.com (https://wordpress.com/support/webhooks/) and plugins
// send: a form or JSON, with the fields that an admin picked. All of it is a hint: the REST API is
// asked for the post, or its page if the site does not name WordPress as a source.
func parseWordPressHook(d Delivery) (Change, error) {
	fields, err := formOrJSON(d.Body)
	if err != nil {
		return Change{}, err
	}
	first := func(names ...string) (value string) {
		for _, name := range names {
			value = cmp.Or(value, fields[name])
		}
		return value
	}
	if kind := first("post_type", "type"); kind != "" && kind != "post" {
		return Change{Ignored: "only posts are read"}, nil
	}
	hint := article.Payload{
		Source: wordpressName, ID: first("ID", "id", "post_id", "post_ID"), URL: first("post_url", "permalink", "url", "link"),
		UpdatedAt: wordpressTime(strings.Replace(first("post_modified_gmt", "modified_gmt"), " ", "T", 1)),
	}
	status := first("post_status", "status")
	if slices.Contains(wordpressRemovals, first("hook", "action", "event")) {
		status = string(article.Removed)
	}
	if hint.ID == "" && hint.URL == "" {
		return Change{}, bad("ID", "is missing, and so is the address", "the post's ID and post_url are missing: add them to the fields that the webhook sends")
	}
	if hint.Status, err = statusOf(status); err != nil {
		return Change{Payload: article.Payload{ID: hint.ID}}, err
	}
	return Change{Hint: true, Payload: hint, Fields: fields}, nil
}

// formOrJSON returns the fields of a body, whatever its Content-Type claims.
func formOrJSON(body []byte) (map[string]string, error) {
	if bytes.HasPrefix(bytes.TrimSpace(bytes.TrimPrefix(body, []byte(utf8BOM))), []byte("{")) {
		return fieldsOf(body)
	}
	values, err := url.ParseQuery(string(body))
	if err != nil || len(values) == 0 {
		return nil, bad("body", "is neither a form nor JSON", "")
	}
	fields := map[string]string{}
	for name := range values {
		fields[name] = values.Get(name)
	}
	return fields, nil
}
