package elevenlabs

import (
	"encoding/base64"
	"encoding/json"

	"github.com/aloud-audio/aloud/internal/pcm"
)

// alignment is in answers with timestamps,
// https://elevenlabs.io/docs/api-reference/text-to-speech/convert-with-timestamps.
type alignment struct {
	Characters []string  `json:"characters"`
	Starts     []float64 `json:"character_start_times_seconds"`
	Ends       []float64 `json:"character_end_times_seconds"`
}

// withTimestamps is the answer for samples of a text. The characters take equally long, as
// local.Tone says them.
func withTimestamps(text string, hertz int, samples []int16) []byte {
	said, audio := align(text, float64(len(samples))/float64(hertz)), pcm.AppendBytes(nil, samples)
	content, _ := json.Marshal(map[string]any{
		"audio_base64": base64.StdEncoding.EncodeToString(audio), "alignment": said, "normalized_alignment": said,
	})
	return content
}

func align(text string, seconds float64) (a alignment) {
	for _, r := range text {
		a.Characters = append(a.Characters, string(r))
	}
	each := seconds / float64(len(a.Characters))
	for i := range a.Characters {
		a.Starts, a.Ends = append(a.Starts, float64(i)*each), append(a.Ends, float64(i+1)*each)
	}
	return a
}
