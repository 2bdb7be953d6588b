package google

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	pb "cloud.google.com/go/texttospeech/apiv1/texttospeechpb"
)

// readInput returns what the input says, or the refusal.
func readInput(f family, locale string, in *pb.SynthesisInput) (utterance, error) {
	source, err := inputSource(in)
	if err != nil {
		return nil, err
	}
	if err := checkSize(f, source, in.GetPrompt()); err != nil {
		return nil, err
	}
	if in.Prompt != nil && !f.gemini {
		return nil, invalid("This voice does not support a prompt.")
	}
	switch in.GetInputSource().(type) {
	case *pb.SynthesisInput_Ssml:
		return readSSML(f, source)
	case *pb.SynthesisInput_Markup:
		return readMarkup(f, locale, source)
	default:
		return utterance{{text: f.withoutDirections(source)}}, nil
	}
}

// inputSource returns the text, SSML or markup to say; exactly one must be present and not empty.
func inputSource(in *pb.SynthesisInput) (string, error) {
	var source string
	switch of := in.GetInputSource().(type) {
	case *pb.SynthesisInput_Text:
		source = of.Text
	case *pb.SynthesisInput_Ssml:
		source = of.Ssml
	case *pb.SynthesisInput_Markup:
		source = of.Markup
	case *pb.SynthesisInput_MultiSpeakerMarkup:
		return "", invalid("Multi-speaker markup is not served by this emulator.")
	}
	if source == "" {
		return "", invalid("Exactly one of `input.text`, `input.ssml`, `input.markup` or `input.multi_speaker_markup` must be set.")
	}
	return source, nil
}

func checkSize(f family, source, prompt string) error {
	switch {
	case f.gemini && len(source)+len(prompt) > maxInputGemini:
		return invalid("Either `input.text` or `input.prompt` is longer than the limit of %d bytes.", maxInputGemini)
	case len(source) > maxInput:
		return invalid("Either `input.text` or `input.ssml` is longer than the limit of %d bytes. This limit is different from quotas. "+
			"To fix, reduce the byte length of the characters in this request, or consider using the Long Audio API: "+
			"https://cloud.google.com/text-to-speech/docs/create-audio-text-long-audio-synthesis.", maxInput)
	}
	return nil
}

// checkPronunciations requires every phrase to occur in what is said, outside of phoneme elements.
// Google documents the requirement, but not what happens without. Here the request is refused,
// because nobody would hear the difference.
func checkPronunciations(f family, locale string, in *pb.SynthesisInput, said utterance) error {
	list := in.GetCustomPronunciations().GetPronunciations()
	if len(list) == 0 {
		return nil
	}
	if !f.phrases || containsFold(withoutPhrases, locale) {
		return invalid("Custom pronunciations are not supported for this voice and locale %s.", locale)
	}
	text := said.free()
	for _, p := range list {
		switch {
		case p.GetPhoneticEncoding() == pb.CustomPronunciationParams_PHONETIC_ENCODING_UNSPECIFIED, p.GetPronunciation() == "":
			return invalid("Custom pronunciation of '%s' needs a phonetic encoding and a pronunciation.", p.GetPhrase())
		case p.GetPhrase() == "" || !strings.Contains(text, p.GetPhrase()):
			return invalid("Custom pronunciation phrase '%s' does not match the input.", p.GetPhrase())
		}
	}
	return nil
}

func containsFold(list []string, s string) bool {
	return slices.ContainsFunc(list, func(have string) bool { return strings.EqualFold(have, s) })
}

var direction = regexp.MustCompile(`\[[^\]]*\]`)

// withoutDirections drops what such voices take for a direction: the listener does not hear words
// in brackets.
func (f family) withoutDirections(text string) string {
	if !f.brackets {
		return text
	}
	return direction.ReplaceAllString(text, "")
}

var markTag = regexp.MustCompile(`</?mark\b[^>]*>`)

// billed returns how many characters of an input are charged: all, tags included, except <mark>.
// https://cloud.google.com/text-to-speech/pricing
func billed(in *pb.SynthesisInput) int {
	source, _ := inputSource(in)
	if in.GetSsml() != "" {
		source = markTag.ReplaceAllString(source, "")
	}
	return utf8.RuneCountInString(source) + utf8.RuneCountInString(in.GetPrompt())
}
