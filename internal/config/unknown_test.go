package config_test

import (
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/config"
	"github.com/aloud-audio/aloud/internal/speech/providers"
)

func TestUnknownVariablesAreNamed(t *testing.T) {
	for name, meant := range map[string]string{
		"ALOUD_S3_ENDPONT":    "ALOUD_S3_ENDPOINT",
		"ALOUD_REDIS_ADDR":    "ALOUD_REDIS_URL",
		"ALOUD_REDIS_URL_FIL": "ALOUD_REDIS_URL_FILE",
		"ALOUD_LISTENS":       "ALOUD_LISTEN",
		"ALOUD_":              "ALOUD_URL",
		"ALOUD_STORE":         "",
		"ALOUD_OPENAI_KEY":    "", // a provider's own
		"ALOUD_SETTINGS_FILE": "",
		"LOUD_STORE":          "", // somebody else's
	} {
		got := config.UnknownVariables([]string{name + "=s3cret", "PATH=/bin"}, providers.All())
		if meant == "" && len(got) == 0 {
			continue
		}
		if len(got) != 1 || meant == "" || !strings.HasPrefix(got[0], name+" ") || !strings.Contains(got[0], meant+" ") || strings.Contains(got[0], "s3cret") {
			t.Errorf("%s: %q, want %s", name, got, meant)
		}
	}
}
