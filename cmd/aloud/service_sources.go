package main

import (
	"context"
	"maps"
	"slices"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/aloud-audio/aloud/internal/config"
	"github.com/aloud-audio/aloud/internal/newsroom"
	"github.com/aloud-audio/aloud/internal/notify"
	"github.com/aloud-audio/aloud/internal/outbound"
	"github.com/aloud-audio/aloud/worker"
)

// pageRedirects is how many redirects a source may answer with.
const pageRedirects = 5

// sources returns the sources that are asked, by site.
func (s *service) sources() map[string][]newsroom.AskedSource {
	all := map[string][]newsroom.AskedSource{}
	for name, site := range s.config.Sites {
		for _, src := range site.Sources {
			all[name] = append(all[name], askedSource(site, src))
		}
	}
	return all
}

func askedSource(site config.Site, src config.AskedSource) newsroom.AskedSource {
	client := outbound.Client(outbound.Policy{AllowHosts: site.AllowPrivate, AnyPort: true, Redirects: pageRedirects})
	asker, _ := src.Source.Asking.NewAsker(src.Address, client) // the settings were checked by it
	return newsroom.AskedSource{Name: src.Source.Name, Asking: *src.Source.Asking, Asker: asker, Every: src.Every, Since: src.Since}
}

// jobs are what one worker does for all: it asks the sources, and checks what is public.
func (s *service) jobs(notices *notify.Notifier) []worker.Job {
	n := s.newsroom(worker.NewClient(s.queue.patient, s.identity))
	n.OnHalt = func(ctx context.Context, site string, report newsroom.SourceReport) error {
		return notices.LeaveHalt(ctx, site, report)
	}
	collector := s.collector(n.Narrator, worker.NewLeases(s.queue.patient, s.identity).Try)
	jobs := []worker.Job{{Name: "retention", Run: collector.Run}, {Name: "check-public", Run: n.CheckPublic}}
	for _, site := range slices.Sorted(maps.Keys(n.Sources)) {
		for _, src := range n.Sources[site] {
			s.log.Info("asks a source what it has published", "site", site, "source", src.Name, "every", src.Every)
			jobs = append(jobs, worker.Job{Name: "source:" + site + "/" + src.Name, Run: func(ctx context.Context) time.Duration {
				report, next := n.Poll(ctx, site, src)
				s.sourceMetrics.observe(site, report)
				return next
			}})
		}
	}
	return jobs
}

// sourceMetrics count what the passes over the sources found.
type sourceMetrics struct {
	passes, articles *prometheus.CounterVec
	halted, goodAt   *prometheus.GaugeVec
}

func newSourceMetrics(registry prometheus.Registerer) *sourceMetrics {
	source := []string{"site", "source"}
	m := &sourceMetrics{
		passes: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "aloud_source_passes_total", Help: "Passes over a source, by result: done, halted, failed.",
		}, append(source, "result")),
		articles: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "aloud_source_articles_total", Help: "Articles in which a source and the library differed: missed, gone, changed; unsure: the source did not say.",
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
