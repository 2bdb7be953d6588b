package google

import (
	"context"
	"slices"
	"unicode/utf8"

	pb "cloud.google.com/go/texttospeech/apiv1/texttospeechpb"
	beta "google.golang.org/genproto/googleapis/cloud/texttospeech/v1beta1"
)

// betaServer is version v1beta1 of the service, which also says when it reaches a mark.
type betaServer struct {
	beta.UnimplementedTextToSpeechServer
	service *Server
}

// SynthesizeSpeech implements the service.
func (s *betaServer) SynthesizeSpeech(ctx context.Context, req *beta.SynthesizeSpeechRequest) (*beta.SynthesizeSpeechResponse, error) {
	audio, record, err := s.service.synthesize(ctx, inV1(req))
	if err != nil {
		return nil, err
	}
	answer := &beta.SynthesizeSpeechResponse{AudioContent: audio}
	if slices.Contains(req.GetEnableTimePointing(), beta.SynthesizeSpeechRequest_SSML_MARK) {
		answer.Timepoints = s.service.timepoints(record)
	}
	return answer, nil
}

// inV1 returns the request in v1, where its fields have the same numbers and values.
func inV1(req *beta.SynthesizeSpeechRequest) *pb.SynthesizeSpeechRequest {
	v1 := &pb.SynthesizeSpeechRequest{
		Input: &pb.SynthesisInput{InputSource: &pb.SynthesisInput_Text{Text: req.GetInput().GetText()}},
		Voice: &pb.VoiceSelectionParams{LanguageCode: req.GetVoice().GetLanguageCode(), Name: req.GetVoice().GetName()},
		AudioConfig: &pb.AudioConfig{
			AudioEncoding:   pb.AudioEncoding(req.GetAudioConfig().GetAudioEncoding()),
			SampleRateHertz: req.GetAudioConfig().GetSampleRateHertz(),
			SpeakingRate:    req.GetAudioConfig().GetSpeakingRate(),
		},
	}
	if ssml := req.GetInput().GetSsml(); ssml != "" {
		v1.Input.InputSource = &pb.SynthesisInput_Ssml{Ssml: ssml}
	}
	return v1
}

// mark is a mark in an utterance, and how much of the words is said before it.
type mark struct {
	name string
	part float64
}

func (u utterance) marks() (marks []mark) {
	all, before := utf8.RuneCountInString(u.words()), 0
	for _, p := range u {
		if p.mark != "" {
			marks = append(marks, mark{p.mark, float64(before) / float64(max(all, 1))})
		}
		before += utf8.RuneCountInString(p.text)
	}
	return marks
}

// timepoints has each character take equally long, as local.Tone says them.
func (s *Server) timepoints(record *Record) (points []*beta.Timepoint) {
	for _, m := range record.marks {
		points = append(points, &beta.Timepoint{MarkName: m.name, TimeSeconds: m.part * record.Audio.Seconds()})
	}
	if s.options.FewerMarks && len(points) > 0 {
		points = points[:len(points)-1]
	}
	return points
}
