package narrate

import (
	"context"
	"errors"
	"fmt"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/logging"
	"github.com/aloud-audio/aloud/internal/track"
)

// measuredAs names the plan's voice among the site's measured ones. Renewed speech is measured anew.
func (p Plan) measuredAs() string {
	v := p.Voice
	return fmt.Sprintf("%s %s %s %d Hz %s", v, v.Language, v.Encoding, v.SampleRate, p.site.VoiceVersion)
}

// gain is what brings the plan's voice to the site's loudness, in dB; nil if the voice was not measured yet.
func (n *Narrator) gain(ctx context.Context, plan Plan) (*float64, error) {
	level, err := n.Library.VoiceLevel(ctx, plan.site.Name, plan.measuredAs())
	switch {
	case errors.Is(err, library.ErrNotFound):
		return nil, nil
	case errors.Is(err, library.ErrDamaged):
		logging.From(ctx).ErrorContext(ctx, "cannot read a voice's stored loudness; it is measured again for every article until you delete the file", "error", err)
		return nil, nil
	case err != nil:
		return nil, err
	}
	gain := track.GainFor(level.Loudness, plan.site.Loudness)
	return &gain, nil
}

// keepLevel keeps what a published track told of its voice, for the articles to come. Without it they only take longer.
func (n *Narrator) keepLevel(ctx context.Context, ref library.Ref, plan Plan, trk track.Track) {
	if !trk.Learned {
		return
	}
	err := n.Library.KeepVoiceLevel(ctx, ref.Site, library.VoiceLevel{
		Voice: plan.measuredAs(), Loudness: trk.VoiceLoudness(), Article: ref.ID, MeasuredAt: n.Now().UTC(),
	})
	if err != nil {
		logging.From(ctx).WarnContext(ctx, "cannot store a voice's loudness; the next article measures it again", "error", err)
	}
}
