package google

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"

	"github.com/aloud-audio/aloud/internal/speech"
)

// Fault is what goes wrong with a request that is right. The zero value is nothing.
type Fault string

// The faults. What goes wrong after the work is billed.
const (
	Fail     Fault = "fail"     // Unavailable
	Busy     Fault = "quota"    // ResourceExhausted, although the quota is not used up
	Truncate Fault = "truncate" // the second half of the audio is missing
	Silence  Fault = "silence"  // the audio is there and has no sound
	Hang     Fault = "hang"     // there is no answer
)

// Faults say which requests meet which fault. A request meets one at most, the first in the order of the constants.
type Faults map[Fault]Chance

// Chance is a share of all requests, and single ones by their numbers, from 1.
type Chance struct {
	Rate    float64
	Numbers []int
}

// ParseChance reads a rate (0.02) or the numbers of requests (7,12). A whole number is always a request's: all requests
// are 1.0.
func ParseChance(s string) (Chance, error) {
	if strings.Contains(s, ".") {
		rate, err := strconv.ParseFloat(s, 64)
		if err != nil || rate < 0 || rate > 1 {
			return Chance{}, fmt.Errorf("%q is no rate from 0.0 to 1.0", s)
		}
		return Chance{Rate: rate}, nil
	}
	var numbers []int
	for _, field := range strings.Split(s, ",") {
		n, err := strconv.Atoi(strings.TrimSpace(field))
		if err != nil || n < 1 {
			return Chance{}, fmt.Errorf("%q is neither a rate, such as 0.02, nor numbers of requests, such as 7,12", s)
		}
		numbers = append(numbers, n)
	}
	return Chance{Numbers: numbers}, nil
}

// faultPlan decides by a request's number and the seed alone, so that the order in which requests are served is all one.
type faultPlan struct {
	faults Faults
	seed   uint64
}

func newFaultPlan(faults Faults, seed uint64) *faultPlan { return &faultPlan{faults, seed} }

func (p *faultPlan) of(number int) Fault {
	for i, fault := range []Fault{Fail, Busy, Truncate, Silence, Hang} {
		chance := p.faults[fault]
		dice := rand.New(rand.NewPCG(p.seed+uint64(i), uint64(number)))
		if slices.Contains(chance.Numbers, number) || dice.Float64() < chance.Rate {
			return fault
		}
	}
	return ""
}

// damage does to the audio what its fault says.
func damage(s speech.Speech, fault Fault) speech.Speech {
	switch fault {
	case Truncate:
		s.Samples = s.Samples[:len(s.Samples)/2]
	case Silence:
		s.Samples = make([]int16, len(s.Samples))
	}
	return s
}
