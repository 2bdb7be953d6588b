package align

// A reading ends early if a beginning of the reference, of at least shortestPart, costs clearly
// less than the whole: muchLess times as much. The beginnings differ by partStep.
const (
	shortestPart = 0.5
	partStep     = 0.05
	muchLess     = 0.97
)

// Ends returns the fraction of the reference after which a reading ends: 1 if it says all of it. A
// good reading of five seconds or more has at least 0.95.
func Ends(test, reference Sound) float64 {
	least, ends := muchLess*Cost(test, reference), 1.0
	for part := 1 - partStep; part > shortestPart-partStep/2; part -= partStep {
		if cost := Cost(test, reference.beginning(part)); cost < least {
			least, ends = cost, part
		}
	}
	return ends
}

// beginning returns a fraction of the sound.
func (s Sound) beginning(part float64) Sound {
	return Sound{frames: s.frames[:int(part*float64(len(s.frames)))], hop: s.hop}
}

// Halves returns the cost between the two halves of a sound: little if it says the same twice.
func (s Sound) Halves() float64 {
	half := len(s.frames) / 2
	return Cost(Sound{frames: s.frames[:half], hop: s.hop}, Sound{frames: s.frames[half:], hop: s.hop})
}
