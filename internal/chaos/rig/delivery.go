package rig

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"time"

	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/whsec"
)

// Delivery is a signed hook. It can be sent again unchanged.
type Delivery struct {
	Path   string // of the hook
	Header http.Header
	Body   []byte
}

// Article signs a payload, as of now, for a site's hook of articles, by the specification Standard
// Webhooks.
func (s *Service) Article(site string, payload article.Payload) (Delivery, error) {
	keys, err := whsec.Parse([]string{s.Secret})
	if err != nil {
		return Delivery{}, err
	}
	body, err := json.Marshal(payload)
	if err != nil {
		return Delivery{}, err
	}
	now, id := time.Now(), library.NewNonce()
	signature, err := keys[0].Sign(id, now, body)
	if err != nil {
		return Delivery{}, err
	}
	header := http.Header{}
	header.Set(standardwebhooks.HeaderWebhookID, id)
	header.Set(standardwebhooks.HeaderWebhookTimestamp, strconv.FormatInt(now.Unix(), 10))
	header.Set(standardwebhooks.HeaderWebhookSignature, signature)
	return Delivery{"/hooks/" + site + "/articles", header, body}, nil
}

// GhostPost is a post as Ghost sends it.
type GhostPost struct {
	ID         string `json:"id"`
	UpdatedAt  string `json:"updated_at"`
	Status     string `json:"status"`
	Visibility string `json:"visibility,omitempty"`
	Title      string `json:"title,omitempty"`
	HTML       string `json:"html,omitempty"`
	URL        string `json:"url,omitempty"`
}

// Ghost signs an event of a post, as of now, for a site's Ghost hook. For a deleted post Ghost
// sends the previous state.
func (s *Service) Ghost(site, event string, post GhostPost) (Delivery, error) {
	current, previous := any(post), any(struct{}{})
	if event == "deleted" {
		current, previous = previous, current
	}
	body, err := json.Marshal(map[string]any{"post": map[string]any{"current": current, "previous": previous}})
	if err != nil {
		return Delivery{}, err
	}
	millis := strconv.FormatInt(time.Now().UnixMilli(), 10)
	mac := hmac.New(sha256.New, []byte(s.Secret))
	mac.Write(body)
	mac.Write([]byte(millis))
	header := http.Header{"X-Ghost-Signature": {fmt.Sprintf("sha256=%s, t=%s", hex.EncodeToString(mac.Sum(nil)), millis)}}
	return Delivery{"/hooks/" + site + "/ghost/" + event, header, body}, nil
}

// Send sends a delivery and returns the answer's status and body.
func (s *Service) Send(ctx context.Context, d Delivery) (status int, body []byte, err error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, s.URL()+d.Path, bytes.NewReader(d.Body))
	if err != nil {
		return 0, nil, err
	}
	req.Header = d.Header
	return exchange(req)
}

// Get requests a public file: its path and the answer's status and body.
func (s *Service) Get(ctx context.Context, path string) (status int, body []byte, err error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, s.URL()+path, nil)
	if err != nil {
		return 0, nil, err
	}
	return exchange(req)
}

func exchange(req *http.Request) (status int, body []byte, err error) {
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return 0, nil, err
	}
	defer resp.Body.Close()
	body, err = io.ReadAll(resp.Body)
	return resp.StatusCode, body, err
}
