package store

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"syscall"
)

// versitygw with --sidecar passes the probe but loses updates: an object and its ETag change at
// different moments.
const useOther = "use storage that honours conditional writes, such as a current Amazon S3, Cloudflare R2, MinIO or " +
	"versitygw (without --sidecar)"

// prove writes and deletes an object of its own, private/probe-…, so that missing permissions show
// at start and not with the first article. It writes without retries: a retry of a write whose
// answer was lost conflicts with the write itself, which looks like storage without conditions.
func (s *S3) prove(ctx context.Context) error {
	key := "private/probe-" + rand.Text()
	etag, err := s.Put(ctx, key, []byte("first"), PutOptions{If: IfAbsent(), Once: true})
	if err != nil {
		return fmt.Errorf("%w: %s", err, Advice(err))
	}
	err = s.proveConditions(ctx, key, etag)
	if deleting := s.Delete(ctx, key); err == nil && deleting != nil {
		err = fmt.Errorf("%w: %s", deleting, Advice(deleting))
	}
	return err
}

// proveConditions does what two writers do that have both read the same version of an object.
func (s *S3) proveConditions(ctx context.Context, key, etag string) error {
	for _, try := range []struct {
		header string
		cond   Condition
		want   error
	}{
		{"If-None-Match", IfAbsent(), ErrConflict},
		{"If-Match", IfMatch(etag), nil},
		{"If-Match", IfMatch(etag), ErrConflict},
	} {
		_, err := s.Put(ctx, key, []byte("second"), PutOptions{If: try.cond, Once: true})
		if err != nil && !errors.Is(err, ErrConflict) {
			return fmt.Errorf("write with %s: %w: %s", try.header, err, Advice(err))
		}
		if !errors.Is(err, try.want) {
			return fmt.Errorf("it does not honour the header %s of a PUT, so two writers would overwrite each other: %s", try.header, useOther)
		}
	}
	return nil
}

// Away reports whether err says that the storage does not answer, or that it is busy or broken. It
// may pass.
func Away(err error) bool {
	var request interface {
		error
		Operation() string // smithy.OperationError's: the request that failed
	}
	status := statusOf(err)
	return status >= http.StatusInternalServerError || status == http.StatusTooManyRequests ||
		status == 0 && codeOf(err) == "" && errors.As(err, &request)
}

// Advice says what to do about an error of a store.
func Advice(err error) string {
	switch code := codeOf(err); {
	case code != "":
		return adviceOn(code)
	case statusOf(err) >= http.StatusInternalServerError:
		return "check the storage's own log"
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return "let this user read and write the folder"
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		return "free some space"
	}
	return "check that the endpoint is right and can be reached from here"
}

// adviceOn says what to do about an error code of S3.
func adviceOn(code string) string {
	switch code {
	case "NoSuchBucket":
		return "create the bucket or correct its name"
	case "AccessDenied", "InvalidAccessKeyId":
		return "check the AWS credentials, and that they allow s3:GetObject, s3:PutObject, s3:DeleteObject and s3:ListBucket"
	case "SignatureDoesNotMatch":
		return "check the AWS credentials, and that no proxy between aloud and the storage changes headers"
	case "RequestTimeTooSkewed":
		return "set this machine's clock, by NTP for example"
	case "QuotaExceeded":
		return "raise the quota, or free some space"
	case "PermanentRedirect", "AuthorizationHeaderMalformed":
		return "check AWS_REGION: the bucket is in another region"
	case "NotImplemented":
		return useOther
	default:
		return "check the storage's own log"
	}
}
