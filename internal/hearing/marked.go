package hearing

import (
	"context"
	"errors"
	"math"
	"os/exec"
	"slices"
	"strconv"
	"strings"

	"github.com/aloud-audio/aloud/internal/subprocess"
	"github.com/aloud-audio/aloud/internal/wav"
)

// The program does not say when it says which word. But a command in its input sets the amplitude
// from a word on, and changes nothing else. So it reads a text twice: once all as loud, and once
// with another amplitude from each place on. Where the ratio of the two readings changes, there the
// place is said.

// loudest and amplitudes are the program's units. The places take the amplitudes in turn, so that a
// place that it joins with the word before is missed alone.
const loudest = 100

var amplitudes = [...]int{100, 72, 52, 37}

// onset is where a place of the text is said: the second at which its sound begins, and how long it
// is silent before that, as plosives are.
type onset struct{ at, silent float64 }

// readMarked returns the program's reading of a text, and the onset of each place. places are byte
// offsets, the least first. A place that the program does not tell apart lies between its
// neighbours by its share of the letters.
func readMarked(ctx context.Context, language, text string, places []int) (wav.Sound, []onset, error) {
	voice, err := referenceVoice(language)
	if err != nil {
		return wav.Sound{}, nil, err
	}
	plainly, err := pronounce(ctx, voice, marked(text, places, func(int) int { return loudest }))
	if err != nil {
		return wav.Sound{}, nil, err
	}
	changing, err := pronounce(ctx, voice, marked(text, places, func(i int) int { return amplitudes[i%len(amplitudes)] }))
	if err != nil {
		return wav.Sound{}, nil, err
	}
	onsets := onsetsIn(plainly, changing, len(places))
	fillIn(onsets, places, len(text), float64(len(plainly.Samples))/float64(plainly.SampleRate))
	return plainly, onsets, nil
}

// pronounce has the program read its input.
func pronounce(ctx context.Context, voice, input string) (wav.Sound, error) {
	// -b 1: the text is UTF-8; -z: no pause at the end.
	file, err := subprocess.Run(ctx, input, program, "-v", voice, "-b", "1", "-z", "--stdin", "--stdout")
	switch {
	case errors.Is(err, exec.ErrNotFound):
		return wav.Sound{}, errors.Join(ErrNoReference, err)
	case err != nil:
		return wav.Sound{}, err
	}
	return wav.Decode(file)
}

// marked returns the text with the command for an amplitude at each place.
func marked(text string, places []int, amplitude func(place int) int) string {
	var b strings.Builder
	from := 0
	for i, place := range places {
		b.WriteString(plain(text[from:place]))
		b.WriteString("\x01" + strconv.Itoa(amplitude(i)) + "A")
		from = place
	}
	b.WriteString(plain(text[from:]))
	return b.String()
}

// onsetsIn returns the onset of each of count places, at NaN for one that is not found.
func onsetsIn(plainly, changing wav.Sound, count int) []onset {
	onsets := slices.Repeat([]onset{{at: math.NaN()}}, count)
	const perSecond = 400 // windows
	const certain = 4     // windows with a new amplitude, and it is no accident
	const plosive = 0.1   // seconds of silence; a longer one is a pause
	size := plainly.SampleRate / perSecond
	place, now, lasted := -1, 0, 0
	since, before := 0, 0 // the sample at which the current amplitude began, and the last of the one before
	for from := 0; from+size <= min(len(plainly.Samples), len(changing.Samples)); from += size {
		class, clear := amplitudeOf(plainly.Samples[from:from+size], changing.Samples[from:from+size])
		if !clear {
			continue
		}
		if class != now || lasted == 0 {
			now, lasted, since = class, 0, from
		}
		if lasted++; lasted == certain && (place < 0 || place%len(amplitudes) != class) {
			if next := nextWith(place, class); next < count {
				place = next
				o := onset{float64(since) / float64(plainly.SampleRate), float64(since-before) / float64(plainly.SampleRate)}
				if o.silent > plosive {
					o.silent = 0
				}
				onsets[place] = o
			}
		}
		if lasted >= certain {
			before = from + size
		}
	}
	return onsets
}

// nextWith returns the first place after one that has an amplitude.
func nextWith(place, class int) int {
	next := place + 1
	for next%len(amplitudes) != class {
		next++
	}
	return next
}

// amplitudeOf returns which of the amplitudes a window has; it is not clear in silence, and where
// the amplitude changes.
func amplitudeOf(plainly, changing []int16) (class int, clear bool) {
	var all, part float64
	for i := range plainly {
		all += math.Abs(float64(plainly[i]))
		part += math.Abs(float64(changing[i]))
	}
	const silent, near = 40, 0.12 // mean of a sample; log of a ratio
	if all < silent*float64(len(plainly)) {
		return 0, false
	}
	for class, amplitude := range amplitudes {
		if math.Abs(math.Log(part/all*loudest/float64(amplitude))) < near {
			return class, true
		}
	}
	return 0, false
}

// fillIn sets the onsets that were not found, between those that were.
func fillIn(onsets []onset, places []int, size int, length float64) {
	last, at := 0, 0.0 // the place before, and its time
	for i := range onsets {
		if math.IsNaN(onsets[i].at) {
			next, until := size, length
			if after := slices.IndexFunc(onsets[i:], func(o onset) bool { return !math.IsNaN(o.at) }); after > 0 {
				next, until = places[i+after], onsets[i+after].at
			}
			onsets[i].at = at + float64(places[i]-last)/float64(max(next-last, 1))*(until-at)
		}
		last, at = places[i], onsets[i].at
	}
}
