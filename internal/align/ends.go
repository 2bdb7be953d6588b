package align

// beginnings are the fractions of a reference of which one costs clearly less than the whole if a
// reading ends early: muchLess times as much.
var beginnings = []float64{0.85, 0.75, 0.65, 0.55}

const muchLess = 0.97

// Ends returns about which fraction of the reference a reading says, from its beginning: 1 if it
// says all of it. No good reading of five seconds or more that was measured had less.
func (p Path) Ends() float64 {
	least, ends := muchLess*p.Cost, 1.0
	for _, part := range beginnings {
		if cost := Cost(p.test, p.reference.beginning(part)); cost < least {
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
