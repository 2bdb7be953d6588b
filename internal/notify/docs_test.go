package notify

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"
)

// The receiver in docs/notifications.md, from here …
func receive(key *standardwebhooks.Webhook, w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<20))
	if err != nil || key.Verify(body, r.Header) != nil {
		http.Error(w, "not signed by aloud", http.StatusUnauthorized)
		return
	}
	var notice struct {
		Type string
		Data struct{ ID, Title, Reason string }
	}
	if err := json.Unmarshal(body, &notice); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	fmt.Println(r.Header.Get("webhook-id"), notice.Type, notice.Data.Title, notice.Data.Reason)
	w.WriteHeader(http.StatusNoContent)
}

// … to here.

func TestTheDocumentedReceiverWorks(t *testing.T) {
	source, err := os.ReadFile("docs_test.go")
	if err != nil {
		t.Fatal(err)
	}
	docs, err := os.ReadFile("../../docs/notifications.md")
	if err != nil {
		t.Fatal(err)
	}
	_, snippet, _ := strings.Cut(string(source), "from here …\n")
	snippet, _, _ = strings.Cut(snippet, "\n// … to here.")
	if !strings.Contains(string(docs), snippet) {
		t.Errorf("docs/notifications.md does not have\n%s", snippet)
	}
	key, err := standardwebhooks.NewWebhook(secret)
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { receive(key, w, r) }))
	defer server.Close()
	receiver, err := NewReceiver(server.URL, []string{secret}, nil, []string{"127.0.0.1"})
	if err != nil {
		t.Fatal(err)
	}
	n := open(t, receiver)
	n.conclude(failed("r1", "x"))
	if d := n.deliver(); d != (Delivery{Delivered: 1}) {
		t.Errorf("%+v", d)
	}
}
