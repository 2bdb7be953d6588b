package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
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
func awaitTrack(ctx context.Context, s *server) (status, error) {
	started := time.Now()
	for {
		now, err := readStatus(s.binary)
		switch {
		case err != nil:
			return now, err
		case now.Due:
			fmt.Printf("\rNarrating … %d s ", int(time.Since(started).Seconds()))
		case now.State == "published":
			fmt.Printf("\rPublished after %.1f s: %.0f s of audio.\n", time.Since(started).Seconds(), now.Narration.Audio[0].Duration)
			return now, nil
		default:
			return now, fmt.Errorf("the article is %s: %s", now.State, now.Reason)
		}
		select {
		case <-time.After(200 * time.Millisecond):
		case <-ctx.Done():
			return now, errors.Join(errors.New("the track was not published"), ctx.Err())
		}
	}
}

func readStatus(binary string) (status, error) {
	var s status
	out, err := aloud(binary, "status", articleID, "--site", site, "--json").Output()
	if err != nil {
		return s, fmt.Errorf("aloud status: %w", err)
	}
	return s, json.Unmarshal(out, &s)
}
