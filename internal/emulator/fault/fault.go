// Package fault decides which requests an emulator answers wrongly, and damages their audio.
//
// It knows no provider's errors. The emulators call it.
package fault

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"

	"github.com/aloud-audio/aloud/internal/speech"
)

// Fault is an injected fault of a valid request. The zero value is no fault.
type Fault string

// The faults. Those that happen after the work are billed.
const (
	Fail     Fault = "fail"     // the service fails
	Busy     Fault = "quota"    // too many requests, although the quota is not used up
	Truncate Fault = "truncate" // the audio has only its first half
	Silence  Fault = "silence"  // the audio has no sound
	Hang     Fault = "hang"     // there is no response
)

// Faults say which requests get which fault. A request gets at most one: the first in the order of
// the constants.
type Faults map[Fault]Chance

// Chance selects a share of all requests, and single ones by their numbers, from 1.
type Chance struct {
	Rate    float64
	Numbers []int
}

// ParseChance reads a rate (0.02) or the numbers of requests (7,12). A whole number is always a
// request number: 1.0 is all requests.
func ParseChance(s string) (Chance, error) {
	if strings.Contains(s, ".") {
		rate, err := strconv.ParseFloat(s, 64)
		if err != nil || rate < 0 || rate > 1 {
			return Chance{}, fmt.Errorf("%q is not a rate from 0.0 to 1.0", s)
		}
		return Chance{Rate: rate}, nil
	}
	var numbers []int
	for _, field := range strings.Split(s, ",") {
		n, err := strconv.Atoi(strings.TrimSpace(field))
		if err != nil || n < 1 {
			return Chance{}, fmt.Errorf("%q is neither a rate such as 0.02 nor a list of request numbers such as 7,12", s)
		}
		numbers = append(numbers, n)
	}
	return Chance{Numbers: numbers}, nil
}

// Plan decides from a request's number and the seed alone, so that the order of concurrent
// requests does not matter.
type Plan struct {
	faults Faults
	seed   uint64
}

// NewPlan returns the Plan of a seed.
func NewPlan(faults Faults, seed uint64) *Plan { return &Plan{faults, seed} }

// Of returns the fault of a request, by its number from the start; empty: none.
func (p *Plan) Of(number int) Fault {
	for i, fault := range []Fault{Fail, Busy, Truncate, Silence, Hang} {
		chance := p.faults[fault]
		dice := rand.New(rand.NewPCG(p.seed+uint64(i), uint64(number)))
		if slices.Contains(chance.Numbers, number) || dice.Float64() < chance.Rate {
			return fault
		}
	}
	return ""
}

// Damage applies a fault to the audio.
func Damage(s speech.Speech, fault Fault) speech.Speech {
	switch fault {
	case Truncate:
		s.Samples = s.Samples[:len(s.Samples)/2]
	case Silence:
		s.Samples = make([]int16, len(s.Samples))
	}
	return s
}
