package speech

import (
	"fmt"
	"maps"
	"math"
	"slices"
)

// USD is an amount in millionths of a US dollar: what sums up without error.
type USD int64

// String is the amount as people write it, to the cent.
func (u USD) String() string {
	if 0 < u && u < 5_000 {
		return "under $0.01"
	}
	return fmt.Sprintf("$%.2f", u.Dollars())
}

// Dollars is the amount as a number, for machines.
func (u USD) Dollars() float64 { return float64(u) / 1e6 }

// Prices are US dollars for a million billed characters, by the family of voices as provider:family. That is, at the
// same time, millionths of a dollar for one.
type Prices map[string]float64

// PricesAsOf is the day of DefaultPrices.
const PricesAsOf = "2026-11-01"

// DefaultPrices are list prices without free quotas, as second-hand sources gave them at [PricesAsOf]: the providers'
// own pages are cloud.google.com/text-to-speech/pricing, aws.amazon.com/polly/pricing and openai.com/api/pricing. Models
// that charge for tokens have what their audio costs for a million characters of English: a minute is about 900
// characters, 1,500 tokens of Gemini's audio, and $0.015 of gpt-4o-mini-tts.
func DefaultPrices() Prices {
	return Prices{
		"google:standard":             4,
		"google:wavenet":              4,
		"google:news":                 16,
		"google:casual":               16,
		"google:neural2":              16,
		"google:polyglot":             16,
		"google:studio":               160,
		"google:journey":              30,
		"google:chirp-hd":             30,
		"google:chirp3-hd":            30,
		"google:gemini-2.5-flash-tts": 17,
		"google:gemini-2.5-pro-tts":   34,
		"polly:standard":              4,
		"polly:neural":                16,
		"polly:long-form":             100,
		"polly:generative":            30,
		"openai:tts-1":                15,
		"openai:tts-1-hd":             30,
		"openai:gpt-4o-mini-tts":      17,
	}
}

// With is the prices with those of others in their place.
func (p Prices) With(others Prices) Prices {
	all := maps.Clone(p)
	maps.Copy(all, others)
	return all
}

// Families lists what has a price, sorted.
func (p Prices) Families() []string { return slices.Sorted(maps.Keys(p)) }

// Cost of characters said by a provider's family of voices, rounded up. It is 0 for what has no price: ask Known whether
// that is because it is free.
func (p Prices) Cost(provider, family string, characters int) USD {
	return p.CostOf(provider+":"+family, characters)
}

// Known tells whether the prices say what a provider's family of voices costs. Voices on this machine are free.
func (p Prices) Known(provider, family string) bool {
	_, priced := p[provider+":"+family]
	return priced || slices.Contains(free, provider)
}

// free are the providers that run where aloud does.
var free = []string{"flite", "espeak-ng", "piper"}

// Say is what characters cost, in words.
func (p Prices) Say(voice Voice, characters int) string {
	if !p.Known(voice.Provider, voice.Family) {
		return "price unknown"
	}
	return p.Cost(voice.Provider, voice.Family, characters).String()
}

// CostOf is Cost by a key of the prices.
func (p Prices) CostOf(family string, characters int) USD {
	return USD(math.Ceil(p[family] * float64(characters)))
}
