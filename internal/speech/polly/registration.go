package polly

import "github.com/aloud-audio/aloud/internal/speech"

const (
	setting      = "ALOUD_POLLY_ENDPOINT"
	marksSetting = "ALOUD_POLLY_SPEECH_MARKS"
)

// Registration describes Amazon Polly. Prices are list prices without free quotas, from second-hand
// sources (Amazon's own: https://aws.amazon.com/polly/pricing). Quotas are the quotas per second
// times sixty, from https://docs.aws.amazon.com/polly/latest/dg/limits.html.
var Registration = speech.Registration{
	Name: provider,
	Variables: []speech.Variable{
		{Name: setting, Default: "the region's", Meaning: "URL of Amazon Polly (credentials and region as AWS tools find them)", URL: true},
		{Name: marksSetting, Default: "no", Meaning: "`yes`: sites with `words: true` also buy the times of the words from standard and neural voices, at the price of the speech; otherwise they are aligned"},
	},
	New: func(env speech.Env) speech.Synthesizer {
		return New(Options{Endpoint: env[setting], Marks: env[marksSetting] == "yes"})
	},
	Prices:     map[string]float64{"standard": 4, "neural": 16, "long-form": 100, "generative": 30},
	PricesAsOf: "2026-11-01",
	Quotas: map[string]speech.Quota{
		"standard": {Requests: 80 * 60}, "neural": {Requests: 8 * 60}, "long-form": {Requests: 8 * 60}, "generative": {Requests: 8 * 60},
	},
	Examples: []speech.Example{
		{Voice: "polly:standard/Joanna", Language: "en"}, {Voice: "polly:neural/Joanna", Language: "en"},
		{Voice: "polly:long-form/Ruth", Language: "en"}, {Voice: "polly:generative/Ruth", Language: "en"},
	},
}
