package polly_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	sdk "github.com/aws/aws-sdk-go-v2/service/polly"
	"github.com/aws/aws-sdk-go-v2/service/polly/types"

	"github.com/aloud-audio/aloud/internal/buildinfo"
	"github.com/aloud-audio/aloud/internal/script/ssml"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/speech/polly"
	"github.com/aloud-audio/aloud/internal/speech/polly/pollytest"
	"github.com/aloud-audio/aloud/internal/speech/speechtest"
)

func client(s *pollytest.Server) *polly.Synthesizer {
	return polly.New(polly.Options{Endpoint: s.URL})
}

func voice(t *testing.T, name, language string) speech.Voice {
	t.Helper()
	v, err := polly.New(polly.Options{}).Voice(name, language)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func morning(t *testing.T) speech.Call {
	return voice(t, "neural/Joanna", "en").Call(ssml.Text{Spoken: "Good morning."})
}

func TestContract(t *testing.T) {
	for _, name := range []string{"Joanna", "neural/Joanna", "long-form/Ruth", "generative/Ruth"} {
		t.Run(name, func(t *testing.T) {
			speechtest.TestSynthesizer(t, client(pollytest.Start(t)), name, "en", "neural/Nobody")
		})
	}
}

func TestVoice(t *testing.T) {
	for name, test := range map[string]struct {
		name, language   string
		speaks, setting  string
		phoneme, refused string
	}{
		"neural":                {"neural/Joanna", "en-GB", "en-US", "polly:neural/Joanna", "yes", ""},
		"standard if not named": {"Joanna", "en", "en-US", "polly:standard/Joanna", "yes", ""},
		"generative":            {"generative/Ruth", "en", "en-US", "polly:generative/Ruth", "no", ""},
		"bilingual":             {"Aditi", "hi", "hi-IN", "polly:standard/Aditi", "yes", ""},
		"Arabic by its own tag": {"Zeina", "ar", "arb", "polly:standard/Zeina", "yes", ""},
		"newer than the table":  {"neural/Novella", "en-GB", "en", "polly:neural/Novella", "yes", ""},
		"no Ukrainian":          {"neural/Novella", "uk", "", "", "", `no voice for "uk"`},
		"another's language":    {"neural/Joanna", "de", "", "", "", "Joanna speaks en-US"},
		"no engine":             {"novel/Joanna", "en", "", "", "", "neural/Joanna"},
		"no voice":              {"neural/", "en", "", "", "", "neural/Joanna"},
		"nothing":               {"", "en", "", "", "", "neural/Joanna"},
	} {
		t.Run(name, func(t *testing.T) {
			v, err := polly.New(polly.Options{}).Voice(test.name, test.language)
			if test.refused != "" {
				if err == nil || !strings.Contains(err.Error(), test.refused) {
					t.Errorf("error is %v, want %q in it", err, test.refused)
				}
				return
			}
			if err != nil || v.Language != test.speaks || v.String() != test.setting || v.Family != v.Model || v.Markup.Phoneme != (test.phoneme == "yes") {
				t.Errorf("got %+v, %v", v, err)
			}
			if price := (speech.Registry{polly.Registration}).Prices().Cost("polly", v.Family, 1_000_000); price == 0 {
				t.Error("it has no price")
			}
		})
	}
}

// A voice that no table knows is looked up before anything is bought, and only once.
func TestVoiceNewerThanTheTable(t *testing.T) {
	server := pollytest.Start(t)
	synth := client(server)
	for _, language := range []string{"en", "en-GB"} {
		if _, err := synth.Synthesize(t.Context(), voice(t, "neural/Novella", language).Call(ssml.Text{Spoken: "Good morning."})); err != nil {
			t.Fatal(err)
		}
	}
	if server.Asked() != 2 || server.Described() != 3 {
		t.Errorf("asked for speech %d times, for %d pages of voices", server.Asked(), server.Described())
	}
	for name, want := range map[string]string{
		"neural/Nobody 1":   "no voice",
		"standard/Novella1": "no voice",
		"standard/Novella":  "it has [neural]",
	} {
		_, err := synth.Synthesize(t.Context(), voice(t, name, "en").Call(ssml.Text{Spoken: "Good morning."}))
		if !errors.Is(err, speech.ErrPermanent) || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: error is %v, want %q in it", name, err, want)
		}
	}
	_, err := synth.Synthesize(t.Context(), voice(t, "neural/Novella", "de").Call(ssml.Text{Spoken: "Guten Morgen."}))
	if !errors.Is(err, speech.ErrPermanent) || !strings.Contains(err.Error(), "speaks en-GB") || server.Asked() != 2 {
		t.Errorf("error is %v after %d requests for speech", err, server.Asked())
	}
}

// Each rule of the service is broken by a request that is easily made, and by none of ours.
func TestRules(t *testing.T) {
	for name, test := range map[string]struct {
		change func(*sdk.SynthesizeSpeechInput)
		code   string // "": none is broken
	}{
		"none is broken":  {func(*sdk.SynthesizeSpeechInput) {}, ""},
		"engine left out": {func(in *sdk.SynthesizeSpeechInput) { in.Engine = "" }, "ValidationException"},
		"voice":           {func(in *sdk.SynthesizeSpeechInput) { in.VoiceId = "Nobody" }, "ValidationException"},
		"language":        {func(in *sdk.SynthesizeSpeechInput) { in.LanguageCode = "de-DE" }, "ValidationException"},
		"rate of the engine's other formats": {func(in *sdk.SynthesizeSpeechInput) { in.SampleRate = aws.String("24000") },
			"InvalidSampleRateException"},
		"format":        {func(in *sdk.SynthesizeSpeechInput) { in.OutputFormat = types.OutputFormatMp3 }, "ValidationException"},
		"marks":         {func(in *sdk.SynthesizeSpeechInput) { in.SpeechMarkTypes = []types.SpeechMarkType{"word"} }, "MarksNotSupportedForFormatException"},
		"3,001 letters": {func(in *sdk.SynthesizeSpeechInput) { in.Text = aws.String(strings.Repeat("a", 3001)) }, "TextLengthExceededException"},
		"6,001 with markup": {ssmlText("<speak>a" + strings.Repeat(`<break time="1ms"/>`, 320) + "</speak>"),
			"TextLengthExceededException"},
		"broken SSML":             {ssmlText("<speak>Fish & chips</speak>"), "InvalidSsmlException"},
		"no speak":                {ssmlText("Fish"), "InvalidSsmlException"},
		"a long break":            {ssmlText(`<speak>a<break time="11s"/>b</speak>`), "InvalidSsmlException"},
		"emphasis":                {ssmlText(`<speak><emphasis>a</emphasis></speak>`), "InvalidSsmlException"},
		"phoneme of a generative": {ssmlText(`<speak><phoneme alphabet="ipa" ph="a">a</phoneme></speak>`), "InvalidSsmlException"},
	} {
		t.Run(name, func(t *testing.T) {
			server := pollytest.Start(t)
			cfg, err := config.LoadDefaultConfig(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			plain := sdk.NewFromConfig(cfg, func(o *sdk.Options) { o.BaseEndpoint = &server.URL; o.Retryer = aws.NopRetryer{} })
			in := &sdk.SynthesizeSpeechInput{Engine: "generative", VoiceId: "Ruth", OutputFormat: "pcm", Text: aws.String("Good morning.")}
			test.change(in)
			_, err = plain.SynthesizeSpeech(t.Context(), in)
			var coded interface{ ErrorCode() string }
			if code := errors.As(err, &coded); code != (test.code != "") || code && coded.ErrorCode() != test.code {
				t.Errorf("error is %v, want %q", err, test.code)
			}
		})
	}
}

func ssmlText(text string) func(*sdk.SynthesizeSpeechInput) {
	return func(in *sdk.SynthesizeSpeechInput) { in.Text, in.TextType = aws.String(text), types.TextTypeSsml }
}

// The longest input that the voice says it takes is taken, with markup and without.
func TestLimits(t *testing.T) {
	words := strings.Repeat("Keev ", 600)
	var marks []ssml.Mark
	for at := range 40 {
		marks = append(marks, ssml.Mark{Start: 5 * at, End: 5*at + 4, IPA: "kiv"})
	}
	for name, said := range map[string]ssml.Text{
		"3,000 letters":     {Spoken: words},
		"6,000 with markup": {Spoken: words[:2900], Marks: marks},
	} {
		t.Run(name, func(t *testing.T) {
			server := pollytest.Start(t)
			v := voice(t, "neural/Joanna", "en")
			if size := v.InputSize(said); size > v.MaxInput {
				t.Fatalf("size %d", size)
			}
			if _, err := client(server).Synthesize(t.Context(), v.Call(said)); err != nil || server.Refused() > 0 {
				t.Error(err)
			}
		})
	}
}

func TestAnswers(t *testing.T) {
	fault := func(status int, code string) http.HandlerFunc {
		return (&pollytest.Fault{Status: status, Code: code, Message: "the reason as Amazon puts it"}).ServeHTTP
	}
	for name, test := range map[string]struct {
		answer http.HandlerFunc
		kind   error // nil: another try may do
		busy   bool
		want   string

		charged bool // as whatever has status 200
	}{
		"too long":           {fault(400, "TextLengthExceededException"), speech.ErrPermanent, false, "the reason", false},
		"markup":             {fault(400, "InvalidSsmlException"), speech.ErrMarkup, false, "the reason", false},
		"invalid":            {fault(400, "ValidationException"), speech.ErrPermanent, false, "the reason", false},
		"throttled":          {fault(400, "ThrottlingException"), nil, true, "the reason", false},
		"too many":           {fault(429, "Something"), nil, true, "the reason", false},
		"no permission":      {fault(403, "AccessDeniedException"), speech.ErrUnavailable, false, "the reason", false},
		"expired":            {fault(403, "ExpiredTokenException"), speech.ErrUnavailable, false, "the reason", false},
		"its own fault":      {fault(500, "ServiceFailureException"), nil, false, "the reason", false},
		"overloaded":         {fault(503, "ServiceUnavailable"), speech.ErrUnavailable, false, "the reason", false},
		"another's":          {func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, "<html>") }, speech.ErrUnavailable, false, "ALOUD_POLLY_ENDPOINT", true},
		"hung up":            {func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }, speech.ErrUnavailable, false, "cannot be reached", false},
		"broken off":         {pcm("1000", "\x01\x00"), nil, false, "broke off after 2 bytes", true},
		"in half a sample":   {pcm("3", "\x01\x00\x01"), nil, false, "within a sample", true},
		"a page, status 404": {func(w http.ResponseWriter, r *http.Request) { http.NotFound(w, r) }, speech.ErrUnavailable, false, "is ALOUD_POLLY_ENDPOINT right?", false},
	} {
		t.Run(name, func(t *testing.T) {
			server := pollytest.Start(t)
			server.Instead = func(w http.ResponseWriter, r *http.Request) {
				w.Header().Set("Retry-After", "7")
				test.answer(w, r)
			}
			_, err := client(server).Synthesize(t.Context(), morning(t))
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Fatalf("error is %v, want %q in it", err, test.want)
			}
			checkKind(t, err, test.kind, test.busy)
			if server.Asked() != 1 {
				t.Errorf("the server was asked %d times", server.Asked())
			}
			if paid := speechtest.Charged(t, client(server), morning(t)); paid != test.charged {
				t.Errorf("charged: %v, want %v", paid, test.charged)
			}
		})
	}
}

func checkKind(t *testing.T, err, kind error, busy bool) {
	t.Helper()
	for _, k := range []error{speech.ErrPermanent, speech.ErrMarkup, speech.ErrUnavailable} {
		if errors.Is(err, k) != errors.Is(kind, k) {
			t.Errorf("error is %v, want kind %v", err, kind)
		}
	}
	var b *speech.Busy
	if errors.As(err, &b) != busy || busy && b.After != 7*time.Second {
		t.Errorf("error is %v, busy: want %v", err, busy)
	}
}

func pcm(length, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "audio/pcm")
		w.Header().Set("Content-Length", length)
		_, _ = io.WriteString(w, body)
	}
}

func TestWhatIsAsked(t *testing.T) {
	for name, test := range map[string]struct{ voice, language, want string }{
		"a name in IPA":  {"neural/Joanna", "en", `"Engine":"neural","LanguageCode":"en-US","OutputFormat":"pcm","SampleRate":"16000","Text":"\u003cspeak\u003eIn \u003cphoneme alphabet=\"ipa\" ph=\"kiv\"\u003eKeev\u003c/phoneme\u003e.\u003c/speak\u003e","TextType":"ssml","VoiceId":"Joanna"`},
		"or as it reads": {"generative/Ruth", "en", `"Engine":"generative","LanguageCode":"en-US","OutputFormat":"pcm","SampleRate":"16000","Text":"In Keev.","TextType":"text","VoiceId":"Ruth"`},
		"bilingual":      {"Aditi", "hi", `"LanguageCode":"hi-IN"`},
	} {
		t.Run(name, func(t *testing.T) {
			server := pollytest.Start(t)
			var body, agent string
			server.Instead = func(w http.ResponseWriter, r *http.Request) {
				content, _ := io.ReadAll(r.Body)
				body, agent = string(content), r.UserAgent()
				pcm("2", "\x01\x00")(w, r)
			}
			said := ssml.Text{Spoken: "In Keev.", Marks: []ssml.Mark{{Start: 3, End: 7, IPA: "kiv"}}}
			if _, err := client(server).Synthesize(t.Context(), voice(t, test.voice, test.language).Call(said)); err != nil {
				t.Fatal(err)
			}
			if !strings.Contains(unescaped(body), unescaped(test.want)) {
				t.Errorf("asked for %s, want %s in it", body, test.want)
			}
			if !strings.Contains(agent, buildinfo.Name()) {
				t.Errorf("asked by %q", agent)
			}
		})
	}
}

// unescaped undoes what JSON may write in two ways.
func unescaped(json string) string {
	return strings.NewReplacer(`\u003c`, "<", `\u003e`, ">").Replace(json)
}

func TestRefusedBeforeItIsSent(t *testing.T) {
	for name, change := range map[string]func(*speech.Call){
		"markup":   func(r *speech.Call) { r.Kind = "markup" },
		"encoding": func(r *speech.Call) { r.Encoding = "mp3" },
		"rate":     func(r *speech.Call) { r.Rate = 2.5 },
	} {
		t.Run(name, func(t *testing.T) {
			server := pollytest.Start(t)
			req := morning(t)
			change(&req)
			if _, err := client(server).Synthesize(t.Context(), req); !errors.Is(err, speech.ErrPermanent) || server.Asked() > 0 {
				t.Errorf("error is %v after %d requests", err, server.Asked())
			}
		})
	}
}

func TestNoRegionOrCredentials(t *testing.T) {
	server := pollytest.Start(t)
	for _, name := range []string{"AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE"} {
		t.Setenv(name, "/dev/null")
	}
	t.Setenv("AWS_ACCESS_KEY_ID", "")
	t.Setenv("AWS_EC2_METADATA_DISABLED", "true")
	synth := client(server)
	if _, err := synth.Synthesize(t.Context(), morning(t)); !errors.Is(err, speech.ErrUnavailable) || !strings.Contains(err.Error(), "AWS_ACCESS_KEY_ID") {
		t.Errorf("error is %v, want one that says how to give credentials", err)
	}
	t.Setenv("AWS_REGION", "")
	if _, err := client(server).Voices(t.Context()); !errors.Is(err, speech.ErrUnavailable) || !strings.Contains(err.Error(), "AWS_REGION") {
		t.Errorf("error is %v, want one that says how to give a region", err)
	}
	if server.Asked()+server.Described() > 0 {
		t.Error("something was asked without credentials")
	}
}

func TestHangingServer(t *testing.T) {
	hang := func(_ http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body) // only then does the server see that the client has gone
		<-r.Context().Done()
	}
	server := pollytest.Start(t)
	server.Instead = hang
	synth := polly.New(polly.Options{Endpoint: server.URL, Timeout: 50 * time.Millisecond})
	_, err := synth.Synthesize(t.Context(), morning(t))
	if !errors.Is(err, context.DeadlineExceeded) || errors.Is(err, speech.ErrPermanent) || !strings.Contains(err.Error(), "no answer in time") {
		t.Errorf("error is %v, want the deadline's", err)
	}
	server = pollytest.Start(t)
	ctx, cancel := context.WithCancel(t.Context())
	server.Instead = func(w http.ResponseWriter, r *http.Request) { cancel(); hang(w, r) }
	if _, err := client(server).Synthesize(ctx, morning(t)); !errors.Is(err, context.Canceled) || errors.Is(err, speech.ErrUnavailable) {
		t.Errorf("error is %v, want context.Canceled", err)
	}
}

// Polly has no Ukrainian voice.
func TestLongArticle(t *testing.T) {
	server := pollytest.Start(t)
	speechtest.TestLongArticle(t, client(server), "neural/Joanna", "en")
	if server.Refused() > 0 {
		t.Errorf("%d requests were refused", server.Refused())
	}
}
