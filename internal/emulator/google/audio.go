package google

import (
	"encoding/binary"
	"math"
	"slices"

	pb "cloud.google.com/go/texttospeech/apiv1/texttospeechpb"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"github.com/aloud-audio/aloud/internal/mp3"
	"github.com/aloud-audio/aloud/internal/pcm"
	"github.com/aloud-audio/aloud/internal/speech"
)

// adapt converts speech to another sample rate, speed (0 means 1) and gain (dB). Faster speech also
// has a higher pitch.
func adapt(s speech.Speech, rate int, speed, gain float64) []int16 {
	from := s.SampleRate
	if speed != 0 {
		from = int(math.Round(float64(from) * speed))
	}
	out := slices.Clone(pcm.Resample(s.Samples, from, rate))
	if gain != 0 {
		louder := math.Pow(10, gain/20)
		for i, sample := range out {
			out[i] = int16(min(max(float64(sample)*louder, math.MinInt16), math.MaxInt16))
		}
	}
	return out
}

// encode encodes the audio of a response.
func encode(s speech.Speech, encoding pb.AudioEncoding) ([]byte, error) {
	switch encoding {
	case pb.AudioEncoding_MP3:
		plain, err := mp3.Plain(mp3.Format{SampleRate: s.SampleRate, BitRate: 32}, s.Samples)
		if err != nil {
			return nil, status.Errorf(codes.Internal, "this emulator: %v", err)
		}
		return plain, nil
	case pb.AudioEncoding_LINEAR16:
		return pcm.AppendBytes(wavHeader(2*len(s.Samples), s.SampleRate), s.Samples), nil
	default:
		return pcm.AppendBytes(nil, s.Samples), nil
	}
}

// wavHeader returns the header of a WAV file with size bytes of 16-bit mono audio.
func wavHeader(size, rate int) []byte {
	h := binary.LittleEndian.AppendUint32([]byte("RIFF"), uint32(36+size))
	h = append(h, "WAVEfmt \x10\x00\x00\x00\x01\x00\x01\x00"...)
	h = binary.LittleEndian.AppendUint32(h, uint32(rate))
	h = binary.LittleEndian.AppendUint32(h, uint32(2*rate))
	h = append(h, "\x02\x00\x10\x00data"...)
	return binary.LittleEndian.AppendUint32(h, uint32(size))
}
