package store

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/aws/middleware"
	"github.com/aws/aws-sdk-go-v2/aws/retry"
	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"

	"github.com/aloud-audio/aloud/internal/buildinfo"
)

// S3 keeps objects in a bucket of Amazon S3 or of storage with the same interface.
//
// Failed requests are tried three times. So ErrConflict may also mean that the first try of the same Put was carried out
// and its answer lost: the caller reads what is there, as after any conflict, and finds its own object.
type S3 struct {
	client   *s3.Client
	bucket   string
	prefix   string // before every key: empty or ending in a slash
	pageSize int32  // of lists, 0: the server's choice
}

var _ Store = (*S3)(nil)

// S3Options say where the objects are.
type S3Options struct {
	Bucket   string
	Prefix   string // of all keys in the bucket, of the form of a key; "" for none
	Endpoint string // base URL, such as http://localhost:7070; "" for Amazon S3 or what the AWS_ENDPOINT_URL variables say
}

// NewS3 returns the store in a bucket that exists, with credentials and region from where the AWS tools have them:
// AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_REGION, profiles and the machine's role. It proves with a probe object
// that it may write and delete, and that the bucket refuses writes whose condition does not hold; if not, the
// error says what to do.
func NewS3(ctx context.Context, opts S3Options) (*S3, error) {
	if err := opts.check(); err != nil {
		return nil, fmt.Errorf("S3 store: %w", err)
	}
	cfg, err := config.LoadDefaultConfig(ctx, config.WithHTTPClient(httpClient()))
	if err != nil {
		return nil, fmt.Errorf("S3 store: AWS configuration: %w", err)
	}
	s := &S3{client: s3.NewFromConfig(cfg, opts.adapt), bucket: opts.Bucket}
	if opts.Prefix != "" {
		s.prefix = opts.Prefix + "/"
	}
	if _, err := cfg.Credentials.Retrieve(ctx); err != nil {
		return nil, fmt.Errorf("S3 store: no credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, a profile or a role: %w", err)
	}
	if err := s.prove(ctx); err != nil {
		return nil, fmt.Errorf("S3 store: bucket %s at %s: %w", s.bucket, s.endpoint(), err)
	}
	return s, nil
}

// foldersCross is what storage that keeps objects in folders (versitygw) answers to a write whose folder another
// request's delete empties and removes at the same moment.
const foldersCross = "ExistingObjectIsDirectory"

func (o S3Options) check() error {
	if o.Bucket == "" {
		return errors.New("no bucket")
	}
	if o.Prefix != "" && (CheckKey(o.Prefix) != nil || len(o.Prefix) > 100) { // with a key, S3's 1,024 bytes must do
		return fmt.Errorf("prefix %q: want at most 100 letters, digits, dots, dashes, underscores and slashes between them", o.Prefix)
	}
	if o.Endpoint == "" {
		return nil
	}
	if strings.Contains(o.Endpoint, "@") { // not quoted: there is a password in it
		return errors.New("endpoint: want a URL without user and password: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY instead")
	}
	u, err := url.Parse(o.Endpoint)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return fmt.Errorf("endpoint %q: want a URL such as https://storage.example.com", o.Endpoint)
	}
	return nil
}

// adapt sets what storage other than Amazon's needs: the bucket's name in the path, as it has no host name of its own;
// and no checksums but where they are required, for many answer the SDK's default of one in every request with an error
// (Cloudflare R2 and Ceph: aws-sdk-js-v3 issue 6810, fleetdm/fleet issue 47850).
func (o S3Options) adapt(s *s3.Options) {
	s.Retryer = retry.AddWithErrorCodes(s.Retryer, foldersCross)
	s.APIOptions = append(s.APIOptions, middleware.AddUserAgentKeyValue("aloud", buildinfo.Read().Version))
	if o.Endpoint != "" {
		s.BaseEndpoint = &o.Endpoint
	}
	if s.BaseEndpoint == nil {
		return
	}
	s.UsePathStyle = true
	s.RequestChecksumCalculation = aws.RequestChecksumCalculationWhenRequired
	s.ResponseChecksumValidation = aws.ResponseChecksumValidationWhenRequired
	if s.Region == "" {
		s.Region = "us-east-1" // it is part of the signature; most such storage takes this one
	}
}

// httpClient bounds every wait for the server. The last limit is on a connection that delivers nothing at all: it ends
// stalled downloads, and leaves uploads, during which the server is silent, enough time.
func httpClient() *awshttp.BuildableClient {
	return awshttp.NewBuildableClient().
		WithDialerOptions(func(d *net.Dialer) { d.Timeout = 2 * time.Second }).
		WithTransportOptions(func(t *http.Transport) {
			t.TLSHandshakeTimeout = 5 * time.Second
			t.ResponseHeaderTimeout = 10 * time.Second
		}).
		WithReadTimeout(2 * time.Minute)
}

// endpoint names the server in messages, without a password that the AWS_ENDPOINT_URL variables may have.
func (s *S3) endpoint() string {
	opts := s.client.Options()
	if opts.BaseEndpoint == nil {
		return strings.TrimSpace("Amazon S3 " + opts.Region)
	}
	u, err := url.Parse(*opts.BaseEndpoint)
	if err != nil {
		return "an endpoint that is not a URL"
	}
	return u.Redacted()
}
