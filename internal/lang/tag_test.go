package lang

import "testing"

func TestNormal(t *testing.T) {
	for tag, want := range map[string]string{
		"en_GB": "en-GB", "EN-gb": "en-GB", " uk ": "uk", "pt-br": "pt-BR", "zh-hans": "zh-Hans",
		"ua": "", "english": "", "": "", "und": "", "en GB": "",
	} {
		got, err := Normal(tag)
		if got != want || (err == nil) != (want != "") {
			t.Errorf("%q: got %q, %v, want %q", tag, got, err, want)
		}
	}
}

func TestKnown(t *testing.T) {
	for tag, want := range map[string]bool{"en_GB": true, "de-AT": true, "sv": true, "tlh": false, "": false} {
		if got := For(tag).Known(); got != want {
			t.Errorf("%s: known %v", tag, got)
		}
	}
}
