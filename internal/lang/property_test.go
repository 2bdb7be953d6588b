package lang

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// hostile are texts that rules match, mixed with texts that tend to break them.
var hostile = []string{
	"1", "0", "12", "2022", "1,000", "0.5", "99999999999999999999", "½", "$", "€", "US$", "%", "bn", "km", "km²", "°C", "mm", "Dec.", "May", "Mon.", "24",
	"a.m.", "PM", ":", "15:30", "GMT", "F-16s", "Kh-", "T", "II", "XIV", "King", "Article", "Gen.", "St.", "R-S.C.", "U.S.", "e.g.", "etc.", "UN", "NATO", "R&D",
	"https://", "example.com", "@", "#", "/", "(", ")", "[1]", "[sic]", "[", "]", "—", "–", "-", "--", "×", "x", "+", "−", "~", ">", "=", "*", "→", "|", "'", "’s", "“", "”",
	" ", " ", " ", " ", "\u00A0", "\n", "\t", ".", ",", "!", "a", "the", "word", "Kyiv", "людей", "万", "é", "e\u0301", "\u00AD", "\u200B", "\u202E", "😀", "👨‍👩‍👧", "🇺🇦", "ﬁ", "¹",
	"\x80", "\xff", "\x00",
}

// known are the tags of the languages that have rules.
var known = tags()

func hostileText() *rapid.Generator[string] {
	return rapid.OneOf(rapid.String(), rapid.Map(rapid.SliceOfN(rapid.SampledFrom(hostile), 0, 30), func(parts []string) string {
		return strings.Join(parts, "")
	}))
}

// TestEditsMapWhatIsSaidToWhatIsWritten checks that edits are in order and do not overlap, and that
// the text between them is unchanged.
func TestEditsMapWhatIsSaidToWhatIsWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := hostileText().Draw(t, "text")
		for _, language := range known {
			form := Say(language, text)
			checkForm(t, text, form)
			if again := Say(language, text); again.Text != form.Text || !slices.Equal(again.Edits, form.Edits) {
				t.Fatalf("%s: two calls return %q and %q", language, form.Text, again.Text)
			}
		}
	})
}

func checkForm(t *rapid.T, text string, form rewrite.Form) {
	written, said := 0, 0
	for _, e := range append(slices.Clip(form.Edits), rewrite.Edit{Rule: "end", Written: rewrite.Span{Start: len(text), End: len(text)}, Said: rewrite.Span{Start: len(form.Text), End: len(form.Text)}}) {
		if e.Written.Start < written || e.Written.End < e.Written.Start || e.Said.Start < said || e.Said.End < e.Said.Start {
			t.Fatalf("%v is out of order", e)
		}
		if kept, same := text[written:e.Written.Start], form.Text[said:e.Said.Start]; kept != same {
			t.Fatalf("unchanged text before %v: written %q, said %q", e, kept, same)
		}
		if e.Rule == "" || e.Rule != "end" && e.Written.Start == e.Written.End {
			t.Fatalf("%v has no rule or changes nothing", e)
		}
		written, said = e.Written.End, e.Said.End
	}
}

func TestPlainTextStaysAsItIs(t *testing.T) {
	words := strings.Fields("река vidi river flowed quietly between green hills mountain всі казали öffnen garçon señora żółty kitchen nothing although")
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(rapid.SampledFrom(words)).Draw(t, "words"), " ")
		for _, language := range known {
			if form := Say(language, text); form.Text != text || form.Edits != nil {
				t.Fatalf("%s: %q is said %q", language, text, form.Text)
			}
		}
	})
}

func TestEveryRuleCanBeSwitchedOff(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := hostileText().Draw(t, "text")
		for _, language := range known {
			names := For(language).Rules()
			if form := Say(language, text, names...); form.Text != text {
				t.Fatalf("%s without rules: %q is said %q", language, text, form.Text)
			}
			off := rapid.SampledFrom(names).Draw(t, "off")
			for _, e := range Say(language, text, off).Edits {
				if e.Rule == off {
					t.Fatalf("%s: %s is off but made %v in %q", language, off, e, text)
				}
			}
		}
	})
}

func TestLanguageByItsBase(t *testing.T) {
	const text = "Dec. 2"
	want := Say("en", text).Text
	for language, same := range map[string]bool{"en-GB": true, "EN-us": true, "en_GB": true, "en": true, "": false, "xx": false, "eng": false} {
		if got := Say(language, text).Text; (got == want) != same {
			t.Errorf("%q: %q is said %q", language, text, got)
		}
	}
}

// TestLongTextTakesNoLongerThanItsLength would run for minutes if a rule read the whole text around
// each match, or everything that may belong to a match.
func TestLongTextTakesNoLongerThanItsLength(t *testing.T) {
	const long, short = 1 << 20, 1 << 14
	for part, size := range map[string]int{"1": long, "a": long, "é": long, "A": short, "@": short, "http://": short, "CO₂": short, "1.": short, "(": short} {
		Say("en", strings.Repeat(part, size/len(part)))
	}
	for _, part := range hostile {
		Say("en", strings.Repeat(part+" ", short/128))
	}
}

func BenchmarkSay(b *testing.B) {
	article := strings.Repeat(englishArticle+"\n"+strings.Repeat("The morning began quietly in the village by the river, and Olena opened the shutters. ", 27), 4)[:10_000]
	paragraphs := strings.SplitAfter(article, "\n")
	Say("en", article)
	b.SetBytes(int64(len(article)))
	for b.Loop() {
		for _, paragraph := range paragraphs {
			Say("en", paragraph)
		}
	}
}

func TestSaidIsNotSaidOtherwise(t *testing.T) {
	for _, text := range strings.Split(englishArticle, "\n") {
		once := Say("en", text).Text
		if twice := Say("en", once).Text; twice != once {
			t.Errorf("once  %q\ntwice %q", once, twice)
		}
	}
}

const englishArticle = `KYIV, Ukraine (AP) — Russia launched 112 drones and 7 Kh-101 missiles overnight on Dec. 2, 2024, the Air Force said.
The strike at 3:09 a.m. killed three people and injured 27, including a 5-year-old girl, Gov. Oleh Syniehubov said.
"We need F-16s now," he said. The U.S. Senate passed a $61 billion package 79–18 in April; Sen. Graham (R-S.C.) voted for it.
Ukraine's GDP grew 5.3% in 2023, up from −28.8% in 2022, and exports were worth €3.5bn, or about $1,200-a-ton for some.
It was −15°C along the 1,200-km front line, where 155-mm shells fell 24/7. World War II and King Charles III were mentioned.
Write to press@example.com or @KyivDesk, call (202) 555-0147, or see kyivindependent.com #StandWithUkraine 😀.`
