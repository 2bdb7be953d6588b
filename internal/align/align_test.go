package align

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

const hertz16 = 16000

// vowels is a sound of some syllables, each a tone with two formants, 0.2 s long, and short pauses.
func vowels(speed float64, order ...int) []int16 {
	var samples []int16
	noise := rand.New(rand.NewPCG(1, 2))
	for _, vowel := range order {
		for i := range int(0.2 * speed * hertz16) {
			t := float64(i) / hertz16
			x := math.Sin(2*math.Pi*(300+float64(vowel%5)*140)*t) + 0.5*math.Sin(2*math.Pi*(900+float64(vowel%7)*330)*t)
			samples = append(samples, int16(6000*x+200*noise.Float64()))
		}
		for range int(0.03 * hertz16) {
			samples = append(samples, int16(noise.IntN(20)))
		}
	}
	return samples
}

func sequence(n, seed int) (order []int) {
	r := rand.New(rand.NewPCG(uint64(seed), 0))
	for range n {
		order = append(order, r.IntN(35))
	}
	return order
}

func listen(samples []int16) Sound { return Listen(samples, hertz16, Top(hertz16), 1) }

func TestHeardLeavesPausesOut(t *testing.T) {
	sound := listen(append(vowels(1, sequence(10, 1)...), make([]int16, 3*hertz16)...))
	if sound.Heard() < 1.9 || sound.Heard() > 2.4 || math.Abs(sound.Length()-5.3) > 0.01 {
		t.Errorf("2 s of sound in 5.3 s: %.2f s are heard in %.2f s", sound.Heard(), sound.Length())
	}
}

// The same syllables cost less than others, slower or not, and an order that nobody says tells them
// apart further.
func TestCost(t *testing.T) {
	reference := listen(vowels(1, sequence(30, 1)...))
	same, slower, other := listen(vowels(1, sequence(30, 1)...)), listen(vowels(1.2, sequence(30, 1)...)), listen(vowels(1, sequence(30, 2)...))
	if Cost(same, reference) > 0.01 || Cost(slower, reference) > 0.5*Cost(other, reference) {
		t.Errorf("the same %.2f, slower %.2f, another %.2f", Cost(same, reference), Cost(slower, reference), Cost(other, reference))
	}
	if Lay(slower, reference).Unlikeness() >= Cost(slower, reference) || Lay(other, reference).Unlikeness() < Lay(slower, reference).Unlikeness()+1 {
		t.Errorf("unlikeness: slower %.2f, another %.2f", Lay(slower, reference).Unlikeness(), Lay(other, reference).Unlikeness())
	}
	if lay := anyCost(slower, reference); math.Abs(lay-Cost(slower, reference)) > 0.01 {
		t.Errorf("the path near the straight one costs %.2f, the cheapest of all %.2f", Cost(slower, reference), lay)
	}
}

// A hole is as long as what is missing. A reading that is only slower has none.
func TestMissing(t *testing.T) {
	order := sequence(60, 4)
	reference := listen(vowels(1, order...))
	if missing := Lay(listen(vowels(1.3, order...)), reference).Missing(); missing != 0 {
		t.Errorf("%.2f s are missing of a slower reading", missing)
	}
	cut := listen(vowels(1.3, slices.Concat(order[:20], order[30:])...))
	if missing := Lay(cut, reference).Missing(); missing < 1.5 || missing > 3 {
		t.Errorf("%.2f s are missing of a reading without 2.3 s", missing)
	}
}

// A reading of a beginning is like that beginning, and a reading that is only faster is whole. What
// is said twice has halves that are alike.
func TestEndsAndHalves(t *testing.T) {
	order := sequence(60, 4)
	reference := listen(vowels(1, order...))
	for _, said := range []int{60, 45, 33} {
		got, want := Lay(listen(vowels(1.2, order[:said]...)), reference).Ends(), float64(said)/60
		if math.Abs(got-want) > 0.06 {
			t.Errorf("a reading of %d of 60 syllables ends at %.2f", said, got)
		}
	}
	if ends := Lay(listen(vowels(0.8, order...)), reference).Ends(); ends != 1 {
		t.Errorf("a fast reading ends at %.2f", ends)
	}
	twice := listen(slices.Concat(vowels(1, order[:30]...), vowels(1, order[:30]...)))
	if once := reference.Halves(); twice.Halves() > 0.3*once {
		t.Errorf("said twice, the halves cost %.2f, and %.2f otherwise", twice.Halves(), once)
	}
}

func TestNothingIsHeardInNothing(t *testing.T) {
	if cost := Cost(listen(nil), listen(vowels(1, 1, 2))); !math.IsInf(cost, 1) {
		t.Errorf("nothing costs %v", cost)
	}
}

// anyCost is Cost among all alignments.
func anyCost(test, reference Sound) float64 {
	before := make([]float64, len(reference.frames))
	for i := range test.frames {
		now := make([]float64, len(before))
		for j := range reference.frames {
			d := float64(distance(&test.frames[i], &reference.frames[j]))
			best := math.Inf(1)
			if i == 0 && j == 0 {
				best = 2 * d
			}
			if i > 0 && j > 0 {
				best = before[j-1] + 2*d
			}
			if i > 0 {
				best = min(best, before[j]+astray*d)
			}
			if j > 0 {
				best = min(best, now[j-1]+astray*d)
			}
			now[j] = best
		}
		before = now
	}
	return before[len(before)-1] / float64(len(test.frames)+len(reference.frames))
}

// A path leads from what the reference says to the same in the reading, also past a pause that only
// one of them has. A finer path is exact to some 10 ms.
func TestAt(t *testing.T) {
	order := sequence(20, 3)
	said := slices.Concat(vowels(1.3, order[:10]...), make([]int16, hertz16), vowels(1.3, order[10:]...))
	reference := vowels(1, order...)
	path := Lay(listen(said), listen(reference))
	finer := path.Finer(ListenFinely(said, hertz16, Top(hertz16), 1), ListenFinely(reference, hertz16, Top(hertz16), 1))
	for i := range order {
		is, want := 0.23*float64(i), 0.29*float64(i)
		if i >= 10 {
			want++
		}
		if got := path.At(is); math.Abs(got-want) > 0.08 {
			t.Errorf("syllable %d begins at %.2f, and not at %.2f", i, got, want)
		}
		if got := finer.At(is); math.Abs(got-want) > 0.03 {
			t.Errorf("syllable %d begins at %.3f in the finer path, and not at %.3f", i, got, want)
		}
	}
	if nothing := Lay(listen(nil), listen(reference)); !nothing.Empty() {
		t.Error("a path begins in nothing")
	}
}

// The coarse form of a fine sound has frames where Listen has them, and sounds alike.
func TestCoarse(t *testing.T) {
	samples := append(make([]int16, hertz16/3), vowels(1, sequence(20, 1)...)...)
	coarse, plain := ListenFinely(samples, hertz16, Top(hertz16), 1).Coarse(), listen(samples)
	if !slices.Equal(coarse.starts, plain.starts) || coarse.Heard() != plain.Heard() || coarse.hop != Hop {
		t.Errorf("frames at %v, want %v", coarse.starts, plain.starts)
	}
	if cost, other := Cost(coarse, plain), Cost(coarse, listen(vowels(1, sequence(20, 2)...))); cost > other/3 {
		t.Errorf("the two cost %.2f, and another %.2f", cost, other)
	}
}

func TestListenWarped(t *testing.T) {
	samples, warps := vowels(1, sequence(20, 1)...), []float64{0.8, 1.1}
	for i, sound := range ListenWarped(samples, hertz16, Top(hertz16), warps) {
		if alone := Listen(samples, hertz16, Top(hertz16), warps[i]); !slices.Equal(sound.frames, alone.frames) {
			t.Errorf("warp %g is another sound among others", warps[i])
		}
	}
}
