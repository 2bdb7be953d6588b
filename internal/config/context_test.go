package config_test

import (
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/speech/providers"
)

// A voice that can be told what is said before and after is told, and one that comes after it in
// the list speaks without. If no voice of a language can be told, that is an error.
func TestContext(t *testing.T) {
	for voices, want := range map[string]string{
		`{en: {main: ["elevenlabs:eleven_multilingual_v2/JBFqnCBsd6RMkjVDRZzb", "flite:slt"], context: true}}`: "",
		`{en: {main: "flite:slt", context: true}}`:                                                             "sites.main.voices.en: context: none of these voices",
		`{en: {main: "elevenlabs:eleven_v3/JBFqnCBsd6RMkjVDRZzb", context: true}}`:                             "context: none of these voices",
		`{en: {main: "elevenlabs:eleven_v9/JBFqnCBsd6RMkjVDRZzb", context: true}}`:                             "models are eleven_flash_v2",
		`{"*": {main: "elevenlabs:eleven_multilingual_v2/JBFqnCBsd6RMkjVDRZzb", context: true}}`:               "",
	} {
		cfg, err := load(t, "sites: {main: {voices: "+voices+"}}")
		if err == nil {
			err = cfg.CheckVoices(providers.All().Synthesizers(nil))
		}
		if (err == nil) != (want == "") || err != nil && !strings.Contains(err.Error(), want) {
			t.Errorf("%s: error is %v, want %q", voices, err, want)
		}
	}
}
