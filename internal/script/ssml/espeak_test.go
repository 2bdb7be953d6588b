package ssml_test

import (
	"bytes"
	"os/exec"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/script/ssml"
)

// espeak-ng reads SSML with a parser of its own: what it says is to be what it says without markup,
// with pauses.
func TestEspeakReadsSSML(t *testing.T) {
	for name, notation := range map[string]string{
		"escapes": `Fish & chips <b>cost</b> "more" and don't {700ms}sell, it's said.`,
		"tag":     `Write <break time="3s"/> here, {700ms}and &amp; there.`,
		"quotes":  `“It’s quiet,” he said, {700ms}‘and dark’ – so far.`,
	} {
		t.Run(name, func(t *testing.T) {
			text := marked(t, notation)
			in := ssml.EspeakNG.Input(text)
			if in.Kind != ssml.KindSSML {
				t.Fatalf("got %+v", in)
			}
			want, got := phonemes(t, text.Spoken), phonemes(t, in.Text, "-m")
			if got != want {
				t.Errorf("says %q, want %q", got, want)
			}
			without := strings.ReplaceAll(in.Text, `<break time="700ms"/>`, "")
			if longer := audio(t, in.Text) - audio(t, without); longer < 22050 { // half a second
				t.Errorf("the pause has %d bytes", longer)
			}
		})
	}
}

// phonemes returns the sounds of a text, without stress and pauses.
func phonemes(t *testing.T, text string, options ...string) string {
	t.Helper()
	out := espeak(t, text, append(options, "-q", "-x")...)
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" \n_:',|", r) {
			return -1
		}
		return r
	}, string(out))
}

// audio returns the number of bytes of the speech, at 22,050 Hz and 16 bit.
func audio(t *testing.T, text string) int {
	t.Helper()
	return len(espeak(t, text, "-m", "--stdout"))
}

func espeak(t *testing.T, text string, options ...string) []byte {
	t.Helper()
	cmd := exec.Command("espeak-ng", append([]string{"-v", "en-us", "-b", "1", "--stdin"}, options...)...)
	cmd.Stdin = strings.NewReader(text)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("espeak-ng (Debian package espeak-ng): %v: %s", err, stderr.Bytes())
	}
	return out
}
