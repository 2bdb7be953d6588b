package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"
)

// status is the output of `aloud status --json` for an article.
type status struct {
	State     string `json:"state"`
	Reason    string `json:"reason"`
	Due       bool   `json:"due"`
	Location  string `json:"location"`
	Narration struct {
		Audio []struct {
			Duration float64 `json:"duration"`
		} `json:"audio"`
	} `json:"narration"`
}

// awaitTrack draws a progress line until the article is published, or returns the reason that aloud
// gives if it fails.
func awaitTrack(ctx context.Context, s *server, story story, out io.Writer) error {
	started := time.Now()
	for {
		now, err := readStatus(s, story.ID)
		switch {
		case err != nil:
			return err
		case now.Due:
			fmt.Fprintf(out, "\rNarrating … %d s ", int(time.Since(started).Seconds()))
		case now.State == "published":
			fmt.Fprintf(out, "\rPublished %.0f s of audio: %s\n", now.Narration.Audio[0].Duration, now.Location)
			return nil
		default:
			return fmt.Errorf("the article %s is %s: %s", story.ID, now.State, now.Reason)
		}
		select {
		case <-time.After(200 * time.Millisecond):
		case <-ctx.Done():
			return errors.Join(errors.New("the track was not published"), ctx.Err())
		}
	}
}

func readStatus(s *server, id string) (status, error) {
	var now status
	out, err := s.command("status", id, "--site", site, "--json").Output()
	if err != nil {
		return now, fmt.Errorf("aloud status: %w", err)
	}
	return now, json.Unmarshal(out, &now)
}
