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

	responses *prometheus.CounterVec
	first     *prometheus.HistogramVec
	bytes     *prometheus.CounterVec
}

// newMetrics starts all counters at zero: Prometheus misses the first event of a counter that
// appears with it.
func newMetrics(registry *prometheus.Registry) metrics {
	factory := promauto.With(registry)
	m := metrics{
		requests: factory.NewCounterVec(prometheus.CounterOpts{
			Name: "aloud_webhook_requests_total",
			Help: "Webhooks received. `withdrawn`: the audio is deleted, but the removal is not stored yet; `unmatched` (source `none`): no hook has the address.",
		}, []string{"source", "result"}),
		duration: factory.NewHistogramVec(prometheus.HistogramOpts{
			Name:    "aloud_webhook_duration_seconds",
			Help:    "Time until a webhook was answered.",
			Buckets: []float64{.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 10},
		}, []string{"source"}),
		responses: factory.NewCounterVec(prometheus.CounterOpts{
			Name: "aloud_http_requests_total", Help: "Requests answered on the public address.",
		}, []string{"route", "code"}),
		first: factory.NewHistogramVec(prometheus.HistogramOpts{
			Name:    "aloud_http_time_to_first_byte_seconds",
			Help:    "Time until an answer began. How long it lasts depends on the client.",
			Buckets: []float64{.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 10},
		}, []string{"route"}),
		bytes: factory.NewCounterVec(prometheus.CounterOpts{
			Name: "aloud_http_response_bytes_total", Help: "Bytes sent in the bodies of answers.",
		}, []string{"route"}),
	}
	m.nameRoutes()
	for _, src := range source.Hooks() {
		m.duration.WithLabelValues(src.Name)
		for _, r := range results {
			m.requests.WithLabelValues(src.Name, string(r))
		}
	}
	m.requests.WithLabelValues(noSource, string(resultUnmatched))
	return m
}

func (m metrics) nameRoutes() {
	for _, route := range routes {
		m.first.WithLabelValues(route)
		m.bytes.WithLabelValues(route)
		for _, code := range codes {
			m.responses.WithLabelValues(route, code)
		}
	}
}

func (m metrics) response(route, code string, first time.Duration, bytes int64) {
	m.responses.WithLabelValues(route, code).Inc()
	m.first.WithLabelValues(route).Observe(first.Seconds())
	m.bytes.WithLabelValues(route).Add(float64(bytes))
}

func (m metrics) hook(source string, r result, took time.Duration) {
	m.requests.WithLabelValues(source, string(r)).Inc()
	if source != noSource {
		m.duration.WithLabelValues(source).Observe(took.Seconds())
	}
}
