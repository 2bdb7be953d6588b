package speech

import (
	"fmt"
	"sync"
	"time"

	"github.com/aloud-audio/aloud/internal/script"
)

// paces knows how fast each voice speaks, pauses left out. A voice keeps its pace: of texts of 50
// characters and more, flite's was between 0.78 and 1.24 of its mean, espeak-ng's between 0.86 and
// 1.19. So half a text is told from a whole one.
type paces struct {
	mu     sync.Mutex
	voices map[string]pace
}

// pace is a mean.
type pace struct {
	letters float64 // said
	seconds float64 // of sound
	texts   int
}

const (
	paceLetters = 40  // of a text that tells a pace
	paceTexts   = 8   // that make a mean
	paceMost    = 1.5 // of the mean, for what is not refused
)

// faultOf says that a text was said far faster than the voice speaks, "" if it was not, and then
// learns from it.
func (p *paces) faultOf(req Request, sound time.Duration) string {
	said, heard := script.LettersOf(req.Language, req.Words()).Least, sound.Seconds()
	if said < paceLetters || heard == 0 {
		return ""
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	voice := fmt.Sprint(req.Provider, req.Model, req.Voice, req.Language, req.Rate)
	usual := p.voices[voice]
	if mean := usual.letters / usual.seconds; usual.texts >= paceTexts && said/heard > paceMost*mean {
		return fmt.Sprintf("%.1f s of sound, where this voice takes %.1f s for such a text", heard, said/mean)
	}
	if p.voices == nil {
		p.voices = map[string]pace{}
	}
	p.voices[voice] = pace{usual.letters + said, usual.seconds + heard, usual.texts + 1}
	return ""
}
