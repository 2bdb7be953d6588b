package google

import (
	"context"
	"strings"
	"time"
	"unicode"

	pb "cloud.google.com/go/texttospeech/apiv1/texttospeechpb"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"github.com/aloud-audio/aloud/internal/speech"
)

// wordless is the length of silence for an input without words.
const wordless = 200 * time.Millisecond

// speak synthesizes an utterance at the requested sample rate, speaking rate and gain. The speaking
// rate changes the pitch too, and a requested pitch is not heard: only the duration matters here.
func (s *Server) speak(ctx context.Context, req *pb.SynthesizeSpeechRequest, said utterance) (speech.Speech, error) {
	config := req.GetAudioConfig()
	rate := int(config.GetSampleRateHertz())
	if rate == 0 {
		rate = naturalRate
	}
	audio := speech.Speech{SampleRate: rate}
	for _, p := range said.joined() {
		if p.pause > 0 {
			audio.Samples = append(audio.Samples, make([]int16, int(p.pause.Seconds()*float64(rate)))...)
			continue
		}
		voiced, err := s.speaker(ctx, req.GetVoice().GetLanguageCode(), p.text)
		if err != nil {
			return speech.Speech{}, speakError(ctx, err)
		}
		audio.Samples = append(audio.Samples, adapt(voiced, rate, config.GetSpeakingRate(), config.GetVolumeGainDb())...)
	}
	if len(audio.Samples) == 0 {
		audio.Samples = make([]int16, int(wordless.Seconds()*float64(rate)))
	}
	return audio, nil
}

// speakError distinguishes a client that has left from a machine that cannot synthesize.
func speakError(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return status.FromContextError(ctx.Err()).Err()
	}
	return status.Errorf(codes.Internal, "this emulator: %v", err)
}

// joined returns the utterance with the words between pauses joined, and without anything that has
// no sound.
func (u utterance) joined() utterance {
	var all utterance
	var words strings.Builder
	flush := func() {
		if strings.ContainsFunc(words.String(), func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }) {
			all = append(all, part{text: words.String()})
		}
		words.Reset()
	}
	apart := false // a sentence has ended since the last words
	for _, p := range u {
		if apart && p.text != "" && words.Len() > 0 {
			words.WriteByte(' ')
			apart = false
		}
		words.WriteString(p.text)
		apart = apart || p.breaks
		if p.pause > 0 {
			flush()
			all = append(all, part{pause: p.pause})
		}
	}
	flush()
	return all
}
