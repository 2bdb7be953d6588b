package polly

import (
	"context"
	"encoding/json"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/polly"
	"github.com/aws/aws-sdk-go-v2/service/polly/types"

	"github.com/aloud-audio/aloud/internal/logging"
	"github.com/aloud-audio/aloud/internal/script/ssml"
	"github.com/aloud-audio/aloud/internal/speech"
)

// onsetsOf returns how the engine returns onsets. The other engines vary from one request to the
// next, so that the marks of a second one would be of other speech.
func (s *Synthesizer) onsetsOf(engine types.Engine) speech.OnsetSource {
	if s.marks && (engine == types.EngineStandard || engine == types.EngineNeural) {
		return speech.Separately
	}
	return speech.NoOnsets
}

// mark is a line of an answer with speech marks,
// https://docs.aws.amazon.com/polly/latest/dg/speechmarks.html. Start is a byte of the text of the
// request, tags included.
type mark struct {
	Time  float64 `json:"time"` // ms
	Start int     `json:"start"`
}

// withOnsets returns the speech of a call with its onsets. Without an answer it has none: it is
// bought, and is aligned later.
func withOnsets(ctx context.Context, client *polly.Client, call speech.Call, said speech.Speech) speech.Speech {
	in := input(call.Request)
	in.OutputFormat, in.SampleRate, in.SpeechMarkTypes = types.OutputFormatJson, nil, []types.SpeechMarkType{types.SpeechMarkTypeWord}
	answer, err := client.SynthesizeSpeech(ctx, in)
	if err != nil {
		logging.From(ctx).WarnContext(ctx, "polly returned no speech marks; the speech is aligned instead", "voice", call.Voice, "error", classify(ctx, err))
		return said
	}
	defer answer.AudioStream.Close()
	var onsets []speech.Onset
	for lines := json.NewDecoder(answer.AudioStream); lines.More(); {
		var m mark
		if err := lines.Decode(&m); err != nil || m.Start > len(*in.Text) {
			return said
		}
		onsets = append(onsets, speech.Onset{Byte: placeOf(in, m.Start), Seconds: m.Time / 1000})
	}
	return speech.Timed(said, call.Words(), onsets)
}

// placeOf returns the byte of the words at a byte of the text.
func placeOf(in *polly.SynthesizeSpeechInput, at int) int {
	if in.TextType != types.TextTypeSsml {
		return at
	}
	return len(ssml.Input{Kind: ssml.KindSSML, Text: aws.ToString(in.Text)[:at]}.Words())
}
