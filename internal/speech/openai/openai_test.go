package openai_test

import (
	"context"
	"encoding/binary"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/buildinfo"
	"github.com/aloud-audio/aloud/internal/mp3"
	"github.com/aloud-audio/aloud/internal/script/ssml"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/speech/openai"
	"github.com/aloud-audio/aloud/internal/speech/openai/openaitest"
	"github.com/aloud-audio/aloud/internal/speech/speechtest"
)

func client(s *openaitest.Server) *openai.Synthesizer {
	return openai.New(openai.Options{URL: s.URL, Key: openaitest.Key})
}

func voice(t *testing.T, name, language string) speech.Voice {
	t.Helper()
	v, err := openai.New(openai.Options{}).Voice(name, language)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func morning(t *testing.T) speech.Call {
	return voice(t, "gpt-4o-mini-tts/coral", "en").Call(ssml.Text{Spoken: "Good morning."})
}

func TestContract(t *testing.T) {
	for language, name := range map[string]string{"en": "gpt-4o-mini-tts/coral", "uk": "tts-1/alloy"} {
		t.Run(language, func(t *testing.T) {
			server := openaitest.Start(t)
			server.Language = language
			speechtest.TestMultilingual(t, client(server), name, language, "tts-1/nobody")
		})
	}
}

func TestKokoroSpeaksOneLanguage(t *testing.T) {
	server := kokoro(t)
	speechtest.TestSynthesizer(t, openai.New(openai.Options{URL: server.URL, Key: openaitest.Key}), "kokoro/af_heart", "en", "kokoro/heart")
}

// kokoro lists itself as Kokoro-FastAPI does, and speaks as the other server.
func kokoro(t *testing.T) *httptest.Server {
	speaks := openaitest.Start(t)
	mux := http.NewServeMux()
	mux.HandleFunc("POST /v1/audio/speech", func(w http.ResponseWriter, r *http.Request) {
		r.URL.Scheme, r.URL.Host = "http", strings.TrimSuffix(strings.TrimPrefix(speaks.URL, "http://"), "/v1")
		r.RequestURI = ""
		resp, err := http.DefaultClient.Do(r)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		defer resp.Body.Close()
		w.WriteHeader(resp.StatusCode)
		_, _ = io.Copy(w, resp.Body)
	})
	mux.HandleFunc("GET /v1/audio/voices", func(w http.ResponseWriter, _ *http.Request) {
		_, _ = io.WriteString(w, `{"voices": ["af_heart", "jf_alpha"]}`) // as before version 0.3
	})
	mux.HandleFunc("GET /v1/models", func(w http.ResponseWriter, _ *http.Request) {
		_, _ = io.WriteString(w, `{"data": [{"id": "tts-1"}, {"id": "kokoro"}]}`)
	})
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server
}

func TestVoice(t *testing.T) {
	for name, test := range map[string]struct {
		name, language   string
		speaks, family   string
		limit            int
		refused, setting string
	}{
		"English":              {"gpt-4o-mini-tts/coral", "en-GB", "en", "gpt-4o-mini-tts", 4096, "", "openai:gpt-4o-mini-tts/coral"},
		"Ukrainian by tokens":  {"gpt-4o-mini-tts/coral", "uk-UA", "uk", "gpt-4o-mini-tts", 3000, "", "openai:gpt-4o-mini-tts/coral"},
		"Georgian by tokens":   {"gpt-4o-mini-tts/coral", "ka", "ka", "gpt-4o-mini-tts", 1500, "", "openai:gpt-4o-mini-tts/coral"},
		"Ukrainian, no tokens": {"tts-1/alloy", "uk", "uk", "tts-1", 4096, "", "openai:tts-1/alloy"},
		"a model of one day":   {"gpt-4o-mini-tts-2025-12-15/coral", "en", "en", "gpt-4o-mini-tts", 4096, "", "openai:gpt-4o-mini-tts-2025-12-15/coral"},
		"Kokoro":               {"kokoro/bf_emma", "en-US", "en-GB", "kokoro", 4096, "", "openai:kokoro/bf_emma"},
		"a model in a folder":  {"hexgrad/Kokoro-82M/af_heart", "en", "en-US", "hexgrad/Kokoro-82M", 4096, "", "openai:hexgrad/Kokoro-82M/af_heart"},
		"a mixture":            {"kokoro/af_bella(2)+af_sky(1)", "en", "en-US", "kokoro", 4096, "", "openai:kokoro/af_bella(2)+af_sky(1)"},
		"no Ukrainian Kokoro":  {"kokoro/af_heart", "uk", "", "", 0, "speaks en-US", ""},
		"no Kokoro voice":      {"kokoro/heart", "en", "", "", 0, "af_heart", ""},
		"no model":             {"coral", "en", "", "", 0, "gpt-4o-mini-tts/coral", ""},
		"no voice":             {"tts-1/", "en", "", "", 0, "a model and a voice", ""},
		"no language":          {"tts-1/alloy", "", "", "", 0, "not a language", ""},
	} {
		t.Run(name, func(t *testing.T) {
			v, err := openai.New(openai.Options{}).Voice(test.name, test.language)
			if test.refused != "" {
				if err == nil || !strings.Contains(err.Error(), test.refused) {
					t.Errorf("error is %v, want %q in it", err, test.refused)
				}
				return
			}
			if err != nil || v.Language != test.speaks || v.Family != test.family || v.MaxInput != test.limit || v.String() != test.setting {
				t.Errorf("got %+v, %v", v, err)
			}
		})
	}
}

func TestDocumentedVoices(t *testing.T) {
	voices, err := openai.New(openai.Options{}).Voices(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range voices {
		if _, err := openai.New(openai.Options{}).Voice(v.Model+"/"+v.Name, "uk"); err != nil || v.Language != "mul" {
			t.Errorf("%v is listed in %q and settings can't name it: %v", v, v.Language, err)
		}
	}
}

// Each rule of the service is broken by a request that is easily made, and by none of ours.
func TestRules(t *testing.T) {
	good := map[string]any{"model": "gpt-4o-mini-tts", "voice": "coral", "input": "Good morning.", "response_format": "pcm"}
	for name, test := range map[string]struct {
		field  string
		value  any
		status int
	}{
		"none is broken": {"speed", 1.25, 200},
		"model":          {"model", "tts-9", 404},
		"voice":          {"voice", "nobody", 400},
		"nothing to say": {"input", "", 400},
		"4,097 letters":  {"input", strings.Repeat("a", 4097), 400},
		"2,000 tokens":   {"input", strings.Repeat("ї", 3001), 400},
		"format":         {"response_format", "mp3", 400},
		"speed":          {"speed", 5, 400},
		"unknown field":  {"language", "uk", 400},
	} {
		t.Run(name, func(t *testing.T) {
			server := openaitest.Start(t)
			body := map[string]any{}
			for field, value := range good {
				body[field] = value
			}
			body[test.field] = test.value
			content, _ := json.Marshal(body)
			if status := post(t, server, "application/json", openaitest.Key, content); status != test.status {
				t.Errorf("status %d, want %d", status, test.status)
			}
		})
	}
	content, _ := json.Marshal(good)
	if status := post(t, openaitest.Start(t), "text/plain", openaitest.Key, content); status != 400 {
		t.Errorf("another type has status %d", status)
	}
	if status := post(t, openaitest.Start(t), "application/json", "sk-wrong", content); status != 401 {
		t.Errorf("a wrong key has status %d", status)
	}
}

func post(t *testing.T, s *openaitest.Server, contentType, key string, body []byte) int {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, s.URL+"/audio/speech", strings.NewReader(string(body)))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Content-Type", contentType)
	req.Header.Set("Authorization", "Bearer "+key)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	return resp.StatusCode
}

// The longest input that each voice says it takes is taken.
func TestLimits(t *testing.T) {
	for name, letter := range map[string]string{"en": "a", "uk": "ї", "ka": "ა", "ja": "あ"} {
		t.Run(name, func(t *testing.T) {
			server := openaitest.Start(t)
			v := voice(t, "gpt-4o-mini-tts/coral", name)
			word := strings.Repeat(letter, 9) + " "
			longest := strings.Repeat(word, v.MaxInput/10) + strings.Repeat(letter, v.MaxInput%10)
			_, err := client(server).Synthesize(t.Context(), v.Call(ssml.Text{Spoken: longest}))
			if err != nil || v.InputSize(ssml.Text{Spoken: longest}) != v.MaxInput || server.Refused() > 0 {
				t.Errorf("%d characters: %v", v.InputSize(ssml.Text{Spoken: longest}), err)
			}
		})
	}
}

// answer is a server's in place of speech.
func answer(status int, contentType, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", contentType)
		w.Header().Set("Retry-After", "7")
		w.Header().Set("Location", "https://elsewhere.example/v1")
		w.WriteHeader(status)
		_, _ = io.WriteString(w, body)
	}
}

const (
	pcm  = "\x00\x00\x10\x00\x20\x00"
	html = "<!DOCTYPE html><title>Sign in</title>"
)

func apiError(code string) string {
	return `{"error": {"message": "the reason as OpenAI puts it", "code": "` + code + `"}}`
}

func TestAnswers(t *testing.T) {
	const jsonType = "application/json"
	for name, test := range map[string]struct {
		answer http.HandlerFunc
		kind   error // nil: another try may do
		busy   bool
		want   string

		charged bool // as whatever has status 200
	}{
		"invalid":                    {answer(400, jsonType, apiError("invalid_value")), speech.ErrPermanent, false, "the reason as OpenAI puts it", false},
		"a model that is not there":  {answer(404, jsonType, apiError("model_not_found")), speech.ErrPermanent, false, "the reason", false},
		"another server's page":      {answer(404, "text/html", html), speech.ErrUnavailable, false, "is ALOUD_OPENAI_URL right?", false},
		"wrong key":                  {answer(401, jsonType, `{"error": "Incorrect key: `+openaitest.Key+`"}`), speech.ErrUnavailable, false, "is the key right?", false},
		"no permission":              {answer(403, jsonType, apiError("country")), speech.ErrUnavailable, false, "the reason", false},
		"too many":                   {answer(429, jsonType, apiError("rate_limit_exceeded")), nil, true, "too many requests", false},
		"no money":                   {answer(429, jsonType, apiError("insufficient_quota")), speech.ErrUnavailable, false, "the reason", false},
		"its own fault":              {answer(500, jsonType, apiError("")), nil, false, "the reason", false},
		"overloaded":                 {answer(503, "text/html", html), speech.ErrUnavailable, false, "503", false},
		"moved":                      {answer(301, "text/html", html), speech.ErrUnavailable, false, "https://elsewhere.example/v1", false},
		"an error sent as a success": {answer(200, jsonType, apiError("")), speech.ErrUnavailable, false, "text instead of audio", true},
		"JSON that says it is audio": {answer(200, "audio/pcm", apiError("")), speech.ErrUnavailable, false, "text instead of audio", true},
		"a page sent as a success":   {answer(200, "text/html", html), speech.ErrUnavailable, false, "Sign in", true},
		"nothing":                    {answer(200, "audio/pcm", ""), speech.ErrUnavailable, false, "instead of audio", true},
		"a tag of MP3":               {answer(200, "application/octet-stream", "ID3\x04\x00\x00\x00"), speech.ErrPermanent, false, "no audio", true},
		"a frame of MP3":             {answer(200, "audio/mpeg", "\xff\xf3\x44\xc4\x00\x00"), speech.ErrPermanent, false, "audio/mpeg", true},
		"half a sample":              {answer(200, "audio/pcm", pcm+"\x00"), nil, false, "within a sample", true},
		"Ogg":                        {answer(200, "audio/ogg", "OggS\x00\x02"), speech.ErrPermanent, false, "audio/ogg", true},
		"a rate that is none":        {answer(200, "audio/wav", string(speechtest.WAV([]byte(pcm), 1000))), speech.ErrPermanent, false, "1000 Hz", true},
		"stereo":                     {answer(200, "audio/pcm;channels=2", "\x01\x00\x01\x10"), speech.ErrPermanent, false, "have it made with one", true},
		"broken off":                 {brokenOff, nil, false, "broke off", true},
		"hung up":                    {func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }, speech.ErrUnavailable, false, "cannot be reached", false},
	} {
		t.Run(name, func(t *testing.T) {
			server := openaitest.Start(t)
			server.Instead = test.answer
			_, err := client(server).Synthesize(t.Context(), morning(t))
			if err == nil || !strings.Contains(err.Error(), test.want) || strings.Contains(err.Error(), openaitest.Key) {
				t.Fatalf("error is %v, want %q in it and no key", err, test.want)
			}
			for _, kind := range []error{speech.ErrPermanent, speech.ErrUnavailable} {
				if errors.Is(err, kind) != errors.Is(test.kind, kind) {
					t.Errorf("error is %v, want kind %v", err, test.kind)
				}
			}
			var busy *speech.Busy
			if test.busy && (!errors.As(err, &busy) || busy.After != 7*time.Second) {
				t.Errorf("error is %v, want to be told to come back after 7s", err)
			}
			if server.Asked() != 1 {
				t.Errorf("the server was asked %d times", server.Asked())
			}
			if paid := speechtest.Charged(t, client(server), morning(t)); paid != test.charged {
				t.Errorf("charged: %v, want %v", paid, test.charged)
			}
		})
	}
}

// brokenOff promises more than it sends.
func brokenOff(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Length", "1000")
	_, _ = io.WriteString(w, pcm)
}

// Samples may begin with any bytes: a quiet room's are an icon's, or the mark of a text in UTF-16.
// A server that declares no type has net/http guess it from them.
func TestPCMMayBeginWithAnySamples(t *testing.T) {
	for _, declared := range []string{"audio/pcm", "application/octet-stream", ""} {
		for _, begins := range twoQuietSamples() {
			server := openaitest.Start(t)
			server.Instead = func(w http.ResponseWriter, _ *http.Request) {
				if declared != "" {
					w.Header().Set("Content-Type", declared)
				}
				_, _ = io.WriteString(w, begins+strings.Repeat(pcm, 400))
			}
			said, err := client(server).Synthesize(t.Context(), morning(t))
			if err != nil || len(said.Samples) != (len(begins)+400*len(pcm))/2 {
				t.Errorf("%s that begins with % x: %d samples, %v", declared, begins, len(said.Samples), err)
			}
		}
	}
}

// twoQuietSamples returns the bytes of all pairs of samples from -3 to 3.
func twoQuietSamples() (pairs []string) {
	for first := int16(-3); first <= 3; first++ {
		for second := int16(-3); second <= 3; second++ {
			pair := binary.LittleEndian.AppendUint16(nil, uint16(first))
			pairs = append(pairs, string(binary.LittleEndian.AppendUint16(pair, uint16(second))))
		}
	}
	return pairs
}

func TestWAVWhereItIsAnswered(t *testing.T) {
	server := openaitest.Start(t)
	server.Instead = answer(200, "audio/x-wav", string(speechtest.WAV([]byte(pcm), 24000)))
	said, err := client(server).Synthesize(t.Context(), morning(t))
	if err != nil || len(said.Samples) != len(pcm)/2 || said.SampleRate != 24000 {
		t.Errorf("got %v, %v", said, err)
	}
}

func TestWhatIsAsked(t *testing.T) {
	server := openaitest.Start(t)
	var body string
	server.Instead = func(w http.ResponseWriter, r *http.Request) {
		content, _ := io.ReadAll(r.Body)
		body = string(content)
		answer(200, "audio/pcm", pcm)(w, r)
	}
	req := voice(t, "tts-1/alloy", "uk").Call(ssml.Text{
		Spoken: "Київ [pause:9s] чекає.", Marks: []ssml.Mark{{End: len("Київ"), IPA: "ˈkɪjiu̯"}},
	})
	req.Rate = 1.25
	if _, err := client(server).Synthesize(t.Context(), req); err != nil {
		t.Fatal(err)
	}
	want := `{"model":"tts-1","voice":"alloy","input":"Київ (pause:9s) чекає.","response_format":"wav","speed":1.25,"stream":false}`
	if body != want {
		t.Errorf("asked for %s, want %s", body, want)
	}
}

// OpenAI knows no field that is not its own; a server that has MP3 alone is asked for that, and its
// speech has keys of its own.
func TestFormats(t *testing.T) {
	for name, test := range map[string]struct {
		options          openai.Options
		format, encoding string
	}{
		"a server of one's own": {openai.Options{}, "wav", "pcm"},
		"pcm":                   {openai.Options{Format: "pcm"}, "pcm", "pcm"},
		"mp3":                   {openai.Options{Format: "mp3"}, "mp3", "mp3"},
	} {
		t.Run(name, func(t *testing.T) {
			server := openaitest.Start(t)
			var asked struct {
				Format string `json:"response_format"`
			}
			server.Instead = func(w http.ResponseWriter, r *http.Request) {
				_ = json.NewDecoder(r.Body).Decode(&asked)
				samples := make([]int16, 24000)
				content, err := mp3.Plain(mp3.Format{SampleRate: 24000, BitRate: 64}, samples)
				if err != nil {
					t.Error(err)
				}
				answer(200, "audio/mpeg", string(content))(w, r)
			}
			test.options.URL, test.options.Key = server.URL, openaitest.Key
			synth := openai.New(test.options)
			v, err := synth.Voice("tts-1/alloy", "en")
			if err != nil {
				t.Fatal(err)
			}
			said, err := synth.Synthesize(t.Context(), v.Call(ssml.Text{Spoken: "Good morning."}))
			if err != nil || len(said.Samples) < 24000 || asked.Format != test.format || v.Encoding != test.encoding {
				t.Errorf("asked for %q, key has %q: %d samples, %v", asked.Format, v.Encoding, len(said.Samples), err)
			}
		})
	}
	if v := voice(t, "tts-1/alloy", "en"); v.Encoding != "pcm" {
		t.Errorf("OpenAI's own has the key of %s", v.Encoding)
	}
}

func TestRefusedBeforeItIsSent(t *testing.T) {
	for name, change := range map[string]func(*speech.Call){
		"SSML":     func(r *speech.Call) { r.Kind = ssml.KindSSML },
		"encoding": func(r *speech.Call) { r.Encoding = "flac" },
	} {
		t.Run(name, func(t *testing.T) {
			server := openaitest.Start(t)
			req := morning(t)
			change(&req)
			if _, err := client(server).Synthesize(t.Context(), req); !errors.Is(err, speech.ErrPermanent) || server.Asked() > 0 {
				t.Errorf("error is %v after %d requests", err, server.Asked())
			}
		})
	}
}

func TestMissingKey(t *testing.T) {
	_, err := openai.New(openai.Options{}).Synthesize(t.Context(), morning(t))
	if !errors.Is(err, speech.ErrUnavailable) || !strings.Contains(err.Error(), "ALOUD_OPENAI_KEY") {
		t.Errorf("error is %v, want one that says how to give the key", err)
	}
}

func TestServerOfOnesOwn(t *testing.T) {
	server := openaitest.Start(t)
	server.Instead = func(w http.ResponseWriter, r *http.Request) {
		if _, sent := r.Header["Authorization"]; sent {
			t.Error("a key was sent that nobody gave")
		}
		if agent := r.UserAgent(); agent != buildinfo.UserAgent() {
			t.Errorf("sent by %q", agent)
		}
		answer(200, "audio/pcm", pcm)(w, r)
	}
	synth := openai.New(openai.Options{URL: strings.TrimSuffix(server.URL, "/v1") + "/"}) // without a path, as people write it
	if _, err := synth.Synthesize(t.Context(), morning(t)); err != nil {
		t.Error(err)
	}
}

func TestHangingServer(t *testing.T) {
	server := openaitest.Start(t)
	hang := func(_ http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body) // only then does the server see that the client has gone
		<-r.Context().Done()
	}
	server.Instead = hang
	synth := openai.New(openai.Options{URL: server.URL, Key: openaitest.Key, Timeout: 50 * time.Millisecond})
	_, err := synth.Synthesize(t.Context(), morning(t))
	if !errors.Is(err, context.DeadlineExceeded) || errors.Is(err, speech.ErrPermanent) || !strings.Contains(err.Error(), "no answer in time") {
		t.Errorf("error is %v, want the deadline's", err)
	}
	server = openaitest.Start(t)
	ctx, cancel := context.WithCancel(t.Context())
	server.Instead = func(w http.ResponseWriter, r *http.Request) { cancel(); hang(w, r) }
	if _, err := client(server).Synthesize(ctx, morning(t)); !errors.Is(err, context.Canceled) || errors.Is(err, speech.ErrUnavailable) {
		t.Errorf("error is %v, want context.Canceled", err)
	}
}

// Whatever the limits are, an article is cut to them.
func TestLongArticle(t *testing.T) {
	server := openaitest.Start(t)
	server.Language = "uk"
	speechtest.TestLongArticle(t, client(server), "gpt-4o-mini-tts/coral", "uk")
	if server.Refused() > 0 {
		t.Errorf("%d requests were refused", server.Refused())
	}
}
