package narrate

import (
	"context"
	"errors"
	"fmt"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/logging"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/track"
)

// levelName returns the key of a voice of the plan among the site's measured voices. A new
// VoiceVersion is measured again.
func (p Plan) levelName(v speech.Voice) string {
	return fmt.Sprintf("%s %s %s %d Hz %s", v, v.Language, v.Encoding, v.SampleRate, p.site.VoiceVersion)
}

// gain returns the gain, in dB, that brings a voice of the plan to the site's loudness, or nil if
// the voice is not measured yet.
func (r *renderer) gain(ctx context.Context, plan Plan, voice speech.Voice) (*float64, error) {
	level, err := r.Library.VoiceLevel(ctx, plan.site.Name, plan.levelName(voice))
	switch {
	case errors.Is(err, library.ErrNotFound):
		return nil, nil
	case errors.Is(err, library.ErrDamaged):
		logging.From(ctx).ErrorContext(ctx, "cannot read the stored level of a voice; it is measured again for every article until you delete the file", "voice", voice, "error", err)
		return nil, nil
	case err != nil:
		return nil, err
	}
	gain := track.GainFor(level.Loudness, plan.site.Loudness)
	return &gain, nil
}

// keepLevels stores the levels of the voices that this track measured, for later articles. A failure
// costs them only time.
func (r *renderer) keepLevels(ctx context.Context, ref library.Ref, plan Plan, trk track.Track) {
	for i, voice := range plan.Voices() {
		if !trk.Levels[i].Learned {
			continue
		}
		err := r.Library.KeepVoiceLevel(ctx, ref.Site, library.VoiceLevel{
			Voice: plan.levelName(voice), Loudness: trk.VoiceLoudness(i), Article: ref.ID, MeasuredAt: r.Now().UTC(),
		})
		if err != nil {
			logging.From(ctx).WarnContext(ctx, "cannot store the level of a voice; the next article measures it again", "voice", voice, "error", err)
		}
	}
}
