package speech

import (
	"encoding/json"

	"github.com/aloud-audio/aloud/internal/flac"
)

// pack returns speech as it is stored: a FLAC file with the onsets in a note.
func pack(s Speech) ([]byte, error) {
	packed, err := flac.Encode(s.SampleRate, s.Samples)
	if err != nil {
		return nil, err
	}
	return flac.WithNote(packed, packOnsets(s.Onsets)), nil
}

// unpack reverses pack.
func unpack(packed []byte) (s Speech, err error) {
	s.SampleRate, s.Samples, err = flac.Decode(packed)
	s.Onsets = unpackOnsets(flac.Note(packed))
	return s, err
}

// packOnsets returns onsets as they are stored: pairs of a byte and a time in milliseconds.
func packOnsets(onsets []Onset) []byte {
	if len(onsets) == 0 {
		return nil
	}
	pairs := make([][2]int, len(onsets))
	for i, o := range onsets {
		pairs[i] = [2]int{o.Byte, int(o.Seconds*1000 + 0.5)}
	}
	packed, err := json.Marshal(pairs)
	if err != nil {
		panic("speech: onsets are plain data: " + err.Error())
	}
	return packed
}

// unpackOnsets reverses packOnsets. Damaged onsets are none: the speech is then timed here.
func unpackOnsets(packed []byte) (onsets []Onset) {
	var pairs [][2]int
	if json.Unmarshal(packed, &pairs) != nil {
		return nil
	}
	for _, pair := range pairs {
		onsets = append(onsets, Onset{pair[0], float64(pair[1]) / 1000})
	}
	return onsets
}
