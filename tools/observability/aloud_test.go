package observability

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

const (
	// articles are the tracks that a run publishes: four new articles, an edit, and one of an
	// archive.
	articles = 6

	key      = "a key that only this test uses"
	settings = `
sites:
  main:
    url: https://news.example
    voices: {"*": %s}
    budget: {day: $50, month: 2000000}
    hooks: {articles: {secret: whsec_%s}}
    sources: {wordpress: {url: http://%s}}
`
)

// aloud is a running `aloud up`.
type aloud struct {
	url, admin string
	sender     string // traceparent of its hooks; "": none
	log        *transcript
}

func startAloud(t *testing.T) *aloud {
	t.Helper()
	return startAloudWith(t, `"flite:slt"`)
}

// startAloudWith starts it with voices, as in the settings, and variables.
func startAloudWith(t *testing.T, voices string, env ...string) *aloud {
	t.Helper()
	dir := t.TempDir()
	binary := filepath.Join(dir, "aloud")
	build := exec.Command("go", "build", "-o", binary, "./cmd/aloud")
	build.Dir = "../.."
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	file := filepath.Join(dir, "aloud.yaml")
	text := fmt.Sprintf(settings, voices, base64.StdEncoding.EncodeToString([]byte(key)), freeAddress(t)) // nobody answers as WordPress
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	listen, admin := freeAddress(t), freeAddress(t)
	cmd := exec.Command(binary, "up")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "ALOUD_LISTEN="+listen, "ALOUD_ADMIN_LISTEN="+admin, "ALOUD_SETTINGS="+file, "ALOUD_STORE=dir://"+filepath.Join(dir, "store"))
	cmd.Env = append(cmd.Env, env...)
	a := &aloud{url: "http://" + listen, admin: admin, log: &transcript{}}
	cmd.Stderr = io.MultiWriter(a.log, t.Output())
	run(t, cmd)
	within(t, "aloud is ready", func() bool { return a.get(t, "/readyz") == http.StatusOK })
	return a
}

// get returns the status of an answer, 0 if there is none.
func (a *aloud) get(t *testing.T, path string) int {
	t.Helper()
	resp, err := http.Get(a.url + path)
	if err != nil {
		return 0
	}
	defer resp.Body.Close()
	return resp.StatusCode
}

// series returns the names and labels of aloud's metrics, sorted.
func (a *aloud) series(t *testing.T) (names []string) {
	t.Helper()
	resp, err := http.Get("http://" + a.admin + "/metrics")
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		if end := strings.LastIndexByte(line, ' '); end > 0 && strings.HasPrefix(line, "aloud_") {
			names = append(names, line[:end])
		}
	}
	slices.Sort(names)
	return names
}

// payload is what a CMS sends.
type payload struct {
	ID        string    `json:"id"`
	Status    string    `json:"status"`
	Title     string    `json:"title,omitempty"`
	Language  string    `json:"language,omitempty"`
	Text      string    `json:"text,omitempty"`
	Published time.Time `json:"published_at,omitzero"`
	Updated   time.Time `json:"updated_at"`
}

// send posts a signed hook.
func (a *aloud) send(t *testing.T, p payload, with string, want int) {
	t.Helper()
	body, err := json.Marshal(p)
	if err != nil {
		t.Fatal(err)
	}
	id, at := fmt.Sprint("msg_", time.Now().UnixNano()), fmt.Sprint(time.Now().Unix())
	mac := hmac.New(sha256.New, []byte(with))
	fmt.Fprintf(mac, "%s.%s.%s", id, at, body)
	req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, a.url+"/hooks/main/articles", bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	if a.sender != "" {
		req.Header.Set("traceparent", a.sender)
	}
	req.Header.Set("webhook-id", id)
	req.Header.Set("webhook-timestamp", at)
	req.Header.Set("webhook-signature", "v1,"+base64.StdEncoding.EncodeToString(mac.Sum(nil)))
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	if resp.StatusCode != want {
		t.Fatalf("%s: %s", p.ID, resp.Status)
	}
}

// exercise has articles published, edited, removed, refused and failing, and plays one.
func (a *aloud) exercise(t *testing.T) {
	t.Helper()
	now := time.Now().UTC().Truncate(time.Second)
	news := func(id, text string) payload {
		return payload{ID: id, Status: "published", Title: "News of the harbour", Language: "en", Text: text, Published: now.Add(-20 * time.Second), Updated: now.Add(-20 * time.Second)}
	}
	for i := range articles - 2 {
		a.send(t, news(fmt.Sprint("ferry-", i), fmt.Sprintf("Boat number %d will run again in December.", i)), key, http.StatusAccepted)
	}
	old := news("archive", "The harbour was opened by the mayor.")
	old.Published, old.Updated = now.AddDate(-1, 0, 0), now.AddDate(-1, 0, 0)
	a.send(t, old, key, http.StatusAccepted)
	a.send(t, news("endless", strings.Repeat("The sea is wide and deep. ", 100_000)), key, http.StatusAccepted)
	a.send(t, news("forged", "Nobody sent this."), "another key", http.StatusUnauthorized)

	a.narration(t, "ferry-0")
	edited := news("ferry-0", "Boat number 0 will run again in January.")
	edited.Updated = now
	a.send(t, edited, key, http.StatusAccepted)
	a.listen(t, "ferry-1")
	a.send(t, payload{ID: "ferry-1", Status: "removed", Updated: now}, key, http.StatusAccepted)
}

// narration waits for an article's narration and returns its audio's path.
func (a *aloud) narration(t *testing.T, id string) string {
	t.Helper()
	folder := "/public/main/articles/" + id + "/"
	var narration struct{ Audio []struct{ URL string } }
	within(t, id+" is public", func() bool {
		resp, err := http.Get(a.url + folder + "narration.json")
		if err != nil {
			return false
		}
		defer resp.Body.Close()
		return resp.StatusCode == http.StatusOK && json.NewDecoder(resp.Body).Decode(&narration) == nil && len(narration.Audio) > 0
	})
	return folder + narration.Audio[0].URL
}

// listen plays an article.
func (a *aloud) listen(t *testing.T, id string) {
	t.Helper()
	if status := a.get(t, a.narration(t, id)); status != http.StatusOK {
		t.Errorf("the audio of %s: %d", id, status)
	}
}

// transcript is what a process logs.
type transcript struct {
	mu   sync.Mutex
	text strings.Builder
}

// Write implements io.Writer.
func (t *transcript) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.text.Write(p)
}

func (t *transcript) String() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.text.String()
}
