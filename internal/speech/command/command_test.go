package command_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/script/ssml"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/speech/command"
	"github.com/aloud-audio/aloud/internal/speech/speechtest"
)

func TestMain(m *testing.M) {
	for _, program := range []string{"flite", "espeak-ng"} {
		if _, err := exec.LookPath(program); err != nil {
			fmt.Fprintf(os.Stderr, "these tests need %s: install the Debian package %s\n", program, program)
			os.Exit(1)
		}
	}
	os.Exit(m.Run())
}

func TestContract(t *testing.T) {
	t.Run("flite", func(t *testing.T) { speechtest.TestSynthesizer(t, command.Flite{}, "slt", "en", "nobody") })
	t.Run("flite at 8 kHz", func(t *testing.T) { speechtest.TestSynthesizer(t, command.Flite{}, "kal", "en", "/tmp/voice") })
	t.Run("espeak-ng English", func(t *testing.T) { speechtest.TestSynthesizer(t, command.EspeakNG{}, "en-us", "en", "en_us") })
	t.Run("espeak-ng Ukrainian", func(t *testing.T) { speechtest.TestSynthesizer(t, command.EspeakNG{}, "uk", "uk", "--help") })
}

func TestVoices(t *testing.T) {
	for name, test := range map[string]struct {
		synth          speech.Synthesizer
		name, language string
		want           string // in the error, empty for none
	}{
		"region does not matter":    {command.Flite{}, "slt", "en-GB", ""},
		"flite is English":          {command.Flite{}, "slt", "uk", "espeak-ng"},
		"flite names its voices":    {command.Flite{}, "alto", "en", "`aloud voices`"},
		"flite loads no file":       {command.Flite{}, "/etc/passwd", "en", "has no voice"},
		"flite's clock":             {command.Flite{}, "awb_time", "en", "has no voice"},
		"espeak-ng is Ukrainian":    {command.EspeakNG{}, "uk", "uk-UA", ""},
		"Norwegian by either name":  {command.EspeakNG{}, "nb", "no", ""},
		"Chinese by either name":    {command.EspeakNG{}, "cmn", "zh-CN", ""},
		"not another's language":    {command.EspeakNG{}, "ru", "uk", "`aloud voices`"},
		"no option":                 {command.EspeakNG{}, "--version", "en", "has no voice"},
		"no path":                   {command.EspeakNG{}, "../uk", "uk", "has no voice"},
		"no voice without language": {command.EspeakNG{}, "uk", "", "does not speak"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := test.synth.Voice(test.name, test.language)
			switch {
			case test.want == "" && err != nil:
				t.Errorf("refused: %v", err)
			case test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want)):
				t.Errorf("error is %v, want %q in it", err, test.want)
			}
		})
	}
}

func request(t *testing.T, synth speech.Synthesizer, voice, language, text string) speech.Call {
	t.Helper()
	v, err := synth.Voice(voice, language)
	if err != nil {
		t.Fatal(err)
	}
	return v.Call(ssml.Text{Spoken: text})
}

func TestRefusedRequests(t *testing.T) {
	flite := request(t, command.Flite{}, "slt", "en", "Good morning.")
	espeak := request(t, command.EspeakNG{}, "en-us", "en", "Good morning.")
	for name, test := range map[string]struct {
		synth  speech.Synthesizer
		req    speech.Call
		change func(*speech.Call)
		want   string
	}{
		"a voice flite has not":     {command.Flite{}, flite, func(r *speech.Call) { r.Voice = "nobody" }, "`aloud voices`"},
		"a voice espeak-ng has not": {command.EspeakNG{}, espeak, func(r *speech.Call) { r.Voice, r.Language = "xx", "xx" }, "`aloud voices`"},
		"rate":                      {command.Flite{}, flite, func(r *speech.Call) { r.Rate = 3 }, "rate 3"},
		"SSML":                      {command.Flite{}, flite, func(r *speech.Call) { r.Kind = "ssml" }, "ssml"},
		"Greek for flite":           {command.Flite{}, flite, func(r *speech.Call) { r.Input = "The Αθήνα of old." }, "Α"},
	} {
		t.Run(name, func(t *testing.T) {
			test.change(&test.req)
			_, err := test.synth.Synthesize(t.Context(), test.req)
			if !errors.Is(err, speech.ErrPermanent) || !strings.Contains(fmt.Sprint(err), test.want) {
				t.Errorf("error is %v, want a permanent one with %q in it", err, test.want)
			}
		})
	}
}

// What a shell, an option parser or the programs' own markup could take for something else is
// spoken.
func TestHarmlessText(t *testing.T) {
	for name, text := range map[string]string{
		"like an option":   "-voice kal and then some more",
		"like a file name": "/etc/hostname",
		"one word":         "Morning",
		"shell":            "$(reboot) `reboot` ; \"reboot\" & go",
		"lines":            "First line.\nSecond line.\n\nAnother paragraph.",
		"markup":           "<speak>one & two < three</speak>",
	} {
		t.Run(name, func(t *testing.T) {
			for _, req := range []speech.Call{
				request(t, command.Flite{}, "slt", "en", text),
				request(t, command.EspeakNG{}, "en-us", "en", text),
			} {
				spoken, err := speech.Providers{"flite": command.Flite{}, "espeak-ng": command.EspeakNG{}}.Synthesize(t.Context(), req)
				if err != nil {
					t.Fatalf("%s: %v", req.Provider, err)
				}
				if spoken.Duration().Milliseconds() < int64(25*len(text)) {
					t.Errorf("%s says %q in %v: words are missing", req.Provider, text, spoken.Duration())
				}
			}
		})
	}
}

func TestLongText(t *testing.T) {
	sentence := "The committee met on Tuesday and put the decision off until spring. "
	one, err := command.EspeakNG{}.Synthesize(t.Context(), request(t, command.EspeakNG{}, "en-us", "en", sentence))
	if err != nil {
		t.Fatal(err)
	}
	const times = 100 // 7 kB, six minutes
	all, err := command.EspeakNG{}.Synthesize(t.Context(), request(t, command.EspeakNG{}, "en-us", "en", strings.Repeat(sentence, times)))
	if err != nil {
		t.Fatal(err)
	}
	if all.Duration() < times*one.Duration() {
		t.Errorf("%d times what takes %v takes only %v", times, one.Duration(), all.Duration())
	}
}

func TestCancelStopsTheProcess(t *testing.T) {
	long := strings.Repeat("The committee met on Tuesday and put the decision off until spring. ", 20000) // hours of speech
	for name, synth := range map[string]speech.Synthesizer{"slt": command.Flite{}, "en-us": command.EspeakNG{}} {
		t.Run(name, func(t *testing.T) {
			req := request(t, synth, name, "en", long)
			ctx, cancel := context.WithCancel(t.Context())
			failed := make(chan error, 1)
			go func() {
				_, err := synth.Synthesize(ctx, req)
				failed <- err
			}()
			waitForChild(t)
			cancel()
			if err := <-failed; !errors.Is(err, context.Canceled) {
				t.Errorf("error is %v, want context.Canceled", err)
			}
			if left := children(t); left != "" {
				t.Errorf("processes %s still run", left)
			}
		})
	}
}

// children are the ids of the processes that this one has started and not yet seen end.
func children(t *testing.T) string {
	t.Helper()
	files, err := filepath.Glob("/proc/self/task/*/children")
	if err != nil {
		t.Fatal(err)
	}
	var ids strings.Builder
	for _, file := range files {
		some, _ := os.ReadFile(file) // of a thread that may have ended
		ids.Write(some)
	}
	return ids.String()
}

func waitForChild(t *testing.T) {
	t.Helper()
	for deadline := time.Now().Add(20 * time.Second); children(t) == ""; runtime.Gosched() {
		if time.Now().After(deadline) {
			t.Fatal("no process was started")
		}
	}
}

func TestMissingProgram(t *testing.T) {
	flite := request(t, command.Flite{}, "slt", "en", "Good morning.")
	t.Setenv("PATH", t.TempDir())
	_, err := command.Flite{}.Synthesize(t.Context(), flite)
	if err == nil || !strings.Contains(err.Error(), "Debian package flite") || errors.Is(err, speech.ErrPermanent) {
		t.Errorf("error is %v, want one that names the package and can be tried again", err)
	}
}

func TestLongArticle(t *testing.T) { speechtest.TestLongArticle(t, command.EspeakNG{}, "uk", "uk") }
