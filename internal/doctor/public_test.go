package doctor_test

import (
	"crypto/tls"
	"crypto/x509"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"

	"github.com/aloud-audio/aloud/internal/doctor"
	"github.com/aloud-audio/aloud/internal/store"
	"github.com/aloud-audio/aloud/internal/store/storetest"
)

const control = "public, max-age=30, must-revalidate"

// Each mistake at the public address is found by the check that is about it, and by no other.
func TestPublicAddress(t *testing.T) {
	dir, err := store.NewDir(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	files := http.FileServer(http.Dir(filepath.Join(dir.Root(), "public")))
	all := http.FileServer(http.Dir(dir.Root()))
	for name, c := range map[string]struct {
		serve  http.HandlerFunc
		failed string
		fix    string
	}{
		"as it should be": {func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Cache-Control", control)
			files.ServeHTTP(w, r)
		}, "", ""},
		"another store": {func(w http.ResponseWriter, r *http.Request) { http.NotFound(w, r) },
			"public: files, public: cache", "must show public/"},
		"nobody may read": {func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusForbidden) },
			"public: files, public: cache", "let everybody read"},
		"no ranges": {func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Cache-Control", control)
			r.Header.Del("Range")
			files.ServeHTTP(w, r)
		}, "public: files", "drops Range"},
		"a day in caches": {func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Cache-Control", "public, max-age=30, s-maxage=86400")
			files.ServeHTTP(w, r)
		}, "public: cache", "Cache-Control"},
		"caches decide": {files.ServeHTTP, "public: cache", "Cache-Control"},
		"a page for what is missing": {func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Cache-Control", control)
			if !strings.HasSuffix(r.URL.Path, ".mp3") {
				return
			}
			files.ServeHTTP(w, r)
		}, "public: missing file", "404"},
		"the whole store": {func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Cache-Control", control)
			if strings.HasPrefix(r.URL.Path, "/private/") {
				all.ServeHTTP(w, r)
				return
			}
			files.ServeHTTP(w, r)
		}, "public: private files", "public/ and nothing else"},
	} {
		t.Run(name, func(t *testing.T) {
			server := httptest.NewServer(c.serve)
			defer server.Close()
			expectFailed(t, doctor.Public{Store: dir, Address: server.URL, CacheControl: control}.Checks(), c.failed, c.fix)
		})
	}
}

// A certificate that nobody trusts is named as the cause.
func TestPublicAddressWithABadCertificate(t *testing.T) {
	dir, err := store.NewDir(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewTLSServer(http.FileServer(http.Dir(filepath.Join(dir.Root(), "public"))))
	defer server.Close()
	expectFailed(t, doctor.Public{Store: dir, Address: server.URL}.Checks(),
		"public: files, public: cache, public: missing file, public: certificate", "valid certificate")
}

func TestCertificate(t *testing.T) {
	now := time.Date(2026, 11, 30, 9, 0, 0, 0, time.UTC)
	for days, want := range map[int]doctor.Status{-1: doctor.Warn, 13: doctor.Warn, 15: doctor.OK} {
		state := &tls.ConnectionState{PeerCertificates: []*x509.Certificate{{NotAfter: now.AddDate(0, 0, days)}}}
		if got := doctor.Certificate(state, "audio.example.com", now); got.Status != want || !strings.Contains(got.Detail, "audio.example.com") {
			t.Errorf("%d days: %+v", days, got)
		}
	}
	if got := doctor.Certificate(nil, "audio.example.com", now); got.Status != doctor.OK {
		t.Errorf("%+v", got)
	}
}

// A bucket's policy that opens public/ passes, and one that opens everything does not, whatever
// address the settings name.
func TestBucketThatIsTooOpen(t *testing.T) {
	endpoint, bucket := storetest.StartS3(t)
	st, err := store.NewS3(t.Context(), store.S3Options{Bucket: bucket, Endpoint: endpoint})
	if err != nil {
		t.Fatal(err)
	}
	cfg, err := config.LoadDefaultConfig(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	client := s3.NewFromConfig(cfg, func(o *s3.Options) { o.BaseEndpoint, o.UsePathStyle = &endpoint, true })
	open := func(what string) {
		policy := `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::` + bucket + `/` + what + `"}]}`
		if _, err := client.PutBucketPolicy(t.Context(), &s3.PutBucketPolicyInput{Bucket: &bucket, Policy: aws.String(policy)}); err != nil {
			t.Fatal(err)
		}
	}
	address := endpoint + "/" + bucket + "/public"
	expectFailed(t, doctor.Public{Store: st, Address: address, CacheControl: control}.Checks(), "public: files, public: cache", "let everybody read")
	open("public/*")
	expectFailed(t, doctor.Public{Store: st, Address: address, CacheControl: control}.Checks(), "", "")
	open("*")
	expectFailed(t, doctor.Public{Store: st, Address: address, CacheControl: control}.Checks(), "public: private files", "nothing else")
	expectFailed(t, doctor.Public{Store: st}.Checks(), "public: private files", "nothing else")
}

// expectFailed fails unless exactly the checks failed are not ok, the first with the fix and each
// with a meaning.
func expectFailed(t *testing.T, checks []doctor.Check, failed, fix string) {
	t.Helper()
	var names []string
	for _, r := range doctor.Examine(t.Context(), checks) {
		if r.Status == doctor.OK {
			continue
		}
		if len(names) == 0 && !strings.Contains(r.Fix, fix) || r.Means == "" {
			t.Errorf("%+v, want to be told %q", r, fix)
		}
		names = append(names, r.Name)
	}
	if got := strings.Join(names, ", "); got != failed {
		t.Errorf("failed: %s; want %s", got, failed)
	}
}
