package elevenlabs_test

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	emulator "github.com/aloud-audio/aloud/internal/emulator/elevenlabs"
	"github.com/aloud-audio/aloud/internal/emulator/rest"
	"github.com/aloud-audio/aloud/internal/script/ssml"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/speech/elevenlabs"
	"github.com/aloud-audio/aloud/internal/speech/speechtest"
)

const george = "JBFqnCBsd6RMkjVDRZzb"

func start(t *testing.T, o emulator.Options) (*emulator.Server, *elevenlabs.Synthesizer) {
	t.Helper()
	service := emulator.New(o)
	server := httptest.NewServer(service)
	t.Cleanup(server.Close)
	return service, elevenlabs.New(elevenlabs.Options{URL: server.URL, Key: emulator.Key})
}

func voice(t *testing.T, name, language string) speech.Voice {
	t.Helper()
	v, err := elevenlabs.New(elevenlabs.Options{}).Voice(name, language)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func morning(t *testing.T, model string) speech.Call {
	return voice(t, model+"/"+george, "en").Call(ssml.Text{Spoken: "Good morning."})
}

func TestContract(t *testing.T) {
	for _, test := range []struct{ model, language string }{
		{"eleven_multilingual_v2", "uk"}, {"eleven_flash_v2_5", "uk"}, {"eleven_v3", "en"},
	} {
		t.Run(test.model, func(t *testing.T) {
			_, synth := start(t, emulator.Options{})
			speechtest.TestMultilingual(t, synth, test.model+"/"+george, test.language, test.model+"/nobodynobodynobody00")
		})
	}
	t.Run("eleven_flash_v2", func(t *testing.T) {
		_, synth := start(t, emulator.Options{})
		speechtest.TestSynthesizer(t, synth, "eleven_flash_v2/"+george, "en", "eleven_flash_v2/nobodynobodynobody00")
	})
}

func TestVoice(t *testing.T) {
	for name, test := range map[string]struct {
		name, language  string
		speaks, refused string
	}{
		"Ukrainian":         {"eleven_multilingual_v2/" + george, "uk-UA", "uk", ""},
		"Estonian by v3":    {"eleven_v3/" + george, "et", "et", ""},
		"no Estonian by v2": {"eleven_multilingual_v2/" + george, "et", "", "eleven_v3 do"},
		"English only":      {"eleven_flash_v2/" + george, "uk", "", "eleven_flash_v2_5"},
		"no model":          {"eleven_v9/" + george, "uk", "", "models are eleven_flash_v2, eleven_flash_v2_5"},
		"no voice":          {"eleven_v3/", "uk", "", "a model and a voice's id"},
		"a path":            {"eleven_v3/../../voices", "uk", "", "a model and a voice's id"},
		"nothing":           {"", "uk", "", "models are"},
		"no language":       {"eleven_v3/" + george, "not a language", "", "not a language"},
	} {
		t.Run(name, func(t *testing.T) {
			v, err := elevenlabs.New(elevenlabs.Options{}).Voice(test.name, test.language)
			if test.refused != "" {
				if err == nil || !strings.Contains(err.Error(), test.refused) {
					t.Errorf("error is %v, want %q in it", err, test.refused)
				}
				return
			}
			if err != nil || v.Language != test.speaks || v.String() != "elevenlabs:"+test.name {
				t.Errorf("got %+v, %v", v, err)
			}
			if !(speech.Registry{elevenlabs.Registration}).Prices().Known("elevenlabs", v.Family) {
				t.Error("it has no price")
			}
		})
	}
}

// A request without a rule broken, and others with one each: the emulator refuses what the service
// refuses.
func TestRules(t *testing.T) {
	good := map[string]any{"text": "Good morning.", "model_id": "eleven_multilingual_v2"}
	for name, test := range map[string]struct {
		path   string
		change map[string]any
		status int
		says   string
	}{
		"none is broken":             {"", nil, 200, ""},
		"context":                    {"", map[string]any{"previous_text": "One.", "next_text": "Two."}, 200, ""},
		"a voice that is not there":  {"/nobody?output_format=pcm_24000", nil, 404, "voice_not_found"},
		"a model that is not there":  {"", map[string]any{"model_id": "eleven_v9"}, 400, "model_not_found"},
		"nothing to say":             {"", map[string]any{"text": " "}, 400, "input_text_empty"},
		"10,001 characters":          {"", map[string]any{"text": strings.Repeat("a", 10_001)}, 400, "max_character_limit_exceeded"},
		"5,001 for v3":               {"", map[string]any{"text": strings.Repeat("a", 5_001), "model_id": "eleven_v3"}, 400, "max_character_limit_exceeded"},
		"context for v3":             {"", map[string]any{"previous_text": "One.", "model_id": "eleven_v3"}, 400, "unsupported_model"},
		"language for v2":            {"", map[string]any{"language_code": "uk"}, 400, "unsupported_language"},
		"speed":                      {"", map[string]any{"voice_settings": map[string]any{"speed": 1.3}}, 400, "invalid_voice_settings"},
		"seed":                       {"", map[string]any{"seed": -1}, 422, "seed"},
		"a field that is not there":  {"", map[string]any{"pitch": 1}, 422, "pitch"},
		"a format of a higher plan":  {"/" + george + "?output_format=pcm_44100", nil, 403, "only_for_pro"},
		"a format that is not there": {"/" + george + "?output_format=pcm_23000", nil, 400, "invalid_output_format"},
		"phonemes":                   {"", map[string]any{"text": `<phoneme alphabet="ipa" ph="kiv">Kyiv</phoneme>`}, 400, "phoneme"},
	} {
		t.Run(name, func(t *testing.T) {
			body := map[string]any{}
			for _, fields := range []map[string]any{good, test.change} {
				for field, value := range fields {
					body[field] = value
				}
			}
			if test.path == "" {
				test.path = "/" + george + "?output_format=pcm_24000"
			}
			status, says := post(t, emulator.Key, test.path, body)
			if status != test.status || !strings.Contains(says, test.says) {
				t.Errorf("status %d: %.200s", status, says)
			}
		})
	}
	if status, says := post(t, "sk_wrong", "/"+george, good); status != 401 || !strings.Contains(says, "invalid_api_key") {
		t.Errorf("a wrong key has status %d: %s", status, says)
	}
}

func post(t *testing.T, key, path string, body map[string]any) (int, string) {
	t.Helper()
	server := httptest.NewServer(emulator.New(emulator.Options{Options: rest.Options{Speaker: beep}}))
	defer server.Close()
	content, _ := json.Marshal(body)
	req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, server.URL+"/v1/text-to-speech"+path, strings.NewReader(string(content)))
	if err != nil {
		t.Fatal(err)
	}
	req.Header = http.Header{"Content-Type": {"application/json"}, "Xi-Api-Key": {key}}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	says, _ := io.ReadAll(resp.Body)
	return resp.StatusCode, string(says)
}

// beep is a moment for any text.
func beep(context.Context, string, string) (speech.Speech, error) {
	return speech.Speech{SampleRate: 24000, Samples: []int16{1000, -1000}}, nil
}

func TestWhatIsAsked(t *testing.T) {
	for model, want := range map[string]string{
		"eleven_multilingual_v2": `{"text":"Київ (сміється) чекає.","model_id":"eleven_multilingual_v2","voice_settings":{"speed":1.1},"seed":SEED,"previous_text":"Раніше.","next_text":"Потім (так)."}`,
		"eleven_flash_v2_5":      `{"text":"Київ (сміється) чекає.","model_id":"eleven_flash_v2_5","language_code":"uk","voice_settings":{"speed":1.1},"seed":SEED,"previous_text":"Раніше.","next_text":"Потім (так)."}`,
	} {
		var body, query string
		service, synth := start(t, emulator.Options{Options: rest.Options{Speaker: beep, Before: func(_ http.ResponseWriter, r *http.Request) bool {
			content, _ := io.ReadAll(r.Body)
			r.Body = io.NopCloser(strings.NewReader(string(content)))
			body, query = string(content), r.URL.RawQuery
			return false
		}}})
		v, err := voice(t, model+"/"+george, "uk").At(1.1)
		if err != nil {
			t.Fatal(err)
		}
		call := v.Call(ssml.Text{Spoken: "Київ [сміється] чекає.", Marks: []ssml.Mark{{End: len("Київ"), IPA: "ˈkɪjiu̯"}}}).Between("Раніше.", "Потім [так].")
		said, err := synth.Synthesize(t.Context(), call)
		before, rest, _ := strings.Cut(body, `"seed":`)
		seed, after, _ := strings.Cut(rest, ",")
		if got := before + `"seed":SEED,` + after; err != nil || got != want || query != "output_format=pcm_24000" || len(seed) < 6 {
			t.Errorf("asked for %s, seed %s, %v", got, seed, err)
		}
		if said.Charged != call.Billed || service.Stats().Billed != call.Billed {
			t.Errorf("charged %d, billed %d, expected %d", said.Charged, service.Stats().Billed, call.Billed)
		}
	}
}

// What is said before and after is part of the request, so speech of another context is other
// speech; a voice without one keeps its keys.
func TestContextIsInTheKey(t *testing.T) {
	plain := morning(t, "eleven_multilingual_v2")
	one, two := plain.Between("One.", ""), plain.Between("Two.", "")
	if plain.Key() == one.Key() || one.Key() == two.Key() || plain.Between("", "").Key() != plain.Key() {
		t.Errorf("keys %s, %s, %s", plain.Key(), one.Key(), two.Key())
	}
	_, synth := start(t, emulator.Options{})
	if _, err := synth.Synthesize(t.Context(), morning(t, "eleven_v3").Between("One.", "")); !errors.Is(err, speech.ErrPermanent) {
		t.Errorf("context for v3: %v", err)
	}
}

func TestAnswers(t *testing.T) {
	detail := func(code string) string { return `{"detail": {"code": "` + code + `", "message": "the reason"}}` }
	for name, test := range map[string]struct {
		status     int
		body       string
		kind       error // nil: another try may do
		busy       time.Duration
		want       string
		charged    bool
		retryAfter string
	}{
		"wrong key":                    {401, detail("invalid_api_key"), speech.ErrUnavailable, 0, "is the key right?", false, ""},
		"no credits":                   {401, detail("quota_exceeded"), speech.ErrUnavailable, 0, "out of credits", false, ""},
		"no credits, older":            {401, `{"detail": {"status": "quota_exceeded"}}`, speech.ErrUnavailable, 0, "out of credits", false, ""},
		"a plan without the format":    {403, detail("only_for_creator+"), speech.ErrUnavailable, 0, "the reason", false, ""},
		"a voice that is not there":    {400, detail("voice_not_found"), speech.ErrPermanent, 0, george + " (George)", false, ""},
		"a wrong field":                {422, `{"detail": [{"loc": ["body", "seed"], "msg": "too large"}]}`, speech.ErrPermanent, 0, "too large", false, ""},
		"too many at once":             {429, detail("concurrent_limit_exceeded"), nil, time.Second, "too many requests", false, ""},
		"too many at once, older":      {429, `{"detail": {"status": "too_many_concurrent_requests"}}`, nil, time.Second, "too many requests", false, ""},
		"too many at once, for a time": {429, detail("concurrent_limit_exceeded"), nil, 7 * time.Second, "too many requests", false, "7"},
		"the service is busy":          {429, detail("system_busy"), nil, -1, "too many requests", false, ""},
		"its own fault":                {500, "oops", nil, 0, "oops", false, ""},
		"overloaded":                   {503, "<title>503</title>", speech.ErrUnavailable, 0, "503", false, ""},
		"an error as a success":        {200, detail("model_is_loading"), speech.ErrUnavailable, 0, "is ALOUD_ELEVENLABS_URL right?", true, ""},
	} {
		t.Run(name, func(t *testing.T) {
			_, synth := start(t, emulator.Options{Options: rest.Options{Before: func(w http.ResponseWriter, _ *http.Request) bool {
				w.Header().Set("Content-Type", "application/json")
				w.Header().Set("Retry-After", test.retryAfter)
				w.WriteHeader(test.status)
				_, _ = io.WriteString(w, test.body)
				return true
			}}})
			call := morning(t, "eleven_multilingual_v2")
			_, err := synth.Synthesize(t.Context(), call)
			if err == nil || !strings.Contains(err.Error(), test.want) || strings.Contains(err.Error(), emulator.Key) {
				t.Fatalf("error is %v, want %q in it and no key", err, test.want)
			}
			for _, kind := range []error{speech.ErrPermanent, speech.ErrUnavailable} {
				if errors.Is(err, kind) != errors.Is(test.kind, kind) {
					t.Errorf("error is %v, want kind %v", err, test.kind)
				}
			}
			var busy *speech.Busy
			if errors.As(err, &busy) != (test.busy != 0) || test.busy > 0 && busy.After != test.busy {
				t.Errorf("error is %v, want to be told to come back after %v", err, test.busy)
			}
			if paid := speechtest.Charged(t, synth, call); paid != test.charged {
				t.Errorf("charged: %v, want %v", paid, test.charged)
			}
		})
	}
}

func TestOutOfCredits(t *testing.T) {
	_, synth := start(t, emulator.Options{Credits: 20, Options: rest.Options{Speaker: beep}})
	_, first := synth.Synthesize(t.Context(), morning(t, "eleven_multilingual_v2"))
	_, second := synth.Synthesize(t.Context(), morning(t, "eleven_multilingual_v2"))
	_, half := synth.Synthesize(t.Context(), morning(t, "eleven_flash_v2"))
	if first != nil || !errors.Is(second, speech.ErrUnavailable) || half != nil {
		t.Errorf("errors are %v, %v, %v", first, second, half)
	}
}

// More callers than the account may have requests at once wait for one another; nothing is refused.
func TestRequestsAtOnce(t *testing.T) {
	for name, atOnce := range map[string]int{"the smallest plan": 2, "a larger one": 5} {
		t.Run(name, func(t *testing.T) {
			service, synth := start(t, emulator.Options{Options: rest.Options{Speaker: beep, AtOnce: atOnce, Latency: 20 * time.Millisecond}})
			call := morning(t, "eleven_v3")
			done := make(chan error)
			for range 30 {
				go func() {
					_, err := synth.Synthesize(t.Context(), call)
					done <- err
				}()
			}
			for range 30 {
				if err := <-done; err != nil {
					t.Error(err)
				}
			}
			if stats := service.Stats(); stats.MostAtOnce != atOnce || len(stats.Refused) > 0 {
				t.Errorf("%d at once, refused %v", stats.MostAtOnce, stats.Refused)
			}
		})
	}
}

func TestMissingKey(t *testing.T) {
	_, err := elevenlabs.New(elevenlabs.Options{}).Synthesize(t.Context(), morning(t, "eleven_v3"))
	if !errors.Is(err, speech.ErrUnavailable) || !strings.Contains(err.Error(), "ALOUD_ELEVENLABS_KEY") {
		t.Errorf("error is %v, want one that says how to give the key", err)
	}
}

func TestLongArticle(t *testing.T) {
	service, synth := start(t, emulator.Options{})
	speechtest.TestLongArticle(t, synth, "eleven_multilingual_v2/"+george, "uk")
	if stats := service.Stats(); len(stats.Refused) > 0 || stats.Billed < 60_000 {
		t.Errorf("%+v", stats)
	}
}
