package command

import "github.com/aloud-audio/aloud/internal/speech"

// EspeakNGRegistration describes espeak-ng, which is free.
var EspeakNGRegistration = speech.Registration{
	Name:     espeakProgram,
	New:      func(speech.Env) speech.Synthesizer { return EspeakNG{} },
	Local:    true,
	Prices:   map[string]float64{"": 0},
	Examples: []speech.Example{{Voice: "espeak-ng:uk", Language: "uk"}},
}

// FliteRegistration describes flite, which is free.
var FliteRegistration = speech.Registration{
	Name:     fliteProgram,
	New:      func(speech.Env) speech.Synthesizer { return Flite{} },
	Local:    true,
	Prices:   map[string]float64{"": 0},
	Examples: []speech.Example{{Voice: "flite:slt", Language: "en"}},
}
