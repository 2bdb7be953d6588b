package store_test

import (
	"bytes"
	"crypto/rand"
	"net"
	"slices"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"

	"github.com/aloud-audio/aloud/internal/store"
	"github.com/aloud-audio/aloud/internal/store/storetest"
)

func TestS3(t *testing.T) {
	endpoint, bucket := storetest.StartS3(t)
	storetest.TestStore(t, func(t *testing.T) store.Store {
		s := newS3(t, store.S3Options{Bucket: bucket, Prefix: "tests/" + rand.Text(), Endpoint: endpoint})
		s.SetPageSize(2)
		return s
	})
}

func newS3(t *testing.T, opts store.S3Options) *store.S3 {
	t.Helper()
	s, err := store.NewS3(t.Context(), opts)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func newClient(t *testing.T, endpoint string) *s3.Client {
	t.Helper()
	cfg, err := config.LoadDefaultConfig(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return s3.NewFromConfig(cfg, func(o *s3.Options) { o.BaseEndpoint, o.UsePathStyle = &endpoint, true })
}

func TestS3NamesAndHeaders(t *testing.T) {
	endpoint, bucket := storetest.StartS3(t)
	s := newS3(t, store.S3Options{Bucket: bucket, Prefix: "some/prefix", Endpoint: endpoint})
	opts := store.PutOptions{ContentType: "audio/mpeg", CacheControl: "public, max-age=86400"}
	if _, err := s.Put(t.Context(), "public/a.mp3", []byte("sound"), opts); err != nil {
		t.Fatal(err)
	}
	client := newClient(t, endpoint)
	head, err := client.HeadObject(t.Context(), &s3.HeadObjectInput{Bucket: &bucket, Key: aws.String("some/prefix/public/a.mp3")})
	if err != nil {
		t.Fatal(err)
	}
	if aws.ToString(head.ContentType) != opts.ContentType || aws.ToString(head.CacheControl) != opts.CacheControl {
		t.Errorf("content type %q, cache control %q", aws.ToString(head.ContentType), aws.ToString(head.CacheControl))
	}
	list, err := client.ListObjectsV2(t.Context(), &s3.ListObjectsV2Input{Bucket: &bucket})
	if err != nil || len(list.Contents) != 1 {
		t.Errorf("the bucket has %d objects, %v: want the one written and no probe", len(list.Contents), err)
	}
}

func TestS3LeavesOutForeignNames(t *testing.T) {
	endpoint, bucket := storetest.StartS3(t)
	client := newClient(t, endpoint)
	for _, name := range []string{"p/a", "p/.hidden", "p/with space", "other/b", "p2"} {
		in := &s3.PutObjectInput{Bucket: &bucket, Key: &name, Body: bytes.NewReader(nil)}
		if _, err := client.PutObject(t.Context(), in); err != nil {
			t.Fatal(err)
		}
	}
	keys, err := listKeys(t.Context(), newS3(t, store.S3Options{Bucket: bucket, Prefix: "p", Endpoint: endpoint}), "")
	if err != nil || !slices.Equal(keys, []string{"a"}) {
		t.Errorf("list: %v, %v, want only a", keys, err)
	}
}

func TestNewS3Refuses(t *testing.T) {
	t.Setenv("AWS_MAX_ATTEMPTS", "1")
	t.Setenv("AWS_EC2_METADATA_DISABLED", "true")
	endpoint, bucket := storetest.StartS3(t)
	closed := "http://" + closedAddress(t)
	for _, tt := range []struct {
		name string
		opts store.S3Options
		env  map[string]string
		want []string
	}{
		{"no bucket", store.S3Options{Endpoint: endpoint}, nil, []string{"no bucket"}},
		{"bad prefix", store.S3Options{Bucket: bucket, Prefix: "a//b", Endpoint: endpoint}, nil, []string{`"a//b"`}},
		{"bad endpoint", store.S3Options{Bucket: bucket, Endpoint: "localhost:7070"}, nil, []string{"localhost:7070", "https://"}},
		{"password", store.S3Options{Bucket: bucket, Endpoint: "http://user:word@localhost:7070"}, nil, []string{"AWS_SECRET_ACCESS_KEY"}},
		{
			"missing bucket", store.S3Options{Bucket: "missing", Endpoint: endpoint}, nil,
			[]string{"bucket missing", endpoint, "create the bucket"},
		},
		{"unreachable", store.S3Options{Bucket: bucket, Endpoint: closed}, nil, []string{bucket, closed, "can be reached"}},
		{
			"wrong secret", store.S3Options{Bucket: bucket, Endpoint: endpoint},
			map[string]string{"AWS_SECRET_ACCESS_KEY": "wrong"}, []string{bucket, endpoint, "check the AWS credentials"},
		},
		{
			"no credentials", store.S3Options{Bucket: bucket, Endpoint: endpoint},
			map[string]string{"AWS_ACCESS_KEY_ID": "", "AWS_SECRET_ACCESS_KEY": ""}, []string{"set AWS_ACCESS_KEY_ID"},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			for name, value := range tt.env {
				t.Setenv(name, value)
			}
			_, err := store.NewS3(t.Context(), tt.opts)
			wantMessage(t, err, tt.want...)
		})
	}
}

func wantMessage(t *testing.T, err error, parts ...string) {
	t.Helper()
	for _, part := range parts {
		if err == nil || !strings.Contains(err.Error(), part) {
			t.Errorf("error %v, want one that says %q", err, part)
		}
	}
}

func closedAddress(t *testing.T) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	return listener.Addr().String()
}
