package process

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus/testutil"

	"github.com/aloud-audio/aloud/internal/docstest"
	"github.com/aloud-audio/aloud/internal/newsroom"
)

// family is a metric, with the values of its labels.
type family struct {
	name, help, kind string
	values           map[string]map[string]bool
}

func (f family) add(label, value string) {
	if f.values[label] == nil {
		f.values[label] = map[string]bool{}
	}
	f.values[label][value] = true
}

// gathered are the metrics of an `aloud up` that has done nothing, except for what was seen.
func gathered(t *testing.T, seen func(*process)) map[string]family {
	t.Helper()
	file := filepath.Join(t.TempDir(), "aloud.yaml")
	settings := "sites: {main: {url: \"https://news.example\", budget: {day: '$10'}, sources: {wordpress: {url: \"https://news.example\"}}}}"
	if err := os.WriteFile(file, []byte(settings), 0o600); err != nil {
		t.Fatal(err)
	}
	p := inProcess(t, file)
	p.newWorker(p.current())
	if seen != nil {
		seen(p)
	}
	families, err := p.registry.Gather()
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]family{}
	for _, f := range families {
		if !strings.HasPrefix(f.GetName(), "aloud_") {
			continue
		}
		read := family{name: f.GetName(), help: f.GetHelp(), kind: strings.ToLower(f.GetType().String()), values: map[string]map[string]bool{}}
		for _, metric := range f.GetMetric() {
			if h := metric.GetHistogram(); h != nil && (h.Schema != nil || len(h.GetBucket()) == 0) {
				t.Errorf("%s is not a classic histogram", read.name)
			}
			for _, pair := range metric.GetLabel() {
				read.add(pair.GetName(), pair.GetValue())
			}
		}
		all[read.name] = read
	}
	problems, err := testutil.GatherAndLint(p.registry)
	if err != nil || len(problems) > 0 {
		t.Errorf("names that Prometheus' conventions do not allow: %v, %v", problems, err)
	}
	return all
}

func TestMetricsDocs(t *testing.T) {
	all := gathered(t, func(p *process) { // what has no value before
		p.settings.credentials(map[string]time.Time{"main": time.Now()})
		p.metrics.sources.observe("main", newsroom.SourceReport{Source: "wordpress", GoodAt: time.Now()})
	})
	table := "| metric | type | meaning |\n| --- | --- | --- |\n"
	for _, name := range slices.Sorted(maps.Keys(all)) {
		table += row(all[name])
	}
	docstest.Keep(t, "../../docs/operators/metrics.md", map[string]string{"metrics": table})
}

func row(f family) string {
	labels := slices.Sorted(maps.Keys(f.values))
	name, meaning := f.name, f.help
	if len(labels) > 0 {
		name += "{" + strings.Join(labels, ",") + "}"
	}
	for _, label := range labels {
		if given := slices.Sorted(maps.Keys(f.values[label])); !open[label] {
			meaning += fmt.Sprintf(" %s: `%s`.", label, strings.Join(given, "`, `"))
		}
	}
	return fmt.Sprintf("| `%s` | %s | %s |\n", name, f.kind, meaning)
}

// open labels have values that depend on the installation.
var open = map[string]bool{"site": true, "provider": true, "source": true, "hash": true, "version": true, "commit": true, "goversion": true}

// Series that appear with their first event hide it from increase() and rate(), and a histogram
// that is also a native one has no buckets for a Prometheus that takes native ones.
func TestAllSeriesExistBeforeAnythingHappens(t *testing.T) {
	all := gathered(t, nil)
	for name, labels := range map[string]string{
		"aloud_tasks_total": "result=failed", "aloud_retries_total": "reason=bad_audio", "aloud_notices_total": "result=dropped",
		"aloud_http_requests_total": "code=5xx", "aloud_webhook_requests_total": "result=unavailable", "aloud_store_requests_total": "outcome=error",
		"aloud_provider_requests_total": "outcome=timeout", "aloud_provider_circuit_open": "provider=flite", "aloud_speech_refused_total": "reason=another_text",
		"aloud_source_passes_total": "result=failed", "aloud_queue_size": "queue=aloud-bulk", "aloud_late_articles": "site=main",
		"aloud_stage_duration_seconds": "stage=publish", "aloud_budget_left_ratio": "period=day", "aloud_catalogue_current_timestamp_seconds": "site=main",
		"aloud_publish_to_audio_seconds": "site=main", "aloud_takedown_failures_total": "", "aloud_sweep_last_success_timestamp_seconds": "",
	} {
		label, value, _ := strings.Cut(labels, "=")
		if all[name].name == "" || label != "" && !all[name].values[label][value] {
			t.Errorf("%s{%s} does not exist", name, labels)
		}
	}
}

func TestNoMetricNamesAnArticle(t *testing.T) {
	for name, f := range gathered(t, nil) {
		for label := range f.values {
			if slices.Contains([]string{"article", "id", "url", "path", "title"}, label) {
				t.Errorf("%s has the label %s: each article would be a time series", name, label)
			}
		}
	}
}
