package google_test

import (
	"context"
	"testing"

	texttospeech "cloud.google.com/go/texttospeech/apiv1"
	pb "cloud.google.com/go/texttospeech/apiv1/texttospeechpb"
	"google.golang.org/api/option"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"

	emulator "github.com/aloud-audio/aloud/internal/emulator/google"
	"github.com/aloud-audio/aloud/internal/emulator/google/emulatortest"
	"github.com/aloud-audio/aloud/internal/emulator/local"
	"github.com/aloud-audio/aloud/internal/script/lexicon"
)

// start runs an emulator that answers with tones.
func start(t *testing.T, o emulator.Options) (*emulatortest.Server, *texttospeech.Client) {
	t.Helper()
	if o.Speaker == nil {
		o.Speaker = local.Tone
	}
	server := emulatortest.Start(t, o)
	client, err := texttospeech.NewClient(context.Background(), option.WithEndpoint(server.Endpoint), option.WithoutAuthentication(),
		option.WithGRPCDialOption(grpc.WithTransportCredentials(insecure.NewCredentials())))
	if err != nil {
		t.Fatal(err)
	}
	client.CallOptions.SynthesizeSpeech = nil // each request once
	t.Cleanup(func() { client.Close() })
	return server, client
}

// request returns a plain client's request, changed by each of changes.
func request(voice, language string, changes ...func(*pb.SynthesizeSpeechRequest)) *pb.SynthesizeSpeechRequest {
	req := &pb.SynthesizeSpeechRequest{
		Input:       &pb.SynthesisInput{InputSource: &pb.SynthesisInput_Text{Text: "Good morning."}},
		Voice:       &pb.VoiceSelectionParams{Name: voice, LanguageCode: language},
		AudioConfig: &pb.AudioConfig{AudioEncoding: pb.AudioEncoding_PCM},
	}
	for _, change := range changes {
		change(req)
	}
	return req
}

type change = func(*pb.SynthesizeSpeechRequest)

func text(s string) change {
	return func(r *pb.SynthesizeSpeechRequest) { r.Input.InputSource = &pb.SynthesisInput_Text{Text: s} }
}

func ssml(s string) change {
	return func(r *pb.SynthesizeSpeechRequest) { r.Input.InputSource = &pb.SynthesisInput_Ssml{Ssml: s} }
}

func markup(s string) change {
	return func(r *pb.SynthesizeSpeechRequest) { r.Input.InputSource = &pb.SynthesisInput_Markup{Markup: s} }
}

func model(name string) change {
	return func(r *pb.SynthesizeSpeechRequest) { r.Voice.ModelName = name }
}

func audio(set func(*pb.AudioConfig)) change {
	return func(r *pb.SynthesizeSpeechRequest) { set(r.AudioConfig) }
}

func pronounce(phrase, ipa string) change {
	return func(r *pb.SynthesizeSpeechRequest) {
		encoding := pb.CustomPronunciationParams_PHONETIC_ENCODING_IPA
		r.Input.CustomPronunciations = &pb.CustomPronunciations{Pronunciations: []*pb.CustomPronunciationParams{
			{Phrase: &phrase, PhoneticEncoding: &encoding, Pronunciation: &ipa}}}
	}
}

// lexiconOf has a town that voices mispronounce.
func lexiconOf(t *testing.T) *lexicon.Layer {
	t.Helper()
	return lexicon.NewLayer("test", lexicon.List{Entries: []lexicon.Entry{
		{Written: []string{"Zhovkva", "Жовква"}, IPA: "ˈʒɔwkwa"},
	}})
}
