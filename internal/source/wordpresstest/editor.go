package wordpresstest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"regexp"
	"strconv"
	"strings"
)

// signIn signs the administrator in, as the form does.
func (w *WordPress) signIn() {
	w.t.Helper()
	w.get("/wp-login.php") // sets the cookie that the form requires
	w.Form("/wp-login.php", url.Values{"log": {User}, "pwd": {Password}, "testcookie": {"1"}})
	w.nonce = w.get("/wp-admin/admin-ajax.php?action=rest-nonce")
	if len(w.nonce) != 10 {
		w.t.Fatalf("cannot sign in: the nonce is %.200q", w.nonce)
	}
}

// Fields are those of a post in the REST API.
type Fields map[string]any

// Post is a post as the REST API answers.
type Post struct {
	ID   int    `json:"id"`
	Link string `json:"link"`
}

// Publish publishes a post as the block editor does.
func (w *WordPress) Publish(title, content string) Post {
	w.t.Helper()
	return w.Save(Fields{"title": title, "content": content, "status": "publish"})
}

// Save makes a post as the block editor does.
func (w *WordPress) Save(fields Fields) (p Post) {
	w.t.Helper()
	w.REST(http.MethodPost, "/wp/v2/posts", fields, &p)
	return p
}

// Edit changes fields of a post as the block editor does.
func (w *WordPress) Edit(p Post, fields Fields) (edited Post) {
	w.t.Helper()
	w.REST(http.MethodPost, fmt.Sprintf("/wp/v2/posts/%d", p.ID), fields, &edited)
	return edited
}

// Trash puts a post into the bin.
func (w *WordPress) Trash(p Post) {
	w.t.Helper()
	w.REST(http.MethodDelete, fmt.Sprintf("/wp/v2/posts/%d", p.ID), nil, nil)
}

// Delete deletes a post for good.
func (w *WordPress) Delete(p Post) {
	w.t.Helper()
	w.REST(http.MethodDelete, fmt.Sprintf("/wp/v2/posts/%d?force=true", p.ID), nil, nil)
}

// QuickEdit changes a post in the list of posts. fields are those of its form, such as post_title.
func (w *WordPress) QuickEdit(p Post, fields map[string]string) {
	w.t.Helper()
	id := strconv.Itoa(p.ID)
	form := url.Values{
		"action": {"inline-save"}, "post_type": {"post"}, "post_ID": {id}, "edit_date": {"false"}, "post_view": {"list"}, "screen": {"edit-post"},
		"_inline_edit": {w.fieldOf("_inline_edit")}, "post_author": {"1"}, "_status": {"publish"}, "post_password": {""},
		"post_title": {w.Eval("echo get_post(" + id + ")->post_title;")}, "post_name": {w.Eval("echo get_post(" + id + ")->post_name;")},
	}
	for name, value := range fields {
		form.Set(name, value)
	}
	if row := w.Form("/wp-admin/admin-ajax.php", form); !strings.Contains(row, "<tr") {
		w.t.Fatalf("quick edit: %.300s", row)
	}
}

// Bulk does a bulk action of the list of posts; edit takes the fields of its form.
func (w *WordPress) Bulk(action string, fields map[string]string, posts ...Post) string {
	w.t.Helper()
	form := url.Values{"action": {action}, "action2": {"-1"}, "post_type": {"post"}, "_wpnonce": {w.fieldOf("_wpnonce")}}
	if action == "edit" {
		for name, unchanged := range map[string]string{"bulk_edit": "Update", "post_author": "-1", "comment_status": "", "ping_status": "", "_status": "-1", "sticky": "-1"} {
			form.Set(name, unchanged)
		}
	}
	for _, p := range posts {
		form.Add("post[]", strconv.Itoa(p.ID))
	}
	for name, value := range fields {
		form.Set(name, value)
	}
	return w.get("/wp-admin/edit.php?" + form.Encode())
}

// fieldOf returns a hidden field of the list of posts.
func (w *WordPress) fieldOf(name string) string {
	w.t.Helper()
	page := w.get("/wp-admin/edit.php")
	match := regexp.MustCompile(`name="` + name + `" value="(\w+)"`).FindStringSubmatch(page)
	if match == nil {
		w.t.Fatalf("the list of posts has no field %s: %.300s", name, page)
	}
	return match[1]
}

// REST calls the REST API as the block editor does, and requires it to succeed.
func (w *WordPress) REST(method, path string, body, answer any) {
	w.t.Helper()
	if status, said := w.TryREST(method, path, body, answer); status >= http.StatusBadRequest {
		w.t.Fatalf("%s %s: %d\n%.500s", method, path, status, said)
	}
}

// TryREST is REST that may be refused.
func (w *WordPress) TryREST(method, path string, body, answer any) (status int, said string) {
	w.t.Helper()
	var text []byte
	if body != nil {
		text, _ = json.Marshal(body) // plain values
	}
	req, err := http.NewRequestWithContext(w.t.Context(), method, w.URL+"/wp-json"+path, bytes.NewReader(text))
	if err != nil {
		w.t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("X-WP-Nonce", w.nonce)
	status, said = w.do(req)
	if answer != nil && status < http.StatusBadRequest {
		if err := json.Unmarshal([]byte(said), answer); err != nil {
			w.t.Fatalf("%s %s: %v\n%.500s", method, path, err, said)
		}
	}
	return status, said
}

// Form sends a form, follows redirects, and returns the page.
func (w *WordPress) Form(path string, form url.Values) string {
	w.t.Helper()
	req, err := http.NewRequestWithContext(w.t.Context(), http.MethodPost, w.URL+path, strings.NewReader(form.Encode()))
	if err != nil {
		w.t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	_, page := w.do(req)
	return page
}

func (w *WordPress) get(path string) string {
	w.t.Helper()
	req, err := http.NewRequestWithContext(w.t.Context(), http.MethodGet, w.URL+path, nil)
	if err != nil {
		w.t.Fatal(err)
	}
	_, page := w.do(req)
	return page
}

func (w *WordPress) do(req *http.Request) (status int, said string) {
	w.t.Helper()
	resp, err := w.client.Do(req)
	if err != nil {
		w.t.Fatal(err)
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	if err != nil {
		w.t.Fatal(err)
	}
	return resp.StatusCode, string(text)
}
