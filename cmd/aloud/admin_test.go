package main

import (
	"net/http"
	"strings"
	"testing"
)

// Operators' pages are not on the public address, and need a password beyond loopback.
func TestTheAdminAddress(t *testing.T) {
	paths := []string{"/metrics", "/queue/", "/debug/pprof/"}
	p := newPlace(t)
	up := p.start("up")
	for _, path := range paths {
		if code, _ := get(t, up.url+path); code != http.StatusNotFound {
			t.Errorf("%s on the public address: %d", path, code)
		}
		if code, _ := get(t, up.admin+path); code != http.StatusOK {
			t.Errorf("%s on loopback: %d", path, code)
		}
	}
	open := newPlace(t, "ALOUD_ADMIN_LISTEN=0.0.0.0:0", "ALOUD_ADMIN_PASSWORD_FILE="+p.write("password", "of the keeper\n"), "ALOUD_METRICS_PUBLIC=true").start("up")
	admin := strings.ReplaceAll(open.admin, "[::]", "127.0.0.1")
	for path, want := range map[string]int{"/metrics": 200, "/queue/": 401, "/debug/pprof/": 401} {
		if code, _ := get(t, admin+path); code != want {
			t.Errorf("%s beyond loopback: %d, want %d", path, code, want)
		}
		if code, _ := get(t, strings.Replace(admin, "http://", "http://any:of%20the%20keeper@", 1)+path); code != http.StatusOK {
			t.Errorf("%s with the password: %d", path, code)
		}
	}
}

// Two servers on one machine do not need two admin addresses; but an address that was set and is in
// use is an error.
func TestATakenAdminAddress(t *testing.T) {
	p := newPlace(t)
	taken := strings.TrimPrefix(p.start("up").admin, "http://")
	if _, stderr, code := newPlace(t, "ALOUD_ADMIN_LISTEN="+taken).aloud("up"); code != 3 || !strings.Contains(stderr, "ALOUD_ADMIN_LISTEN") {
		t.Errorf("exit code %d: %s", code, stderr)
	}
	if off := newPlace(t, "ALOUD_ADMIN_LISTEN=off").start("up"); off.admin != "" {
		t.Errorf("off is %s", off.admin)
	}
}
