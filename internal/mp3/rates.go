package mp3

// #include <lame/lame.h>
import "C"

import (
	"fmt"
	"slices"
	"strings"
)

func checkRates(sampleRate, bitRate int) error {
	version, known := layer3Version(sampleRate)
	if !known {
		return fmt.Errorf("%w: MP3 does not have %d Hz, only %s Hz", ErrRate, sampleRate, list(sampleRates()))
	}
	if rates := bitRates(version, sampleRate); !slices.Contains(rates, bitRate) {
		return fmt.Errorf("%w: no %d kbit/s in an MP3 of %d Hz with an Info frame, only %s kbit/s", ErrRate, bitRate, sampleRate, list(rates))
	}
	return nil
}

// The versions of Layer III, as LAME numbers them. Each has three sample rates and up to fourteen bit rates.
const (
	mpeg2 = iota
	mpeg1
	mpeg25
	versions
)

// layer3Version returns the version of Layer III that has the sample rate.
func layer3Version(sampleRate int) (version int, known bool) {
	for v := range versions {
		for i := range 3 {
			if int(C.lame_get_samplerate(C.int(v), C.int(i))) == sampleRate {
				return v, true
			}
		}
	}
	return 0, false
}

func sampleRates() []int {
	var rates []int
	for v := range versions {
		for i := range 3 {
			rates = append(rates, int(C.lame_get_samplerate(C.int(v), C.int(i))))
		}
	}
	slices.Sort(rates)
	return rates
}

// bitRates returns the bit rates of a version whose frames are long enough for the Info frame: a file without it plays 50 to
// 90 ms of padding. (In MPEG-2.5 LAME has up to 64 kbit/s.)
func bitRates(version, sampleRate int) []int {
	var rates []int
	for i := 1; i < 15; i++ {
		rate := int(C.lame_get_bitrate(C.int(version), C.int(i)))
		if rate > 0 && frameBytes(version, sampleRate, rate) >= infoBytes(version) {
			rates = append(rates, rate)
		}
	}
	return rates
}

// frameBytes returns the length of a frame without padding: 576 samples, in MPEG-1 1152.
func frameBytes(version, sampleRate, bitRate int) int {
	if version == mpeg1 {
		return 2 * granule / 8 * 1000 * bitRate / sampleRate
	}
	return granule / 8 * 1000 * bitRate / sampleRate
}

// infoBytes returns the length of an Info frame.
func infoBytes(version int) int { return headerBytes + sideInfoBytes(version) + xingBytes + lameBytes }

// sideInfoBytes returns the length of a mono frame's side information, which is blank in the Info frame.
func sideInfoBytes(version int) int {
	if version == mpeg1 {
		return 17
	}
	return 9
}

func list(numbers []int) string {
	return strings.Trim(strings.ReplaceAll(fmt.Sprint(numbers), " ", ", "), "[]")
}
