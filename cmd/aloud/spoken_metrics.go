package main

import (
	"github.com/prometheus/client_golang/prometheus"

	"github.com/aloud-audio/aloud/internal/speech"
)

// spokenMetrics count what the providers were paid for, and what the store saved.
type spokenMetrics struct {
	characters *prometheus.CounterVec
	cost       *prometheus.CounterVec
}

func newSpokenMetrics() *spokenMetrics {
	return &spokenMetrics{
		characters: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "aloud_speech_characters_total", Help: "Characters spoken, by site, provider, and whether they were bought or in the store.",
		}, []string{"site", "provider", "from"}),
		cost: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "aloud_speech_cost_usd_total", Help: "Cost of the characters that were bought, at the prices of the settings, in US dollars.",
		}, []string{"site", "provider"}),
	}
}

func (m *spokenMetrics) register(registry prometheus.Registerer) {
	registry.MustRegister(m.characters, m.cost)
}

func (m *spokenMetrics) charged(call speech.Call, cost speech.Cost) {
	m.characters.WithLabelValues(call.Payer.Site, call.Provider, "provider").Add(float64(cost.Characters))
	m.cost.WithLabelValues(call.Payer.Site, call.Provider).Add(cost.Money.Dollars())
}

func (m *spokenMetrics) reused(call speech.Call, _ speech.Speech) {
	m.characters.WithLabelValues(call.Payer.Site, call.Provider, "store").Add(float64(call.Billed))
}
