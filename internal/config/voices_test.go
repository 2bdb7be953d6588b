package config_test

import (
	"fmt"
	"testing"
)

// A voice for quotes or questions is one or a list, as the main voice is.
func TestVoicesOfSpeakers(t *testing.T) {
	cfg, err := load(t, `sites: {main: {voices: {en: {main: "flite:slt", quote: ["flite:rms", "espeak-ng:en"], question: "flite:awb"}, uk: "espeak-ng:uk"}}}`)
	if err != nil {
		t.Fatal(err)
	}
	site := cfg.Sites["main"]
	if got := fmt.Sprint(site.Voices, site.Speakers); got != "map[en:[flite:slt] uk:[espeak-ng:uk]] map[en:map[question:[flite:awb] quote:[flite:rms espeak-ng:en]]]" {
		t.Errorf("voices are %s", got)
	}
}
