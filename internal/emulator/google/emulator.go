// Package google emulates Google Cloud Text-to-Speech on this machine. It is a gRPC server that
// refuses what the real service refuses, with its codes and messages, and synthesizes what it
// accepts with flite and espeak-ng.
//
// It shares no code with the client in internal/speech/google, so that a mistake in one shows in
// the other. It never streams, and is never more lenient than Google is known to be. Limits that
// Google does not document are modelled; docs/google.md lists them. Only the command `aloud
// emulator google` and tests call it.
package google

import (
	"context"
	"time"

	pb "cloud.google.com/go/texttospeech/apiv1/texttospeechpb"
	beta "google.golang.org/genproto/googleapis/cloud/texttospeech/v1beta1"
	"google.golang.org/grpc"
	"google.golang.org/grpc/status"

	"github.com/aloud-audio/aloud/internal/emulator/fault"
	"github.com/aloud-audio/aloud/internal/emulator/local"
)

// Options configure a server. The zero value is a service without faults that answers as fast as it
// can.
type Options struct {
	Speaker local.Speaker // nil: local.Local

	Latency        time.Duration // of every response with audio …
	PerAudioSecond time.Duration // … plus this for each second of audio; includes the emulator's own work

	Faults fault.Faults
	Seed   uint64 // of the random faults

	Minute    time.Duration  // the period of the quotas; 0: a minute
	Quotas    map[string]int // requests per minute by family, instead of DefaultQuotas
	Sentences map[string]int // characters of a sentence by family, instead of DefaultSentences; 0: no limit

	FewerMarks bool // the last time point is missing, as has been seen

	// Before, if set, is called with each request before anything else. Its error is the response.
	// For tests.
	Before func(context.Context, *pb.SynthesizeSpeechRequest) error
}

// Server is the service. It is safe for concurrent use.
type Server struct {
	pb.UnimplementedTextToSpeechServer
	options Options
	speaker local.Speaker
	quotas  *quotas
	faults  *fault.Plan
	stats   *recorder
}

// New returns a service that is not listening yet.
func New(o Options) *Server {
	speaker := o.Speaker
	if speaker == nil {
		speaker = local.Local
	}
	return &Server{
		options: o,
		speaker: local.Remembering(speaker),
		quotas:  newQuotas(o.Minute, o.Quotas),
		faults:  fault.NewPlan(o.Faults, o.Seed),
		stats:   newRecorder(),
	}
}

// Register registers the service with a gRPC server.
func (s *Server) Register(server *grpc.Server) {
	pb.RegisterTextToSpeechServer(server, s)
	beta.RegisterTextToSpeechServer(server, &betaServer{service: s})
}

// SynthesizeSpeech implements the service.
func (s *Server) SynthesizeSpeech(ctx context.Context, req *pb.SynthesizeSpeechRequest) (*pb.SynthesizeSpeechResponse, error) {
	audio, _, err := s.synthesize(ctx, req)
	if err != nil {
		return nil, err
	}
	return &pb.SynthesizeSpeechResponse{AudioContent: audio}, nil
}

func (s *Server) synthesize(ctx context.Context, req *pb.SynthesizeSpeechRequest) ([]byte, *Record, error) {
	began := time.Now()
	record := s.stats.begin(req)
	audio, err := s.answer(ctx, req, record, began)
	s.stats.end(record, status.Code(err))
	return audio, record, err
}

// answer takes the steps in the order of the real service: quota, rules, work, faults. From the
// work on, the request is billed.
func (s *Server) answer(ctx context.Context, req *pb.SynthesizeSpeechRequest, record *Record, began time.Time) ([]byte, error) {
	if s.options.Before != nil {
		if err := s.options.Before(ctx, req); err != nil {
			return nil, err
		}
	}
	record.Fault = s.faults.Of(record.Number)
	if err := s.admit(req, record); err != nil {
		return nil, err
	}
	said, err := s.accept(req)
	if err != nil {
		return nil, err
	}
	spoken, err := s.speak(ctx, req, said)
	if err != nil {
		return nil, err
	}
	record.Said, record.Billed, record.Audio = said.words(), billed(req.GetInput()), spoken.Duration()
	record.marks = said.marks()
	if err := s.wait(ctx, began, spoken.Duration(), record.Fault == fault.Hang); err != nil {
		return nil, err
	}
	return encode(fault.Damage(spoken, record.Fault), req.GetAudioConfig().GetAudioEncoding())
}

// wait waits for the rest of the modelled time, or forever if the request should hang.
func (s *Server) wait(ctx context.Context, began time.Time, audio time.Duration, hang bool) error {
	modelled := s.options.Latency + time.Duration(audio.Seconds()*float64(s.options.PerAudioSecond))
	timer := time.NewTimer(time.Until(began.Add(modelled)))
	defer timer.Stop()
	done := timer.C
	if hang {
		done = nil
	}
	select {
	case <-done:
		return nil
	case <-ctx.Done():
		return status.FromContextError(ctx.Err()).Err()
	}
}
