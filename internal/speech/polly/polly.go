// Package polly synthesizes speech with Amazon Polly, through the AWS SDK.
//
// It sends one request for each segment and never streams, retries, limits or caches: the
// decorators in package speech do that. Speech marks are a second, equally expensive request, made
// only if Options say so. internal/service creates the client.
package polly

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/polly"
	"github.com/aws/aws-sdk-go-v2/service/polly/types"

	"github.com/aloud-audio/aloud/internal/script/ssml"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/speech/media"
)

const (
	provider = "polly"

	// encoding is signed 16 bit without a header, mono, at 8 or 16 kHz only:
	// https://docs.aws.amazon.com/polly/latest/dg/API_SynthesizeSpeech.html. Polly's formats with
	// higher rates are lossy.
	encoding    = string(types.OutputFormatPcm)
	contentType = "audio/pcm"
	sampleRate  = 16000 // Hz
)

// Options configure the connection. Region and credentials are found the way AWS tools find them.
type Options struct {
	Endpoint string        // base URL; empty: the region's endpoint
	Timeout  time.Duration // of one request; zero is a minute
	Marks    bool          // calls may request onsets, which are bought as speech marks
}

// Synthesizer is the service's client. It looks up the region and the credentials on the first
// call.
type Synthesizer struct {
	conn      connection
	described described
	timeout   time.Duration
	marks     bool
}

// New returns a client without connecting. Missing region or credentials are an error of the first
// call.
func New(o Options) *Synthesizer {
	if o.Timeout == 0 {
		o.Timeout = time.Minute
	}
	return &Synthesizer{conn: connection{endpoint: o.Endpoint}, timeout: o.Timeout, marks: o.Marks}
}

// Synthesize sends one request. It first looks up an unknown voice, so that no speech is bought
// from a voice of another language.
func (s *Synthesizer) Synthesize(ctx context.Context, call speech.Call) (speech.Speech, error) {
	req := call.Request
	if err := check(req); err != nil {
		return speech.Speech{}, err
	}
	client, err := s.conn.client(ctx)
	if err != nil {
		return speech.Speech{}, err
	}
	ctx, cancel := speech.WithTimeout(ctx, s.timeout)
	defer cancel()
	if err := s.verify(ctx, client, req); err != nil {
		return speech.Speech{}, err
	}
	answer, err := client.SynthesizeSpeech(ctx, input(req))
	if err != nil {
		return speech.Speech{}, classify(ctx, err)
	}
	defer answer.AudioStream.Close()
	said, err := decode(ctx, answer, req.SampleRate)
	if err != nil || !call.Onsets {
		return said, err
	}
	return withOnsets(ctx, client, call, said), nil
}

func check(req speech.Request) error {
	if err := req.Check(ssml.KindText, ssml.KindSSML); err != nil {
		return err
	}
	if req.Encoding != encoding {
		return speech.Permanent(fmt.Errorf("polly returns only %s here, not %q", encoding, req.Encoding))
	}
	return req.CheckRate(engineRates[types.Engine(req.Model)])
}

// input returns the request as the service expects it. The language is sent if it is one of Polly's
// codes, which is true for every known voice.
func input(req speech.Request) *polly.SynthesizeSpeechInput {
	in := &polly.SynthesizeSpeechInput{
		Engine:       types.Engine(req.Model),
		VoiceId:      types.VoiceId(req.Voice),
		OutputFormat: types.OutputFormat(req.Encoding),
		SampleRate:   aws.String(strconv.Itoa(req.SampleRate)),
		Text:         aws.String(req.Input),
		TextType:     types.TextTypeText,
	}
	if req.Kind == ssml.KindSSML {
		in.TextType = types.TextTypeSsml
	}
	if req.Rate != 0 {
		in.TextType, in.Text = types.TextTypeSsml, aws.String(atRate(req))
	}
	if isCode(req.Language) {
		in.LanguageCode = types.LanguageCode(req.Language)
	}
	return in
}

// atRate returns the request's input as SSML with its speaking rate. Tags are not billed.
func atRate(req speech.Request) string {
	const begin, end = "<speak>", "</speak>"
	content := strings.TrimSuffix(strings.TrimPrefix(req.Input, begin), end)
	if req.Kind == ssml.KindText {
		content = escape.Replace(req.Input)
	}
	return fmt.Sprintf(`%s<prosody rate="%.0f%%">%s</prosody>%s`, begin, 100*req.Rate, content, end)
}

var escape = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

func decode(ctx context.Context, answer *polly.SynthesizeSpeechOutput, rate int) (speech.Speech, error) {
	if got := aws.ToString(answer.ContentType); got != contentType {
		return speech.Speech{}, speech.Charged(fmt.Errorf("%w: polly answered with %q instead of %s (is ALOUD_POLLY_ENDPOINT right?)", speech.ErrUnavailable, got, contentType))
	}
	pcm, err := io.ReadAll(answer.AudioStream)
	if err != nil {
		return speech.Speech{}, classifyBroken(ctx, len(pcm), err)
	}
	said, err := media.Answer{Header: http.Header{"Content-Type": {contentType}}, Body: pcm}.Read(rate)
	if err != nil {
		return speech.Speech{}, speech.Charged(fmt.Errorf("polly's answer: %w", err)) // may be whole next time
	}
	return said, nil
}
