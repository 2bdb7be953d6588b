package service

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/aloud-audio/aloud/internal/cors"
	"github.com/aloud-audio/aloud/internal/doctor"
	"github.com/aloud-audio/aloud/internal/httpurl"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/store"
)

// Origins returns the origins of all sites, each once: one bucket serves them all.
func (s *Service) Origins() (all []string) {
	for _, name := range slices.Sorted(maps.Keys(s.Config.Sites)) {
		for _, address := range s.Config.Sites[name].URLs {
			if origin, err := httpurl.Origin(address); err == nil && !slices.Contains(all, origin) {
				all = append(all, origin)
			}
		}
	}
	return all
}

// SetCORS puts the rule into the store's bucket, and returns the bucket's name.
func (s *Service) SetCORS(ctx context.Context, origins []string) (name string, err error) {
	bucket, isS3 := store.As[*store.S3](s.Store)
	if !isS3 {
		return "", errors.New("the store is a folder, so there is no bucket: aloud serves the audio itself and needs no rule")
	}
	err = bucket.SetCORS(ctx, store.CORSRule{
		ID: cors.ID, Origins: origins, Methods: cors.Methods, RequestHeaders: cors.RequestHeaders, Shown: cors.ExposedHeaders, MaxAge: cors.MaxAge,
	})
	if err != nil {
		return "", fmt.Errorf("%w: if its API takes no such rules, or the credentials may not set them (s3:PutBucketCORS), set what `aloud cors` prints in its console", err)
	}
	return bucket.Bucket(), nil
}

// CORSChecks send requests to the address of the public files as browsers on the sites' pages do;
// none if it is "".
func (s *Service) CORSChecks(at string) (checks []doctor.Check) {
	if at == "" {
		return nil
	}
	for _, name := range slices.Sorted(maps.Keys(s.Config.Sites)) {
		for _, address := range s.Config.Sites[name].URLs {
			origin, err := httpurl.Origin(address)
			if err != nil {
				continue // the settings are checked
			}
			checks = append(checks, cors.Check("cors: "+origin, origin, func(ctx context.Context) (string, error) {
				return s.publicFile(ctx, at, name)
			}))
		}
	}
	return checks
}

// mostArticles is how many articles are searched for one that has audio.
const mostArticles = 20

// publicFile returns the address of a track of the site. If none of the first articles has one, it
// returns the address of a missing narration: hosts answer for that too.
func (s *Service) publicFile(ctx context.Context, at, site string) (string, error) {
	address := func(key string) string {
		return strings.TrimSuffix(at, "/") + "/" + strings.TrimPrefix(key, "public/")
	}
	looked := 0
	for ref, err := range s.Library.Articles(ctx, site) {
		if err != nil {
			return "", err
		}
		n, err := s.Library.Narration(ctx, ref)
		if err == nil {
			return address(strings.TrimSuffix(ref.NarrationKey(), "narration.json") + n.Audio[0].URL), nil
		}
		if looked++; looked == mostArticles {
			break
		}
	}
	return address(library.Ref{Site: site, ID: "aloud-checks-cors"}.NarrationKey()), nil
}
