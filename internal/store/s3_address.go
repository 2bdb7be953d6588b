package store

import (
	"net/url"
	"strings"
)

// Unsigned is the address of an object without a signature: whoever may read it there may read it
// without credentials.
func (s *S3) Unsigned(key string) string {
	opts := s.client.Options()
	u := &url.URL{Scheme: "https", Host: s.bucket + ".s3." + opts.Region + ".amazonaws.com", Path: "/"}
	if opts.BaseEndpoint != nil {
		if given, err := url.Parse(*opts.BaseEndpoint); err == nil {
			u = &url.URL{Scheme: given.Scheme, Host: given.Host, Path: strings.TrimSuffix(given.Path, "/") + "/" + s.bucket + "/"}
		}
	}
	u.Path += s.prefix + key
	return u.String()
}
