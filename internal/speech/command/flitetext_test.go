package command

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/script/ssml"
	"github.com/aloud-audio/aloud/internal/speech"
)

func TestFliteText(t *testing.T) {
	for name, test := range map[string]struct{ text, want string }{
		"plain":       {"It's 5 o'clock - go!", "It's 5 o'clock - go!"},
		"typography":  {"“It’s”—he said… ‘so’", `"It's" - he said... 'so'`},
		"range":       {"3–4 people", "3-4 people"},
		"accents":     {"naïve café in Zürich, Łódź", "naive cafe in Zurich, Lodz"},
		"ligatures":   {"œuvre, ﬁne, straße", "oeuvre, fine, strasse"},
		"spaces":      {"10\u00a0km\u2009away", "10 km away"},
		"fractions":   {"½ mile", "1/2 mile"},
		"symbols":     {"one → two •", "one   two  "},
		"apostrophes": {"Kam'ians’ke and Kamʼianske", "Kam'ians'ke and Kam'ianske"},
		"currencies":  {"a €5 fare", "a  euros 5 fare"},
		"soft hyphen": {"exam\u00adple", "example"},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := fliteText(test.text)
			if err != nil || got != test.want {
				t.Errorf("fliteText(%q) = %q, %v; want %q", test.text, got, err, test.want)
			}
		})
	}
	for _, text := range []string{"Σ is Greek", "in Київ"} {
		if ascii, err := fliteText(text); !errors.Is(err, speech.ErrPermanent) {
			t.Errorf("%q became %q, %v; want a permanent error", text, ascii, err)
		}
	}
}

// Flite itself says which words it took from a text.
func TestFliteHearsWholeWords(t *testing.T) {
	text, err := fliteText("Zoë’s “naïve” café")
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "text")
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	words, err := exec.Command("flite", "-voice", "slt", "-pw", "-f", file, "-o", "none").Output()
	if err != nil {
		t.Fatalf("flite (Debian package flite): %v", err)
	}
	if got, want := strings.Join(strings.Fields(string(words)), " "), "zoe 's naive cafe"; got != want {
		t.Errorf("flite takes the words %q, want %q", got, want)
	}
}

func TestEspeakText(t *testing.T) {
	said := func(text string) string {
		phonemes, err := run(t.Context(), text, espeakProgram, "-v", "en-us", "-q", "-x", "--stdin")
		if err != nil {
			t.Fatal(err)
		}
		return string(phonemes)
	}
	if got := said(espeakVoice("en-us").Call(ssml.Text{Spoken: "call [[t'eIbl]] now"}).Input); strings.Contains(got, " t'eIbl ") {
		t.Errorf("brackets are taken for phonemes: %s", got)
	}
}
