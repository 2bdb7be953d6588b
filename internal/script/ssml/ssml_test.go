package ssml_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/script/ssml"
)

// families are all families of voices by name.
var families = map[string]ssml.Capabilities{
	"plain":               ssml.Plain,
	"Google SSML":         ssml.GoogleSSML,
	"Chirp 3 HD, English": ssml.GoogleChirp3HD("en-US"),
	"Chirp 3 HD, uk-UA":   ssml.GoogleChirp3HD("uk-UA"),
	"Chirp 3 HD, cs-CZ":   ssml.GoogleChirp3HD("cs-CZ"),
	"Gemini":              ssml.GoogleGemini,
	"espeak-ng":           ssml.EspeakNG,
}

// marked parses a notation in which {word|IPA} is a pronunciation.
func marked(t *testing.T, notation string) ssml.Text {
	t.Helper()
	var text ssml.Text
	for rest := notation; rest != ""; {
		before, after, found := strings.Cut(rest, "{")
		text.Spoken += before
		if !found {
			break
		}
		inner, after, _ := strings.Cut(after, "}")
		rest = after
		word, ipa, ok := strings.Cut(inner, "|")
		if !ok {
			t.Fatalf("no pronunciation in {%s}", inner)
		}
		start := len(text.Spoken)
		text.Spoken += word
		text.Marks = append(text.Marks, ssml.Mark{Start: start, End: len(text.Spoken), IPA: ipa})
	}
	return text
}

func TestEveryFamily(t *testing.T) {
	// Keev is the alias of Kyiv in the spoken form; Odesa has no alias.
	text := marked(t, `“We’re in {Keev|ˈkɪjiu̯},” he [the mayor] said. {Odesa|oˈdɛsɐ} is next & {Keev|ˈkɪjiu̯} isn't.`)
	const (
		words  = `“We’re in Keev,” he [the mayor] said. Odesa is next & Keev isn't.`
		parens = `“We’re in Keev,” he (the mayor) said. Odesa is next & Keev isn't.`
		keev   = `<phoneme alphabet="ipa" ph="ˈkɪjiu̯">Keev</phoneme>`
		odesa  = `<phoneme alphabet="ipa" ph="oˈdɛsɐ">Odesa</phoneme>`
	)
	for family, want := range map[string]ssml.Input{
		"plain":       {Kind: ssml.KindText, Text: words},
		"Gemini":      {Kind: ssml.KindText, Text: parens},
		"Google SSML": {Kind: ssml.KindSSML, Text: `<speak>“We’re in ` + keev + `,” he [the mayor] said. ` + odesa + ` is next &amp; ` + keev + ` isn&#39;t.</speak>`},
		"Chirp 3 HD, English": {
			Kind: ssml.KindText, Text: parens,
			Pronunciations: []ssml.Pronunciation{{Phrase: "Keev", IPA: "ˈkɪjiu̯"}, {Phrase: "Odesa", IPA: "oˈdɛsɐ"}},
		},
		"Chirp 3 HD, uk-UA": {Kind: ssml.KindText, Text: parens},
		"Chirp 3 HD, cs-CZ": {Kind: ssml.KindText, Text: parens},
		"espeak-ng":         {Kind: ssml.KindText, Text: parens},
	} {
		t.Run(family, func(t *testing.T) {
			if got := families[family].Input(text); !reflect.DeepEqual(got, want) {
				t.Errorf("got  %+v\nwant %+v", got, want)
			}
		})
	}
}

// TestTextWithoutMarks checks that a text without marks gets no markup.
func TestTextWithoutMarks(t *testing.T) {
	for name, c := range families {
		want := ssml.Input{Kind: ssml.KindText, Text: "Fish & chips < £12, don't you think?"}
		if got := c.Input(ssml.Text{Spoken: want.Text}); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: got %+v", name, got)
		}
	}
}

// TestHostileText checks that no text becomes a command to a voice. The mark on the last word makes
// the input SSML.
func TestHostileText(t *testing.T) {
	for name, tc := range map[string]struct{ spoken, text, ssml string }{
		"tag":           {`<break time="9s"/>`, `<break time="9s"/>`, `&lt;break time=&#34;9s&#34;/&gt;`},
		"end":           {`</speak>`, `</speak>`, `&lt;/speak&gt;`},
		"CDATA":         {`<![CDATA[a]]>`, `<![CDATA[a]]>`, `&lt;![CDATA[a]]&gt;`},
		"comment":       {`<!-- a -->`, `<!-- a -->`, `&lt;!-- a --&gt;`},
		"instruction":   {`<?xml version="1.0"?>`, `<?xml version="1.0"?>`, `&lt;?xml version=&#34;1.0&#34;?&gt;`},
		"entities":      {`&amp; &#0; &x;`, `&amp; &#0; &x;`, `&amp;amp; &amp;#0; &amp;x;`},
		"control":       {"a\x00b\x1bc\x85d\ne", "a b c d e", "a b c d e"},
		"broken UTF-8":  {"a\xffb\xed\xa0\x80c", "a b   c", "a b   c"},
		"noncharacters": {"a\uFFFFb\uFDD0c\U0001FFFEd", "a b c d", "a b c d"},
		"bidi":          {"a\u202Eb\u2066c\u200Fd", "abcd", "abcd"},
		"invisible":     {"co\u00ADo\u200Bp\uFEFF", "coop", "coop"},
		"joined emoji":  {"👩‍🚒🏴󠁧󠁢󠁥󠁮󠁧󠁿", "👩‍🚒🏴󠁧󠁢󠁥󠁮󠁧󠁿", "👩‍🚒🏴󠁧󠁢󠁥󠁮󠁧󠁿"},
		"right to left": {"שלום, می\u200cخواهم", "שלום, می\u200cخواهم", "שלום, می\u200cخواهم"},
		"line ends":     {"a\r\nb\u2028c", "a  b c", "a  b c"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := ssml.GoogleSSML.Input(ssml.Text{Spoken: tc.spoken}); got.Kind != ssml.KindText || got.Text != tc.text {
				t.Errorf("text: got %q, want %q", got.Text, tc.text)
			}
			want := `<speak>` + tc.ssml + ` <phoneme alphabet="ipa" ph="a">a</phoneme></speak>`
			text := ssml.Text{Spoken: tc.spoken + " a", Marks: []ssml.Mark{{Start: len(tc.spoken) + 1, End: len(tc.spoken) + 2, IPA: "a"}}}
			if got := ssml.GoogleSSML.Input(text); got.Kind != ssml.KindSSML || got.Text != want {
				t.Errorf("SSML: got %q, want %q", got.Text, want)
			}
		})
	}
}

func TestHostileIPA(t *testing.T) {
	text := marked(t, "{x|\"/><audio src='a'\x00\u202E&}")
	want := `<speak><phoneme alphabet="ipa" ph="&#34;/&gt;&lt;audio src=&#39;a&#39; &amp;">x</phoneme></speak>`
	if got := ssml.GoogleSSML.Input(text).Text; got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	for _, empty := range []string{"", " ", "\x00"} {
		if got := ssml.GoogleSSML.Input(marked(t, "{x|"+empty+"}")); got.Kind != ssml.KindText {
			t.Errorf("IPA %q: got %+v", empty, got)
		}
	}
}

// TestMarksThatDoNotFit checks that a mark outside the text is ignored, and the text is said.
func TestMarksThatDoNotFit(t *testing.T) {
	const spoken = "це Київ"
	for name, marks := range map[string][]ssml.Mark{
		"beyond the end":     {{Start: 5, End: 14, IPA: "a"}},
		"before the start":   {{Start: -1, End: 2, IPA: "a"}},
		"back to front":      {{Start: 5, End: 2, IPA: "a"}},
		"within a character": {{Start: 6, End: 13, IPA: "a"}},
		"ends within one":    {{Start: 5, End: 8, IPA: "a"}},
	} {
		t.Run(name, func(t *testing.T) {
			want := ssml.Input{Kind: ssml.KindText, Text: spoken}
			if got := ssml.GoogleSSML.Input(ssml.Text{Spoken: spoken, Marks: marks}); !reflect.DeepEqual(got, want) {
				t.Errorf("got %+v", got)
			}
		})
	}
	overlapping := []ssml.Mark{{Start: 0, End: 4, IPA: "a"}, {Start: 2, End: 13, IPA: "b"}, {Start: 5, End: 13, IPA: "c"}}
	want := `<speak><phoneme alphabet="ipa" ph="a">це</phoneme> <phoneme alphabet="ipa" ph="c">Київ</phoneme></speak>`
	if got := ssml.GoogleSSML.Input(ssml.Text{Spoken: spoken, Marks: overlapping}).Text; got != want {
		t.Errorf("overlapping: got %q", got)
	}
}

// TestPronunciationsOfOnePhrase checks that the first pronunciation counts where a phrase can have
// only one.
func TestPronunciationsOfOnePhrase(t *testing.T) {
	text := marked(t, "{Reading|ˈrɛdɪŋ} and {Reading|ˈɹiːdɪŋ}")
	want := []ssml.Pronunciation{{Phrase: "Reading", IPA: "ˈrɛdɪŋ"}}
	if got := ssml.GoogleChirp3HD("en-GB").Input(text).Pronunciations; !slices.Equal(got, want) {
		t.Errorf("got %v", got)
	}
}

func TestSize(t *testing.T) {
	text := marked(t, "{Київ|ˈkɪjiu̯} & Львів")
	for family, want := range map[string]int{
		"plain":               len("Київ & Львів"),
		"Google SSML":         len(`<speak><phoneme alphabet="ipa" ph="ˈkɪjiu̯">Київ</phoneme> &amp; Львів</speak>`),
		"Chirp 3 HD, English": len("Київ & Львів") + len("Київ") + len("ˈkɪjiu̯"),
	} {
		if got := families[family].Input(text).Size(); got != want {
			t.Errorf("%s: got %d, want %d", family, got, want)
		}
	}
}
