package main

import (
	"encoding/json"
	"net"
	"net/http"
	"net/http/httputil"
	"net/url"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/doctor"
	"github.com/aloud-audio/aloud/internal/store/storetest"
	"github.com/aloud-audio/aloud/worker/redistest"
)

func TestDoctor(t *testing.T) {
	redis := redistest.Start(t)
	for name, c := range map[string]struct {
		env  []string
		code int
		bad  string // the check that is not ok
		says string
	}{
		"all is well":          {nil, 0, "", ""},
		"an unknown variable":  {[]string{"ALOUD_S3_ENDPONT=x"}, 0, "variables", "ALOUD_S3_ENDPOINT is the nearest"},
		"no temporary folder":  {[]string{"TMPDIR=/nonexistent"}, 1, "temporary folder", "set TMPDIR"},
		"a store out of reach": {[]string{"ALOUD_STORE=s3://audio", "ALOUD_S3_ENDPOINT=http://127.0.0.1:1", "AWS_ACCESS_KEY_ID=a", "AWS_SECRET_ACCESS_KEY=b", "AWS_MAX_ATTEMPTS=1"}, 1, "store", "endpoint"},
		"no Redis":             {[]string{"ALOUD_REDIS_URL=redis://127.0.0.1:1"}, 1, "redis: write", "ALOUD_REDIS_URL"},
		"wrong settings":       {[]string{"ALOUD_CONCURRENCY=none"}, 3, "settings", "ALOUD_CONCURRENCY"},
	} {
		t.Run(name, func(t *testing.T) {
			p := newPlace(t, append([]string{"ALOUD_REDIS_URL=" + redis.URL}, c.env...)...)
			stdout, stderr, code := p.aloud("doctor", "--json")
			var got struct {
				Status doctor.Status
				Checks []doctor.Report
			}
			if err := json.Unmarshal([]byte(stdout), &got); err != nil || code != c.code {
				t.Fatalf("exit code %d, %v:\n%s%s", code, err, stdout, stderr)
			}
			found := c.bad == ""
			for _, r := range got.Checks {
				found = found || r.Name == c.bad && r.Status != doctor.OK && strings.Contains(r.Detail+r.Fix, c.says)
				if c.bad == "" && r.Status != doctor.OK {
					t.Errorf("%+v", r)
				}
			}
			if !found || (got.Status == doctor.Fail) != (c.code != 0) {
				t.Errorf("%+v", got)
			}
			if text, _, _ := p.aloud("doctor"); !strings.Contains(text, c.says) {
				t.Errorf("as text: %s", text)
			}
		})
	}
}

// The quick check asks the store and Redis, and nothing that takes long or needs another host.
func TestQuickDoctor(t *testing.T) {
	redis := redistest.Start(t)
	for name, c := range map[string]struct {
		env  []string
		code int
	}{
		"all is well":             {[]string{"ALOUD_REDIS_URL=" + redis.URL}, 0},
		"no queue but its own":    {nil, 0},
		"a voice that is nowhere": {[]string{"ALOUD_VOICE=flite:nobody"}, 0},
		"no Redis":                {[]string{"ALOUD_REDIS_URL=redis://127.0.0.1:1"}, 1},
	} {
		t.Run(name, func(t *testing.T) {
			stdout, stderr, code := newPlace(t, c.env...).aloud("doctor", "--quick", "--json")
			if code != c.code {
				t.Fatalf("exit code %d:\n%s%s", code, stdout, stderr)
			}
			var got struct{ Checks []doctor.Report }
			if err := json.Unmarshal([]byte(stdout), &got); err != nil || len(got.Checks) < 3 {
				t.Fatalf("%v: %s", err, stdout)
			}
			for _, r := range got.Checks {
				if !strings.HasPrefix(r.Name, "store") && !strings.HasPrefix(r.Name, "redis") {
					t.Errorf("it checked %q too", r.Name)
				}
			}
		})
	}
}

// A worker whose store is unreachable says so, answers /healthz, and begins when the store is back.
func TestWorkerWaitsForItsStore(t *testing.T) {
	endpoint, bucket := storetest.StartS3(t)
	target, err := url.Parse(endpoint)
	if err != nil {
		t.Fatal(err)
	}
	away, metrics := freeAddress(t), freeAddress(t)
	p := newPlace(t, "ALOUD_REDIS_URL="+redistest.Start(t).URL, "ALOUD_STORE=s3://"+bucket, "ALOUD_S3_ENDPOINT=http://"+away,
		"ALOUD_WORKER_METRICS="+metrics, "AWS_MAX_ATTEMPTS=1")
	w := p.start("worker")
	waitFor(t, "the worker to say that it waits", func() bool { return strings.Contains(w.talk.String(), "cannot start yet, will retry") })
	if code, _ := getStatus("http://" + metrics + "/healthz"); code != http.StatusOK {
		t.Errorf("healthz %d", code)
	}
	listener, err := net.Listen("tcp", away)
	if err != nil {
		t.Fatal(err)
	}
	server := &http.Server{Handler: &httputil.ReverseProxy{Rewrite: func(r *httputil.ProxyRequest) {
		r.Out.URL.Scheme, r.Out.URL.Host, r.Out.Host = target.Scheme, target.Host, r.In.Host
	}}}
	go func() { _ = server.Serve(listener) }()
	t.Cleanup(func() { server.Close() })
	page := p.write("ferry.html", "<h1>The ferry</h1><p>The ferry will run again.</p>")
	p.must("publish", page)
	waitFor(t, "the article", func() bool { return strings.Contains(p.must("status", "ferry"), "published") })
}

// A process that waits to start stops when it is told to, and that is no failure.
func TestStopWhileWaiting(t *testing.T) {
	p := newPlace(t, "ALOUD_REDIS_URL="+redistest.Start(t).URL, "ALOUD_STORE=s3://audio", "ALOUD_S3_ENDPOINT=http://"+freeAddress(t),
		"AWS_ACCESS_KEY_ID=a", "AWS_SECRET_ACCESS_KEY=b", "AWS_MAX_ATTEMPTS=1")
	w := p.start("worker")
	waitFor(t, "the worker to wait", func() bool { return strings.Contains(w.talk.String(), "cannot start yet") })
	w.stop()
	if code := w.ProcessState.ExitCode(); code != 0 {
		t.Errorf("exit code %d\n%s", code, w.talk)
	}
}

// An unusable store ends the process, and so does a machine that cannot make tracks.
func TestWhatKeepsAProcessFromStarting(t *testing.T) {
	for name, c := range map[string]struct{ env, says string }{
		"no temporary folder": {"TMPDIR=/nonexistent", "set TMPDIR"},
		"a folder of others":  {"ALOUD_STORE=dir:///proc/none", "/proc/none"},
	} {
		p := newPlace(t, "ALOUD_REDIS_URL="+redistest.Start(t).URL, c.env)
		_, stderr, code := p.aloud("worker")
		if code != 1 || !strings.Contains(stderr, c.says) {
			t.Errorf("%s: exit code %d\n%s", name, code, stderr)
		}
	}
}

func getStatus(address string) (int, error) {
	resp, err := http.Get(address)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, resp.Body.Close()
}

// With the address at which a running aloud is reached, everything on the way to it is proved.
func TestDoctorOfARunningServer(t *testing.T) {
	address := freeAddress(t)
	p := newPlace(t, "ALOUD_LISTEN="+address, "ALOUD_URL=http://"+address)
	p.write("aloud.yaml", strings.Replace(settings, "{ghost: {secret: topsecret}}", "{ghost: {secret: topsecret}, articles: {secret: whsec_c2VjcmV0IG9mIGEgdGVzdA==}}", 1))
	p.start("up")
	proved := map[string]bool{
		"public: files": false, "public: cache": false, "public: missing file": false, "public: private files": false,
		"cors: http://127.0.0.1:2368": false, "hooks: main/ghost": false, "hooks: main/articles": false,
	}
	stdout, stderr, code := p.aloud("doctor", "--json", "--no-spend")
	var got struct{ Checks []doctor.Report }
	if err := json.Unmarshal([]byte(stdout), &got); err != nil || code != 0 {
		t.Fatalf("exit code %d, %v:\n%s%s", code, err, stdout, stderr)
	}
	for _, r := range got.Checks {
		if _, wanted := proved[r.Name]; wanted {
			proved[r.Name] = r.Status == doctor.OK
		}
	}
	for name, ok := range proved {
		if !ok {
			t.Errorf("%s is not proved:\n%s", name, stdout)
		}
	}
	if list := p.must("list"); strings.Contains(list, "probe") {
		t.Errorf("a probe became an article:\n%s", list)
	}
}
