// Package google speaks with Google Cloud Text-to-Speech, by its Go client over gRPC.
//
// It sends one request for each segment and never streams, queues, limits or keeps anything: that
// is for the decorators in package speech. internal/service makes it.
package google

import (
	"context"
	"fmt"
	"time"

	pb "cloud.google.com/go/texttospeech/apiv1/texttospeechpb"

	"github.com/aloud-audio/aloud/internal/script/ssml"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/speech/media"
)

const (
	provider   = "google"
	encoding   = "PCM" // signed 16 bit without a header, https://cloud.google.com/text-to-speech/docs/reference/rest/v1/AudioEncoding
	sampleRate = 24000 // Hz, the natural rate of the voices of today
)

// Options say how to reach the service.
type Options struct {
	// Endpoint is host:port; empty for texttospeech.googleapis.com:443. An address on this machine,
	// or one that begins with http://, is an emulator: it is called without encryption and
	// credentials.
	Endpoint string

	// CredentialsJSON is the content of a credentials file. Without it the application default
	// credentials are used,
	// https://cloud.google.com/docs/authentication/application-default-credentials.
	CredentialsJSON []byte

	// MaxSentence is how many bytes a sentence may have, with markup; 0: as many as its family of
	// voices is known to take, negative: any number.
	MaxSentence int

	// Timeout is how long any request may take, to which comes the time for its length; 0 is 20
	// seconds.
	Timeout time.Duration
}

// Synthesizer is the service's client. It connects when it is first asked to speak or to list
// voices.
type Synthesizer struct {
	conn        connection
	maxSentence int
	timeout     time.Duration
}

// perByte of input is how long a request may take: a byte is at most a letter, which is 70 ms of
// speech, and the slowest voices answer within a fraction of that.
const perByte = 20 * time.Millisecond

// New returns a client without connecting. Missing credentials are an error of the first call.
func New(o Options) *Synthesizer {
	if o.Timeout == 0 {
		o.Timeout = 20 * time.Second
	}
	return &Synthesizer{conn: connection{options: o}, maxSentence: o.MaxSentence, timeout: o.Timeout}
}

// Close ends the connection, if there is one.
func (s *Synthesizer) Close() error { return s.conn.close() }

// Synthesize speaks one request, in one attempt. Refusals are speech.ErrSentenceTooLong, ErrMarkup,
// ErrPermanent, *Busy or ErrUnavailable (missing credentials too), with Google's reason; any other
// error is worth another try.
func (s *Synthesizer) Synthesize(ctx context.Context, call speech.Call) (speech.Speech, error) {
	req := call.Request
	if err := req.Check(ssml.KindText, ssml.KindSSML); err != nil {
		return speech.Speech{}, err
	}
	if req.Encoding != encoding {
		return speech.Speech{}, speech.Permanent(fmt.Errorf("google returns only %s here, not %q", encoding, req.Encoding))
	}
	if err := req.CheckRate(ratesOf(req)); err != nil {
		return speech.Speech{}, err
	}
	client, err := s.conn.client()
	if err != nil {
		return speech.Speech{}, err
	}
	timeout := s.timeoutOf(req)
	ctx, cancel := speech.WithTimeout(ctx, timeout)
	defer cancel()
	resp, err := client.SynthesizeSpeech(ctx, message(req))
	if err != nil {
		return speech.Speech{}, classify(ctx, req, err)
	}
	return decode(resp.GetAudioContent(), req.SampleRate)
}

// ratesOf are those of a request's voice. Gemini's speakers, which have a model, have none.
func ratesOf(req speech.Request) speech.Rates {
	if req.Model != "" {
		return speech.Rates{}
	}
	return familyOf(req.Voice).rates
}

func (s *Synthesizer) timeoutOf(req speech.Request) time.Duration {
	return s.timeout + time.Duration(len(req.Input))*perByte
}

// message is the request as the service gets it; every field of req is in it.
func message(req speech.Request) *pb.SynthesizeSpeechRequest {
	return &pb.SynthesizeSpeechRequest{
		Input: input(req),
		Voice: &pb.VoiceSelectionParams{
			LanguageCode: req.Language,
			Name:         req.Voice,
			ModelName:    req.Model,
		},
		AudioConfig: &pb.AudioConfig{
			AudioEncoding:   pb.AudioEncoding_PCM,
			SampleRateHertz: int32(req.SampleRate),
			SpeakingRate:    req.Rate,
		},
	}
}

func input(req speech.Request) *pb.SynthesisInput {
	in := &pb.SynthesisInput{CustomPronunciations: pronunciations(req.Pronunciations)}
	in.InputSource = &pb.SynthesisInput_Text{Text: req.Input}
	if req.Kind == ssml.KindSSML {
		in.InputSource = &pb.SynthesisInput_Ssml{Ssml: req.Input}
	}
	return in
}

func pronunciations(list []ssml.Pronunciation) *pb.CustomPronunciations {
	if len(list) == 0 {
		return nil
	}
	ipa := pb.CustomPronunciationParams_PHONETIC_ENCODING_IPA
	custom := &pb.CustomPronunciations{}
	for _, p := range list {
		custom.Pronunciations = append(custom.Pronunciations, &pb.CustomPronunciationParams{
			Phrase: &p.Phrase, PhoneticEncoding: &ipa, Pronunciation: &p.IPA,
		})
	}
	return custom
}

// decode reads samples at rate Hz. Emulators and older servers put a WAV header before them. An
// answer that is no audio is on the bill, and would be again.
func decode(audio []byte, rate int) (speech.Speech, error) {
	said, err := media.Answer{Body: audio}.Read(rate)
	if err != nil {
		err = speech.Charged(fmt.Errorf("%w: google's answer: %w", speech.ErrBadAudio, err))
	}
	return said, err
}
