package track

import (
	"fmt"
	"slices"

	"github.com/aloud-audio/aloud/internal/script"
)

// checkPace compares how fast the segments of each voice are spoken. A segment that takes little more than half
// of its expected time is truncated; one that takes nearly twice is repeated. A speech that ends
// abruptly is judged more strictly. Text that a voice may either spell or read gets the benefit of
// the doubt, and text in another language, which may have another voice, is not judged.
func (b *Builder) checkPace() error {
	const judged = script.JudgedLetters * 3 / 2 // there are fewer texts to compare with
	const far, near = script.PaceOfTrack, script.PaceIfAbrupt
	paces := make([]pace, len(b.pieces)) // zero if not judged
	known := map[*voice][]float64{}
	for i, p := range b.pieces {
		if said := script.LettersOf(b.opts.Tags.Language, b.segments[i].Spoken); said.Likely >= judged && b.segments[i].Language == "" {
			paces[i] = paceOf(said, p.seconds())
			known[b.voiceOf(i)] = append(known[b.voiceOf(i)], paces[i].likely)
		}
	}
	usualOf := map[*voice]float64{}
	for voice, paces := range known {
		usualOf[voice] = median(paces)
	}
	for i, pace := range paces {
		usual := usualOf[b.voiceOf(i)]
		switch {
		case pace.likely == 0 || usual == 0:
		case pace.least > far*usual, pace.least > near*usual && b.pieces[i].abrupt:
			return &WrongSpeech{[]int{i}, fmt.Sprintf("the speech of segment %d is truncated: %.1f s is too short for its text", i, b.pieces[i].seconds())}
		case pace.most < usual/far:
			return &WrongSpeech{[]int{i}, fmt.Sprintf("the speech of segment %d has more than its text: %.1f s is too long", i, b.pieces[i].seconds())}
		}
	}
	return nil
}

// median returns the median of paces, 0 if they are too few to judge by. It sorts them.
func median(paces []float64) float64 {
	if len(paces) < 3 {
		return 0
	}
	slices.Sort(paces)
	return paces[len(paces)/2]
}

// pace is how many letters per second a speech says: the likely value and its bounds.
type pace struct{ least, likely, most float64 }

func paceOf(said script.Letters, seconds float64) pace {
	return pace{said.Least / seconds, said.Likely / seconds, said.Most / seconds}
}
