// Package google synthesizes speech with Google Cloud Text-to-Speech, through its Go client over
// gRPC.
//
// It sends one request for each segment and never streams, queues, limits or caches: the decorators
// in package speech do that. internal/service creates the client.
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
	sampleRate = 24000 // Hz, the native rate of current voices
)

// Options configure the connection to the service.
type Options struct {
	// Endpoint is host:port; empty for texttospeech.googleapis.com:443. An address on this machine,
	// or one that begins with http://, is an emulator: it is called without encryption and
	// credentials.
	Endpoint string

	// CredentialsJSON is the content of a credentials file. Without it the application default
	// credentials are used,
	// https://cloud.google.com/docs/authentication/application-default-credentials.
	CredentialsJSON []byte

	// MaxSentence is the maximum length of a sentence in bytes, with markup. 0: the known limit of
	// the voice's family; negative: no limit.
	MaxSentence int

	// Timeout is the base time-out of a request, to which time for its length is added; 0 is 20
	// seconds.
	Timeout time.Duration
}

// Synthesizer is the service's client. It connects on the first request for speech or for the list
// of voices.
type Synthesizer struct {
	conn        connection
	maxSentence int
	timeout     time.Duration
}

// perByte is the time-out added for each byte of input. A byte is at most a letter, which is 70 ms
// of speech, and the slowest voices need a fraction of that.
const perByte = 20 * time.Millisecond

// New returns a client without connecting. Missing credentials are an error of the first call.
func New(o Options) *Synthesizer {
	if o.Timeout == 0 {
		o.Timeout = 20 * time.Second
	}
	return &Synthesizer{conn: connection{options: o}, maxSentence: o.MaxSentence, timeout: o.Timeout}
}

// Close closes the connection, if there is one.
func (s *Synthesizer) Close() error { return s.conn.close() }

// Synthesize sends one request, without a retry. Refusals are speech.ErrSentenceTooLong, ErrMarkup,
// ErrPermanent, *Busy or ErrUnavailable (also for missing credentials), with Google's reason; any
// other error can be retried.
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
	if call.Onsets {
		return synthesizeTimed(ctx, client, call)
	}
	resp, err := client.SynthesizeSpeech(ctx, message(req))
	if err != nil {
		return speech.Speech{}, classify(ctx, req, err)
	}
	return decode(resp.GetAudioContent(), req.SampleRate)
}

// ratesOf returns the rates of a request's voice. The speakers of Gemini models have none.
func ratesOf(req speech.Request) speech.Rates {
	if req.Model != "" {
		return speech.Rates{}
	}
	return familyOf(req.Voice).rates
}

func (s *Synthesizer) timeoutOf(req speech.Request) time.Duration {
	return s.timeout + time.Duration(len(req.Input))*perByte
}

// message returns the request as a protobuf message; it includes every field of req.
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
// answer that is not audio is billed all the same, and would be billed again.
func decode(audio []byte, rate int) (speech.Speech, error) {
	said, err := media.Answer{Body: audio}.Read(rate)
	if err != nil {
		err = speech.Charged(fmt.Errorf("%w: google's answer: %w", speech.ErrBadAudio, err))
	}
	return said, err
}
