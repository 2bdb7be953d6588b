// Package observability runs aloud, has a real Prometheus scrape it, and asks what the dashboard
// and the rules of deploy/observability ask.
//
// It shares no code with aloud. `make observability-test` runs it; with -png it also draws the
// answer to each panel.
package observability

import (
	"encoding/json"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

const deploy = "../../deploy/observability/"

func TestDashboardAndRulesHaveAnswers(t *testing.T) {
	aloud := startAloud(t)
	fresh := aloud.series(t)
	prom := startPrometheus(t, aloud.admin)
	began := time.Now()
	prom.await(t, "count(aloud_build_info)", func(v float64) bool { return v == 1 })
	aloud.exercise(t)
	prom.await(t, `sum(aloud_tracks_published_total)`, func(v float64) bool { return v >= articles })
	prom.await(t, `sum(aloud_tasks_total{result="failed"})`, func(v float64) bool { return v == 1 })
	prom.await(t, `sum(aloud_takedown_duration_seconds_count)`, func(v float64) bool { return v == 1 })
	prom.await(t, `time() - max(aloud_sweep_last_success_timestamp_seconds)`, func(v float64) bool { return v < 60 })
	prom.await(t, `sum(increase(aloud_takedown_duration_seconds_count[1m]))`, func(v float64) bool { return v > 0 })

	panels := readDashboard(t)
	checkLayout(t, panels)
	var answers []answer
	for _, p := range panels {
		answers = append(answers, ask(t, prom, p, began))
	}
	checkRules(t, prom)
	checkFirstVersions(t, prom)
	checkNoSeriesIsNew(t, fresh, aloud.series(t))
	draw(t, answers)
}

// A first version counts once in each of these, an edit and an article of an archive in none.
func checkFirstVersions(t *testing.T, prom *prometheus) {
	t.Helper()
	for query, want := range map[string]float64{
		`sum(aloud_publish_to_audio_seconds_count)`:                  articles - 2,
		`sum(aloud_publish_overhead_seconds_count)`:                  articles - 2,
		`sum(aloud_tracks_published_total{version="further"})`:       2,
		`sum(aloud_webhook_requests_total{result="unauthorized"})`:   1,
		`sum(aloud_http_requests_total{route="audio",code="2xx"})`:   1,
		`count(aloud_provider_requests_total{provider="flite"}) > 0`: 6,
	} {
		if got := prom.value(t, query); got != want {
			t.Errorf("%s is %v, not %v", query, got, want)
		}
	}
}

// checkNoSeriesIsNew: a counter that appears with its first failure has no increase, and raises no
// alert.
func checkNoSeriesIsNew(t *testing.T, fresh, now []string) {
	t.Helper()
	if len(fresh) < 200 {
		t.Errorf("a fresh process has only %d series", len(fresh))
	}
	for _, name := range now {
		if _, known := slices.BinarySearch(fresh, name); !known {
			t.Errorf("a fresh process has no %s", name)
		}
	}
}

// panel is one of the dashboard.
type panel struct {
	ID      int
	Type    string
	Title   string
	GridPos struct{ X, Y, W, H int }
	Targets []struct{ Expr, LegendFormat string }
}

func readDashboard(t *testing.T) []panel {
	t.Helper()
	text, err := os.ReadFile(deploy + "dashboard.json")
	if err != nil {
		t.Fatal(err)
	}
	var dashboard struct{ Panels []panel }
	if err := json.Unmarshal(text, &dashboard); err != nil {
		t.Fatal(err)
	}
	return dashboard.Panels
}

func checkLayout(t *testing.T, panels []panel) {
	t.Helper()
	for i, p := range panels {
		if p.GridPos.X+p.GridPos.W > 24 {
			t.Errorf("%s is wider than the dashboard", p.Title)
		}
		for _, q := range panels[:i] {
			a, b := p.GridPos, q.GridPos
			if p.ID == q.ID {
				t.Errorf("%s and %s have the same id", p.Title, q.Title)
			}
			if a.X < b.X+b.W && b.X < a.X+a.W && a.Y < b.Y+b.H && b.Y < a.Y+a.H {
				t.Errorf("%s and %s overlap", p.Title, q.Title)
			}
		}
	}
}

// answer is what Prometheus says to a panel.
type answer struct {
	panel  panel
	series []series
}

// ask asks all queries of a panel, for the time of the run.
func ask(t *testing.T, prom *prometheus, p panel, began time.Time) answer {
	t.Helper()
	a := answer{panel: p}
	for _, target := range p.Targets {
		query := strings.NewReplacer("$__rate_interval", "30s").Replace(target.Expr)
		got, err := prom.queryRange(query, began, time.Now())
		switch {
		case err != nil:
			t.Errorf("%s: %s: %v", p.Title, query, err)
		case len(got) == 0:
			t.Errorf("%s: %s: no answer", p.Title, query)
		}
		for i := range got {
			got[i].name = legend(target.LegendFormat, got[i].Metric)
		}
		a.series = append(a.series, got...)
	}
	return a
}

var inLegend = regexp.MustCompile(`{{(\w+)}}`)

func legend(format string, labels map[string]string) string {
	return inLegend.ReplaceAllStringFunc(format, func(name string) string { return labels[strings.Trim(name, "{}")] })
}

var metric = regexp.MustCompile(`\baloud[_:][a-z0-9_:]+`)

// optional metrics exist only where a site has a certificate.
var optional = []string{"aloud_credential_end_timestamp_seconds"}

// checkRules fails for a rule that Prometheus cannot evaluate, and for one about a metric that does
// not exist: it would stay silent for ever. It checks that each alert has a runbook.
func checkRules(t *testing.T, prom *prometheus) {
	t.Helper()
	runbooks, err := os.ReadFile("../../docs/operators/runbooks.md")
	if err != nil {
		t.Fatal(err)
	}
	rules := prom.rules(t)
	if len(rules) < 30 {
		t.Errorf("Prometheus has %d rules only", len(rules))
	}
	for _, r := range rules {
		if r.Health != "ok" {
			t.Errorf("%s is %s: %s", r.Name, r.Health, r.LastError)
		}
		for _, name := range metric.FindAllString(r.Query, -1) {
			if got, err := prom.query("count(" + name + ")"); (err != nil || len(got) == 0) && !slices.Contains(optional, name) {
				t.Errorf("%s asks for %s, which does not exist", r.Name, name)
			}
		}
		if r.Type == "alerting" && !strings.Contains(string(runbooks), "\n## "+r.Name+"\n") {
			t.Errorf("%s has no runbook", r.Name)
		}
	}
}
