package storetest

import (
	"bytes"
	"context"
	"crypto/rand"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

// StartS3 starts a real S3 server, versitygw, on a free port of this machine and creates a bucket.
// The server and its objects are gone when the test ends. Until then the environment holds its
// credentials, for child processes too, so the test cannot be parallel.
func StartS3(t testing.TB) (endpoint, bucket string) {
	t.Helper()
	t.Setenv("AWS_ACCESS_KEY_ID", rand.Text())
	t.Setenv("AWS_SECRET_ACCESS_KEY", rand.Text())
	t.Setenv("AWS_REGION", "us-east-1")
	t.Setenv("AWS_SESSION_TOKEN", "")
	t.Setenv("AWS_CONFIG_FILE", os.DevNull) // ignore the developer's own configuration
	t.Setenv("AWS_SHARED_CREDENTIALS_FILE", os.DevNull)

	program := findVersitygw(t)
	var err error
	for range 3 { // another process may take the free port first
		if endpoint, err = startVersitygw(t, program); err == nil {
			break
		}
	}
	if err != nil {
		t.Fatal(err)
	}
	bucket = "aloud-test"
	if _, err := newClient(t, endpoint).CreateBucket(t.Context(), &s3.CreateBucketInput{Bucket: &bucket}); err != nil {
		t.Fatal(err)
	}
	return endpoint, bucket
}

func newClient(t testing.TB, endpoint string) *s3.Client {
	t.Helper()
	cfg, err := config.LoadDefaultConfig(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return s3.NewFromConfig(cfg, func(o *s3.Options) {
		o.BaseEndpoint, o.UsePathStyle = &endpoint, true
	})
}

// findVersitygw looks for .tools/versitygw in the working directory and its parents, then in PATH.
func findVersitygw(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for ; ; dir = filepath.Dir(dir) {
		path := filepath.Join(dir, ".tools", "versitygw")
		if _, err := os.Stat(path); err == nil {
			return path
		}
		if dir == filepath.Dir(dir) {
			break
		}
	}
	path, err := exec.LookPath("versitygw")
	if err != nil {
		t.Fatal("versitygw, the S3 server of the tests, is missing: run make tools")
	}
	return path
}

func startVersitygw(t testing.TB, program string) (endpoint string, err error) {
	t.Helper()
	address, err := freeAddress()
	if err != nil {
		return "", err
	}
	folder := t.TempDir()
	requireAttributes(t, folder)
	var output bytes.Buffer
	cmd := exec.Command(program, "--port", address, "--quiet",
		"--access", os.Getenv("AWS_ACCESS_KEY_ID"), "--secret", os.Getenv("AWS_SECRET_ACCESS_KEY"), "posix", folder)
	cmd.Stdout, cmd.Stderr = &output, &output
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL} // also if the test binary is killed
	if err := cmd.Start(); err != nil {
		return "", err
	}
	exited := make(chan struct{})
	go func() { _ = cmd.Wait(); close(exited) }()
	t.Cleanup(func() { _ = cmd.Process.Kill(); <-exited })
	if err := waitForServer(t.Context(), address, exited); err != nil {
		_ = cmd.Process.Kill()
		<-exited
		return "", fmt.Errorf("%s: %w: %s", program, err, strings.TrimSpace(output.String()))
	}
	return "http://" + address, nil
}

func freeAddress() (string, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	defer listener.Close()
	return listener.Addr().String(), nil
}

// requireAttributes fails the test if the file system of folder has no extended attributes, in
// which the server keeps ETags. The server's other mode, --sidecar, loses updates: an object and
// its ETag change at different moments, so a reader can get the old content with the new ETag.
func requireAttributes(t testing.TB, folder string) {
	t.Helper()
	if err := syscall.Setxattr(folder, "user.aloud", []byte("1"), 0); err != nil {
		t.Fatalf("the file system of %s has no extended attributes, which the tests' S3 server needs (%v): "+
			"set TMPDIR to a folder on ext4, XFS, Btrfs or, from Linux 6.6 on, tmpfs", folder, err)
	}
}

// waitForServer waits until the server accepts connections, exits, or ten seconds pass.
func waitForServer(ctx context.Context, address string, exited <-chan struct{}) error {
	ctx, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	tick := time.NewTicker(5 * time.Millisecond)
	defer tick.Stop()
	for {
		if conn, err := (&net.Dialer{}).DialContext(ctx, "tcp", address); err == nil {
			return conn.Close()
		}
		select {
		case <-tick.C:
		case <-exited:
			return fmt.Errorf("exited before it listened on %s", address)
		case <-ctx.Done():
			return fmt.Errorf("does not listen on %s: %w", address, ctx.Err())
		}
	}
}
