package whsec_test

import (
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"

	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"

	"github.com/aloud-audio/aloud/internal/whsec"
)

func TestANewSecretSignsAndVerifies(t *testing.T) {
	keys, err := whsec.Parse([]string{whsec.New(), whsec.New()})
	if err != nil || len(keys) != 2 {
		t.Fatal(keys, err)
	}
	now, body := time.Now(), []byte("body")
	signature, err := keys[0].Sign("msg_1", now, body)
	if err != nil {
		t.Fatal(err)
	}
	header := http.Header{}
	header.Set(standardwebhooks.HeaderWebhookID, "msg_1")
	header.Set(standardwebhooks.HeaderWebhookTimestamp, strconv.FormatInt(now.Unix(), 10))
	header.Set(standardwebhooks.HeaderWebhookSignature, signature)
	if err := keys[0].Verify(body, header); err != nil {
		t.Error(err)
	}
	if err := keys[1].Verify(body, header); err == nil {
		t.Error("another secret verifies the signature")
	}
}

func TestBadSecrets(t *testing.T) {
	for _, secret := range []string{"", "whsec_", "whsec_%hidden"} {
		keys, err := whsec.Parse([]string{whsec.New(), secret})
		if err == nil || keys != nil || strings.Contains(err.Error(), "hidden") {
			t.Errorf("%q: %v, %v", secret, keys, err)
		}
	}
}
