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

// Thresholds for the recogniser. In a clear voice it recognises nearly all words of the right text,
// and at most a third of the words of another text.
const (
	minRecognised = 0.4 // if less of a segment's words is recognised, the segment says something else
	minMedian     = 0.6 // if the median over all segments is smaller, the recogniser does not understand the voice
	distractors   = 6   // segments on either side whose words the recogniser may choose instead
)

// verify runs the recogniser on every segment of an English track, if the site asks for it. The
// error is a *track.WrongSpeech if segments say something other than their text. A voice that the
// recogniser does not understand passes; the outcome says so.
func (r *renderer) verify(ctx context.Context, plan Plan, builder *track.Builder) error {
	if r.Recogniser == nil || !plan.site.Verify || base(plan.Article.Language) != "en" {
		return nil
	}
	parts, err := r.recognised(ctx, plan, builder)
	if err != nil {
		return fmt.Errorf("verify the track: %w", err)
	}
	var wrong track.WrongSpeech
	for _, voice := range plan.Voices() {
		if !understood(plan, parts, voice) {
			logging.From(ctx).WarnContext(ctx, "cannot verify the track: the speech recogniser does not understand the voice", "voice", voice)
			r.notUnderstood = append(r.notUnderstood, voice)
			continue
		}
		for i, part := range parts {
			if part >= 0 && part < minRecognised && plan.VoiceOf(plan.Script.Segments[i]) == voice {
				wrong.Segments = append(wrong.Segments, i)
				wrong.Reason = fmt.Sprintf("only %.0f %% of the words of segment %d were recognised", 100*part, i)
			}
		}
	}
	if len(wrong.Segments) == 0 {
		return nil
	}
	return trackError(&wrong)
}

// understood reports whether the recogniser understands a voice: at least half of what it says.
func understood(plan Plan, parts []float64, voice speech.Voice) bool {
	var judged []float64
	for i, part := range parts {
		if part >= 0 && plan.VoiceOf(plan.Script.Segments[i]) == voice {
			judged = append(judged, part)
		}
	}
	slices.Sort(judged)
	return len(judged) > 0 && judged[len(judged)/2] >= minMedian
}

// recognised returns the fraction of each segment's words that were recognised, or -1 where there
// are too few to judge.
func (r *renderer) recognised(ctx context.Context, plan Plan, builder *track.Builder) ([]float64, error) {
	segments := plan.Script.Segments
	parts := make([]float64, len(segments))
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i := range segments {
		if parts[i] = -1; segments[i].Language != "" {
			continue
		}
		group.Go(func() error {
			said, err := builder.Heard(i, recognise.SampleRate)
			if err != nil {
				return err
			}
			var others []string
			for _, other := range segments[max(0, i-distractors):min(len(segments), i+distractors+1)] {
				others = append(others, other.Spoken)
			}
			part, judged, err := r.Recogniser.Heard(ctx, said, segments[i].Spoken, others)
			if parts[i] = part; !judged {
				parts[i] = -1
			}
			return err
		})
	}
	return parts, group.Wait()
}
