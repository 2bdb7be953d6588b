package google

import (
	"slices"
	"strings"
)

// family is what a family of voices accepts, and whose quota it uses. docs/google.md has the
// sources.
type family struct {
	name     string
	part     string // part of its voices' names that identifies the family
	quota    string // the family that the quota is named after; several families can share one
	sentence int    // characters of a sentence, as modelled; 0: no limit

	ssml       dialect
	pitch      bool // pitch may be other than 0
	rate       bool // speaking_rate may be other than 1
	markup     bool // pause tags, except in some locales
	phrases    bool // custom pronunciations, except in some locales
	brackets   bool // text in square brackets is a direction and is not said
	gemini     bool // its voices are speakers of models; text and prompt have 4,000 bytes at most
	studioSize bool // it has its own message for a sentence that is too long
}

const (
	maxInput       = 5000 // bytes, markup included
	maxInputGemini = 4000 // bytes of text and prompt together
)

var families = []family{
	{name: "standard", part: "-Standard-", quota: "standard", sentence: 400, ssml: classicSSML, pitch: true, rate: true},
	{name: "wavenet", part: "-Wavenet-", quota: "standard", sentence: 400, ssml: classicSSML, pitch: true, rate: true},
	{name: "news", part: "-News-", quota: "standard", sentence: 400, ssml: classicSSML, pitch: true, rate: true},
	{name: "casual", part: "-Casual-", quota: "standard", sentence: 400, ssml: classicSSML, pitch: true, rate: true},
	{name: "neural2", part: "-Neural2-", quota: "neural2", sentence: 299, ssml: classicSSML, pitch: true, rate: true},
	{name: "polyglot", part: "-Polyglot-", quota: "polyglot", sentence: 299, ssml: classicSSML, pitch: true, rate: true},
	{name: "studio", part: "-Studio-", quota: "studio", sentence: 299, ssml: studioSSML, rate: true, studioSize: true},
	{name: "journey", part: "-Journey-", quota: "journey", sentence: 255, ssml: noSSML},
	{name: "chirp-hd", part: "-Chirp-HD-", quota: "chirp3-hd", sentence: 255, ssml: noSSML},
	{name: "chirp3-hd", part: "-Chirp3-HD-", quota: "chirp3-hd", sentence: 255, ssml: chirp3SSML, rate: true, markup: true, phrases: true, brackets: true},
	{name: "gemini-2.5-flash-tts", quota: "gemini-2.5-flash-tts", ssml: noSSML, brackets: true, gemini: true},
	{name: "gemini-2.5-pro-tts", quota: "gemini-2.5-pro-tts", ssml: noSSML, brackets: true, gemini: true},
}

// Families lists the names of the voice families, sorted.
func Families() []string {
	var names []string
	for _, f := range families {
		names = append(names, f.name)
	}
	slices.Sort(names)
	return names
}

// DefaultQuotas returns the requests per minute and project, from
// https://docs.cloud.google.com/text-to-speech/quotas. WaveNet, News and Casual voices share
// Standard's quota, Chirp HD shares Chirp 3 HD's.
func DefaultQuotas() map[string]int {
	return map[string]int{
		"standard": 1000, "neural2": 1000, "polyglot": 1000, "studio": 500, "journey": 30, "chirp3-hd": 200,
		"gemini-2.5-flash-tts": 150, "gemini-2.5-pro-tts": 125,
	}
}

// DefaultSentences returns the modelled limits of a sentence, in characters. For families where
// people reported refusals it is the shortest refused sentence less one, for the others a guess.
// Google documents none.
func DefaultSentences() map[string]int {
	lengths := map[string]int{}
	for _, f := range families {
		lengths[f.name] = f.sentence
	}
	return lengths
}

// familyOf returns the family of a voice, from its model or its name.
func familyOf(name, model string) (family, bool) {
	for _, f := range families {
		if (f.part != "" && model == "" && strings.Contains(name, f.part)) || (model != "" && f.name == model) {
			return f, true
		}
	}
	return family{}, false
}

// The locales of Chirp 3 HD voices without pause tags, and those that also lack custom
// pronunciations.
var (
	withoutPauses  = strings.Fields("bg-BG cs-CZ el-GR et-EE he-IL hr-HR hu-HU lt-LT lv-LV pa-IN ro-RO sk-SK sl-SI sr-RS yue-HK")
	withoutPhrases = append(strings.Fields("bn-IN da-DK fi-FI gu-IN nb-NO nl-BE sv-SE sw-KE th-TH uk-UA ur-IN vi-VN"), withoutPauses...)
)
