package hearing

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/aloud-audio/aloud/internal/store"
	"github.com/aloud-audio/aloud/internal/subprocess"
	"github.com/aloud-audio/aloud/internal/wav"
)

var texts = []string{
	"The council will close two bridges in the old town from May until the end of autumn, because their pillars are no longer safe.",
	"Residents were told by letter, and shops along the river fear that fewer people will come to them during the summer months.",
	"A ferry is to carry people across every ten minutes, and the city pays for it until the work on both bridges is done.",
	"The engineers found the damage when divers looked at the pillars after a flood had carried away a part of the bank.",
	"Nobody was hurt, but a lorry had crossed the larger bridge only minutes before the first stones fell into the water.",
	"The mayor said that the money for the repair was put aside two years ago, and that no other work has to wait for it.",
	"Schools on the far side open half an hour later, so that children who live in the old town can take the first ferry.",
	"Cyclists may use the railway bridge, where a narrow path was built last winter for those who maintain the line.",
	"The opposition wants to know why the pillars were not looked at earlier, as the law asks for it every six years.",
	"An inquiry begins in the autumn, and its report will be read in public before the council votes on a new bridge.",
	"Fishermen complain that the ferry crosses the place where they have cast their nets for generations.",
	"The owner of the mill next to the smaller bridge offered stones of the same kind as those that were lost.",
	"Until then the fire brigade keeps an engine on either side of the river, with a crew of six by day and by night.",
	"Most people in the street said they would rather walk for half an hour than wait for a boat in the rain.",
}

// say has flite, which shares nothing with the reference, read a text.
func say(t *testing.T, text string) Reading {
	t.Helper()
	file := filepath.Join(t.TempDir(), "said.wav")
	if _, err := subprocess.Run(t.Context(), "", "flite", "-voice", "rms", "-t", text, "-o", file); err != nil {
		t.Fatal(err)
	}
	body, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	sound, err := wav.Decode(body)
	if err != nil {
		t.Fatal(err)
	}
	return Reading{Voice: "flite:rms", Language: "en-US", Text: text, Samples: sound.Samples, Hertz: sound.SampleRate}
}

func taught(t *testing.T, st store.Store, count int) *Ear {
	t.Helper()
	ear := NewEar(st)
	for _, text := range texts[:count] {
		v := judged(t, ear, say(t, text))
		if v.Refused || !v.Heard {
			t.Fatalf("%q: %+v", text, v)
		}
		ear.Learn(t.Context(), v)
	}
	return ear
}

func judged(t *testing.T, ear *Ear, r Reading) Verdict {
	t.Helper()
	v, err := ear.Judge(t.Context(), r)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// A voice with a history is held to it. Without one, a missing end or a repetition is refused, as
// no voice does that, and with a short one the rest is named.
func TestJudge(t *testing.T) {
	good := say(t, texts[13])
	for name, c := range map[string]struct {
		damage         func(r Reading) Reading
		reason         Reason
		without, known bool // refused without a history, and with one
	}{
		"good":          {func(r Reading) Reading { return r }, "", false, false},
		"a third":       {func(r Reading) Reading { r.Samples = r.Samples[:len(r.Samples)/3]; return r }, Cut, true, true},
		"a quarter off": {func(r Reading) Reading { r.Samples = r.Samples[:len(r.Samples)*3/4]; return r }, Cut, true, true},
		"a sixth off":   {func(r Reading) Reading { r.Samples = r.Samples[:len(r.Samples)*5/6]; return r }, Cut, true, true},
		"twice": {func(r Reading) Reading {
			r.Samples = append(r.Samples[:len(r.Samples):len(r.Samples)], r.Samples...)
			return r
		}, Doubled, true, true},
		"a fifth passed over": {func(r Reading) Reading {
			n := len(r.Samples)
			r.Samples = append(r.Samples[:2*n/5:2*n/5], r.Samples[3*n/5:]...)
			return r
		}, Cut, false, true},
		"another text": {func(r Reading) Reading { r.Samples = say(t, texts[12]).Samples; return r }, AnotherText, false, true},
		"another rate": {func(r Reading) Reading { r.Hertz = 24000; return r }, AnotherRate, false, true},
	} {
		t.Run(name, func(t *testing.T) {
			bad := c.damage(good)
			if v := judged(t, NewEar(nil), bad); v.Refused != c.without {
				t.Errorf("without a history: %+v", v)
			}
			v := judged(t, taughtOnce(t), bad)
			if v.Refused != c.known || v.Reason != c.reason && !c.without {
				t.Errorf("with a history: %+v", v)
			}
		})
	}
	other := say(t, texts[12])
	other.Text = good.Text
	if v := judged(t, taught(t, nil, some), other); v.Refused || v.Reason != AnotherText {
		t.Errorf("with a short history: %+v", v)
	}
}

var teacher *Ear

// taughtOnce is an ear that knows flite's rms.
func taughtOnce(t *testing.T) *Ear {
	if teacher == nil {
		teacher = taught(t, nil, enough)
	}
	return teacher
}

// What was learnt is there after a restart, and what two processes learn adds up. Refused readings
// teach nothing.
func TestHistoryIsStored(t *testing.T) {
	st, err := store.NewDir(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	one, two := taught(t, st, 2), NewEar(st)
	for i, ear := range []*Ear{two, one, two} {
		v := judged(t, ear, say(t, texts[3+i]))
		ear.Learn(t.Context(), v)
	}
	bad := say(t, texts[9])
	bad.Samples = bad.Samples[:len(bad.Samples)/3]
	two.Learn(t.Context(), judged(t, two, bad))
	if stored := NewEar(st).history(t.Context(), "flite:rms"); len(stored.Readings) != 5 || len(stored.Warps) != len(warps) {
		t.Errorf("%d readings and %d stretches are stored, want 5 and %d", len(stored.Readings), len(stored.Warps), len(warps))
	}
}

func TestNoReference(t *testing.T) {
	if _, err := NewEar(nil).Judge(t.Context(), Reading{Language: "tlh-xx", Text: "none"}); err != nil && !errors.Is(err, ErrNoReference) {
		t.Errorf("error %v", err)
	}
	if _, err := NewReference(context.Background(), "qaa", "text"); !errors.Is(err, ErrNoReference) {
		t.Errorf("a language that nobody speaks: error %v", err)
	}
	if v := judged(t, NewEar(nil), Reading{Voice: "v", Language: "uk", Text: "Так.", Samples: make([]int16, 4000), Hertz: 16000}); v.Heard || v.Refused {
		t.Errorf("a word alone is judged: %+v", v)
	}
}

// Text that the program cannot read is compared with nothing, whatever its list of languages says.
func TestReadable(t *testing.T) {
	for language, want := range map[string]bool{
		"en-GB": true, "uk": true, "no": true, "yue": true, "ar": true, "ja-JP": false, "zh-CN": false, "cmn": false, "th": false, "qaa": false,
	} {
		if err := Readable(language); (err == nil) != want || err != nil && !errors.Is(err, ErrNoReference) {
			t.Errorf("%s: error %v, readable is %v", language, err, want)
		}
	}
	t.Setenv("PATH", t.TempDir())
	if err := Readable("en"); !errors.Is(err, ErrNoReference) || !strings.Contains(err.Error(), "not installed") {
		t.Errorf("without the program: error %v", err)
	}
}

// Text is never a command to the program.
func TestPlain(t *testing.T) {
	for text, want := range map[string]string{"a\x01 50S b": "a  50S b", "[[h@l'oU]]": " h@l'oU]]", "one\ntwo": "one\ntwo"} {
		if got := plain(text); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
}

// BenchmarkMinute judges a minute of speech by a voice with a history. cpu-s counts the user time
// of the reference's process too.
func BenchmarkMinute(b *testing.B) {
	minute := ""
	for _, text := range append(texts, texts...)[:9] {
		minute += text + " "
	}
	reference, err := NewReference(b.Context(), "en", minute)
	if err != nil {
		b.Fatal(err)
	}
	r := Reading{Voice: "reference", Language: "en", Text: minute, Samples: reference.Sound().Samples, Hertz: reference.Sound().SampleRate}
	ear := NewEar(nil)
	for range enough {
		ear.Learn(b.Context(), ear.JudgeBy(b.Context(), r, reference))
	}
	seconds := float64(len(r.Samples)) / float64(r.Hertz)
	before := userTime()
	for b.Loop() {
		if _, err := ear.Judge(b.Context(), r); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric((userTime()-before)/float64(b.N)/(seconds/60), "cpu-s/min")
	b.ReportMetric(0, "ns/op")
}

func userTime() (seconds float64) {
	for _, who := range []int{syscall.RUSAGE_SELF, syscall.RUSAGE_CHILDREN} {
		var usage syscall.Rusage
		if syscall.Getrusage(who, &usage) == nil {
			seconds += float64(usage.Utime.Nano()) / 1e9
		}
	}
	return seconds
}
