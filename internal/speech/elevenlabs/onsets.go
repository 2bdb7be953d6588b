package elevenlabs

import (
	"encoding/json"
	"strings"

	"github.com/aloud-audio/aloud/internal/speech"
)

// timed is the part of an answer with timestamps that says when,
// https://elevenlabs.io/docs/api-reference/text-to-speech/convert-with-timestamps. Its
// normalized_alignment is of another text: with numbers as words.
type timed struct {
	Alignment struct {
		Characters []string  `json:"characters"`
		Starts     []float64 `json:"character_start_times_seconds"`
	} `json:"alignment"`
}

// onsets returns the onset of each character of the words, or nil if the answer's alignment is
// missing or is of another text.
func onsets(body []byte, words string) (all []speech.Onset) {
	var said timed
	if json.Unmarshal(body, &said) != nil {
		return nil
	}
	characters, starts := said.Alignment.Characters, said.Alignment.Starts
	if len(characters) != len(starts) || strings.Join(characters, "") != words {
		return nil
	}
	at := 0
	for i, character := range characters {
		all = append(all, speech.Onset{Byte: at, Seconds: starts[i]})
		at += len(character)
	}
	return all
}
