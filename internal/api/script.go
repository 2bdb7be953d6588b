package api

import (
	"context"

	"github.com/aloud-audio/aloud/internal/article"
)

// Script is what would be read of an article. What is left out is not in it: that may be for
// members.
type Script struct {
	Segments []Segment `json:"segments" nullable:"false"`
	Silence  string    `json:"silence,omitempty" doc:"why nothing would be read"`
	Language string    `json:"language,omitempty"`
	Voice    string    `json:"voice,omitempty"`
	Seconds  float64   `json:"seconds" doc:"estimated"`
}

// Segment is a part of a script.
type Segment struct {
	Role     article.Role `json:"role"`
	Text     string       `json:"text" doc:"as the article has it"`
	Spoken   string       `json:"spoken" doc:"as the voice gets it"`
	Language string       `json:"language,omitempty" doc:"if it is another than the article's"`
	Voice    string       `json:"voice,omitempty" doc:"if it is another than the article's"`
}

func (s *server) script(ctx context.Context, in *ArticlePart) (Script, error) {
	n := s.Newsroom()
	ref, err := n.Ref(in.Site, in.ID)
	if err != nil {
		return Script{}, err
	}
	p, err := n.PreviewOf(ctx, ref)
	answer := Script{Segments: []Segment{}, Silence: p.Silence, Language: p.Article.Language}
	if err != nil || p.Silence != "" {
		return answer, err
	}
	answer.Voice, answer.Seconds = p.Voice.String(), p.Duration().Seconds()
	for _, segment := range p.Script.Segments {
		said := Segment{Role: segment.Role, Text: segment.Text, Spoken: segment.Spoken, Language: segment.Language}
		if voice := p.VoiceOf(segment); voice != p.Voice {
			said.Voice = voice.String()
		}
		answer.Segments = append(answer.Segments, said)
	}
	return answer, nil
}
