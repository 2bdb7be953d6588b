package main

import (
	"encoding/json"
	"net/http"
	"path/filepath"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/emulator/azure"
	"github.com/aloud-audio/aloud/internal/emulator/elevenlabs"
	emulator "github.com/aloud-audio/aloud/internal/emulator/google"
	"github.com/aloud-audio/aloud/internal/emulator/rest"
)

// The emulator, as a separate process, speaks what aloud requests, and reports what that would have
// cost.
func TestNarrateThroughTheEmulator(t *testing.T) {
	google := newPlace(t).start("emulator", "google", "--listen", "127.0.0.1:0", "--stats", "127.0.0.1:0", "--latency", "1ms")
	p := newPlace(t, "ALOUD_GOOGLE_ENDPOINT="+google.url)
	p.write("aloud.yaml", "sites:\n  main:\n    voices: {en: google:en-US-Chirp3-HD-Kore}\n")
	p.must("narrate", p.write("ferry.html", page), "-o", filepath.Join(p.dir, "ferry.mp3"))

	_, address, _ := strings.Cut(google.talk.String(), "Statistics: ")
	address, _, _ = strings.Cut(address, "\n")
	resp, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	var stats emulator.Stats
	if err := json.NewDecoder(resp.Body).Decode(&stats); err != nil {
		t.Fatal(err)
	}
	if stats.Answered != 3 || stats.Families["chirp3-hd"] == 0 || stats.AudioTime < 2 {
		t.Errorf("%+v", stats)
	}
}

// The emulators of ElevenLabs and Azure speak what aloud requests, and bill what it expects.
func TestNarrateThroughOtherEmulators(t *testing.T) {
	for name, test := range map[string]struct {
		voice   string
		environ []string
	}{
		"elevenlabs": {"elevenlabs:eleven_multilingual_v2/JBFqnCBsd6RMkjVDRZzb", []string{"ALOUD_ELEVENLABS_KEY=" + elevenlabs.Key}},
		"azure":      {"azure:en-US-AvaMultilingualNeural", []string{"ALOUD_AZURE_KEY=" + azure.Key}},
	} {
		t.Run(name, func(t *testing.T) {
			service := newPlace(t).start("emulator", name, "--listen", "127.0.0.1:0", "--latency", "1ms")
			p := newPlace(t, append(test.environ, "ALOUD_"+strings.ToUpper(name)+"_URL="+service.url)...)
			p.must("narrate", p.write("ferry.html", page), "-o", filepath.Join(p.dir, "ferry.mp3"), "--voice", test.voice)
			resp, err := http.Get(service.url + "/stats")
			if err != nil {
				t.Fatal(err)
			}
			defer resp.Body.Close()
			var stats rest.Stats
			if err := json.NewDecoder(resp.Body).Decode(&stats); err != nil {
				t.Fatal(err)
			}
			if stats.Answered != 3 || stats.Billed == 0 || len(stats.Refused) > 0 {
				t.Errorf("%+v", stats)
			}
		})
	}
}
