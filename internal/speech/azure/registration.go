package azure

import (
	"fmt"
	"regexp"

	"github.com/aloud-audio/aloud/internal/speech"
)

// Registration describes Azure AI Speech. Prices are list prices from second-hand sources
// (Microsoft's own:
// https://azure.microsoft.com/pricing/details/cognitive-services/speech-services). The quota is
// that of a standard resource, 200 requests per second, from
// https://learn.microsoft.com/azure/ai-services/speech-service/speech-services-quotas-and-limits.
var Registration = speech.Registration{
	Name: provider,
	Variables: []speech.Variable{
		{Name: keySetting, Default: "none", Meaning: "key of a Speech resource of Azure"},
		{Name: regionSetting, Default: "none", Meaning: "region of that resource, such as westeurope", Check: checkRegion},
		{Name: setting, Default: "the region's", Meaning: "URL of a resource's own endpoint, or of an emulator", URL: true},
	},
	New: func(env speech.Env) speech.Synthesizer {
		return New(Options{Region: env[regionSetting], URL: env[setting], Key: env[keySetting]})
	},
	Prices:     map[string]float64{"neural": 15, "hd": 30},
	PricesAsOf: "2026-11-01",
	Quotas:     map[string]speech.Quota{"neural": {Requests: 200 * 60}, "hd": {CountsIn: "neural"}},
	Examples: []speech.Example{
		{Voice: "azure:uk-UA-PolinaNeural", Language: "uk"}, {Voice: "azure:en-US-AvaMultilingualNeural", Language: "en"},
		{Voice: "azure:en-US-Ava:DragonHDLatestNeural", Language: "en"}, {Voice: "azure:ja-JP-NanamiNeural", Language: "ja"},
	},
}

var region = regexp.MustCompile(`^[a-z0-9]+$`)

func checkRegion(value string) error {
	if !region.MatchString(value) {
		return fmt.Errorf("%q is not a region: write a name like westeurope", value)
	}
	return nil
}
