package process

import (
	"github.com/prometheus/client_golang/prometheus"

	"github.com/aloud-audio/aloud/internal/newsroom"
)

// sourceMetrics count what the passes over the sources found.
type sourceMetrics struct {
	passes, articles *prometheus.CounterVec
	halted, goodAt   *prometheus.GaugeVec
}

func newSourceMetrics(registry prometheus.Registerer) *sourceMetrics {
	source := []string{"site", "source"}
	m := &sourceMetrics{
		passes: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "aloud_source_passes_total", Help: "Passes over a polled source.",
		}, append(source, "result")),
		articles: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "aloud_source_articles_total", Help: "Articles in which a source and the library differed. `unsure`: the source did not say.",
		}, append(source, "wrong")),
		halted: prometheus.NewGaugeVec(prometheus.GaugeOpts{
			Name: "aloud_source_halted", Help: "1 if passes over a source stop until somebody confirms what they found.",
		}, source),
		goodAt: prometheus.NewGaugeVec(prometheus.GaugeOpts{
			Name: "aloud_source_last_success_timestamp_seconds", Help: "When a pass over a source last ended without an error.",
		}, source),
	}
	registry.MustRegister(m.passes, m.articles, m.halted, m.goodAt)
	return m
}

// Values of the labels result and wrong.
var (
	passResults = []string{"done", "halted", "failed"}
	differences = []string{"missed", "gone", "changed", "unsure"}
)

// name starts the series of a source at zero.
func (m *sourceMetrics) name(site, source string) {
	for _, result := range passResults {
		m.passes.WithLabelValues(site, source, result)
	}
	for _, wrong := range differences {
		m.articles.WithLabelValues(site, source, wrong)
	}
	m.halted.WithLabelValues(site, source)
}

func (m *sourceMetrics) observe(site string, r newsroom.SourceReport) {
	result, halted := "done", 0.0
	switch {
	case r.Source == "": // no pass was due
		return
	case r.Error != "":
		m.passes.WithLabelValues(site, r.Source, "failed").Inc()
		return
	case r.Halted != "":
		result, halted = "halted", 1
	}
	m.passes.WithLabelValues(site, r.Source, result).Inc()
	m.halted.WithLabelValues(site, r.Source).Set(halted)
	m.goodAt.WithLabelValues(site, r.Source).Set(float64(r.GoodAt.Unix()))
	for wrong, n := range map[string]int{"missed": r.Missed, "gone": r.Gone, "changed": r.Changed, "unsure": r.Unsure} {
		m.articles.WithLabelValues(site, r.Source, wrong).Add(float64(n))
	}
}
