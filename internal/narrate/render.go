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

// Render has a plan spoken and makes its track. After each segment done is called, if it is not nil, with the number of
// segments that are in the track.
func (n *Narrator) Render(ctx context.Context, plan Plan, done func(segments int)) (track.Track, error) {
	builder, err := track.NewBuilder(plan.Script.Segments, track.Options{
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
		if err := builder.Add(spoken, speech); err != nil {
			return track.Track{}, fmt.Errorf("%w: %w", ErrPermanent, err)
		}
		spoken++
		if done != nil {
			done(spoken)
		}
	}
	return finish(ctx, builder)
}

// finish joins the track, which the track's own checks may refuse.
func finish(ctx context.Context, builder *track.Builder) (track.Track, error) {
	if err := ctx.Err(); err != nil {
		return track.Track{}, err
	}
	trk, err := builder.Finish()
	if err != nil {
		err = fmt.Errorf("%w: %w", ErrPermanent, err)
	}
	return trk, err
}

func tags(plan Plan) track.Tags {
	return track.Tags{
		Title: plan.Article.Title, Artist: strings.Join(plan.Article.Byline, ", "), Language: plan.Article.Language, Label: Label,
	}
}
