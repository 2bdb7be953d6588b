package ghosttest

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"net/url"
	"time"
)

// setUp makes the owner, signs in, and adds a custom integration.
func (g *Ghost) setUp() {
	g.t.Helper()
	const email, password = "olena@example.com", "correct horse battery"
	g.call(http.MethodPost, "authentication/setup/", map[string]any{"setup": []any{map[string]any{
		"name": "Olena Test", "email": email, "password": password, "blogTitle": "Harbour Post",
	}}}, nil)
	g.call(http.MethodPost, "session/", map[string]any{"username": email, "password": password}, nil)
	var made struct {
		Integrations []struct {
			ID   string
			Keys []struct{ Type, Secret string } `json:"api_keys"`
		}
	}
	g.call(http.MethodPost, "integrations/?include=api_keys", map[string]any{"integrations": []any{map[string]any{"name": "aloud"}}}, &made)
	for _, key := range made.Integrations[0].Keys {
		if key.Type == "admin" {
			g.AdminKey = key.Secret
		} else {
			g.ContentKey = key.Secret
		}
	}
}

// Post is a post as Ghost answers.
type Post struct {
	ID        string `json:"id"`
	UpdatedAt string `json:"updated_at"`
	URL       string `json:"url"`
}

type posts struct {
	Posts []Post `json:"posts"`
}

// Publish publishes a post with tags, by name.
func (g *Ghost) Publish(title, html string, tags ...string) Post {
	g.t.Helper()
	var made posts
	g.call(http.MethodPost, "posts/?source=html", map[string]any{"posts": []any{map[string]any{
		"title": title, "html": html, "status": "published", "tags": append([]string{}, tags...),
	}}}, &made)
	return made.Posts[0]
}

// Edit changes fields of a post.
func (g *Ghost) Edit(p Post, fields map[string]any) Post {
	g.t.Helper()
	fields["updated_at"] = p.UpdatedAt
	var changed posts
	g.call(http.MethodPut, "posts/"+p.ID+"/?source=html", map[string]any{"posts": []any{fields}}, &changed)
	return changed.Posts[0]
}

type pages struct {
	Pages []Post `json:"pages"`
}

// PublishPage publishes a page.
func (g *Ghost) PublishPage(title, html string) Post {
	g.t.Helper()
	var made pages
	g.call(http.MethodPost, "pages/?source=html", map[string]any{"pages": []any{map[string]any{"title": title, "html": html, "status": "published"}}}, &made)
	return made.Pages[0]
}

// EditPage changes fields of a page.
func (g *Ghost) EditPage(p Post, fields map[string]any) Post {
	g.t.Helper()
	fields["updated_at"] = p.UpdatedAt
	var changed pages
	g.call(http.MethodPut, "pages/"+p.ID+"/?source=html", map[string]any{"pages": []any{fields}}, &changed)
	return changed.Pages[0]
}

// Bulk does a bulk action, as the list of posts offers it, to the posts with a tag.
func (g *Ghost) Bulk(tag, action string, meta map[string]any) {
	g.t.Helper()
	address := "posts/bulk/?filter=" + url.QueryEscape("tag:"+tag)
	if action == "delete" {
		g.call(http.MethodDelete, "posts/?filter="+url.QueryEscape("tag:"+tag), nil, nil)
		return
	}
	g.call(http.MethodPut, address, map[string]any{"bulk": map[string]any{"action": action, "meta": meta}}, nil)
}

// Tag makes a tag and returns its id.
func (g *Ghost) Tag(name string) string {
	g.t.Helper()
	var made struct{ Tags []struct{ ID string } }
	g.call(http.MethodPost, "tags/", map[string]any{"tags": []any{map[string]any{"name": name}}}, &made)
	return made.Tags[0].ID
}

// Import imports published posts that another Ghost exported, which sends no hooks and gives them
// other ids.
func (g *Ghost) Import(exported []Post) {
	g.t.Helper()
	var posts []any
	now := time.Now().UTC().Format(time.RFC3339)
	for i, p := range exported {
		text := fmt.Sprintf("The imported ferry number %d will run again.", i)
		document, _ := json.Marshal(map[string]any{ // plain values; an HTML card would not be read
			"version": "0.3.1", "atoms": []any{}, "markups": []any{}, "cards": []any{}, "sections": []any{[]any{1, "p", []any{[]any{0, []any{}, 0, text}}}},
		})
		posts = append(posts, map[string]any{
			"id": p.ID, "title": fmt.Sprintf("Imported ferry %d", i), "slug": fmt.Sprintf("imported-%d", i), "mobiledoc": string(document), "type": "post",
			"status": "published", "visibility": "public", "published_at": now, "created_at": now, "updated_at": now,
		})
	}
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	part, err := form.CreateFormFile("importfile", "export.json")
	if err == nil {
		err = json.NewEncoder(part).Encode(map[string]any{"db": []any{map[string]any{
			"meta": map[string]any{"exported_on": time.Now().UnixMilli(), "version": "5.130.6"}, "data": map[string]any{"posts": posts},
		}}})
	}
	if err = errors.Join(err, form.Close()); err != nil {
		g.t.Fatal(err)
	}
	g.send(http.MethodPost, "db/", form.FormDataContentType(), &body, nil)
}

// call calls the Admin API as its own pages do, and requires it to succeed.
func (g *Ghost) call(method, address string, body, answer any) {
	g.t.Helper()
	var text []byte
	if body != nil {
		text, _ = json.Marshal(body) // plain values
	}
	g.send(method, address, "application/json", bytes.NewReader(text), answer)
}

func (g *Ghost) send(method, address, contentType string, body io.Reader, answer any) {
	g.t.Helper()
	req, err := http.NewRequestWithContext(g.t.Context(), method, g.URL+"/ghost/api/admin/"+address, body)
	if err != nil {
		g.t.Fatal(err)
	}
	req.Header.Set("Content-Type", contentType)
	req.Header.Set("Origin", g.URL)
	resp, err := g.client.Do(req)
	if err != nil {
		g.t.Fatal(err)
	}
	defer resp.Body.Close()
	said, err := io.ReadAll(resp.Body)
	if err == nil && answer != nil {
		err = json.Unmarshal(said, answer)
	}
	if err != nil || resp.StatusCode >= http.StatusBadRequest {
		g.t.Fatalf("%s %s: %s %v\n%.500s", method, address, resp.Status, err, said)
	}
}

// Inject puts HTML at the end of every page, as Settings → Code injection does.
func (g *Ghost) Inject(html string) {
	g.t.Helper()
	g.call(http.MethodPut, "settings/", map[string]any{"settings": []any{map[string]any{"key": "codeinjection_foot", "value": html}}}, nil)
}

// Theme activates a theme that Ghost brings along, as it is.
func (g *Ghost) Theme(name string) {
	g.t.Helper()
	g.call(http.MethodPut, "themes/"+name+"/activate/", map[string]any{}, nil)
}
