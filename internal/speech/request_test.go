package speech_test

import (
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/script/ssml"
	"github.com/aloud-audio/aloud/internal/speech"
)

// The speech of these requests is in stores by now: a key that changes buys all of it again. Never
// change a key here; a field that is new in Request must leave them as they are.
func TestKeysOfFormerReleases(t *testing.T) {
	for name, test := range map[string]struct {
		req speech.Request
		key string
	}{
		"flite": {
			speech.Request{Provider: "flite", Voice: "slt", Language: "en-US", Encoding: "WAV", SampleRate: 16000, Kind: "text", Input: "Good morning."},
			"b39d8528fab982163b3b1353d4ca2bd3164434362fdd6abe66cb5823761f654f",
		},
		"Cyrillic": {
			speech.Request{Provider: "espeak-ng", Voice: "uk", Language: "uk", Encoding: "WAV", SampleRate: 22050, Kind: "text", Input: "Добрий ранок — «світе»."},
			"68a7eae9ce9473d6e225cda0d22eaaa937db4572878f36f443308ecc5bc65bd9",
		},
		"google": {
			speech.Request{Provider: "google", Voice: "uk-UA-Chirp3-HD-Kore", Language: "uk-UA", Encoding: "PCM", SampleRate: 24000, Kind: "text", Input: "Добрий ранок."},
			"89daa41f7b87bd8bb3d2bc103045fe26455984be1bf452120bc231da7d8a096e",
		},
		"characters of HTML": {
			speech.Request{Provider: "google", Voice: "en-US-Chirp3-HD-Kore", Language: "en-US", Encoding: "PCM", SampleRate: 24000, Kind: "text", Input: "Q&A: is 1 < 2?\n\u2028\"Yes\" 😀"},
			"2b518b09f5d155d3c8a7b7c4397a992e753d5f76b6534072839e3eac0470b16b",
		},
		"everything": {
			speech.Request{
				Provider: "google", Model: "gemini-2.5-flash-tts", Voice: "Kore", Language: "en-US", Rate: 1.25,
				Encoding: "PCM", SampleRate: 24000, Kind: "text", Input: "Good morning.", VoiceVersion: "2",
			},
			"b566ca0e197cd0bc80811c5d1a4b71cc7618368279e7c2087dcf3e08a5587976",
		},
	} {
		t.Run(name, func(t *testing.T) {
			if got := test.req.Key(); got != test.key {
				t.Errorf("the key is %s, was %s", got, test.key)
			}
		})
	}
}

func TestVoiceRequest(t *testing.T) {
	v := speech.Voice{Provider: "google", Model: "gemini-2.5-flash-tts", Name: "Kore", Language: "uk-UA", Encoding: "PCM", SampleRate: 24000, MaxInput: 4000}
	got := v.Call(ssml.Text{Spoken: "Ранок."})
	want := speech.Request{Provider: "google", Model: "gemini-2.5-flash-tts", Voice: "Kore", Language: "uk-UA", Encoding: "PCM", SampleRate: 24000, Kind: "text", Input: "Ранок."}
	if got.Key() != want.Key() {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if size := v.InputSize(ssml.Text{Spoken: "Ранок."}); size != 11 || size != len(got.Input) {
		t.Errorf("the input has %d bytes, counted are %d, want 11", len(got.Input), size)
	}
}

func TestSameLanguage(t *testing.T) {
	for _, test := range []struct {
		a, b string
		same bool
	}{
		{"en", "en-GB", true},
		{"EN-us", "en-GB", true},
		{"uk", "uk-UA", true},
		{"uk", "ru", false},
		{"uk", "en-UK", false},
		{"nb-NO", "no", true},
		{"cmn-CN", "zh", true},
		{"fil-PH", "tl", true},
		{"sr-Latn-RS", "sr", true},
		{"piqd", "piqd", true},
		{"", "", false},
		{"en", "", false},
	} {
		t.Run(test.a+" "+test.b, func(t *testing.T) {
			if speech.SameLanguage(test.a, test.b) != test.same || speech.SameLanguage(test.b, test.a) != test.same {
				t.Errorf("want %v", test.same)
			}
		})
	}
}

// A rate of 1 is a voice's own and changes no key; another one does, and the voice's range holds.
func TestVoiceAt(t *testing.T) {
	v := speech.Voice{Provider: "flite", Name: "slt", Language: "en-US", Encoding: "WAV", SampleRate: 16000, Rates: speech.Rates{Min: 0.5, Max: 2}}
	own := v.Call(ssml.Text{Spoken: "Good morning."}).Key()
	for rate, same := range map[float64]bool{0: true, 1: true, 1.05: false, 0.5: false, 2: false} {
		at, err := v.At(rate)
		if err != nil || (at.Call(ssml.Text{Spoken: "Good morning."}).Key() == own) != same {
			t.Errorf("rate %g: error %v, the key is the same: %v, want %v", rate, err, !same, same)
		}
	}
	for _, rate := range []float64{0.4, 2.1, -1} {
		if _, err := v.At(rate); err == nil || !strings.Contains(err.Error(), "0.5 to 2") {
			t.Errorf("rate %g: error is %v", rate, err)
		}
	}
	if _, err := (speech.Voice{}).At(1.05); err == nil || !strings.Contains(err.Error(), "own rate only") {
		t.Errorf("a voice without rates: %v", err)
	}
}
