package google_test

import (
	"strings"
	"testing"

	pb "cloud.google.com/go/texttospeech/apiv1/texttospeechpb"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"github.com/aloud-audio/aloud/internal/article"
	emulator "github.com/aloud-audio/aloud/internal/emulator/google"
	"github.com/aloud-audio/aloud/internal/script"
	"github.com/aloud-audio/aloud/internal/script/lexicon"
	"github.com/aloud-audio/aloud/internal/speech/google"
)

const (
	chirp   = "en-US-Chirp3-HD-Kore"
	neural2 = "en-US-Neural2-F"
	studio  = "en-US-Studio-O"
	journey = "en-US-Journey-F"
	flash   = "gemini-2.5-flash-tts"
)

var (
	rambling = "The mayor said " + strings.Repeat("that the ferry was late and ", 40) + "went home"
	sirens   = strings.Repeat("Сирени лунали всю ніч. ", 150) // 3,450 characters, 6,000 bytes
	prose    = strings.Repeat("The mayor went home. ", 250)   // 5,250 bytes
)

// A plain client breaks each rule and gets Google's code and message; our client says the same and
// keeps the rule.
var rules = []struct {
	name  string
	plain *pb.SynthesizeSpeechRequest
	says  string // part of the refusal

	voice, language, text string // what ours says in its place; the names of lexiconOf have an IPA
}{
	{"bytes, not characters", request("uk-UA-Chirp3-HD-Kore", "uk-UA", text(sirens)),
		"Either `input.text` or `input.ssml` is longer than the limit of 5000 bytes. This limit is different from quotas.", "uk-UA-Chirp3-HD-Kore", "uk", sirens},
	{"markup counts", request(neural2, "en-US", ssml("<speak>"+strings.Repeat(`<break time="100ms"/>`, 240)+"a</speak>")),
		"longer than the limit of 5000 bytes", neural2, "en", strings.Repeat("In Zhovkva it rained. ", 200)},
	{"Gemini's limit", request("Kore", "en-US", model(flash), text(prose[:4001])),
		"Either `input.text` or `input.prompt` is longer than the limit of 4000 bytes.", flash + "/Kore", "en", prose},
	{"Gemini's prompt counts", request("Kore", "en-US", model(flash), text(prose[:3990]), func(r *pb.SynthesizeSpeechRequest) { r.Input.Prompt = new("Say it calmly.") }),
		"`input.prompt` is longer than the limit of 4000 bytes", flash + "/Kore", "en", prose},
	{"no prompt elsewhere", request(chirp, "en-US", func(r *pb.SynthesizeSpeechRequest) { r.Input.Prompt = new("Say it calmly.") }),
		"does not support a prompt", chirp, "en", "Calm."},

	{"a sentence for Chirp 3 HD", request(chirp, "en-US", text(rambling)),
		`This request contains sentences that are too long. Consider splitting up long sentences with sentence ending punctuation e.g. periods. Sentence starting with: "The" is too long.`, chirp, "en", rambling},
	{"a sentence in Ukrainian", request("uk-UA-Standard-A", "uk-UA", text(strings.Repeat("сирени лунали всю ніч, ", 20))),
		"Sentence starting with: \"сирени\" is too long.", "uk-UA-Standard-A", "uk", strings.Repeat("сирени лунали всю ніч, ", 20)},
	{"a sentence for Studio", request(studio, "en-US", text(rambling)),
		"Input size limit exceeded for Studio Voice.", studio, "en", rambling},
	{"a pause ends no sentence", request(neural2, "en-US", ssml("<speak>"+strings.ReplaceAll(rambling, " and", `<break time="300ms"/> and`)+"</speak>")),
		"sentences that are too long", neural2, "en", rambling},

	{"no input", request(chirp, "en-US", func(r *pb.SynthesizeSpeechRequest) { r.Input.InputSource = nil }), "Exactly one of", chirp, "en", "One."},
	{"empty input", request(chirp, "en-US", text("")), "Exactly one of", chirp, "en", "One."},

	{"invalid SSML", request(neural2, "en-US", ssml("<speak>Fish & chips</speak>")), "Invalid SSML.", neural2, "en", "Fish & chips in Zhovkva."},
	{"SSML without its root", request(neural2, "en-US", ssml("<p>Fish</p>")), "Invalid SSML.", neural2, "en", "<p>Fish</p> in Zhovkva."},
	{"two roots", request(neural2, "en-US", ssml("<speak>a</speak><speak>b</speak>")), "Invalid SSML.", neural2, "en", "a b"},
	{"an unknown tag", request(neural2, "en-US", ssml("<speak><b>Fish</b></speak>")), "Invalid SSML.", neural2, "en", "<b>Fish</b> in Zhovkva"},
	{"a phoneme without an alphabet", request(neural2, "en-US", ssml(`<speak><phoneme ph="x">Zhovkva</phoneme></speak>`)), "Invalid SSML.", neural2, "en", "Zhovkva."},
	{"a duration of prosody", request(neural2, "en-US", ssml(`<speak><prosody duration="2s">Fish</prosody></speak>`)), "Invalid SSML.", neural2, "en", "Fish."},
	{"a break that is too long", request(neural2, "en-US", ssml(`<speak>a<break time="5m"/>b</speak>`)), "Invalid SSML.", neural2, "en", "a b"},
	{"mark for Studio", request(studio, "en-US", ssml(`<speak>a<mark name="x"/></speak>`)), "`<mark>` tags are not currently supported by Studio voices.", studio, "en", "In Zhovkva."},
	{"pitch for Studio", request(studio, "en-US", ssml(`<speak><prosody pitch="+2st">a</prosody></speak>`)), "Invalid SSML.", studio, "en", "In Zhovkva."},
	{"SSML for Journey", request(journey, "en-US", ssml("<speak>a</speak>")), "does not support SSML", journey, "en", "In Zhovkva."},
	{"SSML for Chirp HD", request("en-US-Chirp-HD-F", "en-US", ssml("<speak>a</speak>")), "does not support SSML", "en-US-Chirp-HD-F", "en", "In Zhovkva."},
	{"SSML for Gemini", request("Kore", "en-US", model(flash), ssml("<speak>a</speak>")), "does not support SSML", flash + "/Kore", "en", "In Zhovkva."},

	{"markup for Neural2", request(neural2, "en-US", markup("a [pause] b")), "does not support `input.markup`", neural2, "en", "a b"},
	{"markup for Serbian", request("sr-RS-Chirp3-HD-Kore", "sr-RS", markup("а [pause] б")), "does not support `input.markup` for locale sr-RS", "sr-RS-Chirp3-HD-Kore", "sr", "Жовква."},
	{"pronunciations in Ukrainian", request("uk-UA-Chirp3-HD-Kore", "uk-UA", text("Жовква."), pronounce("Жовква", "ˈʒɔwkwa")),
		"Custom pronunciations are not supported", "uk-UA-Chirp3-HD-Kore", "uk", "Жовква."},
	{"pronunciations for Standard", request("en-US-Standard-A", "en-US", pronounce("morning", "x")), "Custom pronunciations are not supported", "en-US-Standard-A", "en", "In Zhovkva."},
	{"a phrase that is not there", request(chirp, "en-US", pronounce("Evening", "x")), "does not match the input", chirp, "en", "In Zhovkva."},
	{"a phrase in another case", request(chirp, "en-US", text("ZHOVKVA."), pronounce("Zhovkva", "ˈʒɔwkwa")), "does not match the input", chirp, "en", "ZHOVKVA, then Zhovkva."},
	{"a phrase within a phoneme", request(chirp, "en-US", ssml(`<speak><phoneme alphabet="ipa" ph="x">Zhovkva</phoneme></speak>`), pronounce("Zhovkva", "ˈʒɔwkwa")),
		"does not match the input", chirp, "en", "In Zhovkva."},
	{"a phrase without a pronunciation", request(chirp, "en-US", pronounce("Good", "")), "needs a phonetic encoding", chirp, "en", "In Zhovkva."},

	{"a voice that is not there", request("en-US-Chirp3-HD-Nobody", "en-US"), "Voice 'en-US-Chirp3-HD-Nobody' does not exist.", chirp, "en", "One."},
	{"another language", request("en-GB-Neural2-A", "en-US"), "Requested language code en-US doesn't match the voice en-GB-Neural2-A language code en-GB.", "en-GB-Neural2-A", "en-US", "One."},
	{"no language", request(chirp, ""), "language code is required", chirp, "en", "One."},
	{"a speaker without a model", request("Kore", "en-US"), "This voice requires a model name to be specified.", flash + "/Kore", "en", "One."},
	{"a model that is not there", request("Kore", "en-US", model("gemini-9-tts")), "Model 'gemini-9-tts' is not available", flash + "/Kore", "en", "One."},
	{"a model for another voice", request(neural2, "en-US", model(flash)), "Model 'gemini-2.5-flash-tts' is not available", neural2, "en", "One."},

	{"no encoding", request(chirp, "en-US", audio(func(a *pb.AudioConfig) { a.AudioEncoding = 0 })), "Audio encoding is required", chirp, "en", "One."},
	{"an encoding of no use here", request(chirp, "en-US", audio(func(a *pb.AudioConfig) { a.AudioEncoding = pb.AudioEncoding_M4A })), "M4A", chirp, "en", "One."},
	{"a sample rate", request(chirp, "en-US", audio(func(a *pb.AudioConfig) { a.SampleRateHertz = 12345 })), "Sample rate 12345 Hz is not supported", chirp, "en", "One."},
	{"pitch for Chirp 3 HD", request(chirp, "en-US", audio(func(a *pb.AudioConfig) { a.Pitch = 1 })), "This voice does not support pitch parameters at this time.", chirp, "en", "One."},
	{"pitch for Journey", request(journey, "en-US", audio(func(a *pb.AudioConfig) { a.Pitch = 1 })), "This voice does not support pitch parameters at this time.", journey, "en", "One."},
	{"pitch for Gemini", request("Kore", "en-US", model(flash), audio(func(a *pb.AudioConfig) { a.Pitch = 1 })), "This voice does not support pitch parameters at this time.", flash + "/Kore", "en", "One."},
	{"a pitch out of range", request(neural2, "en-US", audio(func(a *pb.AudioConfig) { a.Pitch = 21 })), "[-20.0, 20.0]", neural2, "en", "One."},
	{"rate for Journey", request(journey, "en-US", audio(func(a *pb.AudioConfig) { a.SpeakingRate = 1.1 })), "does not support speaking rate", journey, "en", "One."},
	{"a rate out of range", request(neural2, "en-US", audio(func(a *pb.AudioConfig) { a.SpeakingRate = 2.1 })), "[0.25, 2.0]", neural2, "en", "One."},
	{"a gain out of range", request(neural2, "en-US", audio(func(a *pb.AudioConfig) { a.VolumeGainDb = 17 })), "[-96.0, 16.0]", neural2, "en", "One."},
	{"an effect that is not there", request(neural2, "en-US", audio(func(a *pb.AudioConfig) { a.EffectsProfileId = []string{"loud"} })), "profile loud does not exist", neural2, "en", "One."},
}

func TestRules(t *testing.T) {
	server, client := start(t, emulator.Options{})
	ours := google.New(google.Options{Endpoint: server.Endpoint})
	defer ours.Close()
	for _, rule := range rules {
		t.Run(rule.name, func(t *testing.T) {
			before := server.Stats()
			_, err := client.SynthesizeSpeech(t.Context(), rule.plain)
			if status.Code(err) != codes.InvalidArgument || !strings.Contains(err.Error(), rule.says) {
				t.Errorf("a plain client is answered %v, want InvalidArgument and %q", err, rule.says)
			}
			if after := server.Stats(); after.Billed != before.Billed {
				t.Errorf("a refused request was billed: %d characters", after.Billed-before.Billed)
			}
			read(t, ours, rule.voice, rule.language, rule.text)
		})
	}
}

// read makes our client say a paragraph, as the narrator does.
func read(t *testing.T, ours *google.Synthesizer, name, language, text string) {
	t.Helper()
	voice, err := ours.Voice(name, language)
	if err != nil {
		t.Fatal(err)
	}
	made, err := script.Build(article.Article{Language: language, Blocks: []article.Block{{Role: article.Paragraph, Text: text}}},
		script.Options{Limit: voice.Limit(), Lexicon: []*lexicon.Layer{lexiconOf(t)}})
	if err != nil {
		t.Fatal(err)
	}
	for _, segment := range made.Segments {
		if _, err := ours.Synthesize(t.Context(), voice.Call(segment.Said())); err != nil {
			t.Errorf("ours is refused: %v", err)
		}
	}
}
