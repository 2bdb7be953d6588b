package google

import (
	"context"
	"strconv"

	texttospeech "cloud.google.com/go/texttospeech/apiv1"
	beta "google.golang.org/genproto/googleapis/cloud/texttospeech/v1beta1"

	"github.com/aloud-audio/aloud/internal/speech"
)

// synthesizeTimed sends a request with a mark before each word. Only v1beta1 of the service returns
// when it reaches a mark,
// https://cloud.google.com/text-to-speech/docs/reference/rest/v1beta1/text/synthesize, and the Go
// client does not know that version.
func synthesizeTimed(ctx context.Context, client *texttospeech.Client, call speech.Call) (speech.Speech, error) {
	req, marked, places := timedMessage(call)
	//nolint:staticcheck // Connection is deprecated because its result varies: any one does here.
	answer, err := beta.NewTextToSpeechClient(client.Connection()).SynthesizeSpeech(ctx, req)
	if err != nil {
		return speech.Speech{}, classify(ctx, marked, err)
	}
	said, err := decode(answer.GetAudioContent(), call.SampleRate)
	if err != nil {
		return said, err
	}
	return speech.Timed(said, call.Words(), onsets(answer.GetTimepoints(), places)), nil
}

// timedMessage returns a call's request with marks, also as a protobuf message. Its definition has
// no audio without a WAV header.
func timedMessage(call speech.Call) (*beta.SynthesizeSpeechRequest, speech.Request, []int) {
	marked, places := call.Marked()
	req := call.Request
	req.Kind, req.Input = marked.Kind, marked.Text
	return &beta.SynthesizeSpeechRequest{
		Input:       &beta.SynthesisInput{InputSource: &beta.SynthesisInput_Ssml{Ssml: req.Input}},
		Voice:       &beta.VoiceSelectionParams{LanguageCode: req.Language, Name: req.Voice},
		AudioConfig: &beta.AudioConfig{AudioEncoding: beta.AudioEncoding_LINEAR16, SampleRateHertz: int32(req.SampleRate), SpeakingRate: req.Rate},

		EnableTimePointing: []beta.SynthesizeSpeechRequest_TimepointType{beta.SynthesizeSpeechRequest_SSML_MARK},
	}, req, places
}

// onsets returns nil if time points are missing, which happens.
func onsets(points []*beta.Timepoint, places []int) []speech.Onset {
	if len(points) != len(places) {
		return nil
	}
	all := make([]speech.Onset, len(points))
	for i, point := range points {
		if point.GetMarkName() != strconv.Itoa(i) {
			return nil
		}
		all[i] = speech.Onset{Byte: places[i], Seconds: point.GetTimeSeconds()}
	}
	return all
}
