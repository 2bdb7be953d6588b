package source

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"strconv"
	"time"

	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"

	"github.com/aloud-audio/aloud/internal/whsec"
)

// Probe is a signed hook that changes nothing. Whoever gets 202 for it has proved that hooks of the
// source arrive and are verified.
type Probe struct {
	Path   string // below /hooks/{site}/
	Header http.Header
	Body   []byte
}

// probeStatus is the status of a payload that is a probe.
const probeStatus = "probe"

// probeGhost is an event that Ghost has and that is about no post.
func probeGhost(secret string, at time.Time) (Probe, error) {
	body, millis := []byte(`{}`), strconv.FormatInt(at.UnixMilli(), 10)
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write(body)
	mac.Write([]byte(millis))
	signature := "sha256=" + hex.EncodeToString(mac.Sum(nil)) + ", t=" + millis
	return Probe{"ghost/site.changed", http.Header{"X-Ghost-Signature": {signature}}, body}, nil
}

func probeArticles(secret string, at time.Time) (Probe, error) {
	keys, err := whsec.Parse([]string{secret})
	if err != nil {
		return Probe{}, err
	}
	id, body := "msg_probe", []byte(`{"status":"`+probeStatus+`"}`)
	signature, err := keys[0].Sign(id, at, body)
	if err != nil {
		return Probe{}, err
	}
	header := http.Header{}
	header.Set(standardwebhooks.HeaderWebhookID, id)
	header.Set(standardwebhooks.HeaderWebhookTimestamp, strconv.FormatInt(at.Unix(), 10))
	header.Set(standardwebhooks.HeaderWebhookSignature, signature)
	return Probe{"articles", header, body}, nil
}

// hintProbe is the probe of a source whose hooks are hints, with a body that it ignores.
func hintProbe(path, body string) func(string, time.Time) (Probe, error) {
	return func(secret string, _ time.Time) (Probe, error) {
		return Probe{path, http.Header{"Authorization": {"Bearer " + secret}}, []byte(body)}, nil
	}
}
