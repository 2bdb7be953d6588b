package google

import (
	"context"
	"encoding/json"
	"fmt"
	"net"
	"net/netip"
	"strings"
	"sync"

	texttospeech "cloud.google.com/go/texttospeech/apiv1"
	"google.golang.org/api/option"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"

	"github.com/aloud-audio/aloud/internal/buildinfo"
	"github.com/aloud-audio/aloud/internal/speech"
)

// connection connects on first use. It does not remember a failure, so the next call tries again.
type connection struct {
	options Options
	mu      sync.Mutex
	made    *texttospeech.Client
}

func (c *connection) client() (*texttospeech.Client, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.made != nil {
		return c.made, nil
	}
	opts, err := clientOptions(c.options)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", speech.ErrUnavailable, err)
	}
	// Not the caller's context: the client outlives the call.
	client, err := texttospeech.NewClient(context.Background(), opts...)
	if err != nil {
		return nil, fmt.Errorf("%w: connect to google: %w (give credentials by ALOUD_GOOGLE_CREDENTIALS or GOOGLE_APPLICATION_CREDENTIALS)",
			speech.ErrUnavailable, err)
	}
	// One attempt: the client's own retries would go on until the deadline, and the decorators
	// decide when to retry.
	client.CallOptions.SynthesizeSpeech, client.CallOptions.ListVoices = nil, nil
	c.made = client
	return client, nil
}

func (c *connection) close() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.made == nil {
		return nil
	}
	return c.made.Close()
}

// connections is the number of open connections. Requests take turns on them, because answers of 15
// MB would delay each other on a single one. The kernel detects a dead connection within 20 seconds
// (the client sets TCP_USER_TIMEOUT), so no keepalive pings are needed; some servers refuse them.
const connections = 4

func clientOptions(o Options) ([]option.ClientOption, error) {
	address, emulator := parseEndpoint(o.Endpoint)
	opts := []option.ClientOption{option.WithGRPCConnectionPool(connections), option.WithUserAgent(buildinfo.UserAgent())}
	if address != "" {
		opts = append(opts, option.WithEndpoint(address))
	}
	if emulator {
		return append(opts,
			option.WithoutAuthentication(),
			option.WithGRPCDialOption(grpc.WithTransportCredentials(insecure.NewCredentials()))), nil
	}
	if len(o.CredentialsJSON) > 0 {
		kind, err := credentialsType(o.CredentialsJSON)
		if err != nil {
			return nil, err
		}
		opts = append(opts, option.WithAuthCredentialsJSON(kind, o.CredentialsJSON))
	}
	return opts, nil
}

// parseEndpoint returns the address to dial and whether it is an emulator's.
func parseEndpoint(endpoint string) (address string, emulator bool) {
	if rest, ok := strings.CutPrefix(endpoint, "http://"); ok {
		return strings.TrimSuffix(rest, "/"), true
	}
	address = strings.TrimSuffix(strings.TrimPrefix(endpoint, "https://"), "/")
	if address == "" {
		return "", false
	}
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return net.JoinHostPort(address, "443"), false
	}
	ip, err := netip.ParseAddr(host)
	return address, host == "localhost" || (err == nil && ip.IsLoopback())
}

// credentialsType returns the type that a credentials file declares. The client requires it as a
// safeguard against files from untrusted sources; this file is the administrator's own.
func credentialsType(file []byte) (option.CredentialsType, error) {
	var declared struct {
		Type option.CredentialsType `json:"type"`
	}
	if err := json.Unmarshal(file, &declared); err != nil || declared.Type == "" {
		return "", fmt.Errorf("ALOUD_GOOGLE_CREDENTIALS is not the content of a Google credentials file (JSON with a \"type\")")
	}
	return declared.Type, nil
}
