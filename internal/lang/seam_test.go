package lang

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"

	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// glued are texts that occur without a space between them, as digits, signs and letters do.
var glued = []string{
	"1", "7", "45", "90", "350", "2,5", "2.5", "1,000", "10", "2024", "S", "x", "km", "K", "th", "го", "й", "річний", "jährig", "er",
	"$", "€", "+", "-", "–", "−", "^", "=", "×", "/", ":", ".", ",", "'", "′", "″", "°", "%", "²", "³", "⁶", "&", "#", "@", "*", "|", "[", "]", "(", ")", "—",
	" ", " ", "\u00A0", "\u00AD", "\u200B", "№", "N", "UN", "НАТО", "word", "слово", "Kh", "XIV", "м.", "No.", "a.m.", "½",
}

func gluedText() *rapid.Generator[string] {
	return rapid.Map(rapid.SliceOfN(rapid.SampledFrom(glued), 1, 9), func(parts []string) string { return strings.Join(parts, "") })
}

// TestAnyTextIsSaidWholeAndApart checks that separate words stay separate and no digit is dropped,
// in any language.
func TestAnyTextIsSaidWholeAndApart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(gluedText(), hostileText()).Draw(t, "text")
		for _, language := range append([]string{""}, known...) {
			form := Say(language, text)
			if utf8.ValidString(text) && !utf8.ValidString(form.Text) || strings.Contains(form.Text, "  ") {
				t.Fatalf("%s: %q is said %q", language, text, form.Text)
			}
			joined := slices.ContainsFunc(form.Edits, func(e rewrite.Edit) bool { return joins(text, e) })
			for _, edit := range form.Edits {
				if !joined {
					checkSeam(t, text, form, edit)
				}
				checkFigures(t, text, form, edit)
			}
		}
	})
}

// joins reports whether an edit may join letters: invisible characters vanish, and so do brackets
// inside a word, "respect[ed]".
func joins(text string, e rewrite.Edit) bool {
	return e.Rule == rewrite.InvisibleRule || e.Rule == rewrite.PauseRule && strings.ContainsAny(text[e.Written.Start:e.Written.End], "[]")
}

// checkSeam checks that the spoken form of an edit touches no letters that its written form did not
// touch.
func checkSeam(t *rapid.T, text string, form rewrite.Form, edit rewrite.Edit) {
	meet := func(text string, at int) bool {
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		after, _ := utf8.DecodeRuneInString(text[at:])
		return unicode.IsLetter(before) && unicode.IsLetter(after)
	}
	said := form.Text[edit.Said.Start:edit.Said.End]
	for _, glued := range []bool{
		meet(form.Text, edit.Said.Start) && !meet(text, edit.Written.Start),
		meet(form.Text, edit.Said.End) && !meet(text, edit.Written.End),
	} {
		if glued && said != "" {
			t.Fatalf("%q is said %q: %s joins %q to its neighbour", text, form.Text, edit.Rule, said)
		}
	}
}

// checkFigures checks that no edit makes digits silent. Note marks and URL paths are exceptions.
func checkFigures(t *rapid.T, text string, form rewrite.Form, edit rewrite.Edit) {
	written, said := text[edit.Written.Start:edit.Written.End], form.Text[edit.Said.Start:edit.Said.End]
	if strings.ContainsAny(written, "0123456789") && !strings.ContainsFunc(said, inWord) && edit.Rule != "note" && edit.Rule != "web" {
		t.Fatalf("%q is said %q: %s makes %q silent", text, form.Text, edit.Rule, written)
	}
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func TestWordsAreSaidApart(t *testing.T) {
	for written, said := range map[string]string{
		"9^5":                            "nine to the power of five",
		"10⁴ and 10^3":                   "ten to the power of four and ten cubed",
		"3+4=7":                          "three plus four equals seven",
		"in the 90th+4 minute":           "in the ninetieth plus four minute",
		"105+1′":                         "one hundred five plus one",
		"a^b":                            "a b",
		"“[h]e respect[ed] them”":        "“he respected them”",
		"co\u00ADop and zero\u200Bwidth": "coop and zerowidth",
		"plain \u00AD space":             "plain space",
	} {
		if got := Say("en", written).Text; got != said {
			t.Errorf("%q: got %q, want %q", written, got, said)
		}
	}
}

func TestScriptsWithoutSpaces(t *testing.T) {
	for written, said := range map[string]string{
		"12.5kmを走った":     "十二・五キロメートルを走った",
		"売上は5%増、約3kgの荷物": "売上は五パーセント増、約三キログラムの荷物",
		"2022/02/24、A4":  "2022/02/24、A4",
	} {
		if got := Say("ja", written).Text; got != said {
			t.Errorf("%q: got %q, want %q", written, got, said)
		}
	}
}
