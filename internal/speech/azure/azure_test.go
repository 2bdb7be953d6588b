package azure_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	emulator "github.com/aloud-audio/aloud/internal/emulator/azure"
	"github.com/aloud-audio/aloud/internal/emulator/rest"
	"github.com/aloud-audio/aloud/internal/script/ssml"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/speech/azure"
	"github.com/aloud-audio/aloud/internal/speech/speechtest"
)

func start(t *testing.T, o rest.Options) (*emulator.Server, *azure.Synthesizer) {
	t.Helper()
	service := emulator.New(o)
	server := httptest.NewServer(service)
	t.Cleanup(server.Close)
	return service, azure.New(azure.Options{URL: server.URL, Key: emulator.Key})
}

func voice(t *testing.T, name, language string) speech.Voice {
	t.Helper()
	v, err := azure.New(azure.Options{}).Voice(name, language)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func morning(t *testing.T, name string) speech.Call {
	return voice(t, name, "en").Call(ssml.Text{Spoken: "Good morning."})
}

func TestContract(t *testing.T) {
	for name, language := range map[string]string{"uk-UA-PolinaNeural": "uk", "en-US-Ava:DragonHDLatestNeural": "en"} {
		t.Run(name, func(t *testing.T) {
			_, synth := start(t, rest.Options{})
			speechtest.TestSynthesizer(t, synth, name, language, "uk-UA-NobodyNeural")
		})
	}
	t.Run("multilingual", func(t *testing.T) {
		_, synth := start(t, rest.Options{})
		speechtest.TestMultilingual(t, synth, "en-US-AvaMultilingualNeural", "uk", "en-US-NobodyMultilingualNeural")
	})
}

func TestVoice(t *testing.T) {
	for name, test := range map[string]struct {
		name, language          string
		speaks, family, refused string
	}{
		"Ukrainian":           {"uk-UA-PolinaNeural", "uk", "uk-UA", "neural", ""},
		"another region":      {"en-GB-RyanNeural", "en-US", "en-GB", "neural", ""},
		"multilingual":        {"en-US-AvaMultilingualNeural", "uk", "uk-UA", "neural", ""},
		"high definition":     {"en-US-Ava:DragonHDLatestNeural", "en", "en-US", "hd", ""},
		"Omni":                {"uk-UA-Polina:DragonHDOmniLatestNeural", "uk", "uk-UA", "hd", ""},
		"a script in its tag": {"sr-Latn-RS-NicholasNeural", "sr", "sr-Latn-RS", "neural", ""},
		"a dialect":           {"zh-CN-shaanxi-XiaoniNeural", "zh", "zh-CN", "neural", ""},
		"another language":    {"uk-UA-PolinaNeural", "ru", "", "", "speaks uk-UA"},
		"no locale":           {"PolinaNeural", "uk", "", "", "uk-UA-PolinaNeural"},
		"markup":              {`uk-UA-Polina"><break/>`, "uk", "", "", "has no voice"},
		"nothing":             {"", "uk", "", "", "has no voice"},
		"no language":         {"uk-UA-PolinaNeural", "not a language", "", "", "not a language"},
	} {
		t.Run(name, func(t *testing.T) {
			v, err := azure.New(azure.Options{}).Voice(test.name, test.language)
			if test.refused != "" {
				if err == nil || !strings.Contains(err.Error(), test.refused) {
					t.Errorf("error is %v, want %q in it", err, test.refused)
				}
				return
			}
			if err != nil || v.Language != test.speaks || v.Family != test.family || v.String() != "azure:"+test.name {
				t.Errorf("got %+v, %v", v, err)
			}
		})
	}
}

const (
	head = `<speak version="1.0" xmlns="http://www.w3.org/2001/10/synthesis" xml:lang="en-US"><voice name="en-US-AvaNeural">`
	tail = `</voice></speak>`
	hd   = `<speak version="1.0" xmlns="http://www.w3.org/2001/10/synthesis" xml:lang="en-US"><voice name="en-US-Ava:DragonHDLatestNeural">`
)

// A request without a rule broken, and others with one each.
func TestRules(t *testing.T) {
	good := http.Header{
		"Content-Type": {"application/ssml+xml"}, "X-Microsoft-Outputformat": {"raw-24khz-16bit-mono-pcm"},
		"Ocp-Apim-Subscription-Key": {emulator.Key}, "User-Agent": {"test"},
	}
	for name, test := range map[string]struct {
		field, value string
		body         string
		status       int
	}{
		"none is broken":       {"", "", head + "Good morning." + tail, 200},
		"phoneme":              {"", "", head + `<phoneme alphabet="ipa" ph="kiv">Kyiv</phoneme>` + tail, 200},
		"key":                  {"Ocp-Apim-Subscription-Key", "wrong", head + "Good morning." + tail, 401},
		"type":                 {"Content-Type", "text/plain", head + "Good morning." + tail, 415},
		"format":               {"X-Microsoft-Outputformat", "raw-23khz-16bit-mono-pcm", head + "Good morning." + tail, 400},
		"no format":            {"X-Microsoft-Outputformat", "", head + "Good morning." + tail, 400},
		"a long agent":         {"User-Agent", strings.Repeat("a", 255), head + "Good morning." + tail, 400},
		"plain text":           {"", "", "Good morning.", 400},
		"an ampersand":         {"", "", head + "Fish & chips" + tail, 400},
		"no voice":             {"", "", `<speak version="1.0" xmlns="x" xml:lang="en-US">Good morning.</speak>`, 400},
		"another voice":        {"", "", strings.Replace(head, "AvaNeural", "NobodyNeural", 1) + "Good morning." + tail, 400},
		"no language":          {"", "", strings.Replace(head, `xml:lang="en-US"`, "", 1) + "Good morning." + tail, 400},
		"another language":     {"", "", head + `<lang xml:lang="fr-FR">Bonjour.</lang>` + tail, 400},
		"an element":           {"", "", head + "<shout>Good morning.</shout>" + tail, 400},
		"nothing to say":       {"", "", head + " " + tail, 400},
		"a rate":               {"", "", head + `<prosody rate="+25%">Good morning.</prosody>` + tail, 200},
		"a rate that is none":  {"", "", head + `<prosody rate="+250%">Good morning.</prosody>` + tail, 400},
		"phoneme of a dragon":  {"", "", hd + `<phoneme alphabet="ipa" ph="kiv">Kyiv</phoneme>` + tail, 400},
		"prosody of a dragon":  {"", "", hd + `<prosody rate="+25%">Good morning.</prosody>` + tail, 400},
		"a dragon's plain one": {"", "", hd + `Good morning.` + tail, 200},
	} {
		t.Run(name, func(t *testing.T) {
			server := httptest.NewServer(emulator.New(rest.Options{Speaker: beep}))
			defer server.Close()
			req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, server.URL+"/cognitiveservices/v1", strings.NewReader(test.body))
			if err != nil {
				t.Fatal(err)
			}
			req.Header = good.Clone()
			if test.field != "" {
				req.Header.Set(test.field, test.value)
			}
			resp, err := http.DefaultClient.Do(req)
			if err != nil {
				t.Fatal(err)
			}
			resp.Body.Close()
			if resp.StatusCode != test.status {
				t.Errorf("status %d, want %d", resp.StatusCode, test.status)
			}
		})
	}
}

// beep is a moment for any text.
func beep(context.Context, string, string) (speech.Speech, error) {
	return speech.Speech{SampleRate: 24000, Samples: []int16{1000, -1000}}, nil
}

// The bill counts the characters within voice, with all markup but speak and voice, and Chinese
// ones twice; so do we.
func TestBill(t *testing.T) {
	for name, test := range map[string]struct {
		voice, language string
		said            ssml.Text
		rate            float64
		want            int
	}{
		"text":       {"uk-UA-PolinaNeural", "uk", ssml.Text{Spoken: "Добрий ранок."}, 0, 13},
		"an escape":  {"uk-UA-PolinaNeural", "uk", ssml.Text{Spoken: "Риба & чипси."}, 0, 13 + len("amp;")},
		"a phoneme":  {"uk-UA-PolinaNeural", "uk", ssml.Text{Spoken: "Київ.", Marks: []ssml.Mark{{End: len("Київ"), IPA: "kɪjiw"}}}, 0, 5 + len(`<phoneme alphabet="ipa" ph="`) + 5 + len(`"></phoneme>`)},
		"a rate":     {"uk-UA-PolinaNeural", "uk", ssml.Text{Spoken: "Добрий ранок."}, 1.25, 13 + len(`<prosody rate="+25%"></prosody>`)},
		"Japanese":   {"ja-JP-NanamiNeural", "ja", ssml.Text{Spoken: "東京です。"}, 0, 7},
		"a language": {"en-US-AvaMultilingualNeural", "uk", ssml.Text{Spoken: "Добрий ранок."}, 0, 13 + len(`<lang xml:lang="uk-UA"></lang>`)},
	} {
		t.Run(name, func(t *testing.T) {
			service, synth := start(t, rest.Options{Speaker: beep})
			v, err := voice(t, test.voice, test.language).At(test.rate)
			if err != nil {
				t.Fatal(err)
			}
			call := v.Call(test.said)
			if _, err := synth.Synthesize(t.Context(), call); err != nil {
				t.Fatal(err)
			}
			if billed := service.Stats().Billed; billed != test.want || call.Billed != test.want {
				t.Errorf("billed %d, expected by the call %d, want %d", billed, call.Billed, test.want)
			}
		})
	}
}

// Markup that is refused is told from a voice that is not there: the words alone may do.
func TestRefusedMarkup(t *testing.T) {
	_, synth := start(t, rest.Options{Before: func(w http.ResponseWriter, _ *http.Request) bool {
		w.WriteHeader(http.StatusBadRequest)
		return true
	}})
	marked := voice(t, "uk-UA-PolinaNeural", "uk").Call(ssml.Text{Spoken: "Київ.", Marks: []ssml.Mark{{End: len("Київ"), IPA: "?"}}})
	if _, err := synth.Synthesize(t.Context(), marked); !errors.Is(err, speech.ErrMarkup) {
		t.Errorf("error is %v, want ErrMarkup", err)
	}
	nobody := voice(t, "uk-UA-NobodyNeural", "uk").Call(ssml.Text{Spoken: "Київ."})
	_, err := synth.Synthesize(t.Context(), nobody)
	if !errors.Is(err, speech.ErrPermanent) || !strings.Contains(err.Error(), "uk-UA-OstapNeural") || !strings.Contains(err.Error(), "uk-UA-PolinaNeural") {
		t.Errorf("error is %v, want one that says which voices there are", err)
	}
}

// The service ends its audio at ten minutes, with success: halves are asked for, and the answer is
// paid for.
func TestAudioThatIsCut(t *testing.T) {
	_, synth := start(t, rest.Options{Speaker: func(context.Context, string, string) (speech.Speech, error) {
		return speech.Speech{SampleRate: 24000, Samples: make([]int16, 24000*601)}, nil
	}})
	call := morning(t, "en-US-AvaNeural")
	if _, err := synth.Synthesize(t.Context(), call); !errors.Is(err, speech.ErrSentenceTooLong) || !speechtest.Charged(t, synth, call) {
		t.Errorf("error is %v, want ErrSentenceTooLong, charged", err)
	}
}

func TestAnswers(t *testing.T) {
	for name, test := range map[string]struct {
		status  int
		body    string
		kind    error // nil: another try may do
		busy    bool
		want    string
		charged bool
	}{
		"the request":           {400, "", speech.ErrPermanent, false, "400", false},
		"wrong key":             {401, "", speech.ErrUnavailable, false, "is the key right?", false},
		"no permission":         {403, "", speech.ErrUnavailable, false, "is the key right?", false},
		"type":                  {415, "", speech.ErrPermanent, false, "415", false},
		"too many":              {429, "", nil, true, "too many requests", false},
		"its own fault":         {500, "", nil, false, "500", false},
		"bad gateway":           {502, "", speech.ErrUnavailable, false, "502", false},
		"overloaded":            {503, "", speech.ErrUnavailable, false, "503", false},
		"a page as a success":   {200, "<title>Sign in</title>", speech.ErrUnavailable, false, "is ALOUD_AZURE_REGION right?", true},
		"nothing, as a success": {200, "", speech.ErrUnavailable, false, "instead of audio", true},
	} {
		t.Run(name, func(t *testing.T) {
			_, synth := start(t, rest.Options{Before: func(w http.ResponseWriter, _ *http.Request) bool {
				w.WriteHeader(test.status)
				_, _ = io.WriteString(w, test.body)
				return true
			}})
			_, err := synth.Synthesize(t.Context(), morning(t, "en-US-AvaNeural"))
			if err == nil || !strings.Contains(err.Error(), test.want) || strings.Contains(err.Error(), emulator.Key) {
				t.Fatalf("error is %v, want %q in it and no key", err, test.want)
			}
			for _, kind := range []error{speech.ErrPermanent, speech.ErrUnavailable} {
				if errors.Is(err, kind) != errors.Is(test.kind, kind) {
					t.Errorf("error is %v, want kind %v", err, test.kind)
				}
			}
			if errors.As(err, new(*speech.Busy)) != test.busy {
				t.Errorf("error is %v", err)
			}
			if paid := speechtest.Charged(t, synth, morning(t, "en-US-AvaNeural")); paid != test.charged {
				t.Errorf("charged: %v, want %v", paid, test.charged)
			}
		})
	}
}

func TestMissingAccount(t *testing.T) {
	for want, options := range map[string]azure.Options{"ALOUD_AZURE_REGION": {Key: "k"}, "ALOUD_AZURE_KEY": {Region: "westeurope"}} {
		_, err := azure.New(options).Synthesize(t.Context(), morning(t, "en-US-AvaNeural"))
		if !errors.Is(err, speech.ErrUnavailable) || !strings.Contains(err.Error(), want) {
			t.Errorf("error is %v, want %s in it", err, want)
		}
	}
}

func TestLongArticle(t *testing.T) {
	service, synth := start(t, rest.Options{})
	speechtest.TestLongArticle(t, synth, "uk-UA-PolinaNeural", "uk")
	if stats := service.Stats(); len(stats.Refused) > 0 || stats.Billed < 60_000 {
		t.Errorf("%+v", stats)
	}
}
