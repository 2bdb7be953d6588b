package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

const purgeSecret = "whsec_YSBsaWdodGhvdXNlIGtlZXBlcidzIHNlY3JldA=="

// A caching nginx, configured as deploy/nginx says, lets go of a removed article: by itself when
// the time is over that Cache-Control allows, and earlier by a purge. The time is changed between
// aloud and nginx: a second, so that nobody has to wait; an hour, so that only the purge can be the
// reason. ALOUD_MEASURE=1 leaves it as it is and logs how long it took.
func TestNginxLetsGoOfRemovedAudio(t *testing.T) {
	if _, err := exec.LookPath("nginx"); err != nil {
		t.Skip("nginx is not installed: apt-get install nginx-light")
	}
	for _, c := range []struct{ name, maxAge, settings string }{
		{"after a while", "max-age=1", ""},
		{"by a purge", "max-age=3600", "    allow_private: [127.0.0.1]\n    purge: {url: \"http://%s/\", secret: " + purgeSecret + "}\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := newPlace(t)
			cache, purges := filepath.Join(p.dir, "cache"), freeAddress(t)
			if c.settings != "" {
				p.write("aloud.yaml", settings+fmt.Sprintf(c.settings, purges))
				startPurge(t, purges, cache)
			}
			front := startNginx(t, p, cache, shorten(t, p.start("up").url, c.maxAge))
			p.must("publish", p.write("ferry.html", page), "--id", "ferry")
			narration := p.await("ferry").Narration
			var cached []string
			for _, file := range []string{"narration.json", narration.Audio[0].URL, narration.Captions[0].URL} {
				address := front + "/public/main/articles/ferry/" + file
				awaitAnswer(t, address, func(r *http.Response) bool { return r.StatusCode == 200 && r.Header.Get("X-Cache-Status") == "HIT" })
				cached = append(cached, address)
			}
			p.must("remove", "ferry")
			removed := time.Now()
			for _, address := range cached {
				awaitAnswer(t, address, func(r *http.Response) bool { return r.StatusCode == 404 })
			}
			t.Logf("gone after %s", time.Since(removed).Round(10*time.Millisecond))
		})
	}
}

func awaitAnswer(t *testing.T, address string, is func(*http.Response) bool) {
	t.Helper()
	var last *http.Response
	for deadline := time.Now().Add(time.Minute); time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		resp, err := http.Get(address)
		if err != nil {
			continue // nginx starts
		}
		resp.Body.Close()
		if last = resp; is(resp) {
			return
		}
	}
	t.Fatalf("%s: last answer %v", address, last)
}

// shorten is a proxy to aloud that replaces the time for which caches may keep a file.
func shorten(t *testing.T, aloud, maxAge string) (address string) {
	t.Helper()
	target, err := url.Parse(aloud)
	if err != nil {
		t.Fatal(err)
	}
	proxy := httputil.NewSingleHostReverseProxy(target)
	proxy.ModifyResponse = func(r *http.Response) error {
		header := r.Header.Get("Cache-Control")
		if r.StatusCode == http.StatusOK && !strings.Contains(header, "max-age=30") {
			t.Errorf("%s may be kept: %q", r.Request.URL.Path, header)
		}
		if os.Getenv("ALOUD_MEASURE") == "" {
			r.Header.Set("Cache-Control", strings.Replace(header, "max-age=30", maxAge, 1))
		}
		return nil
	}
	server := httptest.NewServer(proxy)
	t.Cleanup(server.Close)
	return server.URL
}

// startNginx starts nginx with the configuration of deploy/nginx before upstream.
func startNginx(t *testing.T, p *place, cache, upstream string) (address string) {
	t.Helper()
	site, err := os.ReadFile("../../deploy/nginx/aloud.conf")
	if err != nil {
		t.Fatal(err)
	}
	listen := freeAddress(t)
	p.write("aloud.conf", strings.NewReplacer("/var/cache/nginx/aloud", cache, "listen 80", "listen "+listen, "http://127.0.0.1:8080", upstream).Replace(string(site)))
	temporary := ""
	for _, kind := range []string{"client_body", "proxy", "fastcgi", "uwsgi", "scgi"} {
		temporary += kind + "_temp_path " + filepath.Join(p.dir, kind) + ";\n"
	}
	conf := p.write("nginx.conf", "daemon off;\nerror_log stderr;\npid "+filepath.Join(p.dir, "nginx.pid")+";\nevents {}\nhttp {\naccess_log off;\n"+temporary+
		"include "+filepath.Join(p.dir, "aloud.conf")+";\n}\n")
	if os.Getuid() == 0 { // its workers would be another user, who cannot enter the test's folder
		conf = p.write("nginx.conf", "user root;\n"+read(t, conf))
	}
	startProcess(t, exec.Command("nginx", "-e", "stderr", "-p", p.dir, "-c", conf))
	return "http://" + listen
}

func read(t *testing.T, file string) string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// startPurge starts the receiver of purges of deploy/nginx.
func startPurge(t *testing.T, listen, cache string) {
	t.Helper()
	binary := filepath.Join(t.TempDir(), "purge")
	if out, err := exec.Command("go", "build", "-o", binary, "../../deploy/nginx/purge").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	cmd := exec.Command(binary, listen, cache)
	cmd.Env = []string{"PURGE_SECRET=" + purgeSecret}
	startProcess(t, cmd)
}

func startProcess(t *testing.T, cmd *exec.Cmd) {
	t.Helper()
	cmd.Stdout, cmd.Stderr = t.Output(), t.Output()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Signal(syscall.SIGTERM)
		_ = cmd.Wait()
	})
}
