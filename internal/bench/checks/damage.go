package main

import (
	"math/rand/v2"

	"github.com/aloud-audio/aloud/internal/speech"
)

// damage is a way in which an answer goes wrong.
type damage struct {
	name string
	make func(said, other speech.Speech) speech.Speech
}

// damages spoil a reading; other is one of another text of about the same length by the same voice.
var damages = []damage{
	{"last 25 % missing", func(said, _ speech.Speech) speech.Speech { return without(said, 0.75, 1) }},
	{"last 15 % missing", func(said, _ speech.Speech) speech.Speech { return without(said, 0.85, 1) }},
	{"a fifth missing in the middle", func(said, _ speech.Speech) speech.Speech { return without(said, 0.4, 0.6) }},
	{"said twice", func(said, _ speech.Speech) speech.Speech { return joined(said, said) }},
	{"a fifth said twice", func(said, _ speech.Speech) speech.Speech { return twice(said, 0.4, 0.6) }},
	{"another text of like length", func(_, other speech.Speech) speech.Speech { return other }},
	{"16 kHz read as 24 kHz", labelled(16000, 24000)},
	{"24 kHz read as 16 kHz", labelled(24000, 16000)},
	{"24 kHz read as 44.1 kHz", labelled(24000, 44100)},
	{"44.1 kHz read as 24 kHz", labelled(44100, 24000)},
	{"16 kHz read as 44.1 kHz", labelled(16000, 44100)},
	{"44.1 kHz read as 16 kHz", labelled(44100, 16000)},
	{"wrong byte order", func(said, _ speech.Speech) speech.Speech { return swapped(said) }},
	{"stereo read as mono", func(said, _ speech.Speech) speech.Speech { return doubled(said) }},
}

// quietest returns the place within 0.3 s of a share of the reading at which least is heard: a
// provider leaves out whole words.
func quietest(said speech.Speech, share float64) int {
	size := said.SampleRate / 50
	middle := int(share * float64(len(said.Samples)))
	best, least := middle, -1.0
	for at := middle - 15*size; at <= middle+15*size; at += size / 2 {
		if at < 0 || at+size > len(said.Samples) {
			continue
		}
		sum := 0.0
		for _, s := range said.Samples[at : at+size] {
			sum += float64(s) * float64(s)
		}
		if least < 0 || sum < least {
			best, least = at+size/2, sum
		}
	}
	return best
}

func without(said speech.Speech, from, to float64) speech.Speech {
	first, last := quietest(said, from), len(said.Samples)
	if to < 1 {
		last = quietest(said, to)
	}
	return joined(speech.Speech{SampleRate: said.SampleRate, Samples: said.Samples[:first]}, speech.Speech{Samples: said.Samples[last:]})
}

func twice(said speech.Speech, from, to float64) speech.Speech {
	first, last := quietest(said, from), quietest(said, to)
	return joined(speech.Speech{SampleRate: said.SampleRate, Samples: said.Samples[:last]}, speech.Speech{Samples: said.Samples[first:]})
}

func joined(a, b speech.Speech) speech.Speech {
	return speech.Speech{SampleRate: a.SampleRate, Samples: append(append([]int16(nil), a.Samples...), b.Samples...)}
}

// labelled returns what a service says at one rate and calls another.
func labelled(is, says int) func(said, _ speech.Speech) speech.Speech {
	return func(said, _ speech.Speech) speech.Speech {
		return speech.Speech{SampleRate: said.SampleRate * says / is, Samples: said.Samples}
	}
}

func swapped(said speech.Speech) speech.Speech {
	samples := make([]int16, len(said.Samples))
	for i, s := range said.Samples {
		samples[i] = int16(uint16(s)>>8 | uint16(s)<<8)
	}
	return speech.Speech{SampleRate: said.SampleRate, Samples: samples}
}

// doubled has two channels that differ a little, as rooms make them.
func doubled(said speech.Speech) speech.Speech {
	noise := rand.New(rand.NewPCG(1, 1))
	samples := make([]int16, 0, 2*len(said.Samples))
	for _, s := range said.Samples {
		samples = append(samples, s, s+int16(noise.IntN(9)-4))
	}
	return speech.Speech{SampleRate: said.SampleRate, Samples: samples}
}
