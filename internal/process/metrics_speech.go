package process

import (
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/aloud-audio/aloud/internal/buildinfo"
	"github.com/aloud-audio/aloud/internal/config"
	"github.com/aloud-audio/aloud/internal/hearing"
	"github.com/aloud-audio/aloud/internal/speech"
)

// speechMetrics count the requests to providers, the characters that were bought from them, and
// those that were in the store.
type speechMetrics struct {
	characters *prometheus.CounterVec
	cost       *prometheus.CounterVec
	refused    *prometheus.CounterVec
	unheard    *prometheus.CounterVec
	requests   *prometheus.CounterVec
	duration   *prometheus.HistogramVec
	circuit    *prometheus.GaugeVec
}

func newSpeechMetrics(registry prometheus.Registerer) *speechMetrics {
	m := &speechMetrics{
		characters: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "aloud_speech_characters_total", Help: "Characters of speech that were bought (`provider`) or found in the store (`store`).",
		}, []string{"site", "provider", "from"}),
		cost: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "aloud_speech_cost_usd_total", Help: "Cost of the characters that were bought, in US dollars at the prices of the settings.",
		}, []string{"site", "provider"}),
		refused: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "aloud_speech_refused_total", Help: "Answers with audio that were refused, and are on the bill.",
		}, []string{"site", "provider", "reason"}),
		unheard: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "aloud_speech_unheard_total", Help: "Answers that were checked by bytes and length only, as there is no reference reading: espeak-ng is missing, or does not speak the language.",
		}, []string{"site", "provider"}),
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "aloud_provider_requests_total", Help: "Requests to speech providers. `ok` is any audio, `refused` is final, `stopped` was given up by aloud.",
		}, []string{"provider", "outcome"}),
		duration: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "aloud_provider_request_duration_seconds", Help: "Duration of requests to speech providers, whatever their outcome.",
			Buckets: []float64{.05, .1, .25, .5, 1, 2.5, 5, 10, 20, 40, 90},
		}, []string{"provider"}),
		circuit: prometheus.NewGaugeVec(prometheus.GaugeOpts{
			Name: "aloud_provider_circuit_open", Help: "1 if this process's circuit breaker was open at the last request, so that further ones fail at once.",
		}, []string{"provider"}),
	}
	registry.MustRegister(m.characters, m.cost, m.refused, m.unheard, m.requests, m.duration, m.circuit)
	return m
}

// refusals are the reasons of aloud_speech_refused_total.
var refusals = []string{speech.ByBytes, string(hearing.Cut), string(hearing.Doubled), string(hearing.AnotherText), string(hearing.AnotherRate)}

// name starts the series of the sites and their voices' providers at zero.
func (m *speechMetrics) name(sites map[string]config.Site) {
	for site, settings := range sites {
		for _, provider := range providersOf(settings) {
			m.nameProvider(provider)
			m.nameVoice(site, provider)
		}
	}
}

func (m *speechMetrics) nameProvider(provider string) {
	for _, outcome := range speech.Outcomes {
		m.requests.WithLabelValues(provider, outcome)
	}
	m.duration.WithLabelValues(provider)
	m.circuit.WithLabelValues(provider)
}

func (m *speechMetrics) nameVoice(site, provider string) {
	m.characters.WithLabelValues(site, provider, "provider")
	m.characters.WithLabelValues(site, provider, "store")
	m.cost.WithLabelValues(site, provider)
	m.unheard.WithLabelValues(site, provider)
	for _, reason := range refusals {
		m.refused.WithLabelValues(site, provider, reason)
	}
}

// providersOf returns the providers of a site's voices.
func providersOf(site config.Site) []string {
	providers := map[string]bool{}
	for _, voices := range site.Voices {
		for _, voice := range voices {
			provider, _, _ := strings.Cut(voice, ":")
			providers[provider] = true
		}
	}
	return slices.Sorted(maps.Keys(providers))
}

func (m *speechMetrics) charged(call speech.Call, cost speech.Cost) {
	m.characters.WithLabelValues(call.Payer.Site, call.Provider, "provider").Add(float64(cost.Characters))
	m.cost.WithLabelValues(call.Payer.Site, call.Provider).Add(cost.Money.Dollars())
}

func (m *speechMetrics) reused(call speech.Call, _ speech.Speech) {
	m.characters.WithLabelValues(call.Payer.Site, call.Provider, "store").Add(float64(call.Billed))
}

// checks report the answers of providers.
func (m *speechMetrics) checks() speech.Checks {
	return speech.Checks{OnRefused: m.refuse, OnUnheard: m.letPass, OnAnswer: m.answer, OnCircuit: m.setCircuit}
}

func (m *speechMetrics) refuse(call speech.Call, reason string) {
	m.refused.WithLabelValues(call.Payer.Site, call.Provider, reason).Inc()
}

func (m *speechMetrics) letPass(call speech.Call) {
	m.unheard.WithLabelValues(call.Payer.Site, call.Provider).Inc()
}

func (m *speechMetrics) answer(call speech.Call, outcome string, took time.Duration) {
	m.requests.WithLabelValues(call.Provider, outcome).Inc()
	m.duration.WithLabelValues(call.Provider).Observe(took.Seconds())
}

func (m *speechMetrics) setCircuit(provider string, open bool) {
	value := 0.0
	if open {
		value = 1
	}
	m.circuit.WithLabelValues(provider).Set(value)
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
