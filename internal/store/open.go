package store

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"strings"
)

var errForms = errors.New("want dir:///absolute/path or s3://bucket/prefix")

// OpenURL opens the store that rawURL names: a folder, dir:///absolute/path, or a bucket,
// s3://bucket/prefix or s3://bucket. s3Endpoint is the base URL of S3-compatible storage, empty for
// Amazon S3; folders need none.
func OpenURL(ctx context.Context, rawURL, s3Endpoint string) (Store, error) {
	u, err := url.Parse(rawURL)
	if err != nil { // which would repeat the URL, with any password in it
		return nil, fmt.Errorf("store: not a URL: %w", errForms)
	}
	plain := u.User == nil && u.RawQuery == "" && u.Fragment == ""
	switch {
	case plain && u.Scheme == "dir" && u.Host == "" && strings.Trim(u.Path, "/") != "":
		return NewDir(u.Path)
	case plain && u.Scheme == "s3" && u.Host != "" && u.Port() == "":
		return NewS3(ctx, S3Options{Bucket: u.Host, Prefix: strings.Trim(u.Path, "/"), Endpoint: s3Endpoint})
	default:
		return nil, fmt.Errorf("store %q: %w", u.Redacted(), errForms)
	}
}
