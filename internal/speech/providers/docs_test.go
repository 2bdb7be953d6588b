package providers_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/docstest"
	"github.com/aloud-audio/aloud/internal/script/ssml"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/speech/providers"
)

// TestDocsHaveTheLimits keeps the table of voices true to the code.
func TestDocsHaveTheLimits(t *testing.T) {
	docstest.Keep(t, "../../../docs/providers.md", map[string]string{"voices": tableOfVoices(t)})
}

func tableOfVoices(t *testing.T) string {
	all, prices := providers.All().Synthesizers(nil), providers.All().Prices()
	var b strings.Builder
	b.WriteString("| voice, for example | for | one request at most | Hz | pronunciations | rate | a million characters |\n")
	b.WriteString("| --- | --- | --- | --- | --- | --- | --- |\n")
	for _, registered := range providers.All() {
		for _, example := range registered.Examples {
			v, err := all.Find(example.Voice, example.Language)
			if err != nil {
				t.Fatal(err)
			}
			fmt.Fprintf(&b, "| `%s` | %s | %s | %d | %s | %s | %s |\n", example.Voice, example.Language, limitOf(v), v.SampleRate,
				pronunciationsOf(v.Markup), ratesOf(v), priceOf(v, prices))
		}
	}
	return b.String()
}

func ratesOf(v speech.Voice) string {
	if v.Rates == (speech.Rates{}) {
		return "its own"
	}
	return fmt.Sprintf("%g to %g", v.Rates.Min, v.Rates.Max)
}

func limitOf(v speech.Voice) string {
	units := map[speech.Unit]string{speech.Bytes: "bytes", speech.Characters: "characters", speech.Words: "characters without markup", speech.HanTwice: "characters, Chinese ones twice"}
	if v.MaxInput == 0 {
		return "any length"
	}
	return fmt.Sprintf("%d %s", v.MaxInput, units[v.Unit])
}

func pronunciationsOf(c ssml.Capabilities) string {
	switch {
	case c.Phoneme:
		return "SSML phoneme"
	case c.Pronunciations:
		return "a list of phrases"
	}
	return "no: the alias is read"
}

func priceOf(v speech.Voice, prices speech.Prices) string {
	family := v.Provider + ":" + v.Family
	switch {
	case prices[family] > 0:
		return fmt.Sprintf("$%g, `%s`", prices[family], family)
	case prices.Known(v.Provider, v.Family):
		return "free"
	}
	return "not known: yours"
}

// Every registration keeps to its names, and its families' quotas to those that have a price.
func TestRegistrations(t *testing.T) {
	quotas := providers.All().Quotas()
	for _, p := range providers.All() {
		prefix := "ALOUD_" + strings.ToUpper(strings.ReplaceAll(p.Name, "-", "_")) + "_"
		for _, v := range p.Variables {
			if !strings.HasPrefix(v.Name, prefix) || v.Meaning == "" || v.Default == "" {
				t.Errorf("%s: the variable %+v does not begin with %s, or says nothing", p.Name, v, prefix)
			}
		}
		for family, quota := range p.Quotas {
			if err := providers.All().CheckFamily(p.Name + ":" + family); err != nil || quota.CountsIn != "" && quotas[p.Name+":"+quota.CountsIn].Requests == 0 {
				t.Errorf("%s: quota of %s: %+v, %v", p.Name, family, quota, err)
			}
		}
		for family, price := range p.Prices {
			if price > 0 && p.PricesAsOf == "" {
				t.Errorf("%s: the price of %s has no date", p.Name, family)
			}
		}
		if len(p.Examples) == 0 {
			t.Errorf("%s: no examples for the documentation", p.Name)
		}
	}
}
