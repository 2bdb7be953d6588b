package hearing

import (
	"fmt"
	"math"
	"slices"
)

// Features are the measurements of a reading compared with the reference.
type Features struct {
	Length float64 `json:"s"`      // seconds of sound in the reference (text length)
	Pace   float64 `json:"pace"`   // log of the reading's sound over the reference's, in seconds
	Unlike float64 `json:"unlike"` // how different the two sound (align.Path.Unlikeness)

	Missing float64 `json:"missing,omitempty"` // seconds of the reference that the reading passes over
}

// Bounds. They were set with twelve voices in five languages (`make bench-checks`).
const (
	enough = 12 // readings for a full history; with fewer, a voice only gets warnings
	some   = 4  // and with fewer than these, no judgement
	kept   = 96 // readings of a history

	shortest = 1.2 // minimum seconds of the reference for a judgement

	// No voice differs more from the reference in pace, by these factors, for a text of any length.
	anyFast, anySlow = 0.7, 2.0

	leastShort, spreadsShort = 0.05, 3.2 // of pace
	leastLong, spreadsLong   = 0.12, 7.0
	leastUnlike, spreads     = 0.5, 2.5 // of unlikeness

	mostMissing = 1.5 // seconds
)

// spread returns how much more the pace varies for a text of that length (s) than for a long one.
// Readings of a few words vary most.
func spread(length float64) float64 { return math.Sqrt(1 + 12/length) }

// bounds are the limits for a voice's readings.
type bounds struct {
	pace, short, long float64
	usual, unlike     float64
}

// learn derives the bounds from a history. Medians tolerate a few bad readings.
func learn(history []Features) (b bounds) {
	b.pace = median(history, func(f Features) float64 { return f.Pace })
	b.usual = median(history, func(f Features) float64 { return f.Unlike })
	const normal = 1.4826 // deviation of a normal distribution, per median deviation
	paces := normal * median(history, func(f Features) float64 { return math.Abs(f.Pace-b.pace) / spread(f.Length) })
	unlike := normal * median(history, func(f Features) float64 { return math.Abs(f.Unlike - b.usual) })
	b.short = max(leastShort, spreadsShort*paces)
	b.long = max(leastLong, spreadsLong*paces)
	b.unlike = max(leastUnlike, spreads*unlike)
	return b
}

func median(history []Features, of func(Features) float64) float64 {
	values := make([]float64, len(history))
	for i, f := range history {
		values[i] = of(f)
	}
	slices.Sort(values)
	return values[len(values)/2]
}

// Reason names what is wrong with a reading.
type Reason string

// Reasons for refusals.
const (
	Cut         Reason = "cut"
	Doubled     Reason = "doubled"
	AnotherText Reason = "another_text"
	AnotherRate Reason = "another_rate"
)

// certainlyShort is the factor that widens the bound for short readings. Readings beyond the wider
// bound are refused; those between the two only cause a warning. A refusal costs a second purchase,
// and three refusals fail the article.
const certainlyShort = 1.25

// certain returns the bounds that no good reading exceeds.
func (b bounds) certain() bounds {
	b.short *= certainlyShort
	return b
}

// widened returns the bounds for a text that may take less or more time than usual.
func (b bounds) widened(less, more float64) bounds {
	b.short, b.long = b.short+less, b.long+more
	return b
}

// judge returns the reason to refuse a reading by the voice's bounds, and the details; "" if there
// is none.
func judge(f Features, b bounds) (Reason, string) {
	off, scale := f.Pace-b.pace, spread(f.Length)
	unlike := f.Unlike-b.usual > b.unlike
	found := fmt.Sprintf("%.0f %% of the length that this voice takes for such a text", 100*math.Exp(off))
	switch {
	case math.Abs(off-math.Ln2) < isDouble && off > b.long*scale:
		return Doubled, "speech that is said twice: " + found
	case (off < -b.short*scale || off > b.long*scale) && unlike && isRate(off):
		return AnotherRate, "speech at another sample rate than it says: " + found
	case off < -b.short*scale:
		return Cut, "speech with a part missing: " + found
	case off > b.long*scale:
		return Doubled, "speech with more than its text: " + found
	case unlike:
		return AnotherText, fmt.Sprintf("speech of another text: it is less like the text (%.2f) than this voice is (%.2f)", f.Unlike, b.usual)
	}
	if b.doubt(f) > 1 {
		return Cut, fmt.Sprintf("speech with a part missing: %.1f s of the text are passed over, and it takes %s", f.Missing, found)
	}
	return "", ""
}

// doubt adds up three signs that a part is missing, each in relation to its bound. A cut of a few
// words shows a little in all of them; what varies in a good reading varies in one.
func (b bounds) doubt(f Features) float64 {
	short := max(0, b.pace-f.Pace) / (b.short * spread(f.Length))
	unlike := max(0, f.Unlike-b.usual) / b.unlike
	missing := f.Missing / mostMissing
	return short*short + unlike*unlike + missing*missing
}

// judgeAny judges a reading of a voice without a history: it refuses only what no voice could
// produce.
func judgeAny(f Features) (Reason, string) {
	scale := spread(f.Length) / spread(20)
	found := fmt.Sprintf("%.0f %% of the length of a plain reading", 100*math.Exp(f.Pace))
	switch {
	case f.Pace < math.Log(anyFast)*scale:
		return Cut, "speech with a part missing: " + found
	case f.Pace > math.Log(anySlow)*scale:
		return Doubled, "speech with more than its text: " + found
	}
	return "", ""
}

// rates are sample rates, in Hz, that are confused with each other.
var rates = []float64{8000, 16000, 22050, 24000, 32000, 44100, 48000}

// isDouble is the tolerance around the logarithm of two for a text that is read twice.
const isDouble = 0.15

// isRate reports whether a reading's length is off by the ratio of two sample rates.
func isRate(off float64) bool {
	const near = 0.06
	for _, is := range rates {
		for _, says := range rates {
			if factor := math.Log(is / says); math.Abs(factor) > 2*near && math.Abs(off-factor) < near {
				return true
			}
		}
	}
	return false
}
