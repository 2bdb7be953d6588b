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

// S3 keeps objects in a bucket of Amazon S3 or of compatible storage.
//
// Failed requests are retried, three attempts in all. So ErrConflict may also mean that the first
// attempt of this Put succeeded and its response was lost. The caller reads what is stored, as
// after any conflict, and finds its own object.
type S3 struct {
	client   *s3.Client
	bucket   string
	prefix   string // before every key: empty, or ends in a slash
	pageSize int32  // of lists; 0: the server decides
}

var _ Store = (*S3)(nil)

// S3Options says where the objects are.
type S3Options struct {
	Bucket   string
	Prefix   string // of all keys in the bucket; must itself be a valid key; "" for none
	Endpoint string // base URL, such as http://localhost:7070; "" for Amazon S3 or the AWS_ENDPOINT_URL variables
}

// NewS3 returns the store in an existing bucket. Credentials and region come from where the AWS
// tools find them: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_REGION, profiles and the machine's
// role. A probe object proves that aloud may write and delete, and that the bucket honours
// conditional writes. If not, the error says what to do.
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
		return nil, fmt.Errorf("S3 store: no credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or use a profile or a role: %w", err)
	}
	if err := s.prove(ctx); err != nil {
		return nil, fmt.Errorf("S3 store: bucket %s at %s: %w", s.bucket, s.endpoint(), err)
	}
	return s, nil
}

// folderRace is the error code of storage that keeps objects in folders (versitygw) if another
// request's delete empties and removes the folder of an object while it is written. The write is
// retried.
const folderRace = "ExistingObjectIsDirectory"

func (o S3Options) check() error {
	if o.Bucket == "" {
		return errors.New("no bucket")
	}
	if o.Prefix != "" && (CheckKey(o.Prefix) != nil || len(o.Prefix) > 100) { // leaves room for a key: S3 allows 1,024 bytes
		return fmt.Errorf("prefix %q: want at most 100 letters, digits, dots, dashes and underscores, in parts joined by slashes", o.Prefix)
	}
	if o.Endpoint == "" {
		return nil
	}
	if strings.Contains(o.Endpoint, "@") { // the error must not quote it: it holds a password
		return errors.New("endpoint: want a URL without user and password: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY instead")
	}
	u, err := url.Parse(o.Endpoint)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return fmt.Errorf("endpoint %q: want a URL such as https://storage.example.com", o.Endpoint)
	}
	return nil
}

// adapt sets what storage other than Amazon's needs: the bucket's name in the path, because buckets
// have no host names of their own there; and checksums only where they are required, because many
// servers answer the SDK's default of one in every request with an error (Cloudflare R2 and Ceph:
// aws-sdk-js-v3 issue 6810, fleetdm/fleet issue 47850).
func (o S3Options) adapt(s *s3.Options) {
	s.Retryer = retry.AddWithErrorCodes(s.Retryer, folderRace)
	s.APIOptions = append(s.APIOptions, middleware.AddUserAgentKeyValue("aloud", buildinfo.Read().Version))
	if o.Endpoint != "" {
		s.BaseEndpoint = &o.Endpoint
	}
	if s.BaseEndpoint == nil {
		return
	}
	s.APIOptions = append(s.APIOptions, signWithoutEncoding)
	s.UsePathStyle = true
	s.RequestChecksumCalculation = aws.RequestChecksumCalculationWhenRequired
	s.ResponseChecksumValidation = aws.ResponseChecksumValidationWhenRequired
	if s.Region == "" {
		s.Region = "us-east-1" // the signature needs a region; most such storage accepts this one
	}
}

// httpClient has a timeout for every wait on the server. The read timeout applies to a connection
// that delivers nothing at all. It ends stalled downloads, and is long enough for uploads, during
// which the server sends nothing.
func httpClient() *awshttp.BuildableClient {
	return awshttp.NewBuildableClient().
		WithDialerOptions(func(d *net.Dialer) { d.Timeout = 2 * time.Second }).
		WithTransportOptions(func(t *http.Transport) {
			t.TLSHandshakeTimeout = 5 * time.Second
			t.ResponseHeaderTimeout = 10 * time.Second
		}).
		WithReadTimeout(2 * time.Minute)
}

// endpoint names the server for messages, without the password that AWS_ENDPOINT_URL may hold.
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
