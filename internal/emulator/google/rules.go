package google

import (
	"slices"
	"strings"

	pb "cloud.google.com/go/texttospeech/apiv1/texttospeechpb"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
)

func invalid(format string, args ...any) error {
	return status.Errorf(codes.InvalidArgument, format, args...)
}

// accept returns what a request says, or Google's refusal.
func (s *Server) accept(req *pb.SynthesizeSpeechRequest) (utterance, error) {
	f, err := checkVoice(req.GetVoice())
	if err != nil {
		return nil, err
	}
	if err := checkAudio(f, req.GetAudioConfig()); err != nil {
		return nil, err
	}
	locale := req.GetVoice().GetLanguageCode()
	said, err := readInput(f, locale, req.GetInput())
	if err != nil {
		return nil, err
	}
	if err := checkSentences(f, s.sentenceLimit(f), said); err != nil {
		return nil, err
	}
	return said, checkPronunciations(f, locale, req.GetInput(), said)
}

func (s *Server) sentenceLimit(f family) int {
	if limit, given := s.options.Sentences[f.name]; given {
		return limit
	}
	return f.sentence
}

// checkVoice finds the voice's family.
func checkVoice(v *pb.VoiceSelectionParams) (family, error) {
	name, lang, model := v.GetName(), v.GetLanguageCode(), v.GetModelName()
	if lang == "" {
		return family{}, invalid("Voice language code is required.")
	}
	voice, found := findVoice(name)
	if !found {
		return family{}, invalid("Voice '%s' does not exist. Is it misspelled?", name)
	}
	speaker := slices.Contains(speakers, voice.GetName())
	if speaker && model == "" {
		return family{}, invalid("This voice requires a model name to be specified.")
	}
	f, known := familyOf(voice.GetName(), model)
	if !known || f.gemini != speaker {
		return family{}, invalid("Model '%s' is not available for voice '%s'.", model, name)
	}
	if own := voice.GetLanguageCodes()[0]; !speaker && !strings.EqualFold(own, lang) {
		return family{}, invalid("Requested language code %s doesn't match the voice %s language code %s. "+
			"Either specify a different voice or change the requested language code to %s.", lang, name, own, own)
	}
	return f, nil
}

var (
	encodings   = []pb.AudioEncoding{pb.AudioEncoding_LINEAR16, pb.AudioEncoding_PCM, pb.AudioEncoding_MP3}
	sampleRates = []int32{8000, 11025, 16000, 22050, 24000, 32000, 44100, 48000}

	effects = strings.Fields(`wearable-class-device handset-class-device headphone-class-device small-bluetooth-speaker-class-device
		medium-bluetooth-speaker-class-device large-home-entertainment-class-device large-automotive-class-device
		telephony-class-application`)
)

func checkAudio(f family, a *pb.AudioConfig) error {
	rate, pitch, gain := a.GetSpeakingRate(), a.GetPitch(), a.GetVolumeGainDb()
	switch {
	case a.GetAudioEncoding() == pb.AudioEncoding_AUDIO_ENCODING_UNSPECIFIED:
		return invalid("Audio encoding is required.")
	case !slices.Contains(encodings, a.GetAudioEncoding()):
		return invalid("Audio encoding %s is not served by this emulator: ask for LINEAR16, PCM or MP3.", a.GetAudioEncoding())
	case a.GetSampleRateHertz() != 0 && !slices.Contains(sampleRates, a.GetSampleRateHertz()):
		return invalid("Sample rate %d Hz is not supported.", a.GetSampleRateHertz())
	case pitch != 0 && !f.pitch:
		return invalid("This voice does not support pitch parameters at this time.")
	case pitch < -20 || pitch > 20:
		return invalid("Pitch %v is out of range [-20.0, 20.0].", pitch)
	case rate != 0 && rate != 1 && !f.rate:
		return invalid("This voice does not support speaking rate parameters at this time.")
	case rate != 0 && (rate < 0.25 || rate > 2):
		return invalid("Speaking rate %v is out of range [0.25, 2.0].", rate)
	case gain < -96 || gain > 16:
		return invalid("Volume gain %v is out of range [-96.0, 16.0].", gain)
	}
	return checkEffects(a.GetEffectsProfileId())
}

func checkEffects(ids []string) error {
	for _, id := range ids {
		if !slices.Contains(effects, id) {
			return invalid("Audio effects profile %s does not exist.", id)
		}
	}
	return nil
}
