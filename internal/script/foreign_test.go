package script

import (
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/article"
)

// TestForeignTextHasItsOwnRules checks that a text in another language follows that language's
// rules.
func TestForeignTextHasItsOwnRules(t *testing.T) {
	quoted := "She read: «Порт закрито до 3 травня», at 7:30 p.m. on May 3."
	a := article.Article{Language: "en", Blocks: []article.Block{
		{Role: article.Paragraph, Text: "Порт закрито до 3 травня.", Language: "uk"},
		{Role: article.Paragraph, Text: quoted, Passages: []article.Passage{{Start: 10, End: 10 + len("«Порт закрито до 3 травня»"), Language: "uk"}}},
	}}
	s := mustBuild(t, a, Options{})
	for i, want := range []string{
		"Порт закрито до третього травня.",
		"She read: «Порт закрито до третього травня», at seven thirty P M on May third.",
	} {
		if got := s.Segments[i].Spoken; got != want {
			t.Errorf("segment %d says %q, want %q", i, got, want)
		}
	}
	if got := s.Segments; got[0].Language != "uk" || got[1].Language != "" {
		t.Errorf("languages %q and %q", got[0].Language, got[1].Language)
	}
	seg := s.Segments[1]
	for _, word := range []string{"закрито", "read", "on "} {
		written, said := indexOf(t, seg.Text, word), indexOf(t, seg.Spoken, word)
		if got := seg.SpokenAt(written); got != said {
			t.Errorf("%q is said at %d, want %d", word, got, said)
		}
	}
}

// TestACutPassageKeepsItsLanguage checks that both halves of a passage that is cut in the middle
// keep its language.
func TestACutPassageKeepsItsLanguage(t *testing.T) {
	text := "Порт закрито до 3 травня. Паром ходить до 5 травня."
	a := article.Article{Language: "en", Blocks: []article.Block{
		{Role: article.Paragraph, Text: "He said: " + text, Passages: []article.Passage{{Start: 9, End: 9 + len(text), Language: "uk"}}},
	}}
	s := mustBuild(t, a, Options{Limit: Limit{Max: 90}})
	var all string
	for _, seg := range s.Segments {
		all += seg.Spoken + " "
	}
	if want := "He said: Порт закрито до третього травня. Паром ходить до п'ятого травня. "; all != want || len(s.Segments) < 2 {
		t.Errorf("%d segments have the spoken form %q, want %q", len(s.Segments), all, want)
	}
}

func indexOf(t *testing.T, text, word string) int {
	t.Helper()
	at := strings.Index(text, word)
	if at < 0 {
		t.Fatalf("%q is not in %q", word, text)
	}
	return at
}

// TestNamesInLettersThatTheVoiceLacks checks that a name in a script that the voice lacks is
// respelled in the voice's script, by the rules of the voice's language, while the text stays as it
// is.
func TestNamesInLettersThatTheVoiceLacks(t *testing.T) {
	text := "On Dec. 2 Денис Шмигаль met Κυριάκος Μητσοτάκης in Київ."
	a := article.Article{Language: "en", Blocks: []article.Block{{Role: article.Paragraph, Text: text}, {Role: article.Paragraph, Text: "Згурівка, 5 травня.", Language: "uk"}}}
	s := mustBuild(t, a, Options{Limit: Limit{Scripts: "Latin"}})
	seg := s.Segments[0]
	if want := "On December second Denys Shmyhal met Kyriakos Mitsotakis in Kyiv."; seg.Spoken != want || seg.Text != text {
		t.Errorf("%q is said %q, want %q", seg.Text, seg.Spoken, want)
	}
	if want := [2]string{"Шмигаль", "Shmyhal"}; len(seg.Transliterated()) != 5 || seg.Transliterated()[1] != want {
		t.Errorf("Transliterated returns %q", seg.Transliterated())
	}
	if got, want := s.Segments[1].Spoken, "Zghurivka, piatoho travnia."; got != want {
		t.Errorf("a block in Ukrainian is said %q, want %q", got, want)
	}
	own := Options{Limit: Limit{Scripts: "Latin"}, Foreign: map[string]Limit{"uk": {Scripts: "Cyrillic"}}}
	if got, want := mustBuild(t, a, own).Segments[1].Spoken, "Згурівка, п'ятого травня."; got != want {
		t.Errorf("the voice for Ukrainian says %q, want %q", got, want)
	}
	if got := mustBuild(t, a, Options{}).Segments[0].Spoken; !strings.Contains(got, "Μητσοτάκης") {
		t.Errorf("a voice with all scripts says %q", got)
	}
}
