package google_test

import (
	"cmp"
	"context"
	"errors"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	pb "cloud.google.com/go/texttospeech/apiv1/texttospeechpb"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"

	"github.com/aloud-audio/aloud/internal/buildinfo"
	emulator "github.com/aloud-audio/aloud/internal/emulator/google"
	"github.com/aloud-audio/aloud/internal/emulator/google/emulatortest"
	"github.com/aloud-audio/aloud/internal/emulator/local"
	"github.com/aloud-audio/aloud/internal/script/ssml"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/speech/google"
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

// start runs an emulator that hums.
func start(t *testing.T, o emulator.Options) *emulatortest.Server {
	t.Helper()
	if o.Speaker == nil {
		o.Speaker = local.Tone
	}
	return emulatortest.Start(t, o)
}

// A voice of each family says what the contract wants, with a real voice behind the emulator.
func TestContract(t *testing.T) {
	synth := client(t, google.Options{Endpoint: start(t, emulator.Options{Speaker: local.Local}).Endpoint})
	for _, name := range []string{
		"en-US-Standard-A", "en-US-Wavenet-A", "en-US-News-K", "en-US-Casual-K", "en-US-Neural2-F", "en-US-Polyglot-1",
		"en-US-Studio-O", "en-US-Journey-F", "en-US-Chirp-HD-F", "en-US-Chirp3-HD-Kore",
	} {
		t.Run(name, func(t *testing.T) { speechtest.TestSynthesizer(t, synth, name, "en", name+"-Nobody") })
	}
	t.Run("Ukrainian", func(t *testing.T) {
		speechtest.TestSynthesizer(t, synth, "uk-UA-Chirp3-HD-Kore", "uk", "Kore")
	})
	for _, model := range []string{"gemini-2.5-flash-tts", "gemini-2.5-pro-tts"} {
		t.Run(model, func(t *testing.T) { speechtest.TestMultilingual(t, synth, model+"/Kore", "uk", model+"/Nobody") })
	}
}

// rated are the speaking rates of voices that have any.
var rated = speech.Rates{Min: 0.25, Max: 2}

func TestVoice(t *testing.T) {
	for name, test := range map[string]struct {
		name, language  string
		want            speech.Voice // of which Provider, Encoding and SampleRate are the same for all
		setting, refuse string
	}{
		"its language is its prefix": {"uk-UA-Chirp3-HD-Kore", "uk", speech.Voice{Name: "uk-UA-Chirp3-HD-Kore", Family: "chirp3-hd", Language: "uk-UA", MaxInput: 5000, MaxSentence: 500, Markup: ssml.GoogleChirp3HD("uk-UA"), Rates: rated}, "google:uk-UA-Chirp3-HD-Kore", ""},
		"another region":             {"en-GB-Neural2-A", "en-AU", speech.Voice{Name: "en-GB-Neural2-A", Family: "neural2", Language: "en-GB", MaxInput: 5000, MaxSentence: 250, Markup: ssml.GoogleSSML, Rates: rated, Onsets: speech.ByMarks}, "google:en-GB-Neural2-A", ""},
		"a region in digits":         {"es-419-Standard-A", "es", speech.Voice{Name: "es-419-Standard-A", Family: "standard", Language: "es-419", MaxInput: 5000, MaxSentence: 250, Markup: ssml.GoogleSSML, Rates: rated, Onsets: speech.ByMarks}, "google:es-419-Standard-A", ""},
		"another tag":                {"cmn-CN-Wavenet-A", "zh", speech.Voice{Name: "cmn-CN-Wavenet-A", Family: "wavenet", Language: "cmn-CN", MaxInput: 5000, MaxSentence: 750, Markup: ssml.GoogleSSML, Rates: rated, Onsets: speech.ByMarks}, "google:cmn-CN-Wavenet-A", ""},
		"Gemini":                     {"gemini-2.5-flash-tts/Kore", "uk", speech.Voice{Name: "Kore", Model: "gemini-2.5-flash-tts", Family: "gemini-2.5-flash-tts", Language: "uk-UA", MaxInput: 4000, Markup: ssml.GoogleGemini}, "google:gemini-2.5-flash-tts/Kore", ""},
		"no SSML":                    {"en-US-Journey-F", "en", speech.Voice{Name: "en-US-Journey-F", Family: "journey", Language: "en-US", MaxInput: 5000, MaxSentence: 250}, "google:en-US-Journey-F", ""},
		"a family not known yet":     {"en-US-Novel-F", "en", speech.Voice{Name: "en-US-Novel-F", Language: "en-US", MaxInput: 5000, MaxSentence: 250}, "google:en-US-Novel-F", ""},
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
	server := start(t, emulator.Options{})
	synth := client(t, google.Options{Endpoint: "http://" + server.Endpoint})
	speaker := voice(t, "gemini-2.5-flash-tts/Kore", "uk").Call(ssml.Text{Spoken: "Добрий ранок."})
	changed := voice(t, "en-US-Neural2-F", "en").Call(ssml.Text{Spoken: "Good morning."})
	changed.Rate = 1.25
	for _, req := range []speech.Call{speaker, changed} {
		if _, err := synth.Synthesize(t.Context(), req); err != nil {
			t.Fatal(err)
		}
	}
	want := []*pb.SynthesizeSpeechRequest{{
		Input:       &pb.SynthesisInput{InputSource: &pb.SynthesisInput_Text{Text: "Добрий ранок."}},
		Voice:       &pb.VoiceSelectionParams{Name: "Kore", ModelName: "gemini-2.5-flash-tts", LanguageCode: "uk-UA"},
		AudioConfig: &pb.AudioConfig{AudioEncoding: pb.AudioEncoding_PCM, SampleRateHertz: 24000},
	}, {
		Input:       &pb.SynthesisInput{InputSource: &pb.SynthesisInput_Text{Text: "Good morning."}},
		Voice:       &pb.VoiceSelectionParams{Name: "en-US-Neural2-F", LanguageCode: "en-US"},
		AudioConfig: &pb.AudioConfig{AudioEncoding: pb.AudioEncoding_PCM, SampleRateHertz: 24000, SpeakingRate: 1.25},
	}}
	for i, record := range server.Records() {
		if record.Request.String() != want[i].String() {
			t.Errorf("the server was asked\n%v, want\n%v", record.Request, want[i])
		}
	}
}

// Names that the lexicon has in IPA are asked for as each family has it.
func TestNamesAreAskedForInIPA(t *testing.T) {
	server := start(t, emulator.Options{})
	synth := client(t, google.Options{Endpoint: server.Endpoint})
	said := ssml.Text{Spoken: "In Keev.", Marks: []ssml.Mark{{Start: 3, End: 7, IPA: "kiv"}}}
	for _, name := range []string{"en-US-Neural2-F", "en-US-Chirp3-HD-Kore"} {
		if _, err := synth.Synthesize(t.Context(), voice(t, name, "en").Call(said)); err != nil {
			t.Fatal(err)
		}
	}
	asked := server.Records()
	if got := asked[0].Request.GetInput().GetSsml(); got != `<speak>In <phoneme alphabet="ipa" ph="kiv">Keev</phoneme>.</speak>` {
		t.Errorf("Neural2 was asked for %q", got)
	}
	chirp := asked[1].Request.GetInput()
	if p := chirp.GetCustomPronunciations().GetPronunciations(); chirp.GetText() != "In Keev." || len(p) != 1 ||
		p[0].GetPhrase() != "Keev" || p[0].GetPronunciation() != "kiv" {
		t.Errorf("Chirp 3 HD was asked for %v", chirp)
	}
}

func TestLimitCountsBytes(t *testing.T) {
	server := start(t, emulator.Options{Sentences: map[string]int{"chirp3-hd": 0}})
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
			_, err := synth.Synthesize(t.Context(), test.voice.Call(ssml.Text{Spoken: test.text}))
			if fits := test.voice.InputSize(ssml.Text{Spoken: test.text}) <= test.voice.MaxInput; fits != test.fits {
				t.Errorf("the voice says that it fits: %v", fits)
			}
			if test.fits != (err == nil) || !test.fits && !errors.Is(err, speech.ErrPermanent) {
				t.Errorf("error is %v", err)
			}
		})
	}
}

// answering answers every request with an error.
func answering(code codes.Code, message string) func(context.Context, *pb.SynthesizeSpeechRequest) error {
	return func(context.Context, *pb.SynthesizeSpeechRequest) error { return status.Error(code, message) }
}

// Each answer is one of package speech's errors, keeps Google's reason, and was asked for once.
func TestErrors(t *testing.T) {
	const (
		anything = "the reason as Google puts it"
		tooLong  = `This request contains sentences that are too long. To fix, split up long sentences. Sentence starting with: "The" is too long.`
		tooMuch  = "Either `input.text` or `input.ssml` is longer than the limit of 5000 bytes."
		noMarkup = "Invalid SSML. Newer voices like Neural2 require valid SSML."
	)
	var busy *speech.Busy
	town := []ssml.Mark{{Start: 3, End: 7, IPA: "kiv"}}
	for name, test := range map[string]struct {
		code    codes.Code
		message string
		marks   []ssml.Mark
		is      error // nil: worth another try
		isNot   error
	}{
		"unavailable":                      {code: codes.Unavailable, is: speech.ErrUnavailable},
		"no permission":                    {code: codes.PermissionDenied, is: speech.ErrUnavailable},
		"bad key":                          {code: codes.Unauthenticated, is: speech.ErrUnavailable},
		"internal":                         {code: codes.Internal},
		"aborted":                          {code: codes.Aborted},
		"its own deadline":                 {code: codes.DeadlineExceeded, is: context.DeadlineExceeded},
		"invalid":                          {code: codes.InvalidArgument, is: speech.ErrPermanent},
		"not found":                        {code: codes.NotFound, is: speech.ErrPermanent},
		"precondition":                     {code: codes.FailedPrecondition, is: speech.ErrPermanent},
		"out of range":                     {code: codes.OutOfRange, is: speech.ErrPermanent},
		"unimplemented":                    {code: codes.Unimplemented, is: speech.ErrPermanent},
		"a sentence":                       {code: codes.InvalidArgument, message: tooLong, is: speech.ErrSentenceTooLong},
		"a sentence, as SSML":              {code: codes.InvalidArgument, message: tooLong + " Also consider removing SSML sentence tags", marks: town, is: speech.ErrSentenceTooLong},
		"a sentence, with another code":    {code: codes.Internal, message: tooLong, is: speech.ErrSentenceTooLong},
		"a sentence for Studio":            {code: codes.InvalidArgument, message: "Input size limit exceeded for Studio Voice.", is: speech.ErrSentenceTooLong},
		"too much":                         {code: codes.InvalidArgument, message: tooMuch, marks: town, is: speech.ErrPermanent, isNot: speech.ErrMarkup},
		"markup":                           {code: codes.InvalidArgument, message: noMarkup, marks: town, is: speech.ErrMarkup},
		"pronunciations":                   {code: codes.InvalidArgument, message: "Custom pronunciations are not supported", marks: town, is: speech.ErrMarkup},
		"markup where there is none":       {code: codes.InvalidArgument, message: noMarkup, is: speech.ErrPermanent, isNot: speech.ErrMarkup},
		"something else about marked text": {code: codes.InvalidArgument, marks: town, is: speech.ErrPermanent, isNot: speech.ErrMarkup},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			test.message = cmp.Or(test.message, anything)
			server := start(t, emulator.Options{Before: answering(test.code, test.message)})
			req := kore(t).Call(ssml.Text{Spoken: "In Keev.", Marks: test.marks})
			_, err := client(t, google.Options{Endpoint: server.Endpoint}).Synthesize(t.Context(), req)
			if err == nil || !strings.Contains(err.Error(), test.message) {
				t.Fatalf("error %v keeps Google's reason from the reader", err)
			}
			if test.is != nil && !errors.Is(err, test.is) || test.isNot != nil && errors.Is(err, test.isNot) {
				t.Errorf("error is %v; want %v, not %v", err, test.is, test.isNot)
			}
			if test.is == nil && (errors.Is(err, speech.ErrPermanent) || errors.Is(err, speech.ErrUnavailable) || errors.As(err, &busy)) {
				t.Errorf("error is %v; want one that is worth another try", err)
			}
			if asked := server.Stats().Requests; asked != 1 {
				t.Errorf("the server was asked %d times, want once", asked)
			}
		})
	}
}

// A refusal for the quota says when the next minute begins.
func TestBusy(t *testing.T) {
	server := start(t, emulator.Options{Quotas: map[string]int{"chirp3-hd": 0}, Minute: time.Hour})
	_, err := client(t, google.Options{Endpoint: server.Endpoint}).Synthesize(t.Context(), kore(t).Call(ssml.Text{Spoken: "Good morning."}))
	var busy *speech.Busy
	if !errors.As(err, &busy) || busy.After <= 0 || busy.After > time.Hour || !strings.Contains(err.Error(), "Quota exceeded") {
		t.Errorf("error is %v, want Busy until the hour is over", err)
	}
	mute := start(t, emulator.Options{Before: answering(codes.ResourceExhausted, "too many")})
	_, err = client(t, google.Options{Endpoint: mute.Endpoint}).Synthesize(t.Context(), kore(t).Call(ssml.Text{Spoken: "Good morning."}))
	if !errors.As(err, &busy) || busy.After != 0 {
		t.Errorf("error is %v, want Busy for no known time", err)
	}
}

func TestMaxSentence(t *testing.T) {
	for given, want := range map[int]int{0: 500, 300: 300, -1: 0} {
		v, err := google.New(google.Options{MaxSentence: given}).Voice("uk-UA-Chirp3-HD-Kore", "uk")
		if err != nil || v.MaxSentence != want {
			t.Errorf("for %d the longest sentence has %d bytes, want %d (%v)", given, v.MaxSentence, want, err)
		}
	}
}

func hang(ctx context.Context, _ *pb.SynthesizeSpeechRequest) error {
	<-ctx.Done()
	return ctx.Err()
}

func TestHangingServer(t *testing.T) {
	server := start(t, emulator.Options{Before: hang})
	synth := client(t, google.Options{Endpoint: server.Endpoint, Timeout: 50 * time.Millisecond})
	_, err := synth.Synthesize(t.Context(), kore(t).Call(ssml.Text{Spoken: "Good morning."}))
	if !errors.Is(err, context.DeadlineExceeded) || errors.Is(err, speech.ErrPermanent) || !strings.Contains(err.Error(), "no answer in time") {
		t.Errorf("error is %v, want the deadline's", err)
	}
}

func TestCancelWhileServerWorks(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	server := start(t, emulator.Options{Before: func(serving context.Context, req *pb.SynthesizeSpeechRequest) error {
		cancel()
		return hang(serving, req)
	}})
	_, err := client(t, google.Options{Endpoint: server.Endpoint}).Synthesize(ctx, kore(t).Call(ssml.Text{Spoken: "Good morning."}))
	if !errors.Is(err, context.Canceled) || errors.Is(err, speech.ErrPermanent) {
		t.Errorf("error is %v, want context.Canceled", err)
	}
}

func TestNobodyListens(t *testing.T) {
	synth := client(t, google.Options{Endpoint: "127.0.0.1:1"})
	if _, err := synth.Voices(t.Context()); !errors.Is(err, speech.ErrUnavailable) {
		t.Errorf("error is %v, want ErrUnavailable", err)
	}
}

func TestOtherEncoding(t *testing.T) {
	req := kore(t).Call(ssml.Text{Spoken: "Good morning."})
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
	if !errors.Is(err, speech.ErrUnavailable) || !strings.Contains(err.Error(), "ALOUD_GOOGLE_CREDENTIALS or GOOGLE_APPLICATION_CREDENTIALS") {
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

// Requests name the release, for the provider's support and for the readers of its logs.
func TestRequestsNameTheRelease(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	var agents []string
	server := grpc.NewServer(grpc.UnaryInterceptor(func(ctx context.Context, req any, _ *grpc.UnaryServerInfo, handle grpc.UnaryHandler) (any, error) {
		md, _ := metadata.FromIncomingContext(ctx)
		agents = md.Get("user-agent")
		return handle(ctx, req)
	}))
	emulator.New(emulator.Options{Speaker: local.Tone}).Register(server)
	go func() { _ = server.Serve(listener) }() // ends with Stop
	defer server.Stop()
	if _, err := client(t, google.Options{Endpoint: listener.Addr().String()}).Voices(t.Context()); err != nil {
		t.Fatal(err)
	}
	if len(agents) != 1 || !strings.HasPrefix(agents[0], buildinfo.UserAgent()) {
		t.Errorf("asked by %q", agents)
	}
}
