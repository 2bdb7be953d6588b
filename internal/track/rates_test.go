package track

import (
	"errors"
	"slices"
	"testing"
)

func TestEveryRateThatIsListedWorks(t *testing.T) {
	for _, rate := range sampleRates() {
		version, _ := layer3Version(rate)
		for _, bitRate := range bitRates(version, rate) {
			track := encode(t, Options{SampleRate: rate, BitRate: bitRate}, part{speech: chirp(rate, 1000)})
			if track.Samples != 1000 {
				t.Errorf("%d Hz %d kbit/s: %d samples", rate, bitRate, track.Samples)
			}
		}
		if !slices.Contains(bitRates(version, rate), DefaultBitRate) {
			t.Errorf("%d Hz cannot have the default bit rate", rate)
		}
	}
}

func TestRatesThatDoNotExist(t *testing.T) {
	tests := map[string]struct {
		opts Options
		want string
	}{
		"sample rate":                {Options{SampleRate: 20000}, "rate not possible: MP3 knows no 20000 Hz, only 8000, 11025, 12000, 16000, 22050, 24000, 32000, 44100, 48000 Hz"},
		"none":                       {Options{}, "rate not possible: MP3 knows no 0 Hz, only 8000, 11025, 12000, 16000, 22050, 24000, 32000, 44100, 48000 Hz"},
		"bit rate":                   {Options{SampleRate: 24000, BitRate: 72}, "rate not possible: no 72 kbit/s in an MP3 of 24000 Hz with an Info frame, only 64, 80, 96, 112, 128, 144, 160 kbit/s"},
		"too low for the Info frame": {Options{SampleRate: 16000, BitRate: 32}, "rate not possible: no 32 kbit/s in an MP3 of 16000 Hz with an Info frame, only 40, 48, 56, 64, 80, 96, 112, 128, 144, 160 kbit/s"},
		"negative":                   {Options{SampleRate: 8000, BitRate: -1}, "rate not possible: no -1 kbit/s in an MP3 of 8000 Hz with an Info frame, only 24, 32, 40, 48, 56, 64 kbit/s"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			_, err := NewEncoder(test.opts)
			if !errors.Is(err, ErrRate) || err.Error() != test.want {
				t.Errorf("error is %v", err)
			}
		})
	}
}
