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

// connection creates the client on first use. It does not remember a failure, so the next call
// tries again.
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
		o.Retryer = aws.NopRetryer{} // the decorators retry: they know the budget
		o.HTTPClient = whole{o.HTTPClient}
		o.APIOptions = append(o.APIOptions, middleware.AddUserAgentKeyValue("aloud", buildinfo.Read().Version))
		if c.endpoint != "" {
			o.BaseEndpoint = aws.String(c.endpoint)
		}
	})
	return c.made, nil
}

// whole sends each request's body from memory. The SDK closes the body as soon as an answer begins.
// If net/http has not seen the body's end by then, it treats the request as failed and drops the
// connection with its answer. A fast server nearby does answer that early.
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
		_ = r.Body.Close() // it was read into memory
		r.Body = io.NopCloser(bytes.NewReader(content))
	}
	return w.HTTPClient.Do(r)
}
