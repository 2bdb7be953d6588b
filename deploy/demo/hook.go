package main

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"fmt"
	"io"
	"net/http"
	"time"
)

const site = "main"

// send posts an article as Ghost does on publication, and retries if the machine is too busy.
func send(ctx context.Context, s *server, p *paper, story story, secret string) error {
	for {
		status, answer, err := post(ctx, s, p, story, secret)
		switch {
		case err != nil:
			return err
		case status == http.StatusAccepted:
			return nil
		case status != http.StatusServiceUnavailable:
			return fmt.Errorf("the hook answered %d: %s", status, answer)
		}
		select {
		case <-time.After(time.Second):
		case <-ctx.Done():
			return fmt.Errorf("the hook was not accepted: %w: %s", ctx.Err(), answer)
		}
	}
}

// post posts an article once.
func post(ctx context.Context, s *server, p *paper, story story, secret string) (status int, answer []byte, err error) {
	now := time.Now()
	body, err := story.payload(p.url+story.Path, now)
	if err != nil {
		return 0, nil, err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, s.url+"/hooks/"+site+"/ghost/published", bytes.NewReader(body))
	if err != nil {
		return 0, nil, err
	}
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("X-Ghost-Signature", sign(secret, body, now))
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return 0, nil, err
	}
	defer resp.Body.Close()
	answer, err = io.ReadAll(resp.Body)
	return resp.StatusCode, answer, err
}

// sign signs a webhook as Ghost does since 5.88: HMAC-SHA256 over the body and the time in
// milliseconds.
func sign(secret string, body []byte, at time.Time) string {
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write(body)
	fmt.Fprint(mac, at.UnixMilli())
	return fmt.Sprintf("sha256=%x, t=%d", mac.Sum(nil), at.UnixMilli())
}
