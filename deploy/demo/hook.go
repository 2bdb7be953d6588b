package main

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"time"
)

const (
	site      = "main"
	articleID = "demo-pumping-station"
)

// sendArticle posts the sample article as Ghost does on publication.
func sendArticle(ctx context.Context, s *server) error {
	body, err := json.Marshal(map[string]any{"post": map[string]any{
		"current": map[string]any{
			"id":             articleID,
			"title":          "Eleven villages have water again after nine months",
			"html":           articleHTML,
			"status":         "published",
			"visibility":     "public",
			"updated_at":     time.Now().UTC().Format(time.RFC3339),
			"custom_excerpt": "A pumping station that was hit twice is back, under a concrete roof.",
			"url":            "https://example.com/eleven-villages-have-water-again/",
			"authors":        []map[string]any{{"name": "Iryna Sample"}},
			"tags":           []map[string]any{{"slug": "news"}},
		},
		"previous": map[string]any{"status": "draft"},
	}})
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, s.url+"/hooks/"+site+"/ghost/published", bytes.NewReader(body))
	if err != nil {
		return err
	}
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("X-Ghost-Signature", sign(s.secret, body, time.Now()))
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusAccepted {
		answer, _ := io.ReadAll(resp.Body)
		return fmt.Errorf("the hook answered %s: %s", resp.Status, answer)
	}
	fmt.Println("Sent the sample article as a signed Ghost webhook.")
	return nil
}

// sign signs a webhook as Ghost does since 5.88: HMAC-SHA256 over the body and the time in
// milliseconds.
func sign(secret string, body []byte, at time.Time) string {
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write(body)
	fmt.Fprint(mac, at.UnixMilli())
	return fmt.Sprintf("sha256=%x, t=%d", mac.Sum(nil), at.UnixMilli())
}
