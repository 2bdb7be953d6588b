package rig

import (
	"context"
	"crypto/rand"
	"fmt"
	"net"
	"os"
	"path/filepath"

	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

// Bucket is a bucket of a real S3 server, versitygw, which keeps each object as a file.
type Bucket struct {
	Endpoint string // URL of the server
	Name     string
	Folder   string // where the objects are
}

// StartBucket starts the server and creates the bucket. From then on the environment of this
// process has the credentials.
func (r *Rig) StartBucket(ctx context.Context, versitygw string) (*Bucket, error) {
	addresses, err := FreeAddresses(1)
	if err != nil {
		return nil, err
	}
	root := r.Path("s3")
	if err := os.Mkdir(root, 0o700); err != nil {
		return nil, err
	}
	setCredentials()
	_, err = r.Start("versitygw", os.Environ(), versitygw, "--port", addresses[0], "--quiet",
		"--access", os.Getenv("AWS_ACCESS_KEY_ID"), "--secret", os.Getenv("AWS_SECRET_ACCESS_KEY"), "posix", root)
	if err != nil {
		return nil, err
	}
	err = until(ctx, "versitygw listens", func() bool {
		conn, err := net.Dial("tcp", addresses[0])
		if err == nil {
			conn.Close()
		}
		return err == nil
	})
	b := &Bucket{Endpoint: "http://" + addresses[0], Name: "chaos", Folder: filepath.Join(root, "chaos")}
	if err != nil {
		return nil, err
	}
	return b, b.create(ctx)
}

// setCredentials replaces whatever configuration the developer has.
func setCredentials() {
	for name, value := range map[string]string{
		"AWS_ACCESS_KEY_ID": rand.Text(), "AWS_SECRET_ACCESS_KEY": rand.Text(), "AWS_REGION": "us-east-1", "AWS_SESSION_TOKEN": "",
		"AWS_CONFIG_FILE": os.DevNull, "AWS_SHARED_CREDENTIALS_FILE": os.DevNull,
	} {
		_ = os.Setenv(name, value) // fails for names with = or NUL only
	}
}

func (b *Bucket) create(ctx context.Context) error {
	cfg, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		return err
	}
	client := s3.NewFromConfig(cfg, func(o *s3.Options) { o.BaseEndpoint, o.UsePathStyle = &b.Endpoint, true })
	if _, err := client.CreateBucket(ctx, &s3.CreateBucketInput{Bucket: &b.Name}); err != nil {
		return fmt.Errorf("create a bucket: %w", err)
	}
	return nil
}
