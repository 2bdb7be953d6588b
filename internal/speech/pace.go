package speech

import (
	"fmt"
	"sync"
	"time"

	"github.com/aloud-audio/aloud/internal/script"
)

// paces knows how fast each voice speaks, pauses left out. A voice keeps its pace, so an answer
// that has half of its text stands out (script.PaceOfVoice).
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

// paceTexts is how many texts make a mean.
const paceTexts = 8

// faultOf says that a text was said far faster than the voice speaks, "" if it was not, and then
// learns from it.
func (p *paces) faultOf(req Request, sound time.Duration) string {
	said, heard := script.LettersOf(req.Language, req.Words()).Least, sound.Seconds()
	if said < script.JudgedLetters || heard == 0 {
		return ""
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	voice := fmt.Sprint(req.Provider, req.Model, req.Voice, req.Language, req.Rate)
	usual := p.voices[voice]
	if mean := usual.letters / usual.seconds; usual.texts >= paceTexts && said/heard > script.PaceOfVoice*mean {
		return fmt.Sprintf("%.1f s of sound, where this voice takes %.1f s for such a text", heard, said/mean)
	}
	if p.voices == nil {
		p.voices = map[string]pace{}
	}
	p.voices[voice] = pace{usual.letters + said, usual.seconds + heard, usual.texts + 1}
	return ""
}
