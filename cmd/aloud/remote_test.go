package main

import (
	"net/http"
	"regexp"
	"strings"
	"testing"
	"time"
)

// token makes a token and returns it.
func (p *place) token(role string, args ...string) string {
	p.t.Helper()
	return strings.TrimSpace(p.must(append([]string{"token", "create", "--role", role}, args...)...))
}

// remote is a machine with nothing but a server's address and a token.
func (p *place) remote(server, token string) *place {
	p.t.Helper()
	r := newPlace(p.t)
	r.env = append(r.env, "ALOUD_SETTINGS=", "ALOUD_STORE=dir:///nowhere/at/all", "ALOUD_SERVER="+server, "ALOUD_TOKEN_FILE="+r.write("token", token+"\n"))
	r.write("aloud.yaml", "this is not read: [")
	return r
}

// Every command that takes a server does and prints the same there as on the server's machine.
func TestCommandsThroughTheAPI(t *testing.T) {
	p := newPlace(t)
	up := p.start("up")
	for _, id := range []string{"ferry", "island", "tower", "bridge"} {
		p.must("publish", p.write(id+".html", page), "--id", id)
		p.await(id)
	}
	far := p.remote(up.admin, p.token("admin", "--name", "desk"))
	far.write("far.html", page)
	for _, args := range [][]string{
		{"status", "ferry"}, {"status", "ferry", "--json"}, {"status"}, {"status", "nobody"}, {"status", "not/an/id"}, {"status", "ferry", "--site", "other"},
		{"list"}, {"list", "--json"}, {"list", "--state", "failed"}, {"list", "--state", "nonsense"}, {"list", "--stale"}, {"list", "--retrying", "--json"},
		{"list", "--newest", "2", "--json"}, {"list", "--search", "FERRY"}, {"list", "--newest", "-1"}, {"list", "--day", "2026"},
		{"list", "--month", "2020-01", "--tag", "none", "--language", "en", "--changed", "2020-01-01"},
		{"render", "ferry", "--dry-run"}, {"render", "ferry", "--dry-run", "--json", "--force"}, {"render", "nobody", "--dry-run"}, {"render"},
		{"render", "--stale", "--dry-run", "--json"}, {"render", "ferry", "tower", "--json"}, {"render", "ferry", "--voice", "none:such"}, {"render", "nobody"},
		{"render", "ferry", "--force", "--wait", "--json"},
		{"render", "--language", "en", "--state", "published", "--since", "2020-01-01", "--dry-run"}, {"render", "--tag", "none", "--json"},
		{"erase", "ferry", "--dry-run"}, {"erase", "ferry", "--dry-run", "--json"}, {"erase", "nobody"},
		{"restore", "nobody"}, {"restore", "tower"}, {"restore"},
		{"retry", "ferry", "--json"}, {"retry", "--all", "--json"}, {"retry", "nobody"},
		{"remove", "nobody"}, {"remove", "island", "--json"}, {"remove", "island", "tower"},
		{"render", "--language", "en", "--force", "--json"}, {"render", "--since", "yesterday"}, {"journal", "--site", "other"},
		{"publish", "ferry.html", "--id", "bridge", "--json"}, {"publish", "none.html"}, {"erase", "tower", "--json"},
	} {
		here := append([]string{}, args...)
		if len(args) > 1 && strings.HasSuffix(args[1], ".html") {
			args[1] = strings.Replace(args[1], "ferry", "far", 1)
		}
		// the one that changes something goes first; of the other only what it prints counts
		farOut, farErr, farCode := far.aloud(args...)
		hereOut, hereErr, hereCode := p.aloud(here...)
		if args[0] == "erase" && args[1] == "tower" { // twice is not the same
			hereOut = farOut
		}
		if farOut != hereOut || farCode != hereCode {
			t.Errorf("aloud %s\nfar  %d: %s%s\nhere %d: %s%s", strings.Join(args, " "), farCode, farOut, farErr, hereCode, hereOut, hereErr)
		}
	}
	export := `{"id":"archive-1","title":"Ferry","text":"It left at nine.","updated_at":"2020-01-01T00:00:00Z"}` + "\n" + `{"id":"archive-2","title":"Tower","text":"It stood.","updated_at":"2020-01-02T00:00:00Z"}`
	here, there := p.write("export.ndjson", export), far.write("export.ndjson", export)
	if near, remote := p.must("backfill", "--from", here, "--dry-run"), far.must("backfill", "--from", there, "--dry-run"); near != remote {
		t.Errorf("estimates: near\n%s\nfar\n%s", near, remote)
	}
	far.must("backfill", "--from", there, "--yes")
	far.must("backfill", "pause")
	for _, args := range [][]string{{"backfill", "status"}, {"backfill", "pause", "nobody"}, {"backfill", "--source", "ghost", "--dry-run"}} {
		near, _, nearCode := p.aloud(args...)
		remote, talk, code := far.aloud(args...)
		if near != remote || code != nearCode {
			t.Errorf("aloud %s: far %d: %s%s\nnear %d: %s", strings.Join(args, " "), code, remote, talk, nearCode, near)
		}
	}
	far.must("backfill", "resume")
	p.await("archive-1")
	p.await("archive-2")
	far.must("restore", "ferry", "--wait")
	if out := p.must("status", "ferry"); !strings.Contains(out, "(restored)") {
		t.Errorf("after aloud restore: %s", out)
	}
	journal := p.must("journal")
	for _, want := range []string{"token desk \\(\\w{10}\\) +remove +island +done", "token desk .* render, although nothing changed +ferry", "token desk .* restore +ferry +done", "token desk .* restore +tower .*not kept", "@.* remove +island", "create token desk"} {
		if !regexp.MustCompile(want).MatchString(journal) {
			t.Errorf("the journal has no %q:\n%s", want, journal)
		}
	}
	if strings.Contains(up.talk.String(), "aloud_") {
		t.Errorf("the log has a token:\n%s", up.talk)
	}
}

// A revoked token is refused soon, and one that travels unencrypted is not sent.
func TestTokens(t *testing.T) {
	p := newPlace(t)
	up := p.start("up")
	secret := p.token("viewer", "--name", "dashboard")
	far := p.remote(up.admin, secret)
	if out := far.must("status", "--json"); !strings.Contains(out, `"site": "main"`) {
		t.Errorf("status: %s", out)
	}
	list := p.must("token", "list")
	if !strings.Contains(list, "dashboard") || strings.Contains(list, secret) || strings.Contains(list, "never  never") {
		t.Errorf("the list of tokens: %s", list)
	}
	id := strings.Split(secret, "_")[1]
	p.must("token", "revoke", id)
	refused := func() bool {
		_, stderr, code := far.aloud("status")
		return code == 1 && strings.Contains(stderr, "revoked")
	}
	for deadline := time.Now().Add(time.Minute); !refused(); {
		if time.Now().After(deadline) {
			t.Fatal("a revoked token is accepted")
		}
	}
	if _, stderr, code := p.aloud("token", "revoke", secret); code != 2 || strings.Contains(stderr, secret) {
		t.Errorf("revoked by its secret: %d, %s", code, stderr)
	}
	far.env = append(far.env, "ALOUD_SERVER=http://aloud.example")
	if _, stderr, code := far.aloud("status"); code != 3 || !strings.Contains(stderr, "unencrypted") {
		t.Errorf("without encryption: %d, %s", code, stderr)
	}
	far.env = append(far.env, "ALOUD_SERVER="+up.admin)
	if _, stderr, code := far.aloud("reconcile"); code != 3 || !strings.Contains(stderr, "ALOUD_SERVER") {
		t.Errorf("a command on the store: %d, %s", code, stderr)
	}
	if code, _ := get(t, up.url+"/api/openapi.json"); code != http.StatusNotFound {
		t.Errorf("the API on the public address: %d", code)
	}
}
