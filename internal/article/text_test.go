package article

import "testing"

func TestFold(t *testing.T) {
	for _, test := range []struct{ name, in, want string }{
		{"white space", " a\t\r\n b\u00a0\u2009\u3000c\u2028d ", "a b c d"},
		{"soft hyphens", "clock\u00adwork", "clockwork"},
		{"zero-width characters", "a\u200bb\u2060c\ufeffd", "abcd"},
		{"direction marks", "\u200ea\u202bb\u202c\u2066c\u2069", "abc"},
		{"control characters", "a\x00b\x07c\u009bd", "abcd"},
		{"space around what is dropped", "a \u200b b", "a b"},
		{"invalid UTF-8", "a\xffb", "a\ufffdb"},
		{"private characters", "a\ue000b", "ab"},
		{"noncharacters", "a\ufffeb\U0001ffffc", "abc"},
		{"object replacement", "a\ufffcb", "ab"},
		{"an emoji of several parts", "👩\u200d🚒", "👩\u200d🚒"},
		{"an emoji with a variation selector", "❤\ufe0f\u200d🔥", "❤\ufe0f\u200d🔥"},
		{"the flag of Wales", "\U0001F3F4\U000E0067\U000E0062\U000E0077\U000E006C\U000E0073\U000E007F", "\U0001F3F4\U000E0067\U000E0062\U000E0077\U000E006C\U000E0073\U000E007F"},
		{"a Persian word", "می\u200cخواهم", "می\u200cخواهم"},
		{"a Hindi conjunct", "क्\u200dष", "क्\u200dष"},
		{"joiners between Latin letters", "a\u200db\u200cc", "abc"},
		{"a joiner at the end", "می\u200c", "می"},
		{"combining marks", "e\u0301", "e\u0301"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := fold(test.in); got != test.want {
				t.Errorf("got %+q, want %+q", got, test.want)
			}
		})
	}
}
