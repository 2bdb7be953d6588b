package process

import (
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/aloud-audio/aloud/internal/config"
	"github.com/aloud-audio/aloud/internal/narrate"
)

// articleMetrics measure how long it takes until articles can be heard.
type articleMetrics struct {
	stages    *prometheus.HistogramVec
	audible   *prometheus.HistogramVec
	overhead  *prometheus.HistogramVec
	published *prometheus.CounterVec
}

func newArticleMetrics(registry prometheus.Registerer) *articleMetrics {
	m := &articleMetrics{
		stages: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "aloud_stage_duration_seconds", Help: "Duration of the stages of the work on an article. `wait` is the time from the acceptance until the first attempt: for a place on a worker, or for further edits.",
			Buckets: []float64{.005, .02, .1, .25, .5, 1, 2.5, 5, 10, 30, 60, 120, 300, 900},
		}, []string{"stage"}),
		audible: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name:    "aloud_publish_to_audio_seconds",
			Help:    "Time from the publication of an article, as its CMS dates it, until its first track was public. Without edits, archives, and articles that the CMS does not date.",
			Buckets: []float64{5, 10, 20, 30, 45, 60, 90, 120, 180, 300, 600, 1200, 1800, 3600},
		}, []string{"site"}),
		overhead: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name:    "aloud_publish_overhead_seconds",
			Help:    "Time from the acceptance of a new article until its first track was public, without the time during which speech was requested. Of the same articles as aloud_publish_to_audio_seconds, dated or not.",
			Buckets: []float64{.1, .25, .5, 1, 2.5, 5, 10, 20, 30, 60, 120, 300, 900, 3600},
		}, []string{"site"}),
		published: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "aloud_tracks_published_total", Help: "Tracks published: the `first` of a new article, or a `further` one (edits, archives, orders).",
		}, []string{"site", "version"}),
	}
	for _, stage := range narrate.Stages {
		m.stages.WithLabelValues(stage)
	}
	registry.MustRegister(m.stages, m.audible, m.overhead, m.published)
	return m
}

// name starts the series of sites at zero.
func (m *articleMetrics) name(sites map[string]config.Site) {
	for site := range sites {
		m.audible.WithLabelValues(site)
		m.overhead.WithLabelValues(site)
		m.published.WithLabelValues(site, "first")
		m.published.WithLabelValues(site, "further")
	}
}

func (m *articleMetrics) stage(name string, took time.Duration) {
	m.stages.WithLabelValues(name).Observe(took.Seconds())
}

func (m *articleMetrics) publish(p narrate.Publication) {
	if !p.First {
		m.published.WithLabelValues(p.Site, "further").Inc()
		return
	}
	m.published.WithLabelValues(p.Site, "first").Inc()
	m.overhead.WithLabelValues(p.Site).Observe(max(p.Accepted-p.Speaking, 0).Seconds())
	if p.Age > 0 {
		m.audible.WithLabelValues(p.Site).Observe(p.Age.Seconds())
	}
}

// takedownMetrics measure how fast audio is withdrawn.
type takedownMetrics struct {
	duration prometheus.Histogram
	failures prometheus.Counter
}

func newTakedownMetrics(registry prometheus.Registerer) takedownMetrics {
	m := takedownMetrics{
		duration: prometheus.NewHistogram(prometheus.HistogramOpts{
			Name:    "aloud_takedown_duration_seconds",
			Help:    "Time from a removal's receipt until the store has no audio of the article any more.",
			Buckets: []float64{.01, .025, .05, .1, .25, .5, 1, 2, 5, 10, 30, 60, 300},
		}),
		failures: prometheus.NewCounter(prometheus.CounterOpts{
			Name: "aloud_takedown_failures_total", Help: "Attempts to withdraw audio that failed. They are repeated until one succeeds.",
		}),
	}
	registry.MustRegister(m.duration, m.failures)
	return m
}

func (m takedownMetrics) observe(took time.Duration, err error) {
	if err != nil {
		m.failures.Inc()
		return
	}
	m.duration.Observe(took.Seconds())
}
