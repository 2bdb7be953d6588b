package mp3

import (
	"errors"
	"testing"
)

// Decoders hear all of it, and little more.
func TestPlain(t *testing.T) {
	for _, rate := range []int{8000, 24000, 44100} {
		mp3, err := Plain(Format{rate, 32}, chirp(rate, rate))
		if err != nil {
			t.Fatal(err)
		}
		for judge := range decoders {
			if got := len(play(t, judge, mp3)); got < rate || got > rate*13/10 {
				t.Errorf("%s hears %d samples of %d at %d Hz", judge, got, rate, rate)
			}
		}
	}
	if _, err := Plain(Format{12345, 32}, make([]int16, 10)); !errors.Is(err, ErrRate) {
		t.Errorf("12345 Hz: error is %v, want ErrRate", err)
	}
}
