package hearing

import (
	"fmt"
	"math"

	"github.com/aloud-audio/aloud/internal/align"
)

// plainSigns are signs of a bad reading that need no history of the voice. They take several times
// as long as a comparison with the history, so only a new voice is examined for them.
type plainSigns struct {
	ends   float64 // the fraction of the reference after which the reading ends
	halves float64 // the cost between its halves, relative to that of the reading and the reference
}

// noSigns are those of a reading that was not examined.
var noSigns = plainSigns{ends: 1, halves: 1}

// Bounds, set with the good readings of `make bench-checks`, none of which is near them: all of
// those end at 0.95 or later, and have halves that cost 0.9 or more.
const (
	endsEarly   = 0.9
	saidTwice   = 0.6
	longAsTwice = 0.4 // log of the pace; less cannot be a text that is said twice
	mostPassed  = 2.0 // seconds of the reference that are passed over
	endsOf      = 4.0 // minimum seconds of the reference: a short text has too few sounds
)

func findPlainSigns(said, expected align.Sound, path align.Path) plainSigns {
	signs := plainSigns{ends: 1, halves: said.Halves() / path.Cost}
	if expected.Heard() >= endsOf {
		signs.ends = path.Ends()
	}
	return signs
}

// judge returns the reason to refuse a reading, and the details. less is the tolerance for a text
// of which a voice may read parts shorter than the reference does.
func (s plainSigns) judge(f Features, less float64) (Reason, string) {
	switch {
	case f.Pace > longAsTwice && s.halves < saidTwice:
		return Doubled, fmt.Sprintf("speech that is said twice: its halves are alike, and it takes %.0f %% of the length of a plain reading", 100*math.Exp(f.Pace))
	case s.ends < endsEarly*math.Exp(-less):
		return Cut, fmt.Sprintf("speech with its end missing: it says the first %.0f %% of its text", 100*s.ends)
	case f.Missing > mostPassed && less == 0:
		return Cut, fmt.Sprintf("speech with a part missing: %.1f s of its text are passed over", f.Missing)
	}
	return "", ""
}
