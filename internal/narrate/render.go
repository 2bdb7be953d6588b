package narrate

import (
	"context"
	"fmt"
	"strings"

	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/track"
)

// inFlight bounds how many segments of one article are being spoken or wait to be encoded: enough to keep a remote
// provider's latency off the critical path, and all that is held of the article's sound at a time.
const inFlight = 8

// Render has a plan spoken and joins it into one track. After each segment done is called, if it is not nil, with the
// number of segments that are in the track.
func (n *Narrator) Render(ctx context.Context, plan Plan, done func(segments int)) (track.Track, error) {
	encoder, err := track.NewEncoder(track.Options{
		SampleRate: plan.Voice.SampleRate, BitRate: plan.bitRate, Tags: tags(plan),
	})
	if err != nil {
		return track.Track{}, fmt.Errorf("%w: %w", ErrPermanent, err)
	}
	spoken := 0
	buy := func(ctx context.Context, req speech.Request) (speech.Speech, error) {
		req.Payer = plan.payer
		return n.Voices.Synthesize(ctx, req)
	}
	for speech, err := range inOrder(ctx, plan.requests, buy) {
		if err != nil {
			return track.Track{}, fmt.Errorf("segment %d: %w", spoken, err)
		}
		segment := plan.Script.Segments[spoken]
		if err := encoder.Add(segment.Text, speech, segment.Pause); err != nil {
			return track.Track{}, fmt.Errorf("segment %d: %w", spoken, err)
		}
		spoken++
		if done != nil {
			done(spoken)
		}
	}
	return finish(ctx, encoder, plan)
}

// finish closes the track and refuses one that does not hold the whole script.
func finish(ctx context.Context, encoder *track.Encoder, plan Plan) (track.Track, error) {
	if err := ctx.Err(); err != nil {
		return track.Track{}, err
	}
	trk, err := encoder.Finish()
	if err == nil && len(trk.Cues) != len(plan.Script.Segments) {
		err = fmt.Errorf("the track has %d of %d segments", len(trk.Cues), len(plan.Script.Segments))
	}
	return trk, err
}

func tags(plan Plan) track.Tags {
	return track.Tags{
		Title: plan.Article.Title, Artist: strings.Join(plan.Article.Byline, ", "), Language: plan.Article.Language, Label: Label,
	}
}
