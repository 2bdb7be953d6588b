package process

import (
	"github.com/prometheus/client_golang/prometheus"

	"github.com/aloud-audio/aloud/internal/buildinfo"
	"github.com/aloud-audio/aloud/internal/speech"
)

// speechMetrics count the characters that were bought from providers and those that were in the
// store.
type speechMetrics struct {
	characters *prometheus.CounterVec
	cost       *prometheus.CounterVec
	refused    *prometheus.CounterVec
	unheard    *prometheus.CounterVec
}

func newSpeechMetrics(registry prometheus.Registerer) *speechMetrics {
	m := &speechMetrics{
		characters: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "aloud_speech_characters_total", Help: "Characters of speech, by site, provider and origin: bought from the provider or found in the store.",
		}, []string{"site", "provider", "from"}),
		cost: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "aloud_speech_cost_usd_total", Help: "Cost of the characters that were bought, in US dollars at the prices of the settings.",
		}, []string{"site", "provider"}),
		refused: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "aloud_speech_refused_total", Help: "Answers with audio that were refused, and are on the bill, by site, provider and reason.",
		}, []string{"site", "provider", "reason"}),
		unheard: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "aloud_speech_unheard_total", Help: "Answers that were checked by bytes and length only, as there is no reference reading: espeak-ng is missing, or does not speak the language.",
		}, []string{"site", "provider"}),
	}
	registry.MustRegister(m.characters, m.cost, m.refused, m.unheard)
	return m
}

func (m *speechMetrics) charged(call speech.Call, cost speech.Cost) {
	m.characters.WithLabelValues(call.Payer.Site, call.Provider, "provider").Add(float64(cost.Characters))
	m.cost.WithLabelValues(call.Payer.Site, call.Provider).Add(cost.Money.Dollars())
}

func (m *speechMetrics) reused(call speech.Call, _ speech.Speech) {
	m.characters.WithLabelValues(call.Payer.Site, call.Provider, "store").Add(float64(call.Billed))
}

func (m *speechMetrics) refuse(call speech.Call, reason string) {
	m.refused.WithLabelValues(call.Payer.Site, call.Provider, reason).Inc()
}

func (m *speechMetrics) letPass(call speech.Call) {
	m.unheard.WithLabelValues(call.Payer.Site, call.Provider).Inc()
}

// newBuildMetric is aloud_build_info: which release a process runs, for dashboards and alerts.
func newBuildMetric() prometheus.Collector {
	build := buildinfo.Read()
	metric := prometheus.NewGauge(prometheus.GaugeOpts{
		Name:        "aloud_build_info",
		Help:        "Always 1; its labels say which release of aloud the process runs.",
		ConstLabels: prometheus.Labels{"version": build.Version, "commit": build.Commit, "goversion": build.Go},
	})
	metric.Set(1)
	return metric
}
