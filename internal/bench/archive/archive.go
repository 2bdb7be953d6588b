package main

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/config"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/service"
	"github.com/aloud-audio/aloud/internal/speech/providers"
	"github.com/aloud-audio/aloud/internal/store"
)

const settings = "sites:\n  main:\n    url: https://example.com\n    language: en\n    voices: {en: \"flite:slt\"}\n"

// makeArchive stores published articles of five years as their workers would have left them,
// without their tracks.
func makeArchive(ctx context.Context, environ []string, articles int) error {
	cfg, err := config.Load(environ, nil, providers.All())
	if err != nil {
		return err
	}
	s, err := service.Open(ctx, cfg)
	if err != nil {
		return err
	}
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(library.RecordsAtOnce)
	for i := range articles {
		group.Go(func() error { return put(ctx, s, i) })
	}
	return group.Wait()
}

func put(ctx context.Context, s *service.Service, i int) error {
	p := payload(i)
	n := s.LocalNewsroom().Narrator
	desired := library.Desired{Revision: library.Revision{UpdatedAt: p.UpdatedAt, SentAt: p.UpdatedAt}, AcceptedAt: p.UpdatedAt, Article: &p}
	plan, err := n.Plan(n.Sites["main"], p, desired.Orders)
	if err != nil {
		return err
	}
	ref := library.Ref{Site: "main", ID: p.ID}
	narration := n.Narration(ref, desired, plan)
	narration.Audio = []library.Audio{{URL: library.NewNonce() + ".mp3", Type: "audio/mpeg", Bytes: 480_000, Duration: 60}}
	for _, segment := range plan.Script.Segments {
		narration.Segments = append(narration.Segments, library.NarrationSegment{Index: segment.Index, Role: segment.Role, Text: segment.Text})
	}
	outcome := library.Outcome{State: library.Published, Revision: desired.Revision.String(), Attempts: 1, At: p.UpdatedAt}
	for key, object := range map[string]any{
		"private/sites/main/articles/" + p.ID + ".json": desired, "private/sites/main/outcomes/" + p.ID + ".json": outcome, ref.NarrationKey(): narration,
	} {
		body, err := json.Marshal(object)
		if err == nil {
			_, err = s.Store.Put(ctx, key, body, store.PutOptions{})
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// payload is an article of 300 words.
func payload(i int) article.Payload {
	random := rand.New(rand.NewPCG(16, uint64(i)))
	words := []string{"boat", "harbour", "storm", "council", "ferry", "budget", "school", "bridge", "market", "island"}
	html := ""
	for range 6 {
		html += "<p>The"
		for range 48 {
			html += " " + words[random.IntN(len(words))]
		}
		html += " came late.</p>"
	}
	at := time.Date(2021, 12, 1, 6, 0, 0, 0, time.UTC).Add(time.Duration(i) * (5 * 365 * 24 * time.Hour / 20_000))
	id := fmt.Sprintf("%024x", random.Uint64())
	return article.Payload{
		Source: "ghost", ID: id, Title: fmt.Sprintf("The %s and the %s of day %d", words[i%10], words[i/10%10], i), Status: article.Published,
		URL: "https://example.com/" + id + "/", UpdatedAt: at, PublishedAt: at, HTML: html, Tags: []string{words[i%10], "news"}, Language: "en",
	}
}
