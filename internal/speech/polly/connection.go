package polly

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"sync"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/aws/middleware"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/polly"

	"github.com/aloud-audio/aloud/internal/buildinfo"
	"github.com/aloud-audio/aloud/internal/speech"
)

// connection makes the client on first use. A failure is not remembered, so that the next call may
// do better.
type connection struct {
	endpoint string
	mu       sync.Mutex
	made     *polly.Client
}

func (c *connection) client(ctx context.Context) (*polly.Client, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.made != nil {
		return c.made, nil
	}
	cfg, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		return nil, fmt.Errorf("%w: polly: AWS configuration: %w", speech.ErrUnavailable, err)
	}
	if cfg.Region == "" {
		return nil, fmt.Errorf("%w: polly has no region: set AWS_REGION, or a region in the AWS configuration", speech.ErrUnavailable)
	}
	c.made = polly.NewFromConfig(cfg, func(o *polly.Options) {
		o.Retryer = aws.NopRetryer{} // repeating is for those who know the budget and the other providers
		o.HTTPClient = whole{o.HTTPClient}
		o.APIOptions = append(o.APIOptions, middleware.AddUserAgentKeyValue("aloud", buildinfo.Read().Version))
		if c.endpoint != "" {
			o.BaseEndpoint = aws.String(c.endpoint)
		}
	})
	return c.made, nil
}

// whole sends each request's body from memory. The SDK closes its own as soon as an answer begins;
// net/http, if it has not seen the body's end by then, takes that for a failed request and drops
// the connection with the answer on it. A server that is near and quick answers that soon.
type whole struct {
	polly.HTTPClient
}

// Do implements polly.HTTPClient.
func (w whole) Do(r *http.Request) (*http.Response, error) {
	if r.Body != nil {
		content, err := io.ReadAll(r.Body)
		if err != nil {
			return nil, err
		}
		_ = r.Body.Close() // what was read of memory
		r.Body = io.NopCloser(bytes.NewReader(content))
	}
	return w.HTTPClient.Do(r)
}
