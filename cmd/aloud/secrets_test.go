package main

import (
	"bytes"
	"context"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/base64"
	"encoding/json"
	"encoding/pem"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/redis/go-redis/v9"
	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/store"
	"github.com/aloud-audio/aloud/internal/store/storetest"
	"github.com/aloud-audio/aloud/worker/redistest"
)

// canaries are unique secrets: wherever one is found, it leaked from the settings.
type canaries struct {
	ghost, articles, notify, address, redis, google, openai, s3 string
}

// bird returns a random secret; standardBird returns one in the format of the Standard Webhooks
// specification.
func bird() string         { return "canary" + rand.Text() }
func standardBird() string { return "whsec_" + base64.StdEncoding.EncodeToString([]byte(bird())) }

// forms returns the encodings in which a secret may leak.
func (c canaries) forms() (forms []string) {
	for _, secret := range []string{c.ghost, c.articles, c.notify, c.address, c.redis, c.google, c.openai, c.s3} {
		secret = strings.TrimPrefix(secret, "whsec_")
		forms = append(forms, secret, url.QueryEscape(secret), base64.StdEncoding.EncodeToString([]byte(secret)))
		if raw, err := base64.StdEncoding.DecodeString(secret); err == nil {
			forms = append(forms, string(raw))
		}
	}
	return forms
}

// find fails the test if a canary is in text.
func (c canaries) find(t *testing.T, where, text string) {
	t.Helper()
	for _, form := range c.forms() {
		if at := strings.Index(text, form); at >= 0 {
			t.Errorf("%s has a secret:\n%s", where, text[max(0, at-200):min(len(text), at+len(form)+20)])
		}
	}
}

// with returns the same place with more, or other, environment.
func (p *place) with(env ...string) *place {
	other := *p
	other.env = append(slices.Clone(p.env), env...)
	return &other
}

// A newsroom's whole life, with faults: no secret is logged, printed, answered, queued or stored.
func TestNoSecretIsTold(t *testing.T) {
	endpoint, bucket := storetest.StartS3(t)
	c := canaries{
		ghost: bird(), articles: standardBird(), notify: standardBird(), address: bird(), redis: bird(), openai: bird(), s3: os.Getenv("AWS_SECRET_ACCESS_KEY"),
	}
	rdb, address := guardedRedis(t, c.redis)
	credentials, key := serviceAccount(t)
	c.google = key
	taken, receivers := openReceivers(t, c)
	p := newPlace(t, "ALOUD_REDIS_URL="+address, "ALOUD_STORE=s3://"+bucket, "ALOUD_S3_ENDPOINT="+endpoint,
		"ALOUD_GOOGLE_CREDENTIALS="+credentials, "ALOUD_GOOGLE_ENDPOINT="+freeAddress(t),
		"ALOUD_OPENAI_KEY="+c.openai, "ALOUD_OPENAI_URL="+refuseAll(t), "ALOUD_POLLY_ENDPOINT="+refuseAll(t), "ALOUD_PIPER_URL="+refuseAll(t))
	p.write("aloud.yaml", fmt.Sprintf(`
sites:
  main:
    url: http://127.0.0.1:2368
    hooks: {ghost: {secret: [%s, %s]}, articles: {secret: %s}}
    voices: {en: "flite:slt", uk: "google:uk-UA-Chirp3-HD-Kore"}
    notify: %s
    allow_private: [127.0.0.1]
`, c.ghost, secret, c.articles, receivers))

	metrics := freeAddress(t)
	server, worker := p.start("serve"), p.start("worker", "--metrics", metrics)
	server.publish(t, "ferry", "The ferry resumes", "The ferry will run again.")
	server.publish(t, "porom", "Пором повертається", "Пором через річку знову ходитиме щодня з першого грудня.")
	if status := p.await("ferry"); status.State != library.Published {
		t.Errorf("%+v", status)
	}
	if told := <-taken; told != "article.published" && told != "article.failed" {
		t.Errorf("told %s", told)
	}
	for _, wanted := range []string{"notice not delivered, will retry", "site=main article=porom"} {
		waitFor(t, wanted, func() bool { return strings.Contains(worker.talk.String(), wanted) })
	}
	c.findInCommands(t, p)
	c.findInWrongSettings(t, p)
	c.findInAnswers(t, server.url, server.admin, "http://"+metrics)
	c.findInRedis(t, rdb)
	c.findInStore(t, "s3://"+bucket, endpoint)
	server.stop()
	worker.stop()
	c.find(t, "the server's log", server.talk.String())
	c.find(t, "the worker's log", worker.talk.String())
}

// guardedRedis returns a Redis with a password.
func guardedRedis(t *testing.T, password string) (redis.UniversalClient, string) {
	t.Helper()
	server := redistest.Start(t)
	if err := server.Client().ConfigSet(t.Context(), "requirepass", password).Err(); err != nil {
		t.Fatal(err)
	}
	address := strings.Replace(server.URL, "redis://", "redis://:"+password+"@", 1)
	opts, err := redis.ParseURL(address)
	if err != nil {
		t.Fatal(err)
	}
	client := redis.NewClient(opts)
	t.Cleanup(func() { _ = client.Close() })
	return client, address
}

// serviceAccount returns the key file of a service account, and a line of its private key.
func serviceAccount(t *testing.T) (file, line string) {
	t.Helper()
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	der, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	text := pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: der})
	content, err := json.Marshal(map[string]string{
		"type": "service_account", "project_id": "ferry", "client_email": "ferry@example.com", "private_key_id": "1", "private_key": string(text),
	})
	if err != nil {
		t.Fatal(err)
	}
	return string(content), strings.Split(string(text), "\n")[5]
}

// openReceivers opens a receiver that accepts notices, one that refuses them and one that is
// unreachable. Their addresses are secrets too.
func openReceivers(t *testing.T, c canaries) (taken <-chan string, yaml string) {
	t.Helper()
	types := make(chan string, 10)
	key, err := standardwebhooks.NewWebhook(c.notify)
	if err != nil {
		t.Fatal(err)
	}
	ready := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err == nil {
			err = key.Verify(body, r.Header)
		}
		if err != nil {
			t.Error(err)
		}
		c.find(t, "a notice", string(body))
		var m struct{ Type string }
		if err := json.Unmarshal(body, &m); err != nil {
			t.Error(err)
		}
		types <- m.Type
	}))
	t.Cleanup(ready.Close)
	list := []string{}
	for _, address := range []string{ready.URL, refuseAll(t) + "/services", "http://user:" + c.address + "@" + freeAddress(t)} {
		list = append(list, fmt.Sprintf(`{url: "%s/%s", secret: %s}`, address, c.address, c.notify))
	}
	return types, "[" + strings.Join(list, ", ") + "]"
}

// refuseAll returns a server that lets nobody in.
func refuseAll(t *testing.T) (address string) {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusForbidden) }))
	t.Cleanup(server.Close)
	return server.URL
}

func freeAddress(t *testing.T) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	return listener.Addr().String()
}

func waitFor(t *testing.T, what string, ok func() bool) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	for !ok() {
		select {
		case <-ctx.Done():
			t.Fatalf("%s: it did not come to pass", what)
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// findInCommands runs the commands, with a correct and with a wrong environment.
func (c canaries) findInCommands(t *testing.T, p *place) {
	t.Helper()
	page := p.write("ferry.html", page)
	for _, asked := range []struct {
		name string
		at   *place
		args [][]string
	}{
		{"all is well", p, [][]string{
			{"status"}, {"status", "ferry"}, {"status", "porom", "--json"}, {"list", "--json"}, {"list", "--stale"}, {"script", page},
			{"render", "ferry", "--dry-run"}, {"publish", page, "--id", "other"}, {"remove", "other"}, {"--help"},
			{"narrate", page, "-o", "ferry.mp3"}, {"narrate", page, "-o", "x.mp3", "--voice", "google:en-US-Chirp3-HD-Kore"}, {"voices", "google"},
			{"narrate", page, "-o", "x.mp3", "--voice", "openai:tts-1/alloy"}, {"narrate", page, "-o", "x.mp3", "--voice", "polly:Joanna"},
			{"narrate", page, "-o", "x.mp3", "--voice", "piper:en_US-amy-medium"}, {"voices"},
		}},
		{"Redis is away", p.with("ALOUD_REDIS_URL=redis://:" + c.redis + "@" + freeAddress(t) + "/0"), [][]string{{"status"}, {"render", "ferry"}}},
		{"Redis takes another password", p.with("ALOUD_REDIS_URL=" + strings.Replace(p.redisURL(), "@", "x@", 1)), [][]string{{"status"}, {"render", "ferry"}}},
		{"a Redis port", p.with("ALOUD_REDIS_URL=redis://:" + c.redis + "@host:66x/0"), [][]string{{"status"}, {"serve"}, {"worker"}, {"up"}}},
		{"a Redis scheme", p.with("ALOUD_REDIS_URL=reddis://:" + c.redis + "@host/0"), [][]string{{"status"}, {"worker"}}},
		{"a Redis option", p.with("ALOUD_REDIS_URL=redis://:" + c.redis + "@host/0?master_name=a&db=x"), [][]string{{"worker"}}},
		{"a password in the bucket's address", p.with("ALOUD_S3_ENDPOINT=http://user:" + c.s3 + "@" + freeAddress(t)), [][]string{{"list"}}},
		{"a password in Amazon's variable", p.with("ALOUD_S3_ENDPOINT=", "AWS_ENDPOINT_URL=http://user:"+c.s3+"@"+freeAddress(t)), [][]string{{"list"}}},
		{"a provider's address with a password", p.with("ALOUD_OPENAI_URL=http://user:" + c.openai + "@" + freeAddress(t)), [][]string{
			{"voices", "openai"}, {"narrate", page, "-o", "x.mp3", "--voice", "openai:tts-1/alloy"},
		}},
		{"Piper's address with a password", p.with("ALOUD_PIPER_URL=http://user:" + c.openai + "@" + freeAddress(t)), [][]string{
			{"voices", "piper"}, {"narrate", page, "-o", "x.mp3", "--voice", "piper:en_US-amy-medium"},
		}},
		{"Polly's address with a password", p.with("ALOUD_POLLY_ENDPOINT=http://user:" + c.s3 + "@" + freeAddress(t)), [][]string{
			{"voices", "polly"}, {"narrate", page, "-o", "x.mp3", "--voice", "polly:Joanna"},
		}},
		{"an invalid address of a provider", p.with("ALOUD_OPENAI_URL=user:" + c.openai + "@host"), [][]string{{"list"}}},
		{"an invalid address of a bucket", p.with("ALOUD_S3_ENDPOINT=user:" + c.s3 + "@host"), [][]string{{"list"}}},
		{"an invalid store", p.with("ALOUD_STORE=s4://user:" + c.s3 + "@bucket"), [][]string{{"list"}}},
		{"a store with a password", p.with("ALOUD_STORE=s3://user:" + c.s3 + "@bucket"), [][]string{{"list"}}},
		{"a folder with a password", p.with("ALOUD_STORE=dir://user:" + c.s3 + "@host/x"), [][]string{{"list"}}},
		{"credentials that are no JSON", p.with("ALOUD_GOOGLE_CREDENTIALS=" + c.google), [][]string{{"list"}}},
		{"credentials of no type", p.with(`ALOUD_GOOGLE_CREDENTIALS={"private_key":"` + c.google + `"}`), [][]string{{"voices", "google"}}},
		{"credentials without a key", p.with(`ALOUD_GOOGLE_CREDENTIALS={"type":"service_account","private_key":"` + c.google + `"}`), [][]string{{"voices", "google"}}},
	} {
		for _, args := range asked.args {
			stdout, stderr, _ := asked.at.aloud(args...)
			c.find(t, asked.name+": aloud "+strings.Join(args, " "), stdout+stderr)
		}
	}
}

// findInWrongSettings puts secrets where the settings are wrong.
func (c canaries) findInWrongSettings(t *testing.T, p *place) {
	t.Helper()
	p.write("secret", c.articles+"!")
	for name, yaml := range map[string]string{
		"a secret that is a map":               "sites: {main: {hooks: {ghost: {secret: {a: " + c.ghost + "}}}}}",
		"a secret without its end":             `sites: {main: {hooks: {ghost: {secret: "` + c.ghost,
		"a hook that is its secret":            "sites:\n  main:\n    hooks:\n      ghost: " + c.ghost + "\n",
		"a secret in the wrong place":          "sites:\n  main:\n    language: en\n  secret: " + c.ghost + "\n",
		"a secret after a tab":                 "sites:\n  main:\n    hooks:\n      ghost:\n\tsecret: " + c.ghost + "\n",
		"a secret twice":                       "sites: {main: {hooks: {ghost: {secret: a, secret: " + c.ghost + "}}}}",
		"a secret that is no base64":           "sites: {main: {hooks: {articles: {secret: " + c.articles + "!}}}}",
		"a secret in a file that is no base64": "sites: {main: {hooks: {articles: {secret_file: secret}}}}",
		"a secret as the name of its file":     "sites: {main: {hooks: {ghost: {secret_file: [a, {b: " + c.ghost + "}]}}}}",
		"a tolerance beside a secret":          "sites: {main: {hooks: {ghost: {secret: " + c.ghost + ", tolerance: x}}}}",
		"a receiver that is its address":       "sites: {main: {notify: https://host/" + c.address + "}}",
		"a list of such":                       "sites: {main: {notify: [https://host/" + c.address + "]}}",
		"a receiver without a scheme":          "sites: {main: {notify: {url: host/" + c.address + ", secret: " + c.notify + "!}}}",
		"a receiver of unknown events":         "sites: {main: {notify: {url: https://host/" + c.address + ", secret: " + c.notify + ", events: x}}}",
	} {
		_, stderr, code := p.aloud("list", "--settings", p.write("wrong.yaml", yaml))
		if code != 3 {
			t.Errorf("%s: exit code %d: %s", name, code, stderr)
		}
		c.find(t, name, stderr)
	}
}

// findInAnswers requests everything that the server and the worker answer to anyone.
func (c canaries) findInAnswers(t *testing.T, server, admin, worker string) {
	t.Helper()
	for _, address := range []string{
		admin + "/metrics", admin + "/debug/pprof/cmdline", admin + "/queue/api/redis_info", server + "/readyz", server + "/embed/main/ferry", server + "/public/main/articles/ferry/narration.json", worker + "/metrics",
	} {
		status, body := get(t, address)
		if status != http.StatusOK {
			t.Errorf("%s: %d", address, status)
		}
		c.find(t, address, body)
	}
	for _, hook := range []string{"/hooks/main/ghost/published", "/hooks/main/articles", "/hooks/other/articles"} {
		resp, err := http.Post(server+hook, "application/json", strings.NewReader("{}"))
		if err != nil {
			t.Fatal(err)
		}
		body, _ := io.ReadAll(resp.Body)
		resp.Body.Close()
		c.find(t, hook, fmt.Sprint(resp.Header)+string(body))
	}
}

func (p *place) redisURL() (address string) {
	for _, pair := range p.env {
		if value, found := strings.CutPrefix(pair, "ALOUD_REDIS_URL="); found {
			address = value
		}
	}
	return address
}

// findInRedis looks at every key and value, the queues' payloads and errors among them.
func (c canaries) findInRedis(t *testing.T, rdb redis.UniversalClient) {
	t.Helper()
	ctx, seen := t.Context(), 0
	for keys := rdb.Scan(ctx, 0, "*", 1000).Iterator(); keys.Next(ctx); seen++ {
		key := keys.Val()
		value := map[string]func() any{
			"string": func() any { return rdb.Get(ctx, key).Val() },
			"list":   func() any { return rdb.LRange(ctx, key, 0, -1).Val() },
			"set":    func() any { return rdb.SMembers(ctx, key).Val() },
			"zset":   func() any { return rdb.ZRange(ctx, key, 0, -1).Val() },
			"hash":   func() any { return rdb.HGetAll(ctx, key).Val() },
			"none":   func() any { return nil }, // expired meanwhile
		}[rdb.Type(ctx, key).Val()]
		c.find(t, "Redis' "+key, key+fmt.Sprint(value()))
	}
	if seen < 5 {
		t.Errorf("Redis has %d keys only: did this look at the right one?", seen)
	}
}

// findInStore looks at every object.
func (c canaries) findInStore(t *testing.T, address, endpoint string) {
	t.Helper()
	st, err := store.OpenURL(t.Context(), address, endpoint)
	if err != nil {
		t.Fatal(err)
	}
	var seen bytes.Buffer
	for entry, err := range st.List(t.Context(), "") {
		if err != nil {
			t.Fatal(err)
		}
		body, _, err := store.Read(t.Context(), st, entry.Key)
		if err != nil {
			continue // gone meanwhile
		}
		c.find(t, entry.Key, entry.Key+string(body))
		fmt.Fprintln(&seen, entry.Key)
	}
	for _, kind := range []string{"/outcomes/ferry.json", "/articles/porom.json", "/notices/", "narration.json"} {
		if !strings.Contains(seen.String(), kind) {
			t.Errorf("the store has no %s:\n%s", kind, seen.String())
		}
	}
}
