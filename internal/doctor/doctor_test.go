package doctor_test

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/doctor"
	"github.com/aloud-audio/aloud/internal/store"
	"github.com/aloud-audio/aloud/internal/store/storetest"
)

func TestExamineKeepsTheOrder(t *testing.T) {
	last := make(chan struct{})
	checks := []doctor.Check{
		{Name: "a", Means: "of it", Run: func(context.Context) doctor.Result { <-last; return doctor.Warned("b", "c") }},
		{Name: "d", Means: "nothing", Required: true, Run: func(context.Context) doctor.Result { close(last); return doctor.Found("%d", 1) }},
	}
	reports := doctor.Examine(t.Context(), checks)
	if got := fmt.Sprint(reports); got != "[{a of it false {warn c b false}} {d  true {ok 1  false}}]" || doctor.Worst(reports) != doctor.Warn {
		t.Error(got)
	}
	if got := doctor.Worst(append(reports, doctor.Report{Result: doctor.Failed("", "")}, reports[0])); got != doctor.Fail {
		t.Error(got)
	}
}

func TestClock(t *testing.T) {
	now := time.Date(2026, 11, 30, 9, 0, 0, 500e6, time.UTC)
	for offset, want := range map[time.Duration]doctor.Status{
		0: doctor.OK, -time.Second: doctor.OK, 5 * time.Second: doctor.OK,
		30 * time.Second: doctor.Warn, -30 * time.Second: doctor.Warn,
		time.Hour: doctor.Fail, -4 * time.Minute: doctor.Fail,
	} {
		got := doctor.Clock("the moon", now.Add(offset).Truncate(time.Second), now, now.Add(50*time.Millisecond))
		if got.Status != want || want != doctor.OK && got.Fix == "" {
			t.Errorf("%v: %+v", offset, got)
		}
	}
}

func TestTempDir(t *testing.T) {
	check := doctor.TempDir()
	if got := check.Run(t.Context()); got.Status != doctor.OK {
		t.Errorf("%+v", got)
	}
	t.Setenv("TMPDIR", filepath.Join(t.TempDir(), "missing"))
	if got := check.Run(t.Context()); got.Status != doctor.Fail || got.MayPass || !strings.Contains(got.Fix, "TMPDIR") {
		t.Errorf("%+v", got)
	}
}

func TestStore(t *testing.T) {
	dir, err := store.NewDir(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range doctor.Examine(t.Context(), doctor.Store(dir)) {
		if r.Status != doctor.OK {
			t.Errorf("%+v", r)
		}
	}
	if left, err := os.ReadDir(filepath.Join(dir.Root(), "private")); err == nil && len(left) > 0 {
		t.Errorf("%v is left", left)
	}
}

// A store that opens, and then refuses one kind of request.
func TestStoreThatRefuses(t *testing.T) {
	endpoint, bucket := storetest.StartS3(t)
	target, err := url.Parse(endpoint)
	if err != nil {
		t.Fatal(err)
	}
	var refuse func(*http.Request) (status int, code string)
	server := httptest.NewServer(refusing(target, func(r *http.Request) (int, string) { return refuse(r) }))
	t.Cleanup(server.Close)
	isList := func(r *http.Request) bool { return r.URL.Query().Has("list-type") }
	nobody := func(*http.Request) (int, string) { return 0, "" }
	for name, c := range map[string]struct {
		refuse  func(*http.Request) (int, string)
		failed  string // the checks that fail
		fix     string
		mayPass bool
	}{
		"nothing": {nobody, "", "", false},
		"lists": {func(r *http.Request) (int, string) {
			if isList(r) {
				return 403, "AccessDenied"
			}
			return 0, ""
		}, "store: list", "s3:ListBucket", false},
		"what is missing": {func(r *http.Request) (int, string) {
			if r.Method == http.MethodGet && !isList(r) {
				return 403, "AccessDenied"
			}
			return 0, ""
		}, "store: missing object, store: write, read, delete, store: clock", "s3:ListBucket", false},
		"another clock": {func(*http.Request) (int, string) { return 403, "RequestTimeTooSkewed" }, "store: list, store: missing object, store: write, read, delete, store: clock", "clock", false},
		"a full bucket": {func(r *http.Request) (int, string) {
			if r.Method == http.MethodPut {
				return 403, "QuotaExceeded"
			}
			return 0, ""
		}, "store: write, read, delete, store: clock", "quota", false},
		"deletes": {func(r *http.Request) (int, string) {
			if r.Method == http.MethodDelete {
				return 403, "AccessDenied"
			}
			return 0, ""
		}, "store: write, read, delete", "s3:DeleteObject", false},
		"conditions": {func(r *http.Request) (int, string) {
			r.Header.Del("If-None-Match") // as a proxy that drops what it does not know
			return 0, ""
		}, "store: write, read, delete", "no proxy between aloud and the storage changes headers", false},
		"all, for a while": {func(*http.Request) (int, string) { return 503, "ServiceUnavailable" }, "store: list, store: missing object, store: write, read, delete, store: clock", "log", true},
	} {
		t.Run(name, func(t *testing.T) {
			refuse = nobody
			st, err := store.NewS3(t.Context(), store.S3Options{Bucket: bucket, Endpoint: server.URL})
			if err != nil {
				t.Fatal(err)
			}
			refuse = c.refuse
			var failed []string
			for _, r := range doctor.Examine(t.Context(), doctor.Store(st)) {
				if r.Status == doctor.OK {
					continue
				}
				failed = append(failed, r.Name)
				if !strings.Contains(r.Fix, c.fix) || r.MayPass != c.mayPass {
					t.Errorf("%+v", r)
				}
			}
			if got := strings.Join(failed, ", "); got != c.failed {
				t.Errorf("failed: %s; want %s", got, c.failed)
			}
		})
	}
}

// odd is a store with a fault that shows in no answer.
type odd struct {
	store.Store
	put    func(store.PutOptions) store.PutOptions
	delete func(context.Context, string) error
}

func (o odd) Put(ctx context.Context, key string, body []byte, opts store.PutOptions) (string, error) {
	return o.Store.Put(ctx, key, body, o.put(opts))
}

func (o odd) Delete(ctx context.Context, key string) error { return o.delete(ctx, key) }

func TestStoreThatLies(t *testing.T) {
	dir, err := store.NewDir(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	same := func(opts store.PutOptions) store.PutOptions { return opts }
	for fix, st := range map[string]odd{
		"honours conditional writes": {dir, func(store.PutOptions) store.PutOptions { return store.PutOptions{} }, dir.Delete},
		"s3:DeleteObject":            {dir, same, func(context.Context, string) error { return nil }},
	} {
		expectFailed(t, doctor.Store(st), "store: write, read, delete", fix)
	}
}

// refusing forwards what refuse does not answer.
func refusing(target *url.URL, refuse func(*http.Request) (int, string)) http.Handler {
	forward := &httputil.ReverseProxy{Rewrite: func(r *httputil.ProxyRequest) {
		r.Out.URL.Scheme, r.Out.URL.Host, r.Out.Host = target.Scheme, target.Host, r.In.Host
	}}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		status, code := refuse(r)
		if status == 0 {
			forward.ServeHTTP(w, r)
			return
		}
		w.Header().Set("Content-Type", "application/xml")
		w.WriteHeader(status)
		_, _ = io.WriteString(w, "<Error><Code>"+code+"</Code></Error>")
	})
}
