package process

import (
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/aloud-audio/aloud/internal/store"
)

// storeMetrics count the requests to the store.
type storeMetrics struct {
	requests *prometheus.CounterVec
	duration *prometheus.HistogramVec
}

func newStoreMetrics(registry prometheus.Registerer) *storeMetrics {
	m := &storeMetrics{
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "aloud_store_requests_total", Help: "Requests to the object store. `missing` and `conflict` are answers, not failures.",
		}, []string{"operation", "outcome"}),
		duration: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "aloud_store_request_duration_seconds", Help: "Duration of requests to the object store: of a get until the object is open, of a list until its first entry.",
			Buckets: []float64{.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 10},
		}, []string{"operation"}),
	}
	for _, operation := range store.Operations {
		m.duration.WithLabelValues(operation)
		for _, outcome := range store.Outcomes {
			m.requests.WithLabelValues(operation, outcome)
		}
	}
	registry.MustRegister(m.requests, m.duration)
	return m
}

func (m *storeMetrics) observe(operation, outcome string, took time.Duration) {
	m.requests.WithLabelValues(operation, outcome).Inc()
	m.duration.WithLabelValues(operation).Observe(took.Seconds())
}
