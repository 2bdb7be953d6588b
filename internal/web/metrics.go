package web

import (
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promauto"

	"github.com/aloud-audio/aloud/internal/source"
)

// result is how a hook was answered, in metrics and logs.
type result string

const (
	resultAccepted     result = "accepted"
	resultKnown        result = "known"
	resultRepeated     result = "repeated"
	resultNothingToDo  result = "nothing_to_do"
	resultBadRequest   result = "bad_request"
	resultUnauthorized result = "unauthorized"
	resultTooLarge     result = "too_large"
	resultOverloaded   result = "overloaded"
	resultUnavailable  result = "unavailable"
	resultWithdrawn    result = "withdrawn" // and not saved
	resultUnmatched    result = "unmatched"
)

var results = []result{
	resultAccepted, resultKnown, resultRepeated, resultNothingToDo, resultBadRequest, resultUnauthorized, resultTooLarge,
	resultOverloaded, resultUnavailable, resultWithdrawn,
}

// noSource is the source label of requests below /hooks that match no hook.
const noSource = "none"

// metrics count hooks. No label contains an article's id or a stranger's text: each would create a
// time series.
type metrics struct {
	requests *prometheus.CounterVec
	duration *prometheus.HistogramVec
}

// newMetrics starts all counters at zero: Prometheus misses the first event of a counter that
// appears with it.
func newMetrics(registry *prometheus.Registry) metrics {
	factory := promauto.With(registry)
	m := metrics{
		requests: factory.NewCounterVec(prometheus.CounterOpts{
			Name: "aloud_webhook_requests_total",
			Help: "Webhooks received, by source (none for an address that is no hook's) and result.",
		}, []string{"source", "result"}),
		duration: factory.NewHistogramVec(prometheus.HistogramOpts{
			Name:    "aloud_webhook_duration_seconds",
			Help:    "Time until a webhook was answered.",
			Buckets: []float64{.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 10},
		}, []string{"source"}),
	}
	for _, src := range source.Hooks() {
		for _, r := range results {
			m.requests.WithLabelValues(src.Name, string(r))
		}
	}
	m.requests.WithLabelValues(noSource, string(resultUnmatched))
	return m
}

func (m metrics) hook(source string, r result, took time.Duration) {
	m.requests.WithLabelValues(source, string(r)).Inc()
	if source != noSource {
		m.duration.WithLabelValues(source).Observe(took.Seconds())
	}
}
