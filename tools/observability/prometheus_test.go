package observability

import (
	"encoding/json"
	"fmt"
	"math"
	"net"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"
	"time"
)

// prometheus is a real one, which scrapes each second.
type prometheus struct{ url string }

func startPrometheus(t *testing.T, target string) *prometheus {
	t.Helper()
	dir := t.TempDir()
	rules, err := filepath.Abs(deploy + "alerts.yaml")
	if err != nil {
		t.Fatal(err)
	}
	config := fmt.Sprintf("global: {scrape_interval: 1s, evaluation_interval: 1s}\nrule_files: [%q]\nscrape_configs: [{job_name: aloud, static_configs: [{targets: [%q]}]}]\n", rules, target)
	file := filepath.Join(dir, "prometheus.yml")
	if err := os.WriteFile(file, []byte(config), 0o600); err != nil {
		t.Fatal(err)
	}
	listen := freeAddress(t)
	run(t, exec.Command("prometheus", "--config.file="+file, "--storage.tsdb.path="+filepath.Join(dir, "data"), "--web.listen-address="+listen, "--log.level=warn"))
	p := &prometheus{"http://" + listen}
	within(t, "Prometheus answers", func() bool {
		resp, err := http.Get(p.url + "/-/ready")
		if err != nil {
			return false
		}
		resp.Body.Close()
		return resp.StatusCode == http.StatusOK
	})
	return p
}

// run runs a program until the test ends.
func run(t *testing.T, cmd *exec.Cmd) {
	t.Helper()
	if cmd.Stderr == nil {
		cmd.Stderr = t.Output()
	}
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	if err := cmd.Start(); err != nil {
		t.Fatalf("%s: %v", cmd.Path, err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Signal(syscall.SIGTERM)
		_ = cmd.Wait()
	})
}

func freeAddress(t *testing.T) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	return listener.Addr().String()
}

// within waits for a condition.
func within(t *testing.T, what string, holds func() bool) {
	t.Helper()
	deadline := time.After(2 * time.Minute)
	for tick := time.NewTicker(200 * time.Millisecond); !holds(); {
		select {
		case <-deadline:
			t.Fatalf("not within two minutes: %s", what)
		case <-tick.C:
		}
	}
}

// series is one of an answer.
type series struct {
	Metric map[string]string
	Value  [2]any
	Values [][2]any

	name string
}

func (p *prometheus) get(path string, query url.Values, data any) error {
	resp, err := http.Get(p.url + path + "?" + query.Encode())
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	answer := struct {
		Status, Error string
		Data          any
	}{Data: data}
	if err := json.NewDecoder(resp.Body).Decode(&answer); err != nil {
		return err
	}
	if answer.Status != "success" {
		return fmt.Errorf("%s: %s", answer.Status, answer.Error)
	}
	return nil
}

func (p *prometheus) query(query string) ([]series, error) {
	var data struct{ Result []series }
	err := p.get("/api/v1/query", url.Values{"query": {query}}, &data)
	return data.Result, err
}

func (p *prometheus) queryRange(query string, from, to time.Time) ([]series, error) {
	var data struct{ Result []series }
	err := p.get("/api/v1/query_range", url.Values{
		"query": {query}, "start": {seconds(from)}, "end": {seconds(to)}, "step": {"1"},
	}, &data)
	return data.Result, err
}

func seconds(at time.Time) string { return strconv.FormatInt(at.Unix(), 10) }

// value returns the answer to a query that has one; NaN if it has none.
func (p *prometheus) value(t *testing.T, query string) float64 {
	t.Helper()
	got, err := p.query(query)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	if len(got) != 1 {
		return math.NaN()
	}
	return number(got[0].Value[1])
}

func number(v any) float64 {
	text, _ := v.(string)
	f, _ := strconv.ParseFloat(text, 64)
	return f
}

func (p *prometheus) await(t *testing.T, query string, holds func(float64) bool) {
	t.Helper()
	within(t, query, func() bool { return holds(p.value(t, query)) })
}

// rule is one that Prometheus has evaluated.
type rule struct{ Name, Query, Type, Health, LastError string }

func (p *prometheus) rules(t *testing.T) (all []rule) {
	t.Helper()
	var data struct{ Groups []struct{ Rules []rule } }
	if err := p.get("/api/v1/rules", nil, &data); err != nil {
		t.Fatal(err)
	}
	for _, group := range data.Groups {
		all = append(all, group.Rules...)
	}
	return all
}
