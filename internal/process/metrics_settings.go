package process

import (
	"time"

	"github.com/prometheus/client_golang/prometheus"
)

// settingsMetrics show which settings are in force, and whether the files on disk are valid.
type settingsMetrics struct {
	valid    prometheus.Gauge
	loadedAt prometheus.Gauge
	info     *prometheus.GaugeVec
	ends     *prometheus.GaugeVec
}

func newSettingsMetrics(registry prometheus.Registerer) settingsMetrics {
	m := settingsMetrics{
		valid: prometheus.NewGauge(prometheus.GaugeOpts{
			Name: "aloud_settings_valid", Help: "0 if the settings on disk are wrong, so that former ones are in force; else 1.",
		}),
		loadedAt: prometheus.NewGauge(prometheus.GaugeOpts{
			Name: "aloud_settings_loaded_timestamp_seconds", Help: "When the settings in force were loaded.",
		}),
		info: prometheus.NewGaugeVec(prometheus.GaugeOpts{
			Name: "aloud_settings_info", Help: "1 for the hash of the settings in force. Processes with different hashes have different settings.",
		}, []string{"hash"}),
		ends: prometheus.NewGaugeVec(prometheus.GaugeOpts{
			Name: "aloud_credential_end_timestamp_seconds", Help: "When the certificate ends that signs the site's tracks.",
		}, []string{"site"}),
	}
	registry.MustRegister(m.valid, m.loadedAt, m.info, m.ends)
	return m
}

// credentials shows when the certificates of sites expire.
func (m settingsMetrics) credentials(ends map[string]time.Time) {
	m.ends.Reset()
	for site, end := range ends {
		m.ends.WithLabelValues(site).Set(float64(end.Unix()))
	}
}

func (m settingsMetrics) inForce(hash string) {
	m.valid.Set(1)
	m.loadedAt.SetToCurrentTime()
	m.info.Reset()
	m.info.WithLabelValues(hash).Set(1)
}
