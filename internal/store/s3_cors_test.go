package store_test

import (
	"slices"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"

	"github.com/aloud-audio/aloud/internal/store"
	"github.com/aloud-audio/aloud/internal/store/storetest"
)

func TestS3CORSRules(t *testing.T) {
	endpoint, bucket := storetest.StartS3(t)
	s := newS3(t, store.S3Options{Bucket: bucket, Endpoint: endpoint})
	client := newClient(t, endpoint)
	set := func(origins ...string) {
		t.Helper()
		err := s.SetCORS(t.Context(), store.CORSRule{ID: "aloud", Origins: origins, Methods: []string{"GET"}, RequestHeaders: []string{"Range"}, Shown: []string{"ETag"}, MaxAge: 60})
		if err != nil {
			t.Fatal(err)
		}
	}
	rules := func() map[string][]string {
		t.Helper()
		out, err := client.GetBucketCors(t.Context(), &s3.GetBucketCorsInput{Bucket: &bucket})
		if err != nil {
			t.Fatal(err)
		}
		found := map[string][]string{}
		for _, rule := range out.CORSRules {
			found[aws.ToString(rule.ID)] = rule.AllowedOrigins
		}
		return found
	}
	set("https://pier.example") // the bucket has none
	if got := rules(); len(got) != 1 || !slices.Equal(got["aloud"], []string{"https://pier.example"}) {
		t.Errorf("rules %v", got)
	}
	_, err := client.PutBucketCors(t.Context(), &s3.PutBucketCorsInput{Bucket: &bucket, CORSConfiguration: &types.CORSConfiguration{CORSRules: []types.CORSRule{
		{ID: aws.String("theirs"), AllowedOrigins: []string{"https://theirs.example"}, AllowedMethods: []string{"PUT"}},
		{ID: aws.String("aloud"), AllowedOrigins: []string{"https://former.example"}, AllowedMethods: []string{"GET"}},
	}}})
	if err != nil {
		t.Fatal(err)
	}
	set("https://pier.example", "https://www.pier.example")
	if got := rules(); len(got) != 2 || got["theirs"] == nil || len(got["aloud"]) != 2 {
		t.Errorf("rules %v: want theirs as it was and ours anew", got)
	}
}
