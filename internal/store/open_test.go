package store_test

import (
	"path/filepath"
	"testing"

	"github.com/aloud-audio/aloud/internal/store"
	"github.com/aloud-audio/aloud/internal/store/storetest"
)

func TestOpenURLFolder(t *testing.T) {
	root := filepath.Join(t.TempDir(), "with space")
	s, err := store.OpenURL(t.Context(), "dir://"+root, "")
	if err != nil {
		t.Fatal(err)
	}
	if dir, ok := s.(*store.Dir); !ok || dir.Root() != root {
		t.Errorf("opened %+v, want the folder %s", s, root)
	}
}

func TestOpenURLBucket(t *testing.T) {
	endpoint, bucket := storetest.StartS3(t)
	prefixed, err := store.OpenURL(t.Context(), "s3://"+bucket+"/some/prefix/", endpoint)
	if err != nil {
		t.Fatal(err)
	}
	whole, err := store.OpenURL(t.Context(), "s3://"+bucket, endpoint)
	if err != nil {
		t.Fatal(err)
	}
	put(t, prefixed, "a", "x")
	if body, _, err := store.Read(t.Context(), whole, "some/prefix/a"); err != nil || string(body) != "x" {
		t.Errorf("read without the prefix: %q, %v", body, err)
	}
}

func TestOpenURLRefuses(t *testing.T) {
	for _, rawURL := range []string{
		"", "/var/lib/aloud", "dir://relative/path", "dir:///", "dir:relative", "s3://", "s3:///prefix", "s3:bucket",
		"gs://bucket/prefix", "s3://bucket/prefix?region=x", "s3://user:word@bucket/prefix", "dir:///a#b", "s3://bucket:80/x", "://",
		"s3://%zz",
	} {
		t.Run(rawURL, func(t *testing.T) {
			_, err := store.OpenURL(t.Context(), rawURL, "")
			wantMessage(t, err, "dir:///absolute/path", "s3://bucket/prefix")
		})
	}
}
