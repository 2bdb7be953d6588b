package speech_test

import (
	"testing"

	"github.com/aloud-audio/aloud/internal/speech"
)

func TestCost(t *testing.T) {
	defaults := speech.Prices{"google:chirp3-hd": 30, "google:standard": 4}
	prices := defaults.With(speech.Prices{"google:chirp3-hd": 24.5, "piper:": 1})
	for _, c := range []struct {
		provider, family string
		characters       int
		want             speech.USD
		text             string
	}{
		{"google", "chirp3-hd", 10_000, 245_000, "$0.24"},
		{"google", "chirp3-hd", 3, 74, "under $0.01"},
		{"google", "standard", 1_000_000, 4_000_000, "$4.00"},
		{"google", "standard", 500, 2_000, "under $0.01"},
		{"piper", "", 2_000_000, 2_000_000, "$2.00"},
		{"flite", "", 1_000_000, 0, "$0.00"},
	} {
		got := prices.Cost(c.provider, c.family, c.characters)
		if got != c.want || got.String() != c.text {
			t.Errorf("%d characters of %s:%s cost %d, %s; want %d, %s", c.characters, c.provider, c.family, got, got, c.want, c.text)
		}
	}
	if defaults["google:chirp3-hd"] != 30 {
		t.Error("With changed the defaults")
	}
}
