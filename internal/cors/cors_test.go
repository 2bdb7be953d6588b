package cors_test

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/cors"
	"github.com/aloud-audio/aloud/internal/doctor"
)

var origins = []string{"https://pier.example", "https://www.pier.example"}

// TestDocuments keeps what each host is given; testdata/HOST.txt has it, so that a change is seen.
func TestDocuments(t *testing.T) {
	for _, host := range cors.Hosts {
		got := host.Document(origins) + "\n"
		file := "testdata/" + host.Name + ".txt"
		if os.Getenv("UPDATE") != "" {
			if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil || got != string(want) {
			t.Errorf("%s: %v\n%s\nwant\n%s", host.Name, err, got, want)
		}
		if !json.Valid([]byte(got)) && host.Name != "minio" {
			t.Errorf("%s: no JSON", host.Name)
		}
		for _, origin := range origins {
			if !strings.Contains(got, origin) {
				t.Errorf("%s: nothing of %s", host.Name, origin)
			}
		}
	}
}

func TestCheck(t *testing.T) {
	const own = "https://pier.example"
	for name, test := range map[string]struct {
		headers map[string]string
		status  int
		want    doctor.Status
		says    string
	}{
		"as it should be":          {map[string]string{"Access-Control-Allow-Origin": own, "Access-Control-Expose-Headers": "etag, content-range"}, 206, doctor.OK, ""},
		"all may":                  {map[string]string{"Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "*"}, 206, doctor.OK, ""},
		"no track yet":             {map[string]string{"Access-Control-Allow-Origin": own}, 404, doctor.OK, ""},
		"no rule":                  {nil, 206, doctor.Warn, "no Access-Control-Allow-Origin"},
		"no rule, no track":        {nil, 403, doctor.Warn, "no Access-Control-Allow-Origin"},
		"a cache mixes origins up": {map[string]string{"Access-Control-Allow-Origin": "https://www.pier.example"}, 206, doctor.Warn, "the answer allows https://www.pier.example"},
		"no ranges":                {map[string]string{"Access-Control-Allow-Origin": own}, 200, doctor.Warn, "cannot seek"},
		"nothing exposed":          {map[string]string{"Access-Control-Allow-Origin": own, "Access-Control-Expose-Headers": "ETag"}, 206, doctor.Warn, "Content-Range"},
	} {
		host := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.Header.Get("Origin") != own || r.Header.Get("Range") == "" {
				t.Errorf("%s: asked with %v", name, r.Header)
			}
			for field, value := range test.headers {
				w.Header().Set(field, value)
			}
			w.WriteHeader(test.status)
		}))
		got := cors.Check("cors", own, func(context.Context) (string, error) { return host.URL + "/a.mp3", nil }).Run(t.Context())
		host.Close()
		if got.Status != test.want || !strings.Contains(got.Detail, test.says) || (got.Fix == "") != (got.Status == doctor.OK) {
			t.Errorf("%s: %+v", name, got)
		}
	}
	away := cors.Check("cors", own, func(context.Context) (string, error) { return "http://127.0.0.1:1/", nil })
	if got := away.Run(t.Context()); got.Status != doctor.Warn || !strings.Contains(got.Fix, "ALOUD_PUBLIC_URL") {
		t.Errorf("a host that is away: %+v", got)
	}
}
