package worker

import (
	"errors"
	"time"

	"github.com/hibiken/asynq"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/redis/go-redis/v9"

	"github.com/aloud-audio/aloud/internal/narrate"
	"github.com/aloud-audio/aloud/internal/notify"
)

// metrics are about tasks; none is labelled by article.
type metrics struct {
	tasks    *prometheus.CounterVec
	duration prometheus.Histogram
	notices  *prometheus.CounterVec
}

func newMetrics(registry prometheus.Registerer) *metrics {
	m := &metrics{
		tasks: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "aloud_tasks_total", Help: "Tries to bring an article up to date, by how they ended: done, later, failed, retry.",
		}, []string{"result"}),
		duration: prometheus.NewHistogram(prometheus.HistogramOpts{
			Name: "aloud_task_duration_seconds", Help: "Duration of tries that ended in done.",
			Buckets: prometheus.ExponentialBuckets(0.005, 4, 9),
		}),
		notices: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "aloud_notices_total", Help: "Tries to deliver a notice, by how they ended: delivered, failed, dropped.",
		}, []string{"result"}),
	}
	registry.MustRegister(m.tasks, m.duration, m.notices)
	return m
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

func (m *metrics) observeNotices(d notify.Delivery) {
	m.notices.WithLabelValues("delivered").Add(float64(d.Delivered))
	m.notices.WithLabelValues("failed").Add(float64(d.Failed))
	m.notices.WithLabelValues("dropped").Add(float64(d.Dropped))
}

// queueCollector reads the queues' sizes when it is asked. asynq's own exporter is bound to an old Redis client.
type queueCollector struct{ inspector *asynq.Inspector }

// NewQueueCollector collects the queues' figures over rdb, which should be impatient: a scrape has no time of its own.
func NewQueueCollector(rdb redis.UniversalClient) prometheus.Collector {
	return &queueCollector{inspector: asynq.NewInspectorFromRedisClient(rdb)}
}

var (
	queueSize = prometheus.NewDesc("aloud_queue_size", "Tasks in a queue, by state.", []string{"queue", "state"}, nil)
	queueWait = prometheus.NewDesc("aloud_queue_latency_seconds", "Age of the oldest task that waits.", []string{"queue"}, nil)
)

// Describe implements prometheus.Collector.
func (c *queueCollector) Describe(ch chan<- *prometheus.Desc) {
	ch <- queueSize
	ch <- queueWait
}

// Collect implements prometheus.Collector. A queue that was never used, or a Redis that is away, has no figures.
func (c *queueCollector) Collect(ch chan<- prometheus.Metric) {
	for _, queue := range allQueues {
		info, err := c.inspector.GetQueueInfo(queue)
		if err != nil {
			continue
		}
		for state, n := range map[string]int{
			"pending": info.Pending, "active": info.Active, "scheduled": info.Scheduled, "retry": info.Retry, "archived": info.Archived,
		} {
			ch <- prometheus.MustNewConstMetric(queueSize, prometheus.GaugeValue, float64(n), queue, state)
		}
		ch <- prometheus.MustNewConstMetric(queueWait, prometheus.GaugeValue, info.Latency.Seconds(), queue)
	}
}
