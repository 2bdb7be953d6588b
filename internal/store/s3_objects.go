package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"iter"
	"net/http"
	"strconv"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

// Open implements Store. Once ctx ends, reads of the Body fail.
func (s *S3) Open(ctx context.Context, key string, offset int64) (*Object, error) {
	if err := CheckKey(key); err != nil {
		return nil, err
	}
	in := &s3.GetObjectInput{Bucket: &s.bucket, Key: s.name(key)}
	if offset > 0 {
		in.Range = aws.String(fmt.Sprintf("bytes=%d-", offset))
	}
	out, err := s.client.GetObject(ctx, in)
	if statusOf(err) == http.StatusRequestedRangeNotSatisfiable {
		return s.openEnd(ctx, key)
	}
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", key, asNotFound(err))
	}
	size, err := wholeSize(out, offset)
	if err != nil {
		out.Body.Close()
		return nil, fmt.Errorf("open %s: %w", key, err)
	}
	entry := Entry{Key: key, Size: size, Modified: aws.ToTime(out.LastModified), ETag: aws.ToString(out.ETag)}
	return &Object{Entry: entry, Body: out.Body}, nil
}

// openEnd is Open with an offset at or past the object's end, which S3 refuses.
func (s *S3) openEnd(ctx context.Context, key string) (*Object, error) {
	out, err := s.client.HeadObject(ctx, &s3.HeadObjectInput{Bucket: &s.bucket, Key: s.name(key)})
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", key, asNotFound(err))
	}
	entry := Entry{
		Key: key, Size: aws.ToInt64(out.ContentLength),
		Modified: aws.ToTime(out.LastModified), ETag: aws.ToString(out.ETag),
	}
	return &Object{Entry: entry, Body: http.NoBody}, nil
}

// wholeSize returns the size of the whole object, of which out holds the bytes from offset on.
func wholeSize(out *s3.GetObjectOutput, offset int64) (int64, error) {
	if offset == 0 {
		return aws.ToInt64(out.ContentLength), nil
	}
	_, size, _ := strings.Cut(aws.ToString(out.ContentRange), "/") // bytes 2-5/6: RFC 9110, section 14.4
	whole, err := strconv.ParseInt(size, 10, 64)
	if err != nil {
		return 0, fmt.Errorf("requested the bytes from %d on, got Content-Range %q", offset, aws.ToString(out.ContentRange))
	}
	return whole, nil
}

// Put implements Store.
func (s *S3) Put(ctx context.Context, key string, body []byte, opts PutOptions) (string, error) {
	if err := CheckKey(key); err != nil {
		return "", err
	}
	in := &s3.PutObjectInput{
		Bucket: &s.bucket, Key: s.name(key), Body: bytes.NewReader(body),
		ContentType: header(opts.ContentType), CacheControl: header(opts.CacheControl), IfMatch: header(opts.If.etag),
	}
	if opts.If.absent {
		in.IfNoneMatch = aws.String("*")
	}
	out, err := s.client.PutObject(ctx, in, attempts(opts))
	if isConflict(err, opts.If) {
		err = ErrConflict
	}
	if err != nil {
		return "", fmt.Errorf("put %s: %w", key, err)
	}
	return aws.ToString(out.ETag), nil
}

// attempts turns retries off for a write that is sent once.
func attempts(opts PutOptions) func(*s3.Options) {
	return func(o *s3.Options) {
		if opts.Once {
			o.Retryer = aws.NopRetryer{}
		}
	}
}

// Delete implements Store.
func (s *S3) Delete(ctx context.Context, key string) error {
	if err := CheckKey(key); err != nil {
		return err
	}
	_, err := s.client.DeleteObject(ctx, &s3.DeleteObjectInput{Bucket: &s.bucket, Key: s.name(key)})
	if err = asNotFound(err); err != nil && !errors.Is(err, ErrNotFound) {
		return fmt.Errorf("delete %s: %w", key, err)
	}
	return nil
}

// List implements Store. It skips objects of others, whose names are not valid keys.
func (s *S3) List(ctx context.Context, prefix string) iter.Seq2[Entry, error] {
	return s.ListAfter(ctx, prefix, "")
}

// ListAfter implements Store.
func (s *S3) ListAfter(ctx context.Context, prefix, after string) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		if err := checkPrefix(prefix); err != nil {
			yield(Entry{}, err)
			return
		}
		in := &s3.ListObjectsV2Input{Bucket: &s.bucket, Prefix: s.name(prefix)}
		if after != "" {
			in.StartAfter = s.name(after)
		}
		pages := s3.NewListObjectsV2Paginator(s.client, in, func(o *s3.ListObjectsV2PaginatorOptions) { o.Limit = s.pageSize })
		for pages.HasMorePages() {
			page, err := pages.NextPage(ctx)
			if err != nil {
				yield(Entry{}, fmt.Errorf("list %s: %w", prefix, err))
				return
			}
			if !s.yieldPage(page, yield) {
				return
			}
		}
	}
}

// Folders implements Store.
func (s *S3) Folders(ctx context.Context, prefix string) ([]string, error) {
	if err := checkPrefix(prefix); err != nil {
		return nil, err
	}
	in := &s3.ListObjectsV2Input{Bucket: &s.bucket, Prefix: s.name(prefix), Delimiter: aws.String("/")}
	pages := s3.NewListObjectsV2Paginator(s.client, in, func(o *s3.ListObjectsV2PaginatorOptions) { o.Limit = s.pageSize })
	var folders []string
	for pages.HasMorePages() {
		page, err := pages.NextPage(ctx)
		if err != nil {
			return nil, fmt.Errorf("list the folders below %s: %w", prefix, err)
		}
		for _, common := range page.CommonPrefixes {
			name := strings.TrimSuffix(strings.TrimPrefix(aws.ToString(common.Prefix), *s.name(prefix)), "/")
			if isKeyPart(name) {
				folders = append(folders, name)
			}
		}
	}
	return folders, nil
}

// yieldPage reports whether to go on.
func (s *S3) yieldPage(page *s3.ListObjectsV2Output, yield func(Entry, error) bool) bool {
	for _, obj := range page.Contents {
		key := strings.TrimPrefix(aws.ToString(obj.Key), s.prefix)
		if CheckKey(key) != nil {
			continue
		}
		entry := Entry{Key: key, Size: aws.ToInt64(obj.Size), Modified: aws.ToTime(obj.LastModified), ETag: aws.ToString(obj.ETag)}
		if !yield(entry, nil) {
			return false
		}
	}
	return true
}

// name returns the object's name in the bucket.
func (s *S3) name(key string) *string { return aws.String(s.prefix + key) }

// header returns nil, which sends no header, if the value is empty.
func header(value string) *string {
	if value == "" {
		return nil
	}
	return &value
}

// isConflict reports whether err means that the condition of a write does not hold: 412; 409 if
// another conditional write was in progress; and 404 if the object to match is gone. See
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html
func isConflict(err error, cond Condition) bool {
	switch {
	case statusOf(err) == http.StatusPreconditionFailed, codeOf(err) == "ConditionalRequestConflict":
		return true
	case cond.etag != "":
		return errors.Is(asNotFound(err), ErrNotFound)
	default:
		return false
	}
}

// asNotFound returns ErrNotFound if err says that the object does not exist, and err in all other
// cases itself, for example if the bucket does not exist.
func asNotFound(err error) error {
	switch codeOf(err) {
	case "NoSuchKey", "NotFound": // the latter answers HEAD, whose responses have no body
		return ErrNotFound
	default:
		return err
	}
}

// codeOf returns S3's error code, "" if the server sent none.
func codeOf(err error) string {
	var named interface {
		error
		ErrorCode() string // smithy.APIError's
	}
	if errors.As(err, &named) {
		return named.ErrorCode()
	}
	return ""
}

// statusOf returns the HTTP status of the response, 0 if there was none.
func statusOf(err error) int {
	if response, ok := errors.AsType[*awshttp.ResponseError](err); ok {
		return response.HTTPStatusCode()
	}
	return 0
}
