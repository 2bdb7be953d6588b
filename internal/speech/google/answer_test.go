package google

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/speech"
)

// Some servers put a header before PCM; an answer that is no audio is bad audio, and on the bill.
func TestDecode(t *testing.T) {
	const header = "RIFF\x28\x00\x00\x00WAVEfmt \x10\x00\x00\x00\x01\x00\x01\x00\xc0\x5d\x00\x00\x80\xbb\x00\x00\x02\x00\x10\x00data\x04\x00\x00\x00"
	for _, answer := range []string{"\x01\x00\xff\xff", header + "\x01\x00\xff\xff"} {
		said, err := decode([]byte(answer), 24000)
		if err != nil || said.SampleRate != 24000 || !slices.Equal(said.Samples, []int16{1, -1}) {
			t.Errorf("%q is %+v, %v", answer, said, err)
		}
	}
	if _, err := decode([]byte("\x01\x00\xff"), 24000); !errors.Is(err, speech.ErrBadAudio) {
		t.Errorf("half a sample: error is %v, want ErrBadAudio", err)
	}
}

// A long request has longer.
func TestTimeout(t *testing.T) {
	for size, want := range map[int]time.Duration{1: 20*time.Second + perByte, maxInput: 2 * time.Minute} {
		if got := New(Options{}).timeoutOf(speech.Request{Input: strings.Repeat("a", size)}); got != want {
			t.Errorf("%d bytes have %v, want %v", size, got, want)
		}
	}
}
