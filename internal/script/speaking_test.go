package script

import (
	"testing"
	"time"
)

// TestLettersOf includes ideograms, which take as long as several letters in every voice.
func TestLettersOf(t *testing.T) {
	for _, test := range []struct {
		language, text string
		want           Letters
	}{
		{"en", "Ferry runs.", Letters{9, 9, 9, 10}},
		{"en", "FBI", Letters{3, 6, 15, 0}},
		{"en", "F. B", Letters{2, 4, 10, 10}},
		{"en", "12, 3", Letters{3, 12, 24, 3}},
		{"en", "会议", Letters{2, 7, 32, 0}},
		{"zh-TW", "会议", Letters{7, 7, 8, 0}},
		{"cmn-CN", "会议。", Letters{7, 7, 8, 10}},
		{"uk", "Ліс", Letters{3, 3, 3, 0}},
		{"uk", "", Letters{}},
	} {
		if got := LettersOf(test.language, test.text); got != test.want {
			t.Errorf("%s %q: %v, want %v", test.language, test.text, got, test.want)
		}
	}
}

// TestSpeakingTime expects news at 14 to 16 characters per second. A faster voice takes less time,
// but pauses as long.
func TestSpeakingTime(t *testing.T) {
	for language, text := range map[string]string{
		"en": "The council met for three hours on Monday and agreed to open the bridge again before the winter comes. " +
			"Engineers had asked for it since spring, when drones hit the older bridge twice in a single week.",
		"uk": "Рада засідала в понеділок три години й погодилася знову відкрити міст до початку зими. " +
			"Інженери просили про це від весни, коли безпілотники двічі за тиждень влучили в старий міст.",
	} {
		took := SpeakingTime(language, text)
		if rate := float64(len([]rune(text))) / took.Seconds(); rate < 14 || rate > 16 {
			t.Errorf("%s: %.1f characters a second", language, rate)
		}
		s := Script{Segments: []Segment{{Spoken: text, Pause: time.Second}, {Spoken: text, Pause: time.Second}}}
		if got, want := s.Duration(language, 2), took+2*time.Second; got != want {
			t.Errorf("%s: twice the text at twice the rate takes %v, want %v", language, got, want)
		}
	}
}
