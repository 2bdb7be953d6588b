package main

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/buildinfo"
)

func TestVersion(t *testing.T) {
	p := newPlace(t)
	var report versionReport
	if err := json.Unmarshal([]byte(p.must("version", "--json")), &report); err != nil {
		t.Fatal(err)
	}
	if report.Version != buildinfo.Read().Version || report.Go != runtime.Version() {
		t.Errorf("%+v", report)
	}
	text, version := p.must("version"), regexp.MustCompile(`^(API )?\d+(\.\d+)*$`)
	for _, name := range []string{"libmp3lame", "libmpg123", "libFLAC"} {
		found := report.Libraries[name]
		if !version.MatchString(found) || !strings.Contains(text, name+"  ") || !strings.Contains(text, found) {
			t.Errorf("%s is %q; printed was\n%s", name, found, text)
		}
	}
	if stdout := p.must("--version"); !strings.Contains(stdout, report.Version) {
		t.Errorf("--version prints %q", stdout)
	}
}

// Processes log their version first, and have it in their metrics.
func TestProcessesSayTheirVersion(t *testing.T) {
	p := newPlace(t)
	up := p.start("up")
	_, metrics := get(t, up.admin+"/metrics")
	want := `aloud_build_info{commit="`
	if !strings.Contains(metrics, want) || !strings.Contains(metrics, `version="`+buildinfo.Read().Version+`"} 1`) {
		t.Errorf("/metrics has no %s", want)
	}
	first, _, _ := strings.Cut(up.talk.String(), "\n")
	if !strings.Contains(first, "aloud starts") || !strings.Contains(first, "version="+buildinfo.Read().Version) {
		t.Errorf("the first line is %q", first)
	}
}

func TestFetchedPagesSeeTheVersion(t *testing.T) {
	var agent string
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		agent = r.UserAgent()
		_, _ = io.WriteString(w, "<h1>The ferry resumes</h1><p>One boat.</p>")
	}))
	defer server.Close()
	newPlace(t).must("script", "--allow-private", server.URL)
	if agent != buildinfo.UserAgent() {
		t.Errorf("fetched by %q", agent)
	}
}

// Operators read in docs/operators/metrics.md what each metric means.
func TestEveryMetricIsDocumented(t *testing.T) {
	docs, err := os.ReadFile("../../docs/operators/metrics.md")
	if err != nil {
		t.Fatal(err)
	}
	p := newPlace(t)
	up := p.start("up")
	up.publish(t, "ferry", "The ferry resumes", "One boat.")
	p.await("ferry")
	_, metrics := get(t, up.admin+"/metrics")
	found := 0
	for _, family := range regexp.MustCompile(`(?m)^# HELP (aloud_\w+)`).FindAllStringSubmatch(metrics, -1) {
		found++
		if !strings.Contains(string(docs), "`"+family[1]) {
			t.Errorf("docs/operators/metrics.md does not explain %s", family[1])
		}
	}
	if found < 8 {
		t.Errorf("/metrics has %d metrics of aloud", found)
	}
}
