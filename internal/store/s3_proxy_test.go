package store_test

import (
	"context"
	"errors"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws/signer/v4"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"

	"github.com/aloud-audio/aloud/internal/store"
	"github.com/aloud-audio/aloud/internal/store/storetest"
)

func TestNewS3RefusesStorageWithoutConditions(t *testing.T) {
	endpoint, bucket := storetest.StartS3(t)
	for _, header := range []string{"If-None-Match", "If-Match"} {
		t.Run(header, func(t *testing.T) {
			proxy := startProxy(t, endpoint, func(r *http.Request) { r.Header.Del(header) })
			_, err := store.NewS3(t.Context(), store.S3Options{Bucket: bucket, Endpoint: proxy})
			wantMessage(t, err, "does not honour the header "+header, "overwrite each other", bucket, proxy)
			list, err := newClient(t, endpoint).ListObjectsV2(t.Context(), &s3.ListObjectsV2Input{Bucket: &bucket})
			if err != nil || len(list.Contents) > 0 {
				t.Errorf("the probe left %d objects, %v", len(list.Contents), err)
			}
		})
	}
}

// A connection that ends before the answer proves nothing: the storage is away, not unfit.
func TestNewS3WithoutAnswers(t *testing.T) {
	endpoint, bucket := storetest.StartS3(t)
	for lost := 1; lost <= 4; lost++ {
		var writes atomic.Int32
		proxy := startLossyProxy(t, endpoint, func(r *http.Request) bool {
			return r.Method == http.MethodPut && int(writes.Add(1)) == lost
		})
		if _, err := store.NewS3(t.Context(), store.S3Options{Bucket: bucket, Endpoint: proxy}); err == nil || !store.Away(err) {
			t.Errorf("without the answer to write %d: %v, want an error that may pass", lost, err)
		}
	}
}

// startLossyProxy passes requests on, and ends the connection in place of an answer that is chosen.
func startLossyProxy(t *testing.T, endpoint string, loses func(*http.Request) bool) string {
	t.Helper()
	target, err := url.Parse(endpoint)
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(&httputil.ReverseProxy{
		Rewrite: func(r *httputil.ProxyRequest) {
			r.SetURL(target)
			r.Out.Host = r.In.Host // is signed
		},
		ModifyResponse: func(r *http.Response) error {
			if loses(r.Request) {
				panic(http.ErrAbortHandler)
			}
			return nil
		},
	})
	t.Cleanup(server.Close)
	return server.URL
}

// Compatible storage has no host name for each bucket, may refuse the SDK's checksums, and has no
// regions.
func TestS3SuitsOtherStorage(t *testing.T) {
	endpoint, bucket := storetest.StartS3(t)
	t.Setenv("AWS_REGION", "")
	proxy := startProxy(t, endpoint, func(r *http.Request) {
		if !strings.HasPrefix(r.URL.Path, "/"+bucket) {
			t.Errorf("request for %s, want the bucket in the path", r.URL.Path)
		}
		for name, values := range r.Header {
			if strings.Contains(strings.ToLower(name), "checksum") || slices.Contains(values, "aws-chunked") {
				t.Errorf("request has the header %s: %v", name, values)
			}
		}
	})
	proxy = strings.Replace(proxy, "127.0.0.1", "localhost", 1) // the SDK puts no bucket name before a numeric address
	for name, opts := range map[string]store.S3Options{
		"endpoint in the options":     {Bucket: bucket, Endpoint: proxy},
		"endpoint in the environment": {Bucket: bucket},
	} {
		t.Run(name, func(t *testing.T) {
			if opts.Endpoint == "" {
				t.Setenv("AWS_ENDPOINT_URL_S3", proxy)
			}
			s := newS3(t, opts)
			put(t, s, "a", "body")
			if body, _, err := store.Read(t.Context(), s, "a"); err != nil || string(body) != "body" {
				t.Errorf("read %q, %v", body, err)
			}
		})
	}
}

func TestS3MissingBucketIsTrouble(t *testing.T) {
	endpoint, bucket := storetest.StartS3(t)
	s := newS3(t, store.S3Options{Bucket: bucket, Endpoint: endpoint})
	if _, err := newClient(t, endpoint).DeleteBucket(t.Context(), &s3.DeleteBucketInput{Bucket: &bucket}); err != nil {
		t.Fatal(err)
	}
	_, opening := s.Open(t.Context(), "a", 0)
	_, putting := s.Put(t.Context(), "a", nil, store.PutOptions{If: store.IfMatch(`"etag"`)})
	for name, err := range map[string]error{"open": opening, "put": putting, "delete": s.Delete(t.Context(), "a")} {
		wantMessage(t, err, "NoSuchBucket")
		if errors.Is(err, store.ErrNotFound) || errors.Is(err, store.ErrConflict) {
			t.Errorf("%s: %v, which callers would take for an answer about the object", name, err)
		}
	}
}

// startProxy changes each request, signs it again and forwards it to a real server.
func startProxy(t *testing.T, endpoint string, change func(*http.Request)) string {
	t.Helper()
	target, err := url.Parse(endpoint)
	if err != nil {
		t.Fatal(err)
	}
	cfg, err := config.LoadDefaultConfig(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	credentials, err := cfg.Credentials.Retrieve(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	quiet := log.New(io.Discard, "", 0)
	server := httptest.NewServer(&httputil.ReverseProxy{ErrorLog: quiet, Rewrite: func(r *httputil.ProxyRequest) {
		change(r.Out)
		r.SetURL(target)
		r.Out.Host = target.Host
		r.Out.Header.Del("Authorization")
		hash := r.Out.Header.Get("X-Amz-Content-Sha256")
		if err := v4.NewSigner().SignHTTP(r.Out.Context(), credentials, r.Out, hash, "s3", "us-east-1", time.Now()); err != nil {
			t.Error(err)
		}
	}})
	t.Cleanup(server.Close)
	return server.URL
}

func TestS3ContextEndsWaitForSilentServer(t *testing.T) {
	endpoint, bucket := storetest.StartS3(t)
	arrived, silent := make(chan struct{}, 10), make(chan struct{})
	proxy := startProxy(t, endpoint, func(r *http.Request) {
		if strings.HasSuffix(r.URL.Path, "/slow") {
			arrived <- struct{}{}
			<-silent
		}
	})
	defer close(silent)
	s := newS3(t, store.S3Options{Bucket: bucket, Endpoint: proxy})
	for name, call := range map[string]func(context.Context) error{
		"open":   func(ctx context.Context) error { _, err := s.Open(ctx, "slow", 0); return err },
		"put":    func(ctx context.Context) error { _, err := s.Put(ctx, "slow", nil, store.PutOptions{}); return err },
		"delete": func(ctx context.Context) error { return s.Delete(ctx, "slow") },
	} {
		ctx, cancel := context.WithCancel(t.Context())
		go func() { <-arrived; cancel() }()
		if err := call(ctx); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v, want the context's error", name, err)
		}
	}
}
