package lang

import (
	"testing"

	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

func TestTransliterate(t *testing.T) {
	for text, test := range map[string]struct{ scripts, reader, language, want string }{
		"Денис Шмигаль of Згурівка, Єнакієве and Їжакевич":   {"Latin", "en", "en", "Denys Shmyhal of Zghurivka, Yenakiieve and Yizhakevych"},
		"Юрій Щербак і Прем’єр-ліга":                         {"Latin", "en-GB", "uk", "Yurii Shcherbak i Premier-liha"},
		"Сергей Шойгу, Дмитрий Медведев and Елена Боннэр":    {"Latin", "en", "en", "Sergey Shoygu, Dmitry Medvedev and Yelena Bonner"},
		"Κυριάκος Μητσοτάκης, Ευκλείδης Τσακαλώτος, Μπάμπης": {"Latin", "en", "en", "Kyriakos Mitsotakis, Efkleidis Tsakalotos, Bambis"},
		"the Δ and β variants, π":  {"Latin", "en", "en", "the Delta and beta variants, pi"},
		"Νίκος Παππάς":             {"Latin Greek", "de", "de", "Νίκος Παππάς"},
		"Նիկոլ Փաշինյան":           {"Latin", "fr", "fr", "Nikol Pashinyan"},
		"נתניהו met محمد بن سلمان": {"Latin", "en", "en", "Natanihu met Muhammad Bin Salaman"},
		"习近平":               {"Latin", "en", "en", "Xi Jin Ping"},
		"Джон Scholz з BBC": {"Cyrillic", "uk", "uk", "Джон Шолз з БІ БІ СІ"},
		"Шмигаль":           {"", "en", "en", "Шмигаль"},
	} {
		if got := Transliterate(rewrite.Form{Text: text}, test.scripts, test.reader, test.language).Text; got != test.want {
			t.Errorf("%q is said %q, want %q", text, got, test.want)
		}
	}
}

// TestTransliteratedEdits checks that edits stay in order and refer to the right ranges of both
// texts.
func TestTransliteratedEdits(t *testing.T) {
	text := "On Dec. 2 Шмигаль saw Київ, 5 μm"
	form := Transliterate(Say("en", text), "Latin", "en", "en")
	if want := "On December second Shmyhal saw Kyiv, five micrometers"; form.Text != want {
		t.Fatalf("said %q, want %q", form.Text, want)
	}
	at, said := 0, 0
	for _, e := range form.Edits {
		if text[at:e.Written.Start] != form.Text[said:e.Said.Start] {
			t.Errorf("before the edit of %q: %q and %q", text[e.Written.Start:e.Written.End], text[at:e.Written.Start], form.Text[said:e.Said.Start])
		}
		at, said = e.Written.End, e.Said.End
	}
	if text[at:] != form.Text[said:] {
		t.Errorf("at the end: %q and %q", text[at:], form.Text[said:])
	}
}

func TestTransliterationsAreRead(t *testing.T) {
	files, _ := transliterations.ReadDir(".")
	for _, file := range files {
		if len(transliterationsFor(file.Name())) == 0 {
			t.Errorf("%s has no table", file.Name())
		}
	}
}

func TestScriptsOf(t *testing.T) {
	for tag, want := range map[string]string{"uk": "Cyrillic", "en-GB": "Latin", "el": "Greek", "zh_TW": "Han", "ja": "Han Hiragana Katakana", "sr-Latn": "Latin"} {
		if got := ScriptsOf(tag); got != want {
			t.Errorf("%s is written in %q, want %q", tag, got, want)
		}
	}
}
