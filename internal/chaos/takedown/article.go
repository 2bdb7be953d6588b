package main

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/audio"
	"github.com/aloud-audio/aloud/internal/library"
)

// published is an article with public audio.
type published struct {
	ref   library.Ref
	files []string // paths of its narration, track and captions
}

// publish puts articles into the store as a worker leaves them.
func (s *scene) publish(ctx context.Context, count int) ([]published, error) {
	lib := library.New(s.store)
	track := library.Track{Files: []audio.File{{Format: audio.MP3, Content: make([]byte, 100_000)}}, Duration: 10, WebVTT: []byte("WEBVTT\n")}
	all := make([]published, count)
	for i := range all {
		ref := library.Ref{Site: site, ID: fmt.Sprintf("a%d", i)}
		now := time.Now().Add(-time.Minute).UTC()
		content := article.Payload{ID: ref.ID, UpdatedAt: now, Status: article.Published, Language: "en", Title: "Ferry", Text: "One boat."}
		if _, err := lib.Accept(ctx, ref, content, now, library.Fresh); err != nil {
			return nil, err
		}
		if err := lib.Publish(ctx, ref, library.Narration{}, library.Narration{Title: "Ferry", Version: library.NarrationVersion}, track); err != nil {
			return nil, err
		}
		due, err := lib.Due(ctx, ref)
		if err == nil {
			err = lib.Conclude(ctx, ref, library.Outcome{State: library.Published}, due)
		}
		n, readErr := lib.Narration(ctx, ref)
		if err != nil || readErr != nil {
			return nil, fmt.Errorf("%w, %w", err, readErr)
		}
		folder := "/public/" + site + "/articles/" + ref.ID + "/"
		all[i] = published{ref, []string{folder + "narration.json", folder + n.Audio[0].URL, folder + n.Captions[0].URL}}
	}
	return all, nil
}

// longest is how long an article may be heard before the measurement fails.
const longest = time.Minute

// remove sends the removal of an article. It returns the hook's answer, the time until it, and the
// time from then on until nothing of the article is served.
func (s *scene) remove(ctx context.Context, a published) (status int, answer, heard time.Duration, err error) {
	if err := s.expect(ctx, a, http.StatusOK); err != nil {
		return 0, 0, 0, err
	}
	began := time.Now()
	status, err = s.hook(ctx, article.Payload{ID: a.ref.ID, UpdatedAt: began.UTC(), Status: article.Removed})
	if err != nil {
		return 0, 0, 0, err
	}
	answered := time.Now()
	for time.Since(answered) < longest {
		if err = s.expect(ctx, a, http.StatusNotFound); err == nil {
			return status, answered.Sub(began), time.Since(answered), nil
		}
	}
	return status, 0, 0, fmt.Errorf("still heard after %s: %w", longest, err)
}

// expect checks the answers to requests for all files of an article.
func (s *scene) expect(ctx context.Context, a published, status int) error {
	for _, path := range a.files {
		got, _, err := s.service.Get(ctx, path)
		if err != nil {
			return err
		}
		if got != status {
			return fmt.Errorf("%s is answered %d", path, got)
		}
	}
	return nil
}

// hook sends a signed payload and returns the status of the answer.
func (s *scene) hook(ctx context.Context, payload article.Payload) (status int, err error) {
	d, err := s.service.Article(site, payload)
	if err != nil {
		return 0, err
	}
	status, _, err = s.service.Send(ctx, d)
	return status, err
}
