package spoken

import "testing"

func TestEnglishWeb(t *testing.T) {
	englishCases{"web": {
		{"see https://example.com/a?b=c.", "see example dot com."},
		{"kyivindependent.com", "kyiv independent dot com"},
		{"bbc.co.uk", "B B C dot co dot U K"},
		{"t.me/operativno", "T dot me slash operativno"},
		{"u24.gov.ua", "u twenty-four dot gov dot U A"},
		{"jane.doe@example.com", "jane dot doe at example dot com"},
		{"@ZelenskyyUa", "at Zelenskyy Ua"},
		{"@AFUMedia", "at A F U Media"},
		{"#StandWithUkraine", "hashtag Stand With Ukraine"},
		{"#1", "number one"},
	}}.check(t)
	for _, text := range []string{"It was in May.It ended.", "the end.no more", "file.txt"} {
		if got := Say("en", text).Text; got != text {
			t.Errorf("%q is said %q", text, got)
		}
	}
}

func TestEnglishSymbols(t *testing.T) {
	englishCases{
		"symbol": {
			{"Smith & Sons", "Smith and Sons"},
			{"§ 5", "section five"},
			{"section § 5", "section five"},
			{"and/or", "and or"},
			{"2 + 2 = 4", "two plus two equals four"},
			{"NATO/EU", "NATO E U"},
			{"Kyiv → Lviv", "Kyiv to Lviv"},
			{"→ Read more", "Read more"},
			{"Note* this", "Note this"},
			{"* * *", ""},
			{"Kyiv Post™ said", "Kyiv Post said"},
		},
		"emoji": {
			{"😀 Hello", "Hello"},
			{"Hello 😀 world", "Hello world"},
			{"Glory! 🇺🇦", "Glory!"},
			{"👨‍👩‍👧 and 👍🏽.", "and."},
			{"I ❤️ Kyiv", "I love Kyiv"},
		},
		"note":     {{"text[1]", "text"}, {"text [2], [3] more", "text, more"}, {"text¹", "text"}},
		"ligature": {{"ﬁre", "fire"}},
	}.check(t)
}

func TestEnglishPauses(t *testing.T) {
	englishCases{"pause": {
		{"word — another", "word, another"},
		{"word—another", "word, another"},
		{"word--another", "word, another"},
		{"word – another", "word, another"},
		{"“I—” he said", "“I,” he said"},
		{"(AP) — Russia", "A P, Russia"},
		{"he (the general) said", "he, the general, said"},
		{"Adm. (ret.) Koval", "Admiral, retired, Koval"},
		{"It ended (so far).", "It ended, so far."},
		{"It ended. (He disagreed.) So", "It ended. He disagreed. So"},
		{`"It ended (so far)" was all`, `"It ended, so far," was all`},
		{"text […] more", "text more"},
		{"text [sic] more", "text more"},
		{"“[Putin] lied”", "“Putin lied”"},
		{"Kyiv | Lviv", "Kyiv, Lviv"},
	}}.check(t)
}
