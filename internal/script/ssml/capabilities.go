package ssml

import "strings"

// Capabilities say what a family of voices accepts besides text. The zero value is a voice that
// accepts nothing else.
type Capabilities struct {
	Phoneme        bool // SSML with <phoneme alphabet="ipa">
	Break          bool // SSML with <break time>
	PauseTags      bool // [pause short], [pause], [pause long]; for voices without the two above
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
	// of prosody: https://cloud.google.com/text-to-speech/docs/list-voices-and-types. The longest
	// break is not documented.
	GoogleSSML = Capabilities{Phoneme: true, Break: true}

	// GoogleChirp3HDSSML are Chirp 3 HD voices according to the release note of 17 October 2025,
	// which lists phoneme, p, s, sub and say-as. Google's pages contradict each other (the list of
	// voices: no SSML at all; the voices' own page: break too). Prefer [GoogleChirp3HD] until a
	// request has shown which is right.
	GoogleChirp3HDSSML = Capabilities{Phoneme: true, Brackets: true}

	// GoogleGemini are the Gemini models, which take any words in square brackets for directions:
	// [laughs], [whispers].
	GoogleGemini = Capabilities{Brackets: true}

	// EspeakNG is espeak-ng with its option -m for SSML, as tried with version 1.51. It pauses at
	// break, says the content of phoneme whatever the IPA, and takes [[ for names of phonemes even
	// in SSML.
	EspeakNG = Capabilities{Break: true, Brackets: true}
)

// GoogleChirp3HD are Google's Chirp 3 HD voices for a locale such as uk-UA, with their pause tags
// and custom pronunciations: https://cloud.google.com/text-to-speech/docs/chirp3-hd. Both are
// previews; a locale without them refuses the request.
func GoogleChirp3HD(locale string) Capabilities {
	locale = strings.ToLower(locale)
	return Capabilities{
		PauseTags:      !chirpWithoutPauses[locale],
		Pronunciations: !chirpWithoutPauses[locale] && !chirpWithoutPronunciations[locale],
		Brackets:       true,
	}
}

// The locales that the page excludes from pause tags, and those that it also excludes from custom
// pronunciations. Taken from notes on the page of June 2026, not from the page itself; not tried.
var (
	chirpWithoutPauses = set("bg-bg cs-cz el-gr et-ee he-il hr-hr hu-hu lt-lt lv-lv pa-in ro-ro sk-sk sl-si sr-rs yue-hk")

	chirpWithoutPronunciations = set("bn-in da-dk fi-fi gu-in nb-no nl-be sv-se sw-ke th-th uk-ua ur-in vi-vn")
)

func set(words string) map[string]bool {
	s := map[string]bool{}
	for _, w := range strings.Fields(words) {
		s[w] = true
	}
	return s
}
