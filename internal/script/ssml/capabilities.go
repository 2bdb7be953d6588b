package ssml

import "strings"

// Capabilities are what a family of voices accepts besides plain text. The zero value accepts
// nothing else.
type Capabilities struct {
	Phoneme        bool // SSML with <phoneme alphabet="ipa">
	Pronunciations bool // a list of phrases in IPA next to the text; for voices without <phoneme>
	Brackets       bool // text in square brackets may be taken for a command, in any kind of input
}

// The families of voices.
var (
	// Plain voices accept text only: flite, Google's Journey and first Chirp HD voices, and every
	// unknown voice.
	Plain = Capabilities{}

	// GoogleSSML are Google's Standard, WaveNet, Neural2, News, Casual and Polyglot voices, which
	// have no documented limits of SSML, and Studio, which lack mark, emphasis, lang and the pitch
	// of prosody: https://cloud.google.com/text-to-speech/docs/list-voices-and-types.
	GoogleSSML = Capabilities{Phoneme: true}

	// GoogleGemini are the Gemini models, which take any words in square brackets for directions:
	// [laughs], [whispers].
	GoogleGemini = Capabilities{Brackets: true}

	// EspeakNG is espeak-ng, as tested with version 1.51. It says the content of phoneme and
	// ignores the IPA, so it gets text. It parses [[ as the start of phoneme names.
	EspeakNG = Capabilities{Brackets: true}
)

// GoogleChirp3HD returns the capabilities of Google's Chirp 3 HD voices for a locale such as uk-UA,
// with custom pronunciations: https://cloud.google.com/text-to-speech/docs/chirp3-hd. These are a
// preview; for a locale without them, the provider refuses the request. Google's pages contradict
// each other on SSML: the list of voices says none, the release note of 17 October 2025 lists
// phoneme.
func GoogleChirp3HD(locale string) Capabilities {
	return Capabilities{Pronunciations: !chirpWithoutPronunciations[strings.ToLower(locale)], Brackets: true}
}

// chirpWithoutPronunciations are the locales that the page excludes from custom pronunciations,
// directly or with pause tags. The list is from notes on the page of June 2026, and not tested.
var chirpWithoutPronunciations = set(
	"bg-bg cs-cz el-gr et-ee he-il hr-hr hu-hu lt-lt lv-lv pa-in ro-ro sk-sk sl-si sr-rs yue-hk " +
		"bn-in da-dk fi-fi gu-in nb-no nl-be sv-se sw-ke th-th uk-ua ur-in vi-vn",
)

func set(words string) map[string]bool {
	s := map[string]bool{}
	for _, w := range strings.Fields(words) {
		s[w] = true
	}
	return s
}
