package google

import (
	"strings"
	"time"
)

// pauseTags are the tags of Chirp 3 HD's markup,
// https://cloud.google.com/text-to-speech/docs/chirp3-hd. Google does not say how long they are.
var pauseTags = map[string]time.Duration{
	"[pause short]": 300 * time.Millisecond,
	"[pause]":       600 * time.Millisecond,
	"[pause long]":  1200 * time.Millisecond,
}

// readMarkup reads text with pause tags. Of consecutive tags only the first is a pause, and the
// words of the others are said: Google warns that they may be garbled.
func readMarkup(f family, locale, source string) (utterance, error) {
	if !f.markup || containsFold(withoutPauses, locale) {
		return nil, invalid("This voice does not support `input.markup` for locale %s.", locale)
	}
	var said utterance
	at, paused := 0, false
	for _, tag := range direction.FindAllStringIndex(source, -1) {
		before := source[at:tag[0]]
		paused = paused && strings.TrimSpace(before) == ""
		name := source[tag[0]:tag[1]]
		pause, known := pauseTags[name]
		said = append(said, part{text: before})
		switch {
		case known && paused:
			said = append(said, part{text: strings.Trim(name, "[]")})
		case known:
			said = append(said, part{pause: pause})
			paused = true
		}
		at = tag[1]
	}
	return append(said, part{text: source[at:]}), nil
}
