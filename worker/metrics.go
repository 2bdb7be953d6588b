package worker

import (
	"errors"
	"strings"
	"time"

	"github.com/hibiken/asynq"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/redis/go-redis/v9"

	"github.com/aloud-audio/aloud/internal/narrate"
	"github.com/aloud-audio/aloud/internal/notify"
)

// metrics count tasks. No label contains an article's id: each would create a time series.
type metrics struct {
	tasks    *prometheus.CounterVec
	retries  *prometheus.CounterVec
	duration prometheus.Histogram
	notices  *prometheus.CounterVec
	waiting  waitingMetrics
	places   *prometheus.GaugeVec
}

// newMetrics creates all series of retries at start, so that the first retry is an increase.
func newMetrics(registry prometheus.Registerer, sites map[string]narrate.Site) *metrics {
	m := &metrics{
		tasks: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "aloud_tasks_total", Help: "Attempts to bring an article up to date, by result: done, later, failed, retry.",
		}, []string{"result"}),
		retries: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "aloud_retries_total", Help: "Failed attempts that are retried, by site and reason: " + strings.Join(narrate.Troubles(), ", ") + ".",
		}, []string{"site", "reason"}),
		duration: prometheus.NewHistogram(prometheus.HistogramOpts{
			Name: "aloud_task_duration_seconds", Help: "Duration of attempts with the result done.",
			Buckets: prometheus.ExponentialBuckets(0.005, 4, 9),
		}),
		notices: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "aloud_notices_total", Help: "Attempts to deliver a notice, by result: delivered, failed, dropped.",
		}, []string{"result"}),
		waiting: newWaitingMetrics(registry),
		places: prometheus.NewGaugeVec(prometheus.GaugeOpts{
			Name: "aloud_lane_places", Help: "Articles that this worker renders at once, by lane: news only, or any.",
		}, []string{"lane"}),
	}
	m.name(sites)
	registry.MustRegister(m.tasks, m.retries, m.duration, m.notices, m.places)
	return m
}

// name starts the series of sites at zero.
func (m *metrics) name(sites map[string]narrate.Site) {
	for site := range sites {
		for _, reason := range narrate.Troubles() {
			m.retries.WithLabelValues(site, reason)
		}
	}
}

func (m *metrics) observe(err error, took time.Duration) {
	var later *narrate.Later
	switch {
	case err == nil:
		m.tasks.WithLabelValues("done").Inc()
		m.duration.Observe(took.Seconds())
	case errors.As(err, &later):
		m.tasks.WithLabelValues("later").Inc()
	case errors.Is(err, asynq.SkipRetry):
		m.tasks.WithLabelValues("failed").Inc()
	default:
		m.tasks.WithLabelValues("retry").Inc()
	}
}

func (m *metrics) retried(site string, err error) {
	m.retries.WithLabelValues(site, narrate.Trouble(err)).Inc()
}

func (m *metrics) observeNotices(d notify.Delivery) {
	m.notices.WithLabelValues("delivered").Add(float64(d.Delivered))
	m.notices.WithLabelValues("failed").Add(float64(d.Failed))
	m.notices.WithLabelValues("dropped").Add(float64(d.Dropped))
}

// queueCollector reads the queues' sizes at each scrape. asynq's own exporter needs an old Redis
// client.
type queueCollector struct {
	inspector *asynq.Inspector
	names     names
}

// NewQueueCollector reads the sizes of the queues of the store with that identity over rdb, which
// should be Impatient: a scrape has a deadline.
func NewQueueCollector(rdb redis.UniversalClient, store string) prometheus.Collector {
	return &queueCollector{inspector: asynq.NewInspectorFromRedisClient(rdb), names: names(store)}
}

var (
	queueSize = prometheus.NewDesc("aloud_queue_size", "Tasks in a queue, by state.", []string{"queue", "state"}, nil)
	queueNext = prometheus.NewDesc("aloud_queue_next_retry_timestamp_seconds", "When the next task that failed, or has to wait, runs again.", []string{"queue"}, nil)
	queueWait = prometheus.NewDesc("aloud_queue_latency_seconds", "Age of the oldest waiting task.", []string{"queue"}, nil)
)

// Describe implements prometheus.Collector.
func (c *queueCollector) Describe(ch chan<- *prometheus.Desc) {
	ch <- queueSize
	ch <- queueWait
	ch <- queueNext
}

// Collect implements prometheus.Collector. It reports nothing for a queue that was never used, or
// if Redis is unreachable.
func (c *queueCollector) Collect(ch chan<- prometheus.Metric) {
	for _, queue := range allQueues {
		info, err := c.inspector.GetQueueInfo(c.names.queue(queue))
		if err != nil {
			continue
		}
		for state, n := range map[string]int{
			"pending": info.Pending, "active": info.Active, "scheduled": info.Scheduled, "retry": info.Retry, "archived": info.Archived,
		} {
			ch <- prometheus.MustNewConstMetric(queueSize, prometheus.GaugeValue, float64(n), queue, state)
		}
		ch <- prometheus.MustNewConstMetric(queueWait, prometheus.GaugeValue, info.Latency.Seconds(), queue)
		if next, err := c.inspector.ListRetryTasks(c.names.queue(queue), asynq.PageSize(1)); err == nil && len(next) > 0 {
			ch <- prometheus.MustNewConstMetric(queueNext, prometheus.GaugeValue, float64(next[0].NextProcessAt.Unix()), queue)
		}
	}
}
