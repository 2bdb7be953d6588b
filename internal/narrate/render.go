package narrate

import (
	"context"
	"fmt"
	"math"
	"net/url"
	"strings"
	"sync"

	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/track"
)

// missed is how far, in LU, a track's loudness may lie off its target: half of what is promised.
const missed = 0.25

// Render has a plan spoken and makes its track. After each segment done is called, if it is not nil, with the number of
// segments that are in the track. A track that misses its loudness, which only all of it can tell, is made again with what
// was missing: its speech has been bought.
func (n *Narrator) Render(ctx context.Context, plan Plan, done func(segments int)) (track.Track, error) {
	opts := track.Options{SampleRate: plan.Voice.SampleRate, BitRate: plan.bitRate, Tags: tags(plan)}
	trk, err := n.build(ctx, plan, opts, done)
	if err != nil || math.Abs(trk.Correction()) <= missed {
		return trk, err
	}
	opts.Gain, opts.Correction = &trk.Gain, trk.Correction()
	return n.build(ctx, plan, opts, nil)
}

// build has each segment spoken and encoded as it comes, and joins them.
func (n *Narrator) build(ctx context.Context, plan Plan, opts track.Options, done func(segments int)) (track.Track, error) {
	builder, err := track.NewBuilder(plan.Script.Segments, opts)
	if err != nil {
		return track.Track{}, fmt.Errorf("%w: %w", ErrPermanent, err)
	}
	turns := make(speech.Turns, inFlight)
	speak := func(ctx context.Context, req speech.Request) (speech.Speech, error) {
		req.Payer, req.Turns = plan.payer, turns
		return n.Voices.Synthesize(ctx, req)
	}
	var mu sync.Mutex
	taken := 0
	take := func(index int, s speech.Speech) error {
		if err := builder.Add(index, s); err != nil {
			return fmt.Errorf("%w: %w", ErrPermanent, err)
		}
		mu.Lock()
		defer mu.Unlock()
		taken++
		if done != nil {
			done(taken)
		}
		return nil
	}
	if err := sideBySide(ctx, plan.requests, speak, take); err != nil {
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
		Title: plan.Article.Title, Artist: strings.Join(plan.Article.Byline, ", "), Site: host(plan.site.URL),
		Language: plan.Article.Language, URL: plan.Article.URL, Label: Label, Voice: plan.Voice.String(),
	}
}

// host is the publication's name as its address has it, "" if the settings name none.
func host(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return u.Hostname()
}
