package process

import (
	"github.com/prometheus/client_golang/prometheus"

	"github.com/aloud-audio/aloud/internal/config"
	"github.com/aloud-audio/aloud/internal/service"
)

// workerMetrics are those that only a worker has.
type workerMetrics struct {
	speech    *speechMetrics
	articles  *articleMetrics
	sources   *sourceMetrics
	catalogue catalogueMetrics
}

func newWorkerMetrics(registry prometheus.Registerer) workerMetrics {
	return workerMetrics{newSpeechMetrics(registry), newArticleMetrics(registry), newSourceMetrics(registry), newCatalogueMetrics(registry)}
}

// name starts the series of sites at zero: to Prometheus a counter that appears with 1 did not
// increase, so the first failure would alert nobody.
func (m workerMetrics) name(sites map[string]config.Site) {
	m.speech.name(sites)
	m.articles.name(sites)
	m.catalogue.name(sites)
}

// observers make the metrics of this process, and return what reports to them.
func (p *process) observers() service.Observers {
	o := service.Observers{OnRequest: newStoreMetrics(p.registry).observe, OnWithdrawn: newTakedownMetrics(p.registry).observe}
	if p.works {
		p.metrics = newWorkerMetrics(p.registry)
		o.Checks, o.OnStage, o.OnPublished = p.metrics.speech.checks(), p.metrics.articles.stage, p.metrics.articles.publish
	}
	return o
}
