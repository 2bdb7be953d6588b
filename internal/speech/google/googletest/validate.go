package googletest

import (
	"cmp"
	"slices"
	"strings"

	pb "cloud.google.com/go/texttospeech/apiv1/texttospeechpb"
)

// validate refuses what the service does. The rules are those of the API's reference,
// https://cloud.google.com/text-to-speech/docs/reference/rpc/google.cloud.texttospeech.v1, and of its quota page.
func validate(req *pb.SynthesizeSpeechRequest) error {
	for _, check := range []func(*pb.SynthesizeSpeechRequest) error{validateInput, validateVoice, validateAudio} {
		if err := check(req); err != nil {
			return err
		}
	}
	return nil
}

func validateInput(req *pb.SynthesizeSpeechRequest) error {
	input := words(req)
	limit := 5000
	if req.GetVoice().GetModelName() != "" {
		limit = 4000
	}
	if len(input) == 0 || len(input) > limit {
		return invalid("the input has %d bytes; it must be text or ssml and have 1 to %d", len(input), limit)
	}
	return nil
}

// words is the input, of which this service takes text and ssml.
func words(req *pb.SynthesizeSpeechRequest) string {
	return cmp.Or(req.GetInput().GetText(), req.GetInput().GetSsml())
}

func validateVoice(req *pb.SynthesizeSpeechRequest) error {
	name, lang, model := req.GetVoice().GetName(), req.GetVoice().GetLanguageCode(), req.GetVoice().GetModelName()
	switch {
	case lang == "":
		return invalid("voice.language_code is required")
	case !slices.Contains(voices, name):
		return invalid("voice %q does not exist", name)
	case model != "" && !strings.HasPrefix(model, "gemini-"):
		return invalid("model %q does not exist", model)
	case model == "" && name == "Kore":
		return invalid("voice %q requires a model name", name)
	case model == "" && !strings.EqualFold(lang, languageOf(name)):
		return invalid("requested language code %q doesn't match the voice's, %q", lang, languageOf(name))
	}
	return nil
}

func validateAudio(req *pb.SynthesizeSpeechRequest) error {
	audio := req.GetAudioConfig()
	encodings := []pb.AudioEncoding{pb.AudioEncoding_PCM, pb.AudioEncoding_LINEAR16}
	switch {
	case !slices.Contains(encodings, audio.GetAudioEncoding()):
		return invalid("audio encoding %v is not served here", audio.GetAudioEncoding())
	case !slices.Contains([]int32{8000, 16000, 22050, 24000, 44100, 48000}, audio.GetSampleRateHertz()):
		return invalid("sample rate %d Hz is not supported", audio.GetSampleRateHertz())
	case audio.GetSpeakingRate() != 0 && (audio.GetSpeakingRate() < 0.25 || audio.GetSpeakingRate() > 2):
		return invalid("speaking rate %v is not within 0.25 and 2", audio.GetSpeakingRate())
	case audio.GetPitch() != 0 && strings.Contains(req.GetVoice().GetName(), "Chirp3"):
		return invalid("this voice does not support pitch parameters at this time")
	}
	return nil
}
