package script

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/lang"
	"github.com/aloud-audio/aloud/internal/script/ssml"
)

// asWritten switches off all rules that change words, so that a test sees where text is cut.
var asWritten = slices.DeleteFunc(lang.AllRules(), func(rule string) bool { return rule == "invisible" || rule == "space" })

func paragraphs(texts ...string) article.Article {
	a := article.Article{Language: "en"}
	for _, text := range texts {
		a.Blocks = append(a.Blocks, article.Block{Role: article.Paragraph, Text: text})
	}
	return a
}

func mustBuild(t *testing.T, a article.Article, opts Options) Script {
	t.Helper()
	s, err := Build(a, opts)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func texts(s Script) []string {
	var out []string
	for _, segment := range s.Segments {
		out = append(out, segment.Text)
	}
	return out
}

func TestBuildArticle(t *testing.T) {
	a := article.Article{
		Language: "en",
		Blocks: []article.Block{
			{Role: article.Headline, Text: "Bridge opens"},
			{Role: article.Byline, Text: "By Ann Roe"},
			{Role: article.Paragraph, Text: "* * *"},
			{Role: article.Paragraph, Text: "It\u00A0opened \u202Eon Dec. 2. "},
			{Role: article.Quote, Text: "At last."},
		},
		Skipped: []article.Skipped{{Reason: "caption", Text: "A bridge"}},
	}
	got := mustBuild(t, a, Options{Pauses: Pauses{"byline": time.Second}})
	want := Script{
		Segments: []Segment{
			{Index: 0, Role: article.Headline, Text: "Bridge opens", Spoken: "Bridge opens", Pause: 900 * time.Millisecond},
			{Index: 1, Block: 1, Role: article.Byline, Text: "By Ann Roe", Spoken: "By Ann Roe", Pause: time.Second},
			{
				Index: 2, Block: 3, Role: article.Paragraph, Text: "It\u00A0opened \u202Eon Dec. 2. ", Spoken: "It opened on December second.",
				Pause: 600 * time.Millisecond,
			},
			{Index: 3, Block: 4, Role: article.Quote, Text: "At last.", Spoken: "At last.", Pause: 300 * time.Millisecond},
		},
		Skipped: []article.Skipped{{Reason: "caption", Text: "A bridge"}, {Reason: "nothing to say", Text: "* * *", Before: 2}},
	}
	for i := range got.Segments {
		got.Segments[i].Edits = nil // checked by TestOffsets
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	if len(a.Skipped) != 1 {
		t.Error("the article was changed")
	}
}

// TestPausesBeforeABlock checks that blocks that start something new get a longer pause before
// them, and that this shortens no pause.
func TestPausesBeforeABlock(t *testing.T) {
	a := article.Article{Language: "en", Blocks: []article.Block{
		{Role: article.Paragraph, Text: "One."}, {Role: article.Heading, Text: "Two"}, {Role: article.Quote, Text: "Three."}, {Role: article.Paragraph, Text: "Four."},
	}}
	for name, test := range map[string]struct {
		pauses Pauses
		want   []time.Duration // ms
	}{
		"the defaults":        {nil, []time.Duration{900, 700, 600, 300}},
		"a longer one":        {Pauses{"paragraph": 2 * time.Second}, []time.Duration{2000, 700, 600, 300}},
		"none before them":    {Pauses{BeforeHeading: 0, BeforeQuote: 0}, []time.Duration{550, 700, 600, 300}},
		"long before a quote": {Pauses{BeforeQuote: time.Second}, []time.Duration{900, 1000, 600, 300}},
	} {
		t.Run(name, func(t *testing.T) {
			var got []time.Duration
			for _, segment := range mustBuild(t, a, Options{Pauses: test.pauses}).Segments {
				got = append(got, segment.Pause/time.Millisecond)
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("got %v, want %v", got, test.want)
			}
		})
	}
}

func TestEveryRoleHasAPause(t *testing.T) {
	for _, role := range []article.Role{
		article.Headline, article.Byline, article.Standfirst, article.Paragraph, article.Heading, article.ListItem, article.Quote,
	} {
		if DefaultPauses()[string(role)] <= 0 {
			t.Errorf("role %s has no pause", role)
		}
	}
}

func TestBuildCuts(t *testing.T) {
	cases := []struct {
		name string
		max  int
		text string // cut at each |
	}{
		{"exactly the limit", 20, "The bridge is open.."},
		{"one more", 19, "The bridge |is open.."},
		{"trailing space is not spoken", 9, "It opened "},
		{"whole sentences, balanced", 40, "One came. Two left. |Three came. Four left."},
		{"three even parts", 22, "One came. Two left. |Six came. Ten left. |Sad men. Bad end."},
		{"short sentence before a long one", 30, "Oh. |The bridge is open all night."},
		{"never after an abbreviation", 24, "It is the U.S. |Senate of Dec. 2."},
		{"sentences within a quotation", 30, "She said: “It is over. |We all lost it.”"},
		{"semicolon before comma", 40, "The old bridge, long shut, opened; |the new one, much taller, did not."},
		{"dash", 24, "It was late—|far too late—|to save the old bridge."},
		{"comma", 30, "He came home early, |and then he went away."},
		{"a comma that leaves a scrap", 30, "So, all the people of the |town went to the river bank."},
		{"between words", 16, "the quick brown |foxes jump over"},
		{"not within a grouped number", 14, "it was |exactly |10 000 hryvnia"},
		{"not after a space that does not break", 14, "for about |10\u00A0kg of it"},
		{"not within a decimal", 10, "about |$3.5 bn"},
		{"not within a calibre", 8, "x|7.62×39"},
		{"a word with a number", 12, "abcdefgh|12,345.67"},
		{"no space at all", 6, "abcd|efgh"},
		{"Chinese clauses", 18, "会议结束，|他走了吗"},
		{"Chinese without marks", 12, "会议结|束他走"},
		{"combining marks", 6, "e\u0301e\u0301|e\u0301e\u0301"},
		{"joined emoji", 24, "abc👩‍👩‍👧|def👩‍👩‍👧"},
		{"space with a combining mark", 8, "abcd| \u0301efgh"},
		{"comma before such a space", 8, "abc,| \u0301efg"},
		{"flags", 12, "a🇺🇦|b🇵🇱"},
		{"unspoken row joins what is before it", 10, "One came. ----------------"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			want := strings.Split(c.text, "|")
			s := mustBuild(t, paragraphs(strings.Join(want, "")), Options{Limit: Limit{Max: c.max}, Off: asWritten})
			if got := texts(s); !slices.Equal(got, want) {
				t.Errorf("got  %q\nwant %q", got, want)
			}
		})
	}
}

func TestPausesWithinABlock(t *testing.T) {
	s := mustBuild(t, paragraphs("One came. Two left, and three stayed.", "End."), Options{Limit: Limit{Max: 17}, Off: asWritten})
	var got []time.Duration
	for _, segment := range s.Segments {
		got = append(got, segment.Pause/time.Millisecond)
	}
	if want := []time.Duration{250, 80, 550, 300}; !slices.Equal(got, want) {
		t.Errorf("got %v for %q, want %v", got, texts(s), want)
	}
}

// escaped measures like a voice with markup: in bytes, with XML escapes and a wrapper.
func escaped(spoken string) int {
	n := len("<speak></speak>")
	for _, r := range spoken {
		switch r {
		case '&':
			n += len("&amp;")
		case '<', '>':
			n += len("&lt;")
		default:
			n += len(string(r))
		}
	}
	return n
}

func sizeEscaped(said ssml.Text) int { return escaped(said.Spoken) }

func TestSizeCountsEscapes(t *testing.T) {
	const text = "AT&T & Co. sued R&D & Sons."
	for _, c := range []struct{ max, segments int }{{escaped(text), 1}, {escaped(text) - 1, 2}} {
		s := mustBuild(t, paragraphs(text), Options{Limit: Limit{Max: c.max, Size: sizeEscaped}, Off: asWritten})
		if len(s.Segments) != c.segments {
			t.Errorf("max %d: %q, want %d segments", c.max, texts(s), c.segments)
		}
	}
}

func TestLongToken(t *testing.T) {
	token := strings.Repeat("x", 12_000)
	s := mustBuild(t, paragraphs("See "+token+" now."), Options{Limit: Limit{Max: 5000}})
	for _, segment := range s.Segments {
		if len(segment.Spoken) > 5000 {
			t.Errorf("%d bytes", len(segment.Spoken))
		}
	}
	if got := strings.Join(texts(s), ""); got != "See "+token+" now." {
		t.Error("text lost")
	}
}

func TestUnspokenRowsAreKept(t *testing.T) {
	text := strings.Repeat("-", 50) + "One came." + strings.Repeat("-", 50) + " Two left."
	s := mustBuild(t, paragraphs(text), Options{Limit: Limit{Max: 20}, Off: asWritten})
	if got := strings.Join(texts(s), ""); got != text {
		t.Errorf("got %q", got)
	}
	for _, segment := range s.Segments {
		if len(segment.Spoken) > 20 || lastSpeakable(segment.Spoken) < 0 {
			t.Errorf("segment %q has nothing to say", segment.Spoken)
		}
	}
}

func TestMaxTooSmall(t *testing.T) {
	_, err := Build(paragraphs("Fine.", "e\u0301\u0302\u0303"), Options{Limit: Limit{Max: 5}, Off: asWritten})
	if err == nil || !strings.Contains(err.Error(), "block 1") {
		t.Errorf("got %v", err)
	}
}

// TestHugeParagraphs would take minutes for each text if the work were not linear, as it is not in
// ready-made splitters.
func TestHugeParagraphs(t *testing.T) {
	for name, unit := range map[string]string{
		"prose":          "The bridge, shut for years, opened on Dec. 2 in the U.S. state of Ohio. ",
		"one token":      "x",
		"dots":           "a.",
		"forgotten":      "aa.Aa",
		"brackets":       ".)",
		"open brackets":  "(a. B ",
		"quotes":         "“a. B” ",
		"straight quote": "\"a.\" B",
		"spaces":         "a.                                                  ",
		"spaced dots":    " .",
		"ellipses":       "a… ",
		"Chinese":        "会议结束",
		"flags":          "🇺🇦",
		"digits":         "1.2",
		"times":          "At 5 a.m. ",
	} {
		t.Run(name, func(t *testing.T) {
			size := 1 << 16
			if name == "prose" {
				size = 1 << 20
			}
			text := "Go." + strings.Repeat(unit, size/len(unit)) + " End"
			s := mustBuild(t, paragraphs(text), Options{Limit: Limit{Max: 5000}, Off: asWritten})
			if got := strings.Join(texts(s), ""); got != text {
				t.Error("text lost")
			}
		})
	}
}

func BenchmarkBuild(b *testing.B) {
	const sentence = "The bridge, shut for years, opened on Dec. 2 in the U.S. state of Ohio, officials said. "
	text := strings.Repeat(sentence, 6)
	var a article.Article
	a.Language = "en"
	for n := 0; n < 10_000; n += len(text) {
		a.Blocks = append(a.Blocks, article.Block{Role: article.Paragraph, Text: text})
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Build(a, Options{Limit: Limit{Max: 5000}}); err != nil {
			b.Fatal(err)
		}
	}
}

// TestDisclosure checks that a disclosure comes last, as a block of its own, and is followed by the
// final pause.
func TestDisclosure(t *testing.T) {
	a := article.Article{Language: "en", Blocks: []article.Block{
		{Role: article.Headline, Text: "Bridge closes"}, {Role: article.Paragraph, Text: "It was old."},
	}}
	const text = "This audio was made with AI. Tell us of mistakes."
	s, err := Build(a, Options{Disclosure: text})
	if err != nil {
		t.Fatal(err)
	}
	last := s.Segments[len(s.Segments)-1]
	if len(s.Segments) != 3 || last.Text != text || last.Role != Disclosure || last.Index != 2 || last.Pause != DefaultPauses()[ScriptEnd] {
		t.Errorf("segments %+v", s.Segments)
	}
	if before := s.Segments[1]; before.Pause != DefaultPauses()["paragraph"] {
		t.Errorf("the pause before it is %s", before.Pause)
	}
	a.Blocks = []article.Block{{Role: article.Paragraph, Text: "***"}}
	if s, err := Build(a, Options{Disclosure: text}); err != nil || len(s.Segments) != 0 {
		t.Errorf("without a disclosure: got %+v, %v", s.Segments, err)
	}
}
