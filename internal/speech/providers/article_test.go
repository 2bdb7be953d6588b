package providers_test

import (
	"strings"
	"testing"

	emulator "github.com/aloud-audio/aloud/internal/emulator/google"
	"github.com/aloud-audio/aloud/internal/emulator/google/emulatortest"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/speech/openai/openaitest"
	"github.com/aloud-audio/aloud/internal/speech/piper/pipertest"
	"github.com/aloud-audio/aloud/internal/speech/polly/pollytest"
	"github.com/aloud-audio/aloud/internal/speech/providers"
)

// servers are all providers, each with a server that keeps its rules.
type servers struct {
	google *emulatortest.Server
	openai *openaitest.Server
	piper  *pipertest.Server
	polly  *pollytest.Server
}

func startServers(t *testing.T) (servers, speech.Providers) {
	s := servers{emulatortest.Start(t, emulator.Options{}), openaitest.Start(t), pipertest.Start(t), pollytest.Start(t)}
	return s, providers.All().Synthesizers(speech.Env{
		"ALOUD_GOOGLE_ENDPOINT": s.google.Endpoint, "ALOUD_OPENAI_URL": s.openai.URL, "ALOUD_OPENAI_KEY": openaitest.Key,
		"ALOUD_PIPER_URL": s.piper.URL, "ALOUD_POLLY_ENDPOINT": s.polly.URL,
	})
}

// asked is how many requests for speech have come to all servers.
func (s servers) asked() int {
	return s.google.Stats().Requests + s.openai.Asked() + len(s.piper.Spoken()) + s.polly.Asked()
}

// A voice for another language is refused by its name when it is looked for, and nobody is asked
// for speech.
func TestNoVoiceForTheLanguage(t *testing.T) {
	s, all := startServers(t)
	for _, setting := range []string{
		"flite:slt", "espeak-ng:ru", "google:ru-RU-Chirp3-HD-Kore", "openai:kokoro/af_heart", "piper:en_US-lessac-medium",
		"polly:standard/Tatyana", "polly:neural/Joanna", "polly:neural/Novella",
	} {
		if _, err := all.Find(setting, "uk"); err == nil || !strings.Contains(err.Error(), `voice "`+setting+`"`) {
			t.Errorf("%s: error is %v, want one that names the voice", setting, err)
		}
	}
	if s.asked() > 0 {
		t.Errorf("%d requests for speech", s.asked())
	}
}
