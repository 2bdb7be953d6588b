// Package polly speaks with Amazon Polly, by the AWS SDK.
//
// It sends one request for each segment and never streams, repeats, limits or keeps anything: that
// is for the decorators in package speech. Speech marks would be a second request, paid for like
// the first, and are not asked for. internal/service makes it.
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

	// encoding is signed 16 bit without a header, mono, of 8 or 16 kHz and no other rate:
	// https://docs.aws.amazon.com/polly/latest/dg/API_SynthesizeSpeech.html. What has a higher rate
	// there is lossy.
	encoding    = string(types.OutputFormatPcm)
	contentType = "audio/pcm"
	sampleRate  = 16000 // Hz
)

// Options say how to reach the service. Region and credentials are found as AWS tools find them.
type Options struct {
	Endpoint string        // base URL of another than the region's own; empty: that one
	Timeout  time.Duration // of one request; zero is a minute
}

// Synthesizer is the service's client. It looks for region and credentials when it is first asked
// for something.
type Synthesizer struct {
	conn      connection
	described described
	timeout   time.Duration
}

// New returns a client without connecting. A missing region or missing credentials are an error of
// the first call.
func New(o Options) *Synthesizer {
	if o.Timeout == 0 {
		o.Timeout = time.Minute
	}
	return &Synthesizer{conn: connection{endpoint: o.Endpoint}, timeout: o.Timeout}
}

// Synthesize speaks one request. A voice that this package does not know is looked up first, so
// that none is bought that speaks another language.
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
	return decode(ctx, answer, req.SampleRate)
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

// input is the request as the service gets it. The language is sent if it is one of Polly's
// codes, which it is of every voice that is known.
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

// atRate is the request's input as SSML that is spoken at its rate. Tags are not billed.
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
		return speech.Speech{}, speech.Charged(fmt.Errorf("polly's answer: %w", err)) // it broke off: another try may be whole
	}
	return said, nil
}
