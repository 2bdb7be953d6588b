package hearing

import (
	"context"
	"errors"
	"testing"
)

// The second of two sentences is found where its sound begins.
func TestTimes(t *testing.T) {
	first, second := say(t, texts[0]), say(t, texts[1])
	both := first
	both.Text = texts[0] + " " + texts[1]
	both.Samples = append(append(append([]int16{}, first.Samples...), make([]int16, first.Hertz/5)...), second.Samples...)
	begins := float64(len(first.Samples)+first.Hertz/5+loud(second.Samples)) / float64(first.Hertz)
	times, err := NewEar(nil).Times(t.Context(), both, []int{0, len(texts[0]) + 1})
	if err != nil || len(times) != 2 {
		t.Fatal(times, err)
	}
	if off := times[1] - begins; off < -0.15 || off > 0.15 {
		t.Errorf("the second sentence is found at %.2f, and begins at %.2f", times[1], begins)
	}
	if times[0] > 0.4 {
		t.Errorf("the first sentence is found at %.2f", times[0])
	}
}

// loud returns the first sample that is not silent.
func loud(samples []int16) int {
	for i, s := range samples {
		if s > 300 || s < -300 {
			return i
		}
	}
	return len(samples)
}

func TestTimesWithoutAReference(t *testing.T) {
	r := say(t, texts[0])
	r.Language = "tlh"
	if _, err := NewEar(nil).Times(context.Background(), r, []int{0}); !errors.Is(err, ErrNoReference) {
		t.Errorf("in a language that the program does not speak: %v", err)
	}
}
