// Package googletest is a Google Cloud Text-to-Speech service for tests: a gRPC server in this process that refuses
// what the real one refuses, as far as aloud's requests go, says everything as a tone, and records what it was asked.
package googletest

import (
	"context"
	"encoding/binary"
	"math"
	"net"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	pb "cloud.google.com/go/texttospeech/apiv1/texttospeechpb"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
)

// Server is a running service. Set its fields before the first request.
type Server struct {
	// Endpoint is its address, host:port, on this machine.
	Endpoint string

	// Before, if set, is called with each request before it is looked at; its error is the answer.
	Before func(context.Context, *pb.SynthesizeSpeechRequest) error

	// HeaderOnPCM puts a WAV header before audio that was to have none.
	HeaderOnPCM bool

	pb.UnimplementedTextToSpeechServer
	mu       sync.Mutex
	requests []*pb.SynthesizeSpeechRequest
}

// Start runs a server until the test ends.
func Start(t testing.TB) *Server {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s := &Server{Endpoint: listener.Addr().String()}
	server := grpc.NewServer()
	pb.RegisterTextToSpeechServer(server, s)
	served := make(chan error, 1)
	go func() { served <- server.Serve(listener) }()
	t.Cleanup(func() {
		server.Stop()
		if err := <-served; err != nil {
			t.Errorf("googletest: %v", err)
		}
	})
	return s
}

// Requests returns what was asked so far, refused requests included.
func (s *Server) Requests() []*pb.SynthesizeSpeechRequest {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]*pb.SynthesizeSpeechRequest(nil), s.requests...)
}

// voices are those of the service, among them a Gemini speaker as Google lists it: without a language.
var voices = []string{"en-US-Chirp3-HD-Kore", "en-US-Neural2-F", "uk-UA-Chirp3-HD-Kore", "uk-UA-Standard-A", "Kore"}

// ListVoices implements the service.
func (s *Server) ListVoices(context.Context, *pb.ListVoicesRequest) (*pb.ListVoicesResponse, error) {
	resp := &pb.ListVoicesResponse{}
	for _, name := range voices {
		resp.Voices = append(resp.Voices, &pb.Voice{
			Name:                   name,
			LanguageCodes:          []string{languageOf(name)},
			NaturalSampleRateHertz: 24000,
		})
	}
	return resp, nil
}

// languageOf is the language that a voice's name begins with; Google gives its Gemini speakers en-US.
func languageOf(name string) string {
	parts := strings.SplitN(name, "-", 3)
	if len(parts) < 3 {
		return "en-US"
	}
	return parts[0] + "-" + parts[1]
}

// SynthesizeSpeech implements the service.
func (s *Server) SynthesizeSpeech(ctx context.Context, req *pb.SynthesizeSpeechRequest) (*pb.SynthesizeSpeechResponse, error) {
	s.mu.Lock()
	s.requests = append(s.requests, req)
	s.mu.Unlock()
	if s.Before != nil {
		if err := s.Before(ctx, req); err != nil {
			return nil, err
		}
	}
	if err := validate(req); err != nil {
		return nil, err
	}
	audio := tone(words(req), req.GetAudioConfig().GetSampleRateHertz())
	if s.HeaderOnPCM || req.GetAudioConfig().GetAudioEncoding() == pb.AudioEncoding_LINEAR16 {
		audio = append(header(len(audio), req.GetAudioConfig().GetSampleRateHertz()), audio...)
	}
	return &pb.SynthesizeSpeechResponse{AudioContent: audio}, nil
}

// tone is 440 Hz for 70 ms a character, signed 16-bit little-endian mono at rate Hz.
func tone(text string, rate int32) []byte {
	n := utf8.RuneCountInString(text) * int(rate) * 70 / 1000
	pcm := make([]byte, 0, 2*n)
	for i := range n {
		sample := int16(8000 * math.Sin(2*math.Pi*440*float64(i)/float64(rate)))
		pcm = binary.LittleEndian.AppendUint16(pcm, uint16(sample))
	}
	return pcm
}

// header is that of a WAV file with size bytes of audio.
func header(size int, rate int32) []byte {
	h := binary.LittleEndian.AppendUint32([]byte("RIFF"), uint32(36+size))
	h = append(h, "WAVEfmt \x10\x00\x00\x00\x01\x00\x01\x00"...)
	h = binary.LittleEndian.AppendUint32(h, uint32(rate))
	h = binary.LittleEndian.AppendUint32(h, uint32(2*rate))
	h = append(h, "\x02\x00\x10\x00data"...)
	return binary.LittleEndian.AppendUint32(h, uint32(size))
}

func invalid(format string, args ...any) error {
	return status.Errorf(codes.InvalidArgument, format, args...)
}
