package piper_test

import (
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/script/ssml"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/speech/piper"
	"github.com/aloud-audio/aloud/internal/speech/piper/pipertest"
	"github.com/aloud-audio/aloud/internal/speech/speechtest"
)

func client(s *pipertest.Server) *piper.Synthesizer {
	return piper.New(piper.Options{URL: s.URL + "/"})
}

func voice(t *testing.T, name, language string) speech.Voice {
	t.Helper()
	v, err := piper.New(piper.Options{}).Voice(name, language)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func morning(t *testing.T, name string) speech.Call {
	return voice(t, name, name[:2]).Call(ssml.Text{Spoken: "Good morning."})
}

func TestContract(t *testing.T) {
	for name, language := range map[string]string{
		"en_US-lessac-medium": "en", "en_US-danny-low": "en", "uk_UA-ukrainian_tts-medium": "uk", "uk_UA-ukrainian_tts-medium/tetiana": "uk",
	} {
		t.Run(name, func(t *testing.T) {
			speechtest.TestSynthesizer(t, client(pipertest.Start(t)), name, language, language+"_XX-nobody-medium")
		})
	}
	t.Run("old endpoint", func(t *testing.T) {
		server := pipertest.Start(t)
		server.Old = true
		speechtest.TestSynthesizer(t, client(server), "en_US-lessac-medium", "en", "nobody")
	})
}

func TestVoice(t *testing.T) {
	for name, test := range map[string]struct {
		name, language string
		speaks         string
		rate           int
		refused        string
	}{
		"Ukrainian":         {"uk_UA-ukrainian_tts-medium", "uk", "uk-UA", 22050, ""},
		"a speaker":         {"uk_UA-ukrainian_tts-medium/lada", "uk-UA", "uk-UA", 22050, ""},
		"low":               {"en_US-danny-low", "en-GB", "en-US", 16000, ""},
		"very low":          {"zh_CN-huayan-x_low", "zh", "zh-CN", 16000, ""},
		"high":              {"en_US-libritts_r-high", "en", "en-US", 22050, ""},
		"another language":  {"ru_RU-denis-medium", "uk", "", 0, "does not speak"},
		"no quality":        {"uk_UA-lada", "uk", "", 0, "uk_UA-ukrainian_tts-medium"},
		"a path":            {"../uk_UA-lada-low", "uk", "", 0, "has no voice"},
		"a path as speaker": {"uk_UA-lada-low/", "uk", "", 0, "has no voice"},
		"nothing":           {"", "uk", "", 0, "has no voice"},
	} {
		t.Run(name, func(t *testing.T) {
			v, err := piper.New(piper.Options{}).Voice(test.name, test.language)
			if test.refused != "" {
				if err == nil || !strings.Contains(err.Error(), test.refused) {
					t.Errorf("error is %v, want %q in it", err, test.refused)
				}
				return
			}
			if err != nil || v.Language != test.speaks || v.SampleRate != test.rate || v.String() != "piper:"+test.name {
				t.Errorf("got %+v, %v", v, err)
			}
		})
	}
}

// The server would say all of these, in a voice that nobody chose.
func TestNeverAnotherVoice(t *testing.T) {
	for name, test := range map[string]struct {
		body, said string // of a plain client
		ours, want string
	}{
		"voice":   {`{"text": "Добрий ранок.", "voice": "uk_UA-lada-low"}`, "en_US-lessac-medium", "uk_UA-lada-low", "piper.download_voices uk_UA-lada-low"},
		"speaker": {`{"text": "Добрий ранок.", "voice": "uk_UA-ukrainian_tts-medium", "speaker": "olena"}`, "lada", "uk_UA-ukrainian_tts-medium/olena", `no speaker "olena"`},
	} {
		t.Run(name, func(t *testing.T) {
			server := pipertest.Start(t)
			resp, err := http.Post(server.URL+"/synthesize", "application/json", strings.NewReader(test.body))
			if err != nil || resp.StatusCode != http.StatusOK {
				t.Fatal(resp, err)
			}
			resp.Body.Close()
			if s := server.Spoken()[0]; s.Voice != test.said && s.Speaker != test.said {
				t.Errorf("a plain client hears %+v", s)
			}
			_, err = client(server).Synthesize(t.Context(), morning(t, test.ours))
			if !errors.Is(err, speech.ErrPermanent) || !strings.Contains(err.Error(), test.want) || len(server.Spoken()) != 1 {
				t.Errorf("error is %v, want %q in it; said was %v", err, test.want, server.Spoken())
			}
		})
	}
}

// A plain client that takes the rate for granted would play this voice too fast.
func TestRateIsNotTheNames(t *testing.T) {
	server := pipertest.Start(t)
	server.Voices["en_GB-own-medium"] = pipertest.Voice{SampleRate: 24000}
	_, err := client(server).Synthesize(t.Context(), morning(t, "en_GB-own-medium"))
	if !errors.Is(err, speech.ErrPermanent) || !strings.Contains(err.Error(), "speaks at 24000 Hz, and its name promises 22050 Hz") || len(server.Spoken()) > 0 {
		t.Errorf("error is %v", err)
	}
	server.Instead = answer(200, string(speechtest.WAV(make([]byte, 3200), 16000)))
	said, err := client(server).Synthesize(t.Context(), morning(t, "en_US-lessac-medium"))
	if err != nil || said.SampleRate != 22050 || len(said.Samples) != 2205 {
		t.Errorf("a file of 16,000 Hz is %d samples of %d Hz, %v", len(said.Samples), said.SampleRate, err)
	}
}

func answer(status int, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(status)
		_, _ = io.WriteString(w, body)
	}
}

func TestAnswers(t *testing.T) {
	for name, test := range map[string]struct {
		answer http.HandlerFunc
		kind   error // nil: another try may do
		want   string

		charged bool // as whatever has status 200
	}{
		"its own fault": {answer(500, "<title>500 Internal Server Error</title>"), nil, "500 Internal Server Error", false},
		"no audio":      {answer(200, "<title>Sign in</title>"), speech.ErrUnavailable, "is ALOUD_PIPER_URL right?", true},
		"another's":     {answer(404, "not here"), speech.ErrPermanent, "405", false}, // neither endpoint
		"half a file":   {answer(200, "RIFF\x00\x00\x00\x00WAVE"), nil, "without audio", true},
	} {
		t.Run(name, func(t *testing.T) {
			server := pipertest.Start(t)
			server.Instead = test.answer
			_, err := client(server).Synthesize(t.Context(), morning(t, "en_US-lessac-medium"))
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Fatalf("error is %v, want %q in it", err, test.want)
			}
			for _, kind := range []error{speech.ErrPermanent, speech.ErrUnavailable} {
				if errors.Is(err, kind) != errors.Is(test.kind, kind) {
					t.Errorf("error is %v, want kind %v", err, test.kind)
				}
			}
			if paid := speechtest.Charged(t, client(server), morning(t, "en_US-lessac-medium")); paid != test.charged {
				t.Errorf("charged: %v, want %v", paid, test.charged)
			}
		})
	}
}

func TestNoServer(t *testing.T) {
	for url, want := range map[string]string{"": "set ALOUD_PIPER_URL", "http://127.0.0.1:1": "cannot be reached"} {
		_, err := piper.New(piper.Options{URL: url}).Synthesize(t.Context(), morning(t, "en_US-lessac-medium"))
		if !errors.Is(err, speech.ErrUnavailable) || !strings.Contains(err.Error(), want) {
			t.Errorf("error is %v, want %q in it", err, want)
		}
	}
}

func TestWhatIsAsked(t *testing.T) {
	server := pipertest.Start(t)
	v := voice(t, "uk_UA-ukrainian_tts-medium/tetiana", "uk")
	if _, err := client(server).Synthesize(t.Context(), v.Call(ssml.Text{Spoken: "Київ [[ ka ]] чекає."})); err != nil {
		t.Fatal(err)
	}
	want := pipertest.Spoken{Voice: "uk_UA-ukrainian_tts-medium", Speaker: "tetiana", Text: "Київ (( ka )) чекає."}
	if got := server.Spoken(); len(got) != 1 || got[0] != want {
		t.Errorf("said was %+v, want %+v", got, want)
	}
}

func TestLongArticle(t *testing.T) {
	speechtest.TestLongArticle(t, client(pipertest.Start(t)), "uk_UA-ukrainian_tts-medium/tetiana", "uk")
}
