package web

import (
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promauto"
)

// metrics count hooks. No label names an article: that would make a time series for each.
type metrics struct {
	requests *prometheus.CounterVec
	duration *prometheus.HistogramVec
}

func newMetrics(registry *prometheus.Registry) metrics {
	factory := promauto.With(registry)
	return metrics{
		requests: factory.NewCounterVec(prometheus.CounterOpts{
			Name: "aloud_webhook_requests_total",
			Help: "Webhooks received, by source (ghost, articles) and result.",
		}, []string{"source", "result"}),
		duration: factory.NewHistogramVec(prometheus.HistogramOpts{
			Name:    "aloud_webhook_duration_seconds",
			Help:    "Time until a webhook was answered.",
			Buckets: []float64{.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 10},
		}, []string{"source"}),
	}
}

func (m metrics) hook(source, result string, took time.Duration) {
	m.requests.WithLabelValues(source, result).Inc()
	m.duration.WithLabelValues(source).Observe(took.Seconds())
}
