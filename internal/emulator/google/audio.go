package google

import (
	"encoding/binary"
	"math"
	"slices"

	pb "cloud.google.com/go/texttospeech/apiv1/texttospeechpb"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"github.com/aloud-audio/aloud/internal/mp3"
	"github.com/aloud-audio/aloud/internal/speech"
)

// resample is speech at another sample rate, spoken faster by speed (0 is 1) and louder by gain dB. Between samples it
// is linear: enough to be understood, and the emulator's voices are no better.
func resample(s speech.Speech, rate int, speed, gain float64) []int16 {
	if speed == 0 {
		speed = 1
	}
	if s.SampleRate == rate && speed == 1 && gain == 0 {
		return s.Samples
	}
	step := float64(s.SampleRate) / float64(rate) * speed
	louder := math.Pow(10, gain/20)
	out := make([]int16, int(float64(len(s.Samples))/step))
	for i := range out {
		at := float64(i) * step
		left := int(at)
		right := min(left+1, len(s.Samples)-1)
		value := float64(s.Samples[left]) + (at-float64(left))*(float64(s.Samples[right])-float64(s.Samples[left]))
		out[i] = int16(min(max(value*louder, math.MinInt16), math.MaxInt16))
	}
	return out
}

// encode makes the bytes of an answer.
func encode(s speech.Speech, encoding pb.AudioEncoding) ([]byte, error) {
	switch encoding {
	case pb.AudioEncoding_MP3:
		plain, err := mp3.Plain(mp3.Format{SampleRate: s.SampleRate, BitRate: 32}, s.Samples)
		if err != nil {
			return nil, status.Errorf(codes.Internal, "this emulator: %v", err)
		}
		return plain, nil
	case pb.AudioEncoding_LINEAR16:
		return appendPCM(wavHeader(2*len(s.Samples), s.SampleRate), s), nil
	default:
		return appendPCM(nil, s), nil
	}
}

func appendPCM(b []byte, s speech.Speech) []byte {
	b = slices.Grow(b, 2*len(s.Samples))
	for _, sample := range s.Samples {
		b = binary.LittleEndian.AppendUint16(b, uint16(sample))
	}
	return b
}

// wavHeader is that of a WAV file with size bytes of 16-bit mono audio.
func wavHeader(size, rate int) []byte {
	h := binary.LittleEndian.AppendUint32([]byte("RIFF"), uint32(36+size))
	h = append(h, "WAVEfmt \x10\x00\x00\x00\x01\x00\x01\x00"...)
	h = binary.LittleEndian.AppendUint32(h, uint32(rate))
	h = binary.LittleEndian.AppendUint32(h, uint32(2*rate))
	h = append(h, "\x02\x00\x10\x00data"...)
	return binary.LittleEndian.AppendUint32(h, uint32(size))
}
