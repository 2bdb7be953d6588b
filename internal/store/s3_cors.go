package store

import (
	"context"
	"fmt"
	"slices"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
)

// CORSRule says which pages of other origins may read a bucket's objects.
type CORSRule struct {
	ID                                      string
	Origins, Methods, RequestHeaders, Shown []string // Shown are headers of the answer that pages may see
	MaxAge                                  int32    // seconds
}

// SetCORS puts a rule into the bucket's configuration, in place of one with its ID. Other rules
// stay as they are.
func (s *S3) SetCORS(ctx context.Context, rule CORSRule) error {
	rules, err := s.otherCORSRules(ctx, rule.ID)
	if err != nil {
		return err
	}
	rules = append(rules, types.CORSRule{
		ID: &rule.ID, AllowedOrigins: rule.Origins, AllowedMethods: rule.Methods, AllowedHeaders: rule.RequestHeaders,
		ExposeHeaders: rule.Shown, MaxAgeSeconds: &rule.MaxAge,
	})
	_, err = s.client.PutBucketCors(ctx, &s3.PutBucketCorsInput{Bucket: &s.bucket, CORSConfiguration: &types.CORSConfiguration{CORSRules: rules}})
	if err != nil {
		return fmt.Errorf("set the CORS rules of bucket %s at %s: %w", s.bucket, s.endpoint(), err)
	}
	return nil
}

// otherCORSRules reads the bucket's rules without those of an ID.
func (s *S3) otherCORSRules(ctx context.Context, id string) ([]types.CORSRule, error) {
	had, err := s.client.GetBucketCors(ctx, &s3.GetBucketCorsInput{Bucket: &s.bucket})
	if codeOf(err) == "NoSuchCORSConfiguration" {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read the CORS rules of bucket %s at %s: %w", s.bucket, s.endpoint(), err)
	}
	return slices.DeleteFunc(had.CORSRules, func(r types.CORSRule) bool { return aws.ToString(r.ID) == id }), nil
}

// Bucket is the name of the bucket.
func (s *S3) Bucket() string { return s.bucket }
