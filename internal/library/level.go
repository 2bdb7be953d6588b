package library

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"time"

	"github.com/aloud-audio/aloud/internal/store"
)

// VoiceLevel is the loudness of a voice before gain. It is measured once per site, so that all
// articles sound alike.
type VoiceLevel struct {
	Voice      string    `json:"voice"`    // as settings name it, plus everything else that changes its sound
	Loudness   float64   `json:"loudness"` // LUFS
	Article    string    `json:"article"`  // on which it was measured
	MeasuredAt time.Time `json:"measured_at"`
}

// levelKey returns the key of a voice's level. If the object is deleted, the next article measures
// the voice again.
func levelKey(site, voice string) string {
	sum := sha256.Sum256([]byte(voice))
	return fmt.Sprintf("private/sites/%s/gains/%x.json", site, sum[:16])
}

// VoiceLevel reads the level of a site's voice. It returns ErrNotFound if it was not measured yet,
// and ErrDamaged until a damaged object is deleted.
func (l *Library) VoiceLevel(ctx context.Context, site, voice string) (VoiceLevel, error) {
	var level VoiceLevel
	if _, err := l.readJSON(ctx, levelKey(site, voice), &level); err != nil {
		return VoiceLevel{}, fmt.Errorf("level of voice %s: %w", voice, err)
	}
	return level, nil
}

// KeepVoiceLevel stores a measured level, unless there is one: a level is never overwritten.
func (l *Library) KeepVoiceLevel(ctx context.Context, site string, level VoiceLevel) error {
	_, err := l.writeJSON(ctx, levelKey(site, level.Voice), level, store.PutOptions{If: store.IfAbsent()})
	if err != nil && !errors.Is(err, store.ErrConflict) {
		return fmt.Errorf("store the level of voice %s: %w", level.Voice, err)
	}
	return nil
}
