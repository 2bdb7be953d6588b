package worker

import (
	"errors"
	"slices"
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
	swept    prometheus.Gauge
}

// Values of the label result.
var (
	taskResults   = []string{"done", "later", "failed", "retry"}
	noticeResults = []string{"delivered", "failed", "dropped"}
)

// newMetrics creates all series at start: an increase from nothing to 1 is none to Prometheus.
func newMetrics(registry prometheus.Registerer, sites map[string]narrate.Site, concurrency int) *metrics {
	m := &metrics{
		tasks: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "aloud_tasks_total", Help: "Attempts to bring an article up to date. `later` has to wait, `retry` failed and is retried, `failed` failed for good.",
		}, []string{"result"}),
		retries: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "aloud_retries_total", Help: "Failed attempts that are retried.",
		}, []string{"site", "reason"}),
		duration: prometheus.NewHistogram(prometheus.HistogramOpts{
			Name: "aloud_task_duration_seconds", Help: "Duration of attempts with the result done.",
			Buckets: prometheus.ExponentialBuckets(0.005, 4, 9),
		}),
		notices: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "aloud_notices_total", Help: "Attempts to deliver a notice. It is `dropped` if its receiver is no longer in the settings.",
		}, []string{"result"}),
		waiting: newWaitingMetrics(registry),
		places: prometheus.NewGaugeVec(prometheus.GaugeOpts{
			Name: "aloud_lane_places", Help: "Articles that this worker renders at once: places for `news` only, or for `any`.",
		}, []string{"lane"}),
		swept: prometheus.NewGauge(prometheus.GaugeOpts{
			Name: "aloud_sweep_last_success_timestamp_seconds", Help: "When this worker's last sweep ended without an error; 0: none has. Use max over all workers.",
		}),
	}
	for _, result := range taskResults {
		m.tasks.WithLabelValues(result)
	}
	for _, result := range noticeResults {
		m.notices.WithLabelValues(result)
	}
	for _, l := range lanes(concurrency) {
		m.places.WithLabelValues(l.name).Set(float64(l.places))
	}
	m.name(sites)
	registry.MustRegister(m.tasks, m.retries, m.duration, m.notices, m.places, m.swept)
	return m
}

// name starts the series of sites at zero.
func (m *metrics) name(sites map[string]narrate.Site) {
	for site := range sites {
		for _, reason := range narrate.Troubles() {
			m.retries.WithLabelValues(site, reason)
		}
		m.waiting.name(site)
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
	queueUp   = prometheus.NewDesc("aloud_queue_reachable", "0 if the queue could not be read at this scrape, so that its other metrics are missing; else 1.", nil, nil)
	queueSize = prometheus.NewDesc("aloud_queue_size", "Tasks in a queue, by state.", []string{"queue", "state"}, nil)
	queueNext = prometheus.NewDesc("aloud_queue_next_retry_timestamp_seconds", "When the next task that failed, or has to wait, runs again; 0: there is none.", []string{"queue"}, nil)
	queueWait = prometheus.NewDesc("aloud_queue_latency_seconds", "Age of the oldest waiting task.", []string{"queue"}, nil)
)

// Describe implements prometheus.Collector.
func (c *queueCollector) Describe(ch chan<- *prometheus.Desc) {
	ch <- queueUp
	ch <- queueSize
	ch <- queueWait
	ch <- queueNext
}

// Collect implements prometheus.Collector. A queue that was never used is empty.
func (c *queueCollector) Collect(ch chan<- prometheus.Metric) {
	reachable := 1.0
	used, err := c.inspector.Queues()
	for _, queue := range allQueues {
		info := &asynq.QueueInfo{}
		if name := c.names.queue(queue); err == nil && slices.Contains(used, name) {
			info, err = c.inspector.GetQueueInfo(name)
		}
		if err != nil {
			reachable = 0
			break
		}
		c.collectQueue(ch, queue, info)
	}
	ch <- prometheus.MustNewConstMetric(queueUp, prometheus.GaugeValue, reachable)
}

func (c *queueCollector) collectQueue(ch chan<- prometheus.Metric, queue string, info *asynq.QueueInfo) {
	for state, n := range map[string]int{
		"pending": info.Pending, "active": info.Active, "scheduled": info.Scheduled, "retry": info.Retry, "archived": info.Archived,
	} {
		ch <- prometheus.MustNewConstMetric(queueSize, prometheus.GaugeValue, float64(n), queue, state)
	}
	ch <- prometheus.MustNewConstMetric(queueWait, prometheus.GaugeValue, info.Latency.Seconds(), queue)
	ch <- prometheus.MustNewConstMetric(queueNext, prometheus.GaugeValue, c.nextRetry(queue), queue)
}

func (c *queueCollector) nextRetry(queue string) float64 {
	next, err := c.inspector.ListRetryTasks(c.names.queue(queue), asynq.PageSize(1))
	if err != nil || len(next) == 0 {
		return 0
	}
	return float64(next[0].NextProcessAt.Unix())
}
