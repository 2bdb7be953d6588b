package mp3

import (
	"errors"
	"testing"
)

func TestEveryRateThatIsListedWorks(t *testing.T) {
	for _, rate := range sampleRates() {
		version, _ := layer3Version(rate)
		for _, bitRate := range bitRates(version, rate) {
			f := Format{rate, bitRate}
			said := chirp(rate, 5000)
			clip, err := f.Encode(said)
			if err != nil {
				t.Fatal(err)
			}
			if noise := noiseIn(decode(t, clip), said); bitRate >= 64 && noise > -12 {
				t.Errorf("%+v: noise of %.0f dB", f, noise)
			}
		}
	}
}

func TestRatesThatDoNotExist(t *testing.T) {
	tests := map[string]struct {
		format Format
		want   string
	}{
		"sample rate":                {Format{SampleRate: 20000}, "unsupported rate: MP3 does not have 20000 Hz, only 8000, 11025, 12000, 16000, 22050, 24000, 32000, 44100, 48000 Hz"},
		"none":                       {Format{}, "unsupported rate: MP3 does not have 0 Hz, only 8000, 11025, 12000, 16000, 22050, 24000, 32000, 44100, 48000 Hz"},
		"bit rate":                   {Format{SampleRate: 24000, BitRate: 72}, "unsupported rate: no 72 kbit/s in an MP3 of 24000 Hz with an Info frame, only 64, 80, 96, 112, 128, 144, 160 kbit/s"},
		"too low for the Info frame": {Format{SampleRate: 16000, BitRate: 32}, "unsupported rate: no 32 kbit/s in an MP3 of 16000 Hz with an Info frame, only 40, 48, 56, 64, 80, 96, 112, 128, 144, 160 kbit/s"},
		"negative":                   {Format{SampleRate: 8000, BitRate: -1}, "unsupported rate: no -1 kbit/s in an MP3 of 8000 Hz with an Info frame, only 24, 32, 40, 48, 56, 64 kbit/s"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			_, err := test.format.Encode(chirp(8000, 100))
			if !errors.Is(err, ErrRate) || err.Error() != test.want {
				t.Errorf("error is %v", err)
			}
		})
	}
}
