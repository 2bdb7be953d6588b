package narrate

import (
	"context"
	"fmt"
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"

	"github.com/aloud-audio/aloud/internal/logging"
	"github.com/aloud-audio/aloud/internal/recognise"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/track"
)

// What the recogniser's answers mean. Of the right text it hears nearly all in clear voices, of another a third at most.
const (
	missedWords = 0.4 // part of a segment's words under which it says something else
	understood  = 0.6 // part of all segments' words, by their median, under which the voice is beyond the recogniser
	neighbours  = 6   // segments on either side whose words might be said in its place
)

// verify has a recogniser hear each segment of a track that is English and whose site asks for it. The error is
// track.ErrCheck, and permanent, if one of them says something else than its text. A voice that the recogniser does not understand at all
// is not judged.
func (n *Narrator) verify(ctx context.Context, plan Plan, builder *track.Builder) error {
	if n.Recogniser == nil || !plan.site.Verify || base(plan.Article.Language) != "en" {
		return nil
	}
	heard, err := n.heard(ctx, plan, builder)
	if err != nil {
		return fmt.Errorf("verify the track: %w", err)
	}
	var judged []float64
	for _, part := range heard {
		if part >= 0 {
			judged = append(judged, part)
		}
	}
	slices.Sort(judged)
	if len(judged) == 0 || judged[len(judged)/2] < understood {
		logging.From(ctx).WarnContext(ctx, "cannot verify the track: the recogniser does not understand its voice", "voice", plan.Voice)
		return nil
	}
	for i, part := range heard {
		if part >= 0 && part < missedWords {
			return speech.Permanent(fmt.Errorf("%w: of the words of segment %d only %.0f %% are heard: have its speech renewed with voice_version", track.ErrCheck, i, 100*part))
		}
	}
	return nil
}

// heard is the part of each segment's words that are heard in the track, -1 where they are too few to tell.
func (n *Narrator) heard(ctx context.Context, plan Plan, builder *track.Builder) ([]float64, error) {
	segments := plan.Script.Segments
	parts := make([]float64, len(segments))
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i := range segments {
		group.Go(func() error {
			said, err := builder.Heard(i, recognise.SampleRate)
			if err != nil {
				return err
			}
			var others []string
			for _, other := range segments[max(0, i-neighbours):min(len(segments), i+neighbours+1)] {
				others = append(others, other.Spoken)
			}
			part, judged, err := n.Recogniser.Heard(ctx, said, segments[i].Spoken, others)
			if parts[i] = part; !judged {
				parts[i] = -1
			}
			return err
		})
	}
	return parts, group.Wait()
}
