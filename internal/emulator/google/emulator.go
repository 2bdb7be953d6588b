// Package google is Google Cloud Text-to-Speech on this machine: a gRPC server that refuses what the real service
// refuses, with its codes and words, and that really speaks what it accepts, with flite and espeak-ng.
//
// It stands on top of the flow and shares no rule with the client in internal/speech/google: what one of them has wrong,
// the other shows. It never streams, and it never is more lenient than Google is known to be; where Google's limits are
// not documented they are modelled, as docs/google.md lists. The command `aloud emulator google` and tests call it, and
// nothing else.
package google

import (
	"context"
	"time"

	pb "cloud.google.com/go/texttospeech/apiv1/texttospeechpb"
	"google.golang.org/grpc"
	"google.golang.org/grpc/status"
)

// Options of a server. The zero value is a service without faults that speaks as fast as it can.
type Options struct {
	Speaker Speaker // nil: Local

	Latency        time.Duration // of every answer with audio …
	PerAudioSecond time.Duration // … and for each second of it; the emulator's own work counts inside

	Faults Faults
	Seed   uint64 // of the faults' rates

	Minute    time.Duration  // of the quotas; 0: a minute
	Quotas    map[string]int // requests a minute by family, in place of DefaultQuotas
	Sentences map[string]int // characters of a sentence by family, in place of DefaultSentences; 0: any

	// Before, if set, is called with each request before it is looked at; an error is the answer. For tests.
	Before func(context.Context, *pb.SynthesizeSpeechRequest) error
}

// Server is the service. Its methods may be called concurrently.
type Server struct {
	pb.UnimplementedTextToSpeechServer
	options Options
	speaker Speaker
	quotas  *quotas
	faults  *faultPlan
	stats   *recorder
}

// New returns a service that listens nowhere yet.
func New(o Options) *Server {
	speaker := o.Speaker
	if speaker == nil {
		speaker = Local
	}
	return &Server{
		options: o,
		speaker: remembering(speaker),
		quotas:  newQuotas(o.Minute, o.Quotas),
		faults:  newFaultPlan(o.Faults, o.Seed),
		stats:   newRecorder(),
	}
}

// Register makes the service one of a gRPC server's.
func (s *Server) Register(server *grpc.Server) { pb.RegisterTextToSpeechServer(server, s) }

// SynthesizeSpeech implements the service.
func (s *Server) SynthesizeSpeech(ctx context.Context, req *pb.SynthesizeSpeechRequest) (*pb.SynthesizeSpeechResponse, error) {
	began := time.Now()
	record := s.stats.begin(req)
	audio, err := s.answer(ctx, req, record, began)
	s.stats.end(record, status.Code(err))
	if err != nil {
		return nil, err
	}
	return &pb.SynthesizeSpeechResponse{AudioContent: audio}, nil
}

// answer takes the steps in the order in which the real service can meet them: its quota, its rules, its work, its
// faults. From the work on, the request is billed.
func (s *Server) answer(ctx context.Context, req *pb.SynthesizeSpeechRequest, record *Record, began time.Time) ([]byte, error) {
	if s.options.Before != nil {
		if err := s.options.Before(ctx, req); err != nil {
			return nil, err
		}
	}
	fault := s.faults.of(record.Number)
	record.Fault = fault
	if err := s.admit(req, record, fault); err != nil {
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
	if err := s.wait(ctx, began, spoken.Duration(), fault == Hang); err != nil {
		return nil, err
	}
	return encode(damage(spoken, fault), req.GetAudioConfig().GetAudioEncoding())
}

// wait is the rest of the modelled time that the work has not taken; for ever if the request is to hang.
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
