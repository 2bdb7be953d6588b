package main

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"

	"github.com/aloud-audio/aloud/internal/doctor"
	"github.com/aloud-audio/aloud/internal/store"
	"github.com/aloud-audio/aloud/internal/store/storetest"
)

// aloud cors --apply sets the rule of a bucket that the public reads directly; doctor sees the
// difference, with requests like a browser's to the real server.
func TestCORSOfABucket(t *testing.T) {
	endpoint, bucket := storetest.StartS3(t)
	publish(t, endpoint, bucket)
	p := newPlace(t, "ALOUD_STORE=s3://"+bucket, "ALOUD_S3_ENDPOINT="+endpoint, "ALOUD_PUBLIC_URL="+endpoint+"/"+bucket+"/public")
	p.write("aloud.yaml", "sites:\n  main:\n    url: [https://pier.example/news, https://www.pier.example]\n")
	for _, origin := range []string{"https://pier.example", "https://www.pier.example"} {
		if got := p.corsCheck(origin); got.Status != doctor.Warn || !strings.Contains(got.Fix, "aloud cors") {
			t.Errorf("before: %+v", got)
		}
	}
	if _, stderr, code := p.aloud("cors", "--apply"); code != 0 || !strings.Contains(stderr, bucket) {
		t.Fatalf("exit code %d: %s", code, stderr)
	}
	for _, origin := range []string{"https://pier.example", "https://www.pier.example"} {
		if got := p.corsCheck(origin); got.Status != doctor.OK {
			t.Errorf("after: %+v", got)
		}
	}
}

// publish writes an article's public files and lets everybody read them.
func publish(t *testing.T, endpoint, bucket string) {
	t.Helper()
	st, err := store.NewS3(t.Context(), store.S3Options{Bucket: bucket, Endpoint: endpoint})
	if err != nil {
		t.Fatal(err)
	}
	for key, body := range map[string]string{
		"private/sites/main/articles/ferry.json":    `{}`,
		"public/main/articles/ferry/narration.json": `{"version":1,"audio":[{"url":"r.mp3"}]}`,
		"public/main/articles/ferry/r.mp3":          "sound",
	} {
		if _, err := st.Put(t.Context(), key, []byte(body), store.PutOptions{}); err != nil {
			t.Fatal(err)
		}
	}
	cfg, err := config.LoadDefaultConfig(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	client := s3.NewFromConfig(cfg, func(o *s3.Options) { o.BaseEndpoint, o.UsePathStyle = &endpoint, true })
	policy := `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::` + bucket + `/public/*"}]}`
	if _, err := client.PutBucketPolicy(t.Context(), &s3.PutBucketPolicyInput{Bucket: &bucket, Policy: aws.String(policy)}); err != nil {
		t.Fatal(err)
	}
}

// corsCheck returns doctor's result for an origin.
func (p *place) corsCheck(origin string) doctor.Report {
	p.t.Helper()
	return p.checked("cors: " + origin)
}

// checked returns doctor's result of one check.
func (p *place) checked(name string, flags ...string) doctor.Report {
	p.t.Helper()
	stdout, stderr, _ := p.aloud(append([]string{"doctor", "--json"}, flags...)...)
	var got struct{ Checks []doctor.Report }
	if err := json.Unmarshal([]byte(stdout), &got); err != nil {
		p.t.Fatalf("%v: %s", err, stderr)
	}
	for _, r := range got.Checks {
		if r.Name == name {
			return r
		}
	}
	p.t.Fatalf("no check %s in %s", name, stdout)
	return doctor.Report{}
}

func TestCORSIsPrinted(t *testing.T) {
	p := newPlace(t)
	p.write("aloud.yaml", "sites:\n  main:\n    url: https://pier.example/news\n  quay:\n    url: https://pier.example\n")
	for _, test := range []struct {
		args []string
		code int
		says string
	}{
		{[]string{"cors"}, 0, "Google Cloud Storage"},
		{[]string{"cors", "--for", "r2"}, 0, `"origins": [` + "\n          \"https://pier.example\"\n        ]"},
		{[]string{"cors", "--json"}, 0, `"documents"`},
		{[]string{"cors", "--for", "floppy"}, 2, "s3, r2, gcs"},
		{[]string{"cors", "--apply"}, 1, "the store is a folder"},
	} {
		stdout, stderr, code := p.aloud(test.args...)
		if code != test.code || !strings.Contains(stdout+stderr, test.says) {
			t.Errorf("%v: exit code %d\n%s%s", test.args, code, stdout, stderr)
		}
	}
	p.write("aloud.yaml", "sites:\n  main: {}\n")
	if _, stderr, code := p.aloud("cors"); code != 3 || !strings.Contains(stderr, "sites.NAME.url") {
		t.Errorf("without a url: exit code %d, %s", code, stderr)
	}
}
