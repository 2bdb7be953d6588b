package script

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/script/lexicon"
	"github.com/aloud-audio/aloud/internal/script/ssml"
)

func TestOffsets(t *testing.T) {
	for _, c := range []struct{ text, written, said string }{
		{"It opened on Dec. 2 in Ohio.", "in Ohio", "in Ohio"},
		{"It opened on Dec. 2 in Ohio.", "Dec. 2", "December second"},
		{"It opened on Dec. 2 in Ohio.", "It", "It"},
		{"  It opened. ", "opened", "opened"},
		{" Dec. 2 came. ", "came", "came"},
		{" Dec. 2", "Dec. 2", "December second"},
		{"«Ні», — сказав 5 січ. 1990 р. мер.", "мер", "мер"},
		{"Paid $5 and €6 to 7 men", "men", "men"},
	} {
		language := "en"
		if strings.Contains(c.text, "«") {
			language = "uk"
		}
		a := article.Article{Language: language, Blocks: []article.Block{{Role: article.Paragraph, Text: c.text}}}
		s := mustBuild(t, a, Options{}).Segments[0]
		written, said := strings.Index(c.text, c.written), strings.Index(s.Spoken, c.said)
		if got := s.SpokenAt(written); got != said {
			t.Errorf("%q: %q is said at %d of %q, want %d", c.text, c.written, got, s.Spoken, said)
		}
		if got := s.TextAt(said); got != written {
			t.Errorf("%q: %q is written at %d, want %d", c.text, c.said, got, written)
		}
	}
}

// TestOffsetsOfAnyText checks that unchanged text is equal on both sides, and that an offset in an
// edit maps to the whole edit.
func TestOffsetsOfAnyText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := article.Article{
			Language: languageTags.Draw(t, "language"),
			Blocks:   []article.Block{{Role: article.Paragraph, Text: text().Draw(t, "text")}},
		}
		script, err := Build(a, Options{Limit: Limit{Max: 300}})
		if err != nil {
			t.Skip(err)
		}
		for _, s := range script.Segments {
			at := 0
			for _, e := range s.Edits {
				checkUnchanged(t, s, at, e.Said.Start)
				if from := s.TextAt(e.Said.Start); e.Said.Start < e.Said.End && from != e.Written.Start {
					t.Fatalf("%q: the edit of %d is mapped to %d", s.Text, e.Written.Start, from)
				}
				at = e.Said.End
			}
			checkUnchanged(t, s, at, len(s.Spoken))
		}
	})
}

func checkUnchanged(t *rapid.T, s Segment, from, to int) {
	written := s.TextAt(from)
	if got := s.Text[written : written+to-from]; got != s.Spoken[from:to] {
		t.Fatalf("%q of %q is %q in %q", s.Spoken[from:to], s.Spoken, got, s.Text)
	}
}

func TestMarksOfTheLexicon(t *testing.T) {
	layer := lexicon.NewLayer("site", lexicon.List{Language: "en", Entries: []lexicon.Entry{
		{Written: []string{"Zhovkva"}, Alias: "Zhoff-kva", IPA: "ˈʒɔwkwa"},
	}})
	a := paragraphs("  On Dec. 2, Zhovkva slept.")
	s := mustBuild(t, a, Options{Lexicon: []*lexicon.Layer{layer}}).Segments[0]
	if len(s.Marks) != 1 || s.Spoken[s.Marks[0].Start:s.Marks[0].End] != "Zhoff-kva" || s.Marks[0].IPA != "ˈʒɔwkwa" {
		t.Errorf("%q has the marks %+v", s.Spoken, s.Marks)
	}
	if in := ssml.GoogleSSML.Input(s.Said()); !strings.Contains(in.Text, `<phoneme alphabet="ipa" ph="ˈʒɔwkwa">Zhoff-kva</phoneme>`) {
		t.Errorf("the input of a voice with IPA: %q", in.Text)
	}
	off := mustBuild(t, a, Options{Lexicon: []*lexicon.Layer{layer}, Off: []string{RuleIPA}}).Segments[0]
	if len(off.Marks) != 0 || off.Spoken != s.Spoken {
		t.Errorf("with ipa off: %q with %+v", off.Spoken, off.Marks)
	}
}

func TestTheArticlesOwnEntriesComeFirst(t *testing.T) {
	site := lexicon.NewLayer("site", lexicon.List{Language: "en", Entries: []lexicon.Entry{
		{Written: []string{"Kyiv"}, Alias: "site"}, {Written: []string{"Lviv"}, Alias: "site"},
	}})
	a := paragraphs("From Kyiv to Lviv to Odesa.")
	a.Lexicon = []article.Entry{{Written: []string{"Kyiv"}, Alias: "article"}}
	s := mustBuild(t, a, Options{Lexicon: []*lexicon.Layer{site}}).Segments[0]
	if s.Spoken != "From article to site to Odessa." {
		t.Errorf("got %q", s.Spoken)
	}
	a.Lexicon = []article.Entry{{Written: []string{"Kyiv"}}}
	if _, err := Build(a, Options{}); err == nil || !strings.Contains(err.Error(), "Kyiv") {
		t.Errorf("an entry without a pronunciation: %v", err)
	}
}

func TestTheBuiltInLexiconCanBeSwitchedOff(t *testing.T) {
	a := paragraphs("He went to Zaporizhzhia.")
	with := mustBuild(t, a, Options{}).Segments[0]
	without := mustBuild(t, a, Options{Off: []string{RuleLexicon}}).Segments[0]
	if with.Spoken == without.Spoken && len(with.Marks) == 0 {
		t.Error("the built-in lexicon lacks Zaporizhzhia")
	}
	if without.Spoken != a.Blocks[0].Text || len(without.Marks) != 0 {
		t.Errorf("switched off: %q with %+v", without.Spoken, without.Marks)
	}
}

func TestNoSentenceIsLongerThanTheVoiceTakes(t *testing.T) {
	text := "One came. The second, who was older than the others, came a little later, and he sat down. Two left."
	s := mustBuild(t, paragraphs(text), Options{Limit: Limit{Sentence: 50}, Off: asWritten})
	want := []string{
		"One came. ", "The second, who was older than the others, ", "came a little later, and he sat down. ", "Two left.",
	}
	if got := texts(s); strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}
