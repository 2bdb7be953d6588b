package library

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"time"

	"github.com/aloud-audio/aloud/internal/store"
)

// VoiceLevel is how loud a voice speaks before it gets its gain. It is measured once for a site, so that all articles
// sound alike and no listener hears a provider's better or worse day.
type VoiceLevel struct {
	Voice      string    `json:"voice"`    // as settings name it, with all else that tells its sound from others
	Loudness   float64   `json:"loudness"` // LUFS
	Article    string    `json:"article"`  // on which it was measured
	MeasuredAt time.Time `json:"measured_at"`
}

// levelKey is where a voice's level lies. Deleting it has the voice measured anew, on the next article.
func levelKey(site, voice string) string {
	sum := sha256.Sum256([]byte(voice))
	return fmt.Sprintf("private/sites/%s/gains/%x.json", site, sum[:16])
}

// VoiceLevel reads the level of a site's voice; ErrNotFound if it was not measured yet, ErrDamaged until the object is
// deleted.
func (l *Library) VoiceLevel(ctx context.Context, site, voice string) (VoiceLevel, error) {
	var level VoiceLevel
	if _, err := l.readJSON(ctx, levelKey(site, voice), &level); err != nil {
		return VoiceLevel{}, fmt.Errorf("level of voice %s: %w", voice, err)
	}
	return level, nil
}

// KeepVoiceLevel keeps a measured level, unless there is one: it is never rewritten.
func (l *Library) KeepVoiceLevel(ctx context.Context, site string, level VoiceLevel) error {
	_, err := l.writeJSON(ctx, levelKey(site, level.Voice), level, store.PutOptions{If: store.IfAbsent()})
	if err != nil && !errors.Is(err, store.ErrConflict) {
		return fmt.Errorf("keep the level of voice %s: %w", level.Voice, err)
	}
	return nil
}
