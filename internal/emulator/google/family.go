package google

import (
	"slices"
	"strings"
)

// family is what voices have in common: what they take, and whose quota they use. Sources are in docs/google.md.
type family struct {
	name     string
	part     string // of the names of its voices
	quota    string // the family under whose name the quota is set; voices of several share one
	sentence int    // characters of a sentence, as modelled; 0: any

	ssml       dialect
	pitch      bool // pitch may be other than 0
	rate       bool // speaking_rate may be other than 1
	markup     bool // pause tags, outside of the excepted locales
	phrases    bool // custom pronunciations, outside of the excepted locales
	brackets   bool // what stands in square brackets is a direction and is not said
	gemini     bool // its voices are speakers of models, limited to 4,000 bytes with the prompt
	studioSize bool // has words of its own for a sentence that is too long
}

const (
	maxInput       = 5000 // bytes with markup
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

// Families lists the names of the families of voices, sorted.
func Families() []string {
	var names []string
	for _, f := range families {
		names = append(names, f.name)
	}
	slices.Sort(names)
	return names
}

// DefaultQuotas are requests a minute and project, https://docs.cloud.google.com/text-to-speech/quotas. WaveNet, News and
// Casual voices share Standard's, Chirp HD shares Chirp 3 HD's.
func DefaultQuotas() map[string]int {
	return map[string]int{
		"standard": 1000, "neural2": 1000, "polyglot": 1000, "studio": 500, "journey": 30, "chirp3-hd": 200,
		"gemini-2.5-flash-tts": 150, "gemini-2.5-pro-tts": 125,
	}
}

// DefaultSentences are the modelled lengths of a sentence, in characters: the shortest that people saw refused, less one,
// for the families it was seen with, and a guess for the others. Google documents none.
func DefaultSentences() map[string]int {
	lengths := map[string]int{}
	for _, f := range families {
		lengths[f.name] = f.sentence
	}
	return lengths
}

// familyOf is the family of a voice, by its model or its name.
func familyOf(name, model string) (family, bool) {
	for _, f := range families {
		if (f.part != "" && model == "" && strings.Contains(name, f.part)) || (model != "" && f.name == model) {
			return f, true
		}
	}
	return family{}, false
}

// Locales of Chirp 3 HD voices without pause tags, and those without custom pronunciations besides.
var (
	withoutPauses  = strings.Fields("bg-BG cs-CZ el-GR et-EE he-IL hr-HR hu-HU lt-LT lv-LV pa-IN ro-RO sk-SK sl-SI sr-RS yue-HK")
	withoutPhrases = append(strings.Fields("bn-IN da-DK fi-FI gu-IN nb-NO nl-BE sv-SE sw-KE th-TH uk-UA ur-IN vi-VN"), withoutPauses...)
)
