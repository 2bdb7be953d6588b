package google_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	pb "cloud.google.com/go/texttospeech/apiv1/texttospeechpb"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"github.com/aloud-audio/aloud/internal/script/ssml"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/speech/google"
	"github.com/aloud-audio/aloud/internal/speech/google/googletest"
	"github.com/aloud-audio/aloud/internal/speech/speechtest"
)

// client returns a client of server that is closed with the test.
func client(t *testing.T, o google.Options) *google.Synthesizer {
	t.Helper()
	synth := google.New(o)
	t.Cleanup(func() {
		if err := synth.Close(); err != nil {
			t.Errorf("Close: %v", err)
		}
	})
	return synth
}

func voice(t *testing.T, name, language string) speech.Voice {
	t.Helper()
	v, err := google.New(google.Options{}).Voice(name, language)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func kore(t *testing.T) speech.Voice { return voice(t, "en-US-Chirp3-HD-Kore", "en") }

func TestContract(t *testing.T) {
	synth := client(t, google.Options{Endpoint: googletest.Start(t).Endpoint})
	t.Run("English", func(t *testing.T) {
		speechtest.TestSynthesizer(t, synth, "en-US-Chirp3-HD-Kore", "en", "en-US-Chirp3-HD-Nobody")
	})
	t.Run("Ukrainian", func(t *testing.T) {
		speechtest.TestSynthesizer(t, synth, "uk-UA-Chirp3-HD-Kore", "uk", "Kore")
	})
}

func TestVoice(t *testing.T) {
	for name, test := range map[string]struct {
		name, language  string
		want            speech.Voice // of which Provider, Encoding and SampleRate are the same for all
		setting, refuse string
	}{
		"its language is its prefix": {"uk-UA-Chirp3-HD-Kore", "uk", speech.Voice{Name: "uk-UA-Chirp3-HD-Kore", Family: "chirp3-hd", Language: "uk-UA", MaxInput: 5000, Markup: ssml.GoogleChirp3HD("uk-UA")}, "google:uk-UA-Chirp3-HD-Kore", ""},
		"another region":             {"en-GB-Neural2-A", "en-AU", speech.Voice{Name: "en-GB-Neural2-A", Family: "neural2", Language: "en-GB", MaxInput: 5000, Markup: ssml.GoogleSSML}, "google:en-GB-Neural2-A", ""},
		"a region in digits":         {"es-419-Standard-A", "es", speech.Voice{Name: "es-419-Standard-A", Family: "standard", Language: "es-419", MaxInput: 5000, Markup: ssml.GoogleSSML}, "google:es-419-Standard-A", ""},
		"another tag":                {"cmn-CN-Wavenet-A", "zh", speech.Voice{Name: "cmn-CN-Wavenet-A", Family: "wavenet", Language: "cmn-CN", MaxInput: 5000, Markup: ssml.GoogleSSML}, "google:cmn-CN-Wavenet-A", ""},
		"Gemini":                     {"gemini-2.5-flash-tts/Kore", "uk", speech.Voice{Name: "Kore", Model: "gemini-2.5-flash-tts", Family: "gemini-2.5-flash-tts", Language: "uk-UA", MaxInput: 4000, Markup: ssml.GoogleGemini}, "google:gemini-2.5-flash-tts/Kore", ""},
		"no SSML":                    {"en-US-Journey-F", "en", speech.Voice{Name: "en-US-Journey-F", Family: "journey", Language: "en-US", MaxInput: 5000}, "google:en-US-Journey-F", ""},
		"a family not known yet":     {"en-US-Novel-F", "en", speech.Voice{Name: "en-US-Novel-F", Language: "en-US", MaxInput: 5000}, "google:en-US-Novel-F", ""},
		"Gemini's region":            {"gemini-2.5-flash-tts/Kore", "en-GB", speech.Voice{Name: "Kore", Model: "gemini-2.5-flash-tts", Family: "gemini-2.5-flash-tts", Language: "en-GB", MaxInput: 4000, Markup: ssml.GoogleGemini}, "google:gemini-2.5-flash-tts/Kore", ""},
		"another language":           {"ru-RU-Chirp3-HD-Kore", "uk", speech.Voice{}, "", "does not speak"},
		"no language in the name":    {"Kore", "en", speech.Voice{}, "", "uk-UA-Chirp3-HD-Kore"},
		"no speaker":                 {"gemini-2.5-flash-tts/", "en", speech.Voice{}, "", "a model and a speaker"},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := google.New(google.Options{}).Voice(test.name, test.language)
			if test.refuse != "" {
				if err == nil || !strings.Contains(err.Error(), test.refuse) {
					t.Errorf("error is %v, want %q in it", err, test.refuse)
				}
				return
			}
			test.want.Provider, test.want.Encoding, test.want.SampleRate = "google", "PCM", 24000
			if err != nil || got != test.want || got.String() != test.setting {
				t.Errorf("got %+v as %s, error %v; want %+v as %s", got, got, err, test.want, test.setting)
			}
		})
	}
}

func TestWhatIsAsked(t *testing.T) {
	server := googletest.Start(t)
	synth := client(t, google.Options{Endpoint: "http://" + server.Endpoint})
	req := voice(t, "gemini-2.5-flash-tts/Kore", "uk").Request(ssml.Text{Spoken: "Добрий ранок."})
	req.Rate, req.Effects = 1.25, []string{"headphone-class-device"}
	if _, err := synth.Synthesize(t.Context(), req); err != nil {
		t.Fatal(err)
	}
	want := &pb.SynthesizeSpeechRequest{
		Input: &pb.SynthesisInput{InputSource: &pb.SynthesisInput_Text{Text: "Добрий ранок."}},
		Voice: &pb.VoiceSelectionParams{Name: "Kore", ModelName: "gemini-2.5-flash-tts", LanguageCode: "uk-UA"},
		AudioConfig: &pb.AudioConfig{
			AudioEncoding:    pb.AudioEncoding_PCM,
			SampleRateHertz:  24000,
			SpeakingRate:     1.25,
			EffectsProfileId: []string{"headphone-class-device"},
		},
	}
	if got := server.Requests(); len(got) != 1 || got[0].String() != want.String() {
		t.Errorf("the server was asked\n%v, want\n%v", got, want)
	}
}

// Names that the lexicon has in IPA are asked for as each family has it.
func TestNamesAreAskedForInIPA(t *testing.T) {
	server := googletest.Start(t)
	synth := client(t, google.Options{Endpoint: server.Endpoint})
	said := ssml.Text{Spoken: "In Keev.", Marks: []ssml.Mark{{Start: 3, End: 7, IPA: "kiv"}}}
	for _, name := range []string{"en-US-Neural2-F", "en-US-Chirp3-HD-Kore"} {
		if _, err := synth.Synthesize(t.Context(), voice(t, name, "en").Request(said)); err != nil {
			t.Fatal(err)
		}
	}
	asked := server.Requests()
	if got := asked[0].GetInput().GetSsml(); got != `<speak>In <phoneme alphabet="ipa" ph="kiv">Keev</phoneme>.</speak>` {
		t.Errorf("Neural2 was asked for %q", got)
	}
	chirp := asked[1].GetInput()
	if p := chirp.GetCustomPronunciations().GetPronunciations(); chirp.GetText() != "In Keev." || len(p) != 1 ||
		p[0].GetPhrase() != "Keev" || p[0].GetPronunciation() != "kiv" {
		t.Errorf("Chirp 3 HD was asked for %v", chirp)
	}
}

func TestHeaderOnPCM(t *testing.T) {
	plain, headed := googletest.Start(t), googletest.Start(t)
	headed.HeaderOnPCM = true
	var lengths [2]int
	for i, server := range []*googletest.Server{plain, headed} {
		spoken, err := client(t, google.Options{Endpoint: server.Endpoint}).Synthesize(t.Context(), kore(t).Request(ssml.Text{Spoken: "Good morning."}))
		if err != nil {
			t.Fatal(err)
		}
		lengths[i] = len(spoken.Samples)
	}
	if lengths[0] != lengths[1] {
		t.Errorf("%d samples without a header, %d with one", lengths[0], lengths[1])
	}
}

func TestLimitCountsBytes(t *testing.T) {
	server := googletest.Start(t)
	synth := client(t, google.Options{Endpoint: server.Endpoint})
	for name, test := range map[string]struct {
		voice speech.Voice
		text  string
		fits  bool
	}{
		"5,000":                  {kore(t), strings.Repeat("a", 5000), true},
		"5,001":                  {kore(t), strings.Repeat("a", 5001), false},
		"2,501 Cyrillic letters": {voice(t, "uk-UA-Chirp3-HD-Kore", "uk"), strings.Repeat("ї", 2501), false},
		"4,001 for Gemini":       {voice(t, "gemini-2.5-flash-tts/Kore", "en"), strings.Repeat("a", 4001), false},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := synth.Synthesize(t.Context(), test.voice.Request(ssml.Text{Spoken: test.text}))
			if fits := test.voice.InputSize(ssml.Text{Spoken: test.text}) <= test.voice.MaxInput; fits != test.fits {
				t.Errorf("the voice says that it fits: %v", fits)
			}
			if test.fits != (err == nil) || !test.fits && !errors.Is(err, speech.ErrPermanent) {
				t.Errorf("error is %v", err)
			}
		})
	}
}

// failing answers the first n requests with code.
func failing(n int32, code codes.Code) func(context.Context, *pb.SynthesizeSpeechRequest) error {
	var asked atomic.Int32
	return func(context.Context, *pb.SynthesizeSpeechRequest) error {
		if asked.Add(1) <= n {
			return status.Error(code, "the reason as Google puts it")
		}
		return nil
	}
}

func TestErrors(t *testing.T) {
	for name, test := range map[string]struct {
		code      codes.Code
		times     int32
		asked     int // requests that arrive
		ok        bool
		permanent bool
	}{
		"unavailable, then well": {code: codes.Unavailable, times: 2, asked: 3, ok: true},
		"unavailable for long":   {code: codes.Unavailable, times: 100, asked: 3},
		"quota":                  {code: codes.ResourceExhausted, times: 100, asked: 1},
		"internal":               {code: codes.Internal, times: 100, asked: 1},
		"no permission":          {code: codes.PermissionDenied, times: 100, asked: 1},
		"bad key":                {code: codes.Unauthenticated, times: 100, asked: 1},
		"its own deadline":       {code: codes.DeadlineExceeded, times: 100, asked: 1},
		"invalid":                {code: codes.InvalidArgument, times: 100, asked: 1, permanent: true},
		"not found":              {code: codes.NotFound, times: 100, asked: 1, permanent: true},
		"precondition":           {code: codes.FailedPrecondition, times: 100, asked: 1, permanent: true},
		"out of range":           {code: codes.OutOfRange, times: 100, asked: 1, permanent: true},
		"unimplemented":          {code: codes.Unimplemented, times: 100, asked: 1, permanent: true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			server := googletest.Start(t)
			server.Before = failing(test.times, test.code)
			_, err := client(t, google.Options{Endpoint: server.Endpoint}).Synthesize(t.Context(), kore(t).Request(ssml.Text{Spoken: "Good morning."}))
			if test.ok != (err == nil) || errors.Is(err, speech.ErrPermanent) != test.permanent {
				t.Errorf("error is %v; want none: %v, permanent: %v", err, test.ok, test.permanent)
			}
			if err != nil && !strings.Contains(err.Error(), "the reason as Google puts it") {
				t.Errorf("error %v keeps Google's reason from the reader", err)
			}
			if asked := len(server.Requests()); asked != test.asked {
				t.Errorf("the server was asked %d times, want %d", asked, test.asked)
			}
		})
	}
}

func hang(ctx context.Context, _ *pb.SynthesizeSpeechRequest) error {
	<-ctx.Done()
	return ctx.Err()
}

func TestHangingServer(t *testing.T) {
	server := googletest.Start(t)
	server.Before = hang
	synth := client(t, google.Options{Endpoint: server.Endpoint, Timeout: 50 * time.Millisecond})
	_, err := synth.Synthesize(t.Context(), kore(t).Request(ssml.Text{Spoken: "Good morning."}))
	if !errors.Is(err, context.DeadlineExceeded) || errors.Is(err, speech.ErrPermanent) || !strings.Contains(err.Error(), "no answer in time") {
		t.Errorf("error is %v, want the deadline's", err)
	}
}

func TestCancelWhileServerWorks(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	server := googletest.Start(t)
	server.Before = func(serving context.Context, req *pb.SynthesizeSpeechRequest) error {
		cancel()
		return hang(serving, req)
	}
	_, err := client(t, google.Options{Endpoint: server.Endpoint}).Synthesize(ctx, kore(t).Request(ssml.Text{Spoken: "Good morning."}))
	if !errors.Is(err, context.Canceled) || errors.Is(err, speech.ErrPermanent) {
		t.Errorf("error is %v, want context.Canceled", err)
	}
}

func TestNobodyListens(t *testing.T) {
	synth := client(t, google.Options{Endpoint: "127.0.0.1:1"})
	if _, err := synth.Voices(t.Context()); err == nil || errors.Is(err, speech.ErrPermanent) {
		t.Errorf("error is %v, want one that can be tried again", err)
	}
}

func TestOtherEncoding(t *testing.T) {
	req := kore(t).Request(ssml.Text{Spoken: "Good morning."})
	req.Encoding = "MP3"
	if _, err := google.New(google.Options{}).Synthesize(t.Context(), req); !errors.Is(err, speech.ErrPermanent) {
		t.Errorf("error is %v, want a permanent one", err)
	}
}

func TestMissingCredentials(t *testing.T) {
	t.Setenv("HOME", t.TempDir()) // no gcloud login
	missing := filepath.Join(t.TempDir(), "missing.json")
	t.Setenv("GOOGLE_APPLICATION_CREDENTIALS", missing)
	synth := client(t, google.Options{})
	_, err := synth.Voices(t.Context())
	if err == nil || !strings.Contains(err.Error(), "ALOUD_GOOGLE_CREDENTIALS or GOOGLE_APPLICATION_CREDENTIALS") {
		t.Fatalf("error is %v, want one that says how to give credentials", err)
	}
	// Once they are there, the same client finds them.
	if err := os.WriteFile(missing, []byte(authorizedUser), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel() // before anything leaves this machine
	if _, err := synth.Voices(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("error is %v, want context.Canceled", err)
	}
}

// authorizedUser is a credentials file of invented content.
const authorizedUser = `{"type": "authorized_user", "client_id": "id", "client_secret": "none", "refresh_token": "none"}`

func TestGivenCredentials(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel() // before anything leaves this machine
	for name, test := range map[string]struct{ file, want string }{
		"used":      {authorizedUser, "context canceled"},
		"not JSON":  {"/etc/aloud/google.json", "ALOUD_GOOGLE_CREDENTIALS is not the content"},
		"something": {`{"key": "value"}`, "ALOUD_GOOGLE_CREDENTIALS is not the content"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := client(t, google.Options{CredentialsJSON: []byte(test.file)}).Voices(ctx)
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error is %v, want %q in it", err, test.want)
			}
		})
	}
}
