package main

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

// origins are those of all sites, each once: one bucket serves them all.
func (s *service) origins() (all []string) {
	for _, name := range slices.Sorted(maps.Keys(s.config.Sites)) {
		for _, address := range s.config.Sites[name].URLs {
			if origin, err := httpurl.Origin(address); err == nil && !slices.Contains(all, origin) {
				all = append(all, origin)
			}
		}
	}
	return all
}

// setCORS puts the rule into the store's bucket, and returns the bucket's name.
func (s *service) setCORS(ctx context.Context, origins []string) (name string, err error) {
	st, err := openStore(ctx, s.config)
	if err != nil {
		return "", err
	}
	bucket, isS3 := st.(*store.S3)
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

// corsChecks ask the host of ALOUD_PUBLIC_URL as browsers on the sites' pages do.
func (s *service) corsChecks() (checks []doctor.Check) {
	if s.config.PublicURL == "" {
		return nil // the web server follows the rule
	}
	for _, name := range slices.Sorted(maps.Keys(s.config.Sites)) {
		for _, address := range s.config.Sites[name].URLs {
			origin, err := httpurl.Origin(address)
			if err != nil {
				continue // the settings are checked
			}
			checks = append(checks, cors.Check("cors: "+origin, origin, func(ctx context.Context) (string, error) {
				return s.publicFile(ctx, name)
			}))
		}
	}
	return checks
}

// mostArticles are looked at for one that has audio.
const mostArticles = 20

// publicFile is the address of a track of the site; of a narration that nobody has if there is none
// among the first articles: hosts answer for that too.
func (s *service) publicFile(ctx context.Context, site string) (string, error) {
	address := func(key string) string {
		return strings.TrimSuffix(s.config.PublicURL, "/") + "/" + strings.TrimPrefix(key, "public/")
	}
	looked := 0
	for ref, err := range s.library.Articles(ctx, site) {
		if err != nil {
			return "", err
		}
		n, err := s.library.Narration(ctx, ref)
		if err == nil {
			return address(strings.TrimSuffix(ref.NarrationKey(), "narration.json") + n.Audio[0].URL), nil
		}
		if looked++; looked == mostArticles {
			break
		}
	}
	return address(library.Ref{Site: site, ID: "aloud-checks-cors"}.NarrationKey()), nil
}
