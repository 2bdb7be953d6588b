package process

import (
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/aloud-audio/aloud/internal/config"
)

// catalogueMetrics show how far the catalogue is behind.
type catalogueMetrics struct{ current *prometheus.GaugeVec }

func newCatalogueMetrics(registry prometheus.Registerer) catalogueMetrics {
	m := catalogueMetrics{prometheus.NewGaugeVec(prometheus.GaugeOpts{
		Name: "aloud_catalogue_current_timestamp_seconds",
		Help: "When the catalogue last had all changes; 0 in workers that do not keep it. Use max over all workers.",
	}, []string{"site"})}
	registry.MustRegister(m.current)
	return m
}

// name starts the series of sites at zero.
func (m catalogueMetrics) name(sites map[string]config.Site) {
	for site := range sites {
		m.current.WithLabelValues(site)
	}
}

func (m catalogueMetrics) set(site string, current time.Time) {
	if !current.IsZero() {
		m.current.WithLabelValues(site).Set(float64(current.Unix()))
	}
}
