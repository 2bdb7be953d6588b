package recognise

import (
	"testing"

	"github.com/aloud-audio/aloud/internal/script/ssml"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/speech/command"
)

// news has names that no dictionary knows, as news have.
var news = []string{
	"Zelenskyy said on Tuesday that the Zaporizhzhia plant had been reconnected to the grid, after eleven days without outside power.",
	"The agency has two inspectors at the site. They heard explosions near Enerhodar at night.",
	"Shelling cut the last line in September. Engineers from Ukrenergo worked under fire to repair it, the ministry wrote on Telegram.",
	"The country imported one point seven gigawatts from Slovakia, Hungary and Poland.",
	"Kyiv has asked its partners for transformers, which take up to two years to build.",
	"Prices rose by twelve percent, and Naftogaz warned that gas storage was lower than in any year since the war began.",
}

func say(t *testing.T, voice, text string) speech.Speech {
	t.Helper()
	v, err := command.Flite{}.Voice(voice, "en")
	if err != nil {
		t.Fatal(err)
	}
	said, err := command.Flite{}.Synthesize(t.Context(), v.Call(ssml.Text{Spoken: text}))
	if err != nil {
		t.Fatal(err)
	}
	return said
}

// What is said is heard, names or not; what is not said, is not.
func TestHeard(t *testing.T) {
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, voice := range []string{"slt", "rms", "awb"} {
		for i, text := range news {
			said := say(t, voice, text)
			right, judged, err := r.Heard(t.Context(), said, text, news)
			if err != nil || !judged || right < 0.75 {
				t.Errorf("%s: %.2f of %q is heard, judged %t, error %v", voice, right, text, judged, err)
			}
			wrong, _, err := r.Heard(t.Context(), said, news[(i+1)%len(news)], news)
			if err != nil || wrong > 0.35 {
				t.Errorf("%s: %.2f of a text that is not said is heard, error %v", voice, wrong, err)
			}
		}
	}
}

func TestWhatIsNotJudged(t *testing.T) {
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	if _, judged, err := r.Heard(t.Context(), speech.Speech{SampleRate: SampleRate}, "Enerhodar, Zaporizhzhia, yes.", nil); judged || err != nil {
		t.Errorf("names are judged: %v", err)
	}
	if _, _, err := r.Heard(t.Context(), speech.Speech{SampleRate: 24000}, news[0], nil); err == nil {
		t.Error("speech of 24 kHz is judged")
	}
}

func TestInOrder(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"abc", "abc", 3}, {"abc", "cba", 1}, {"abcd", "xaybzd", 3}, {"aab", "ab", 2}} {
		split := func(s string) (out []string) {
			for _, r := range s {
				out = append(out, string(r))
			}
			return out
		}
		if got := inOrder(split(c.a), split(c.b)); got != c.want {
			t.Errorf("%q and %q: %d, want %d", c.a, c.b, got, c.want)
		}
	}
}
